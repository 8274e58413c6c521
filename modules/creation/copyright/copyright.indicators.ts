import type { Formula, Window } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const window: Window = {
  parameter: 'indicator.C5.window',
  otherwise: 'year',
  cases: { year: { kind: 'year', on: 'registeredOn' }, cumulative: { kind: 'sinceStart', on: 'registeredOn' } },
}

const works: Formula = {
  measure: 'count',
  register: 'work-registration',
  where: { named: 'in-force' },
  window,
  unit: '件',
}
const software: Formula = {
  measure: 'count',
  register: 'software-registration',
  where: { named: 'in-force' },
  window,
  unit: '件',
}

const residents = [
  { series: '常住人口', area: '全市', on: '2025-12-31', publishedOn: '2026-03-01', value: 20_000, unit: '人' },
]
const registered = [
  { title: '甲', registeredOn: '2026-02-01' },
  { title: '乙', registeredOn: '2026-03-01' },
  { title: '丙', registeredOn: '2026-04-01', endedOn: '2026-05-01' },
  { title: '丁', registeredOn: '2025-04-01' },
]

/** C5 */
export const worksPerResidents = defineIndicator({
  id: 'work-registration.per-10k-residents',
  label: '万人作品著作权登记量',
  labelEn: 'Works registered per 10,000 residents',
  unit: '件/万人',
  decimals: 2,
  better: 'higher',
  meaning: '统计期内的作品登记件数，除以最近一次公布的常住人口（万人）。',
  formula: {
    measure: 'per',
    of: {
      parameter: 'indicator.C5.include-software',
      otherwise: 'false',
      cases: { false: works, true: { measure: 'add', parts: [works, software] } },
    },
    per: 10_000,
    residents: { measure: 'indicator', id: 'population.residents' },
  },
  byUnit: true,
  caveats: [
    '方案没有写明年度还是累计，默认按当年计；年中的值是年初到统计日的数。',
    '软件由国家统一登记，不是同一系列，默认不计。',
    '按著作权人地址归属；登记是自愿的，反映登记意愿，不等于创作量。',
    '任务 7 由农业农村局牵头，数据在宣传部（版权局）。',
  ],
  dataFrom: '版权登记机构、市委宣传部',
  source: '方案工作目标、任务 7；作品自愿登记试行办法',
  cases: [
    {
      name: '当年登记，撤销的和上年的不计',
      on: '2026-06-30',
      given: { statistic: residents, 'work-registration': registered },
      expect: 1,
    },
    {
      name: '参数：按建设期累计',
      on: '2026-06-30',
      given: { statistic: residents, 'work-registration': registered },
      parameters: { 'indicator.C5.window': 'cumulative' },
      expect: 1.5,
    },
    {
      name: '参数：软件计入',
      on: '2026-06-30',
      given: {
        statistic: residents,
        'work-registration': registered,
        'software-registration': [{ name: '戊', registeredOn: '2026-02-01' }],
      },
      parameters: { 'indicator.C5.include-software': true },
      expect: 1.5,
    },
    { name: '人口数未公布时是缺数', on: '2026-06-30', given: { 'work-registration': registered }, expect: 'missing' },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: { statistic: residents }, expect: 'missing' },
  ],
})

export const softwareRegistered = defineIndicator({
  id: 'software-registration.annual',
  label: '当年软件著作权登记量',
  labelEn: 'Software registered in the year',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '当年登记的计算机软件著作权件数。',
  formula: {
    measure: 'count',
    register: 'software-registration',
    where: { named: 'in-force' },
    window: { kind: 'year', on: 'registeredOn' },
    unit: '件',
  },
  byUnit: true,
  caveats: ['与作品登记并列显示，不相加，除非参数决定计入。'],
  dataFrom: '中国版权保护中心',
  source: '计算机软件保护条例第七条',
  cases: [
    {
      name: '只计当年',
      on: '2026-06-30',
      given: {
        'software-registration': [
          { name: '甲', registeredOn: '2026-02-01' },
          { name: '乙', registeredOn: '2025-12-31' },
        ],
      },
      expect: 1,
    },
  ],
})
