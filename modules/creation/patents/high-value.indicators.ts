import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const inventions: Condition = { all: [{ field: 'patentType', is: 'invention' }, { named: 'in-force' }] }
const source = '国家知识产权局对“十四五”规划指标的说明（2021）；“十四五”国家知识产权保护和运用规划'
const dataFrom = '专利登记簿、海外专利名录、质押登记、奖励文件；常住人口取统计公报'
const highValue: Formula = {
  measure: 'count',
  register: 'patent',
  where: { named: 'high-value-in-force' },
  window: { kind: 'stock' },
  unit: '件',
}

/** In force on the day of the cases, and too young for the third ground. */
const young = { patentType: 'invention', filedOn: '2020-05-01', grantedOn: '2022-06-01' }
const residents = [
  { series: '常住人口', area: '全市', on: '2025-12-31', publishedOn: '2026-03-01', value: 1_000_000, unit: '人' },
]

/** C2 */
export const highValuePerResidents = defineIndicator({
  id: 'patent.high-value-per-10k-residents',
  label: '万人高价值发明专利拥有量',
  labelEn: 'High-value inventions per 10,000 residents',
  unit: '件/万人',
  decimals: 2,
  better: 'higher',
  meaning: '统计日有效的高价值发明专利件数，除以最近一次公布的常住人口（万人）。',
  formula: {
    measure: 'per',
    of: highValue,
    per: 10_000,
    residents: { measure: 'indicator', id: 'population.residents' },
  },
  byUnit: true,
  caveats: [
    '分母是常住人口，不是户籍人口；用户籍人口会高估约两成。',
    '这是测算值；官方数由国家知识产权局和省局发布，两者并列，差额逐件说明。',
    '五种情形具备任何一种即可，一件只计一次；质押的门槛官方没有公布，由参数决定。',
    '全国 2025 年末高价值占有效发明 43.1%，其中 67% 属战略性新兴产业；本地远离这些比例时先查对照表和分类号。',
    '镇（园区）没有公布常住人口的，只有全市的值。',
  ],
  dataFrom,
  source,
  officialSeries: '每万人口高价值发明专利拥有量（官方）',
  cases: [
    {
      name: '五种情形各一件，一件也不具备的不计',
      on: '2026-06-30',
      given: {
        statistic: residents,
        'ipc-industry': [{ symbol: 'C04B 35', industry: 'new-materials', tableVersion: '2021' }],
        patent: [
          { ...young, title: '战新', ipc: ['C04B 35/10'] },
          { ...young, title: '海外同族' },
          { ...young, title: '超过十年', filedOn: '2016-06-29', grantedOn: '2018-01-01' },
          { ...young, title: '质押' },
          { ...young, title: '获奖' },
          { ...young, title: '都不具备', ipc: ['A47G 19/00'] },
          { ...young, title: '已终止', ipc: ['C04B 35/10'], endedOn: '2026-01-01' },
          { ...young, title: '不是发明', patentType: 'utility-model', ipc: ['C04B 35/10'] },
        ],
        'overseas-patent': [{ office: 'US', domesticPatent: '海外同族', grantedOn: '2024-01-01' }],
        'pledged-right': [
          { patent: '质押', attributedAmount: 600_000_000, registeredOn: '2024-01-01' },
          { patent: '质押', attributedAmount: 400_000_000, registeredOn: '2025-01-01' },
        ],
        'patent-award': [{ patent: '获奖', awardKind: 'china-patent-award', awardedOn: '2025-07-01' }],
      },
      expect: 0.05,
    },
    {
      name: '正好满十年的那一天还不算超过十年',
      on: '2026-06-30',
      given: {
        statistic: residents,
        patent: [{ patentType: 'invention', title: '十年', filedOn: '2016-06-30', grantedOn: '2018-01-01' }],
      },
      expect: 0,
    },
    {
      name: '质押差一元不到门槛；省级奖不算；海外只有港澳台不算',
      on: '2026-06-30',
      given: {
        statistic: residents,
        patent: [
          { ...young, title: '甲' },
          { ...young, title: '乙' },
          { ...young, title: '丙' },
        ],
        'pledged-right': [{ patent: '甲', attributedAmount: 999_999_900, registeredOn: '2024-01-01' }],
        'patent-award': [{ patent: '乙', awardKind: 'provincial', awardedOn: '2025-07-01' }],
        'overseas-patent': [{ office: 'TW', domesticPatent: '丙', grantedOn: '2024-01-01' }],
      },
      expect: 0,
    },
    {
      name: '参数：门槛改为 500 万元，港澳台计入',
      on: '2026-06-30',
      given: {
        statistic: residents,
        patent: [
          { ...young, title: '甲' },
          { ...young, title: '丙' },
        ],
        'pledged-right': [{ patent: '甲', attributedAmount: 500_000_000, registeredOn: '2024-01-01' }],
        'overseas-patent': [{ office: 'TW', domesticPatent: '丙', grantedOn: '2024-01-01' }],
      },
      parameters: { 'indicator.C2.pledge-threshold': 5_000_000, 'indicator.C4.include-hk-mo-tw': true },
      expect: 0.02,
    },
    {
      name: '参数：只看主分类号',
      on: '2026-06-30',
      given: {
        statistic: residents,
        'ipc-industry': [{ symbol: 'C04B 35', industry: 'new-materials', tableVersion: '2021' }],
        patent: [
          { ...young, title: '甲', ipc: ['A47G 19/00', 'C04B 35/10'] },
          { ...young, title: '乙', ipc: ['C04B 35/10', 'A47G 19/00'] },
        ],
      },
      parameters: { 'indicator.C2.condition-one-ipc': 'first' },
      expect: 0.01,
    },
    {
      name: '人口数未公布时是缺数',
      on: '2026-02-28',
      given: { statistic: residents, patent: [{ ...young, title: '甲' }] },
      expect: 'missing',
    },
    {
      name: '参数：改用录入的人口数',
      on: '2026-06-30',
      given: { patent: [{ ...young, title: '甲', filedOn: '2010-01-01', grantedOn: '2012-01-01' }] },
      parameters: { 'population.basis': 'entered', 'population.residents': 500_000 },
      expect: 0.02,
    },
    { name: '专利名录还没有数据时是缺数', on: '2026-06-30', given: { statistic: residents }, expect: 'missing' },
  ],
})

export const highValueInForce = defineIndicator({
  id: 'patent.high-value-in-force',
  label: '有效高价值发明专利量',
  labelEn: 'High-value inventions in force',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '统计日有效并具备五种情形之一的发明专利件数，即 C2 的分子。',
  formula: highValue,
  byUnit: true,
  caveats: ['一件只计一次；每件具备哪几种情形，见背后的记录。'],
  dataFrom,
  source,
  cases: [
    {
      name: '具备两种情形的只计一件',
      on: '2026-06-30',
      given: {
        patent: [{ ...young, title: '甲', filedOn: '2010-01-01' }],
        'patent-award': [{ patent: '甲', awardKind: 'national-science', awardedOn: '2025-07-01' }],
      },
      expect: 1,
    },
  ],
})

export const highValueShare = defineIndicator({
  id: 'patent.high-value-share',
  label: '高价值占有效发明比重',
  labelEn: 'Share of high-value inventions',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '有效发明专利中高价值的百分比，用来看测算是否合理。',
  formula: { measure: 'share', of: highValue, to: { measure: 'indicator', id: 'patent.inventions-in-force' } },
  byUnit: true,
  caveats: ['全国 2025 年末为 43.1%；相差很大时，先查对照表版本、分类号和海外同族是否录全。'],
  dataFrom,
  source,
  cases: [
    {
      name: '四件中一件',
      on: '2026-06-30',
      given: {
        patent: [
          { ...young, title: '甲', filedOn: '2010-01-01' },
          { ...young, title: '乙' },
          { ...young, title: '丙' },
          { ...young, title: '丁' },
        ],
      },
      expect: 25,
    },
  ],
})

/** 海外同族率. */
export const familyAbroadShare = defineIndicator({
  id: 'patent.family-abroad-share',
  label: '海外同族率',
  labelEn: 'Share with family abroad',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '有效发明专利中，有海外同族专利权的百分比。',
  formula: {
    measure: 'share',
    of: {
      measure: 'count',
      register: 'patent',
      where: { all: [inventions, { named: 'family-abroad' }] },
      window: { kind: 'stock' },
      unit: '件',
    },
    to: { measure: 'indicator', id: 'patent.inventions-in-force' },
  },
  byUnit: true,
  caveats: ['海外授权由企业填报，往往滞后；没有把海外专利与国内专利关联的，算不进来。'],
  dataFrom: '海外专利名录',
  source: '专利质量监测的通行做法',
  cases: [
    {
      name: '两件中一件有海外同族',
      on: '2026-06-30',
      given: {
        patent: [
          { ...young, title: '甲' },
          { ...young, title: '乙' },
        ],
        'overseas-patent': [{ office: 'EP', domesticPatent: '甲', grantedOn: '2024-01-01' }],
      },
      expect: 50,
    },
  ],
})

/** 转让许可质押率: patents that were put to use. */
export const usedShare = defineIndicator({
  id: 'patent.used-share',
  label: '转让许可质押率',
  labelEn: 'Share transferred, licensed or pledged',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '统计日有效的专利中，至少转让、许可或质押过一次的百分比。',
  formula: {
    measure: 'share',
    of: {
      measure: 'count',
      register: 'patent',
      where: {
        all: [
          { named: 'in-force' },
          {
            any: [
              { related: 'licence', through: 'patent', on: 'recordedOn' },
              { related: 'pledged-right', through: 'patent', on: 'registeredOn' },
            ],
          },
        ],
      },
      window: { kind: 'stock' },
      unit: '件',
    },
    to: { measure: 'count', register: 'patent', where: { named: 'in-force' }, window: { kind: 'stock' }, unit: '件' },
  },
  byUnit: true,
  caveats: ['关联方之间的转让也在内，名录里没有区分；看趋势时注意。'],
  dataFrom: '实施许可备案、转让登记、质押登记',
  source: '专利质量监测的通行做法',
  cases: [
    {
      name: '许可过一件、质押过一件，共四件',
      on: '2026-06-30',
      given: {
        patent: [
          { ...young, title: '甲' },
          { ...young, title: '乙' },
          { ...young, title: '丙' },
          { ...young, title: '丁' },
        ],
        licence: [{ kind: 'licence', patent: '甲', recordedOn: '2025-01-01' }],
        'pledged-right': [{ patent: '乙', registeredOn: '2025-01-01' }],
      },
      expect: 50,
    },
  ],
})

/** 平均权利要求数. */
export const averageClaims = defineIndicator({
  id: 'patent.average-claims',
  label: '有效发明平均权利要求数',
  labelEn: 'Mean number of claims',
  unit: '项',
  decimals: 1,
  better: 'higher',
  meaning: '统计日有效的发明专利的权利要求数的平均值，未填写的不参加平均。',
  formula: {
    measure: 'average',
    register: 'patent',
    field: 'claims',
    where: inventions,
    window: { kind: 'stock' },
    unit: '项',
  },
  byUnit: true,
  caveats: ['质量信号，供人判断；只按填写了权利要求数的专利计算。'],
  dataFrom: '授权公告文本',
  source: '专利质量监测的通行做法',
  cases: [
    {
      name: '未填写的不参加平均',
      on: '2026-06-30',
      given: {
        patent: [
          { ...young, title: '甲', claims: 10 },
          { ...young, title: '乙', claims: 5 },
          { ...young, title: '丙' },
        ],
      },
      expect: 7.5,
    },
    { name: '都未填写时是缺数', on: '2026-06-30', given: { patent: [{ ...young, title: '丙' }] }, expect: 'missing' },
  ],
})
