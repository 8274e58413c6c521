import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const designs = [
  { registrationNo: 'BS.1', name: '甲', registeredOn: '2020-01-01', expiresOn: '2029-06-01' },
  { registrationNo: 'BS.2', name: '乙', registeredOn: '2015-01-01', expiresOn: '2024-06-01' },
  { registrationNo: 'BS.3', name: '丙', registeredOn: '2022-01-01', expiresOn: '2031-06-01', endedOn: '2025-01-01' },
]

/** C8 */
export const layoutDesigns = defineIndicator({
  id: 'layout-design.registered',
  label: '集成电路布图设计登记量',
  labelEn: 'Layout designs registered',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '集成电路布图设计登记件数，默认只计统计日仍在保护期内、未放弃未撤销的。',
  formula: {
    parameter: 'indicator.C8.window',
    otherwise: 'stock',
    cases: {
      stock: {
        measure: 'count',
        register: 'layout-design',
        where: { named: 'in-force' },
        window: { kind: 'stock' },
        unit: '件',
      },
      cumulativeEver: {
        measure: 'count',
        register: 'layout-design',
        window: { kind: 'ever', on: 'registeredOn' },
        unit: '件',
      },
    },
  },
  byUnit: true,
  caveats: [
    '方案只写“达”，默认按存量计，参数可改为历年累计。',
    '保护期十年，自申请日或首次商业利用日起算，以先到的为准；届满日按登记簿存。',
  ],
  dataFrom: '国家知识产权局',
  source: '方案工作目标、任务 7；集成电路布图设计保护条例第十七条（2026 年修订）',
  cases: [
    { name: '届满的和放弃的不计', on: '2026-06-30', given: { 'layout-design': designs }, expect: 1 },
    {
      name: '参数：历年累计',
      on: '2026-06-30',
      given: { 'layout-design': designs },
      parameters: { 'indicator.C8.window': 'cumulativeEver' },
      expect: 3,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
