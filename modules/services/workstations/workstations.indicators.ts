import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** S3 */
export const newWorkstations = defineIndicator({
  id: 'workstation.new',
  label: '知识产权工作站（新增）',
  labelEn: 'New workstations',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新设、统计日仍在运行的知识产权工作站（商标品牌指导站）家数。',
  formula: {
    measure: 'count',
    register: 'workstation',
    where: { named: 'in-force' },
    window: { kind: 'sinceStart', on: 'establishedOn' },
    unit: '家',
  },
  byUnit: true,
  caveats: ['方案要求一镇（街道、园区）一站：一个单位设了几家的，看单位明细；撤销的不计。'],
  dataFrom: '市知识产权局',
  source: '方案工作目标、任务 1',
  cases: [
    {
      name: '撤销的和从前设立的不计',
      on: '2026-06-30',
      given: {
        workstation: [
          { name: '甲', establishedOn: '2024-05-01' },
          { name: '乙', establishedOn: '2024-05-01', closedOn: '2026-01-01' },
          { name: '丙', establishedOn: '2022-05-01' },
        ],
      },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
