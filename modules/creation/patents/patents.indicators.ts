import type { Formula, Window } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** 授权量的统计期: one for C1 and C3, so that both count the same grants. */
const grantWindow: Window = {
  parameter: 'indicator.C1.window',
  otherwise: 'programme',
  cases: { programme: { kind: 'sinceStart', on: 'grantedOn' }, allTime: { kind: 'ever', on: 'grantedOn' } },
}

const grants: Formula = { measure: 'count', register: 'patent', window: grantWindow, unit: '件' }
const officeMonthly = '国家知识产权局、省局授权公告和月报'

/** C1 */
export const grantedPatents = defineIndicator({
  id: 'patent.granted',
  label: '授权专利量',
  labelEn: 'Patents granted',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '统计期内授权公告的发明、实用新型和外观设计件数，按第一专利权人地址计入本市。',
  formula: grants,
  byUnit: true,
  caveats: [
    '方案没有写明起点；35,000 件大致相当于三年的授权量，默认按建设期内计，参数 indicator.C1.window 可改为历年累计。',
    '授权量是流量：后来终止的专利仍计入当期授权，不能当作有效量。',
    'PCT 进入国家阶段的，申请号第 5 位 8 计为发明、9 计为实用新型。',
    '国家政策自 2021 年起不得以申请量考核，授权补贴至 2025 年取消；本指标只反映方案的承诺，不宜分解为对乡镇的考核权重。',
  ],
  dataFrom: officeMonthly,
  source: '方案工作目标；国家知识产权局专利统计口径（授权量按授权公告日）',
  officialSeries: '专利授权量（官方）',
  cases: [
    {
      name: '三种专利都计，建设期以前授权的不计，审查中的不计',
      on: '2026-06-30',
      given: {
        patent: [
          { title: '甲', patentType: 'invention', grantedOn: '2024-01-01' },
          { title: '乙', patentType: 'utility-model', grantedOn: '2025-05-20', endedOn: '2026-01-05' },
          { title: '丙', patentType: 'design', grantedOn: '2026-06-30' },
          { title: '丁', patentType: 'design', grantedOn: '2023-12-31' },
          { title: '戊', patentType: 'invention', filedOn: '2025-01-01' },
          { title: '己', patentType: 'invention', grantedOn: '2026-07-01' },
        ],
      },
      expect: 3,
    },
    {
      name: '参数改为历年累计',
      on: '2026-06-30',
      given: { patent: [{ title: '丁', patentType: 'design', grantedOn: '2019-12-31' }] },
      parameters: { 'indicator.C1.window': 'allTime' },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数，不是 0', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** C3 */
export const enterpriseShareOfGrants = defineIndicator({
  id: 'patent.granted-enterprise-share',
  label: '企业专利授权量占比',
  labelEn: 'Share of enterprises in grants',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '统计期内第一专利权人是企业的授权件数，占全部授权件数的百分比。',
  formula: {
    measure: 'share',
    of: { measure: 'count', register: 'patent', where: { named: 'of-enterprise' }, window: grantWindow, unit: '件' },
    to: grants,
  },
  byUnit: true,
  caveats: [
    '分子分母取同一统计期，即 C1 的统计期。',
    '有共同权利人的，由第一个决定；类型未填写的算不进分子。',
    '全市占比由合计数相除，不是各镇占比的平均。',
  ],
  dataFrom: officeMonthly,
  source: '方案工作目标；国家知识产权局专利统计口径（专利权人类型）',
  cases: [
    {
      name: '四件中三件属于企业',
      on: '2026-06-30',
      given: {
        patent: [
          { title: '甲', ownerType: 'enterprise', grantedOn: '2024-03-01' },
          { title: '乙', ownerType: 'enterprise', grantedOn: '2025-03-01' },
          { title: '丙', ownerType: 'enterprise', grantedOn: '2026-03-01' },
          { title: '丁', ownerType: 'individual', grantedOn: '2026-03-01' },
          { title: '戊', ownerType: 'individual', grantedOn: '2020-03-01' },
        ],
      },
      expect: 75,
    },
    {
      name: '历年累计时，从前授权的也在分母里',
      on: '2026-06-30',
      given: {
        patent: [
          { title: '甲', ownerType: 'enterprise', grantedOn: '2024-03-01' },
          { title: '戊', ownerType: 'individual', grantedOn: '2020-03-01' },
        ],
      },
      parameters: { 'indicator.C1.window': 'allTime' },
      expect: 50,
    },
    {
      name: '统计期内没有授权的，不能相除',
      on: '2026-06-30',
      given: { patent: [{ title: '戊', ownerType: 'individual', grantedOn: '2020-03-01' }] },
      expect: 'missing',
    },
  ],
})

/** 有效发明专利量, the stock that C2 is a part of. */
export const inventionsInForce = defineIndicator({
  id: 'patent.inventions-in-force',
  label: '有效发明专利量',
  labelEn: 'Inventions in force',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '统计日有效的发明专利件数：已授权，未届满、未因费用终止、未放弃、未被宣告无效。',
  formula: {
    measure: 'count',
    register: 'patent',
    where: { all: [{ field: 'patentType', is: 'invention' }, { named: 'in-force' }] },
    window: { kind: 'stock' },
    unit: '件',
  },
  byUnit: true,
  caveats: ['存量：只看统计日；转入的自登记之日起计入，转出的自转出之日起不再计入。'],
  dataFrom: officeMonthly,
  source: '国家知识产权局专利统计口径（有效量）',
  officialSeries: '有效发明专利量（官方）',
  cases: [
    {
      name: '终止日当天起不再计入',
      on: '2026-06-30',
      given: {
        patent: [
          { title: '甲', patentType: 'invention', grantedOn: '2020-01-01' },
          { title: '乙', patentType: 'invention', grantedOn: '2020-01-01', endedOn: '2026-06-30' },
          { title: '丙', patentType: 'invention', grantedOn: '2020-01-01', endedOn: '2026-07-01' },
          { title: '丁', patentType: 'utility-model', grantedOn: '2020-01-01' },
          { title: '戊', patentType: 'invention', grantedOn: '2007-01-01', expiresOn: '2026-05-01' },
        ],
      },
      expect: 2,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** 有效发明专利中企业的占比. */
export const enterpriseShareOfInventions = defineIndicator({
  id: 'patent.inventions-enterprise-share',
  label: '有效发明专利企业占比',
  labelEn: 'Share of enterprises in inventions in force',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '统计日有效的发明专利中，第一专利权人是企业的百分比。',
  formula: {
    measure: 'share',
    of: {
      measure: 'count',
      register: 'patent',
      where: { all: [{ field: 'patentType', is: 'invention' }, { named: 'in-force' }, { named: 'of-enterprise' }] },
      window: { kind: 'stock' },
      unit: '件',
    },
    to: { measure: 'indicator', id: 'patent.inventions-in-force' },
  },
  byUnit: true,
  caveats: ['与 C3 不同：C3 看统计期内的授权，本指标看统计日的存量。'],
  dataFrom: officeMonthly,
  source: '国家知识产权局专利统计口径（专利权人类型、有效量）',
  cases: [
    {
      name: '两件中一件属于企业',
      on: '2026-06-30',
      given: {
        patent: [
          { title: '甲', patentType: 'invention', ownerType: 'enterprise', grantedOn: '2020-01-01' },
          { title: '乙', patentType: 'invention', ownerType: 'university', grantedOn: '2020-01-01' },
        ],
      },
      expect: 50,
    },
  ],
})

/** 发明占授权量的比重: a signal of quality. */
export const inventionShareOfGrants = defineIndicator({
  id: 'patent.granted-invention-share',
  label: '发明占授权量比重',
  labelEn: 'Share of inventions in grants',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '近 12 个月授权的专利中发明的百分比。',
  formula: {
    measure: 'share',
    of: {
      measure: 'count',
      register: 'patent',
      where: { field: 'patentType', is: 'invention' },
      window: { kind: 'months', on: 'grantedOn', months: 12 },
      unit: '件',
    },
    to: {
      measure: 'count',
      register: 'patent',
      window: { kind: 'months', on: 'grantedOn', months: 12 },
      unit: '件',
    },
  },
  byUnit: true,
  caveats: ['质量信号，供人判断，不作考核；审查周期变化会使它起伏。'],
  dataFrom: officeMonthly,
  source: '专利质量监测的通行做法',
  cases: [
    {
      name: '十二个月以前的不计',
      on: '2026-06-30',
      given: {
        patent: [
          { title: '甲', patentType: 'invention', grantedOn: '2025-07-01' },
          { title: '乙', patentType: 'design', grantedOn: '2026-01-01' },
          { title: '丙', patentType: 'design', grantedOn: '2026-02-01' },
          { title: '丁', patentType: 'design', grantedOn: '2026-03-01' },
          { title: '戊', patentType: 'invention', grantedOn: '2025-06-29' },
        ],
      },
      expect: 25,
    },
  ],
})
