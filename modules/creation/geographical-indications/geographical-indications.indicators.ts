import type { Condition } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const priceBasis: Condition = {
  parameter: 'indicator.U3.price-basis',
  otherwise: 'exFactory',
  cases: {
    exFactory: { field: 'priceBasis', is: 'ex-factory' },
    retail: { field: 'priceBasis', is: 'retail' },
  },
}

const sales = [
  { gi: '紫砂', user: '甲', year: '2025', sales: 40_000_000_000, priceBasis: 'ex-factory' },
  { gi: '红茶', user: '乙', year: '2025', sales: 20_000_000_000, priceBasis: 'ex-factory' },
  { gi: '红茶', user: '丙', year: '2025', sales: 5_000_000_000, priceBasis: 'retail' },
  { gi: '紫砂', user: '甲', year: '2026', sales: 50_000_000_000, priceBasis: 'ex-factory' },
]

/** U3 */
export const annualSales = defineIndicator({
  id: 'gi-sales.annual',
  label: '年度地理标志产品销售额',
  labelEn: 'Annual sales of GI products',
  unit: '亿元',
  decimals: 2,
  better: 'higher',
  meaning: '当年使用地理标志专用标志或地理标志商标的产品的销售额，由授权使用人填报。',
  formula: {
    measure: 'scale',
    of: {
      measure: 'sum',
      register: 'gi-sales',
      field: 'sales',
      where: priceBasis,
      window: { kind: 'year', on: 'year' },
      unit: '元',
      whenNone: 'missing',
    },
    by: 100_000_000,
    unit: '亿元',
  },
  byUnit: true,
  caveats: [
    '目标是每年不低于 10 亿元，三年各算各的，不累加。',
    '默认按出厂口径；零售口径的记录另列，不混加。',
    '一个产品有几条地理标志保护途径的，只由一条途径填报，避免重复。',
    '当年还没有填报时是缺数，不是 0。',
  ],
  dataFrom: '授权使用人填报，镇（街道）和农业农村局核对',
  source: '方案工作目标、任务 6',
  cases: [
    { name: '当年出厂口径合计', on: '2025-12-31', given: { 'gi-sales': sales }, expect: 6 },
    {
      name: '参数：零售口径',
      on: '2025-12-31',
      given: { 'gi-sales': sales },
      parameters: { 'indicator.U3.price-basis': 'retail' },
      expect: 0.5,
    },
    { name: '各年不累加', on: '2026-12-31', given: { 'gi-sales': sales }, expect: 5 },
    { name: '当年还没有填报是缺数', on: '2027-06-30', given: { 'gi-sales': sales }, expect: 'missing' },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

export const authorisedUsers = defineIndicator({
  id: 'gi-user.authorised',
  label: '地理标志专用标志使用人',
  labelEn: 'Authorised users of geographical indications',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '统计日获准使用地理标志专用标志的主体家数，使用几个地理标志也只计一家。',
  formula: {
    measure: 'count',
    register: 'gi-user',
    where: { named: 'in-force' },
    window: { kind: 'stock' },
    once: ['user'],
    unit: '家',
  },
  byUnit: true,
  caveats: ['获准不等于在用；连续 24 个月未用的，见数据质量问题。'],
  dataFrom: '省知识产权局核准公告',
  source: '地理标志产品保护办法（国家知识产权局令第80号）',
  cases: [
    {
      name: '一家使用两个地理标志的计一家',
      on: '2026-06-30',
      given: {
        'gi-user': [
          { gi: '紫砂', user: '甲', approvedOn: '2023-01-01' },
          { gi: '红茶', user: '甲', approvedOn: '2024-01-01' },
          { gi: '红茶', user: '乙', approvedOn: '2024-01-01', endedOn: '2025-01-01' },
        ],
      },
      expect: 1,
    },
  ],
})
