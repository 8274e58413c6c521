import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** U8 */
export const settledInstitutes = defineIndicator({
  id: 'institute-settlement.new',
  label: '省级以上科研院所、科创载体（新增落户）',
  labelEn: 'Newly settled institutes',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新落户本市的省级以上科研院所和科创载体家数。',
  formula: {
    measure: 'count',
    register: 'institute-settlement',
    where: { field: 'level', is: ['national', 'provincial'] },
    window: { kind: 'sinceStart', on: 'settledOn' },
    unit: '家',
  },
  byUnit: true,
  caveats: ['只在任务 14 出现；以批复或落户协议的日期计，市级的不计。'],
  dataFrom: '市科技局',
  source: '方案任务 14',
  cases: [
    {
      name: '市级的和从前落户的不计',
      on: '2026-06-30',
      given: {
        'institute-settlement': [
          { name: '甲', level: 'provincial', settledOn: '2025-01-01' },
          { name: '乙', level: 'municipal', settledOn: '2025-01-01' },
          { name: '丙', level: 'national', settledOn: '2022-01-01' },
        ],
      },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
