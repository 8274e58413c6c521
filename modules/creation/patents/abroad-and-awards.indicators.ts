import type { Condition, Window } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** Holds of every record: an office is always named. */
const everyRecord: Condition = { field: 'office', isSet: true }

const countedAbroad: Condition = {
  all: [
    {
      parameter: 'indicator.C4.include-hk-mo-tw',
      otherwise: 'false',
      cases: {
        true: { not: { field: 'office', is: 'CN' } },
        false: { not: { field: 'office', is: ['CN', 'HK', 'MO', 'TW'] } },
      },
    },
    {
      parameter: 'indicator.C4.count-ep-validations-once',
      otherwise: 'true',
      cases: { true: { not: { field: 'isValidation', is: true } }, false: everyRecord },
    },
    {
      parameter: 'indicator.C4.include-designs',
      otherwise: 'true',
      cases: { true: everyRecord, false: { not: { field: 'patentType', is: 'design' } } },
    },
  ],
}

const abroad = [
  { office: 'US', publicationNo: 'US1', patentType: 'invention', grantedOn: '2024-02-01' },
  { office: 'EP', publicationNo: 'EP2', patentType: 'invention', grantedOn: '2025-02-01' },
  { office: 'DE', publicationNo: 'DE3', patentType: 'invention', grantedOn: '2025-02-01', isValidation: true },
  { office: 'EM', publicationNo: 'EM4', patentType: 'design', grantedOn: '2026-02-01' },
  { office: 'TW', publicationNo: 'TW5', patentType: 'invention', grantedOn: '2026-02-01' },
  { office: 'JP', publicationNo: 'JP6', patentType: 'invention', grantedOn: '2021-02-01' },
]

/** C4 */
export const grantedAbroad = defineIndicator({
  id: 'overseas-patent.granted',
  label: '海外专利授权量',
  labelEn: 'Patents granted abroad',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '统计期内海外的局授予本市权利人的专利件数，一份授权文献计一件。',
  formula: {
    measure: 'count',
    register: 'overseas-patent',
    where: countedAbroad,
    window: {
      parameter: 'indicator.C4.window',
      otherwise: 'programme',
      cases: { programme: { kind: 'sinceStart', on: 'grantedOn' }, allTime: { kind: 'ever', on: 'grantedOn' } },
    },
    unit: '件',
  },
  byUnit: true,
  caveats: [
    '欧洲专利计一件，在各国的生效不再计；港澳台默认不计；外观设计由局授权的默认计入——都是参数。',
    '企业填报和数据库都有滞后，近几个月的数会再增加。',
    '方案没有写明起点，默认按建设期内计。',
  ],
  dataFrom: '企业填报，数据库核对',
  source: '方案工作目标、任务 5；世界知识产权组织标准 ST.3',
  cases: [
    {
      name: '欧洲专利一件，各国生效、港澳台和从前的不计',
      on: '2026-06-30',
      given: { 'overseas-patent': abroad },
      expect: 3,
    },
    {
      name: '参数：港澳台计入',
      on: '2026-06-30',
      given: { 'overseas-patent': abroad },
      parameters: { 'indicator.C4.include-hk-mo-tw': true },
      expect: 4,
    },
    {
      name: '参数：各国生效也计',
      on: '2026-06-30',
      given: { 'overseas-patent': abroad },
      parameters: { 'indicator.C4.count-ep-validations-once': false },
      expect: 4,
    },
    {
      name: '参数：外观设计不计',
      on: '2026-06-30',
      given: { 'overseas-patent': abroad },
      parameters: { 'indicator.C4.include-designs': false },
      expect: 2,
    },
    {
      name: '参数：历年累计',
      on: '2026-06-30',
      given: { 'overseas-patent': abroad },
      parameters: { 'indicator.C4.window': 'allTime' },
      expect: 4,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

const awardWindow: Window = {
  parameter: 'indicator.C9.window',
  otherwise: 'cumulativeEver',
  cases: {
    cumulativeEver: { kind: 'ever', on: 'awardedOn' },
    cumulativeSinceStart: { kind: 'sinceStart', on: 'awardedOn' },
  },
}

const awards = [
  { title: '甲', awardKind: 'china-patent-award', level: 'national', awardedOn: '2022-07-01' },
  { title: '甲', awardKind: 'provincial', level: 'provincial', awardedOn: '2024-07-01' },
  { title: '乙', awardKind: 'municipal', level: 'municipal', awardedOn: '2025-07-01' },
]

/** C9 */
export const patentAwards = defineIndicator({
  id: 'patent-award.all-levels',
  label: '各级专利奖',
  labelEn: 'Patent awards of all levels',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '国家级、省级、市级专利奖的获奖件数，一件专利获一次奖计一件。',
  formula: { measure: 'count', register: 'patent-award', window: awardWindow, unit: '件' },
  byUnit: true,
  caveats: [
    '目标是“超 70 件”：71 件才算完成。',
    '同一件专利先后获两级奖的计两件。',
    '方案没有写明起点，默认历年累计；工作目标用“件”，任务 15 用“项”。',
  ],
  dataFrom: '国家、省、市获奖公告',
  source: '方案工作目标、任务 15；中国专利奖评奖办法',
  cases: [
    { name: '历年累计，一件专利两次获奖计两件', on: '2026-06-30', given: { 'patent-award': awards }, expect: 3 },
    {
      name: '参数：只计建设期内',
      on: '2026-06-30',
      given: { 'patent-award': awards },
      parameters: { 'indicator.C9.window': 'cumulativeSinceStart' },
      expect: 2,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** C9b */
export const newPatentAwards = defineIndicator({
  id: 'patent-award.new',
  label: '各级专利奖（新增）',
  labelEn: 'New patent awards',
  unit: '项',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内获得的各级专利奖项数。',
  formula: {
    measure: 'count',
    register: 'patent-award',
    window: { kind: 'sinceStart', on: 'awardedOn' },
    unit: '项',
  },
  byUnit: true,
  caveats: ['只在任务 15 出现，与工作目标的“超 70 件”（C9）是两个目标，不合并。'],
  dataFrom: '国家、省、市获奖公告',
  source: '方案任务 15',
  cases: [
    { name: '建设期以前的不计', on: '2026-06-30', given: { 'patent-award': awards }, expect: 2 },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
