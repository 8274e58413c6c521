import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** T3 */
export const trained = defineIndicator({
  id: 'training-attendance.total',
  label: '培训各类人才',
  labelEn: 'People trained',
  unit: '人次',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内参加培训并签到的人次，一人参加三场计三人次。',
  formula: {
    measure: 'count',
    register: 'training-attendance',
    window: { kind: 'sinceStart', on: 'signedInOn' },
    unit: '人次',
  },
  byUnit: true,
  caveats: ['单位是人次，不是人；以签到为据，报名未到的不计。'],
  dataFrom: '培训签到表',
  source: '方案工作目标、任务 21',
  cases: [
    {
      name: '一人两场计两人次，建设期以前的不计',
      on: '2026-06-30',
      given: {
        'training-attendance': [
          { session: '一', personNo: '01', signedInOn: '2024-05-01' },
          { session: '二', personNo: '01', signedInOn: '2025-05-01' },
          { session: '三', personNo: '02', signedInOn: '2023-05-01' },
        ],
      },
      expect: 2,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

export const peopleTrained = defineIndicator({
  id: 'training-attendance.people',
  label: '培训人数（去重）',
  labelEn: 'Different people trained',
  unit: '人',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内至少签到过一次的不同的人数。',
  formula: {
    measure: 'count',
    register: 'training-attendance',
    window: { kind: 'sinceStart', on: 'signedInOn' },
    once: ['personNo'],
    unit: '人',
  },
  byUnit: true,
  caveats: ['按人员编号去重；从前已参加过的不是新的人，不计入。'],
  dataFrom: '培训签到表',
  source: '与 T3 对照',
  cases: [
    {
      name: '一人两场计一人',
      on: '2026-06-30',
      given: {
        'training-attendance': [
          { session: '一', personNo: '01', signedInOn: '2024-05-01' },
          { session: '二', personNo: '01', signedInOn: '2025-05-01' },
        ],
      },
      expect: 1,
    },
  ],
})
