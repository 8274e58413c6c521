import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

function centres(parameter: string, level: Condition): Formula {
  const counted = { measure: 'count', register: 'cultivation-centre', unit: '家' } as const
  return {
    parameter,
    otherwise: 'stock',
    cases: {
      stock: { ...counted, where: { all: [level, { named: 'in-force' }] }, window: { kind: 'stock' } },
      cumulativeEver: { ...counted, where: level, window: { kind: 'ever', on: 'approvedOn' } },
    },
  }
}

const given = {
  'cultivation-centre': [
    { name: '甲', level: 'provincial', approvedOn: '2022-01-01' },
    { name: '乙', level: 'national', approvedOn: '2025-01-01' },
    { name: '丙', level: 'municipal', approvedOn: '2024-01-01' },
    { name: '丁', level: 'provincial', approvedOn: '2020-01-01', endedOn: '2025-01-01' },
    { name: '戊', level: 'municipal', approvedOn: '2020-01-01', endedOn: '2025-01-01' },
  ],
}

/** C10 */
export const provincialCentres = defineIndicator({
  id: 'cultivation-centre.provincial',
  label: '省级以上高价值专利培育中心',
  labelEn: 'Provincial cultivation centres',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '统计日在建或已建成的省级、国家级高价值专利培育中心家数。',
  formula: centres('indicator.C10.window', { field: 'level', is: ['provincial', 'national'] }),
  byUnit: true,
  caveats: ['工作目标写“省级以上”，任务 5 写“省级不少于”；国家级也计入。', '方案写“建成”，默认按存量计，撤销的不计。'],
  dataFrom: '省知识产权局文件',
  source: '方案工作目标、任务 5',
  cases: [
    { name: '国家级计入，撤销的和市级的不计', on: '2026-06-30', given, expect: 2 },
    {
      name: '参数：历年累计，撤销的也计',
      on: '2026-06-30',
      given,
      parameters: { 'indicator.C10.window': 'cumulativeEver' },
      expect: 3,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** C11 */
export const municipalCentres = defineIndicator({
  id: 'cultivation-centre.municipal',
  label: '市级高价值专利培育中心',
  labelEn: 'Municipal cultivation centres',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '统计日在建或已建成的市级高价值专利培育中心家数。',
  formula: centres('indicator.C11.window', { field: 'level', is: 'municipal' }),
  byUnit: true,
  caveats: ['只在任务 5 出现；市级指设区市和县级市认定的。'],
  dataFrom: '市知识产权局文件',
  source: '方案任务 5',
  cases: [
    { name: '撤销的不计', on: '2026-06-30', given, expect: 1 },
    {
      name: '参数：历年累计',
      on: '2026-06-30',
      given,
      parameters: { 'indicator.C11.window': 'cumulativeEver' },
      expect: 2,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
