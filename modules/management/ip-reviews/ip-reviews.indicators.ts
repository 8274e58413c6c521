import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const reviews = [
  { reviewNo: '1', projectTitle: '甲', acceptedOn: '2026-02-01', reportedOn: '2026-03-01', conclusion: 'conditional' },
  { reviewNo: '2', projectTitle: '乙', acceptedOn: '2025-02-01', reportedOn: '2025-03-01', conclusion: 'proceed' },
]

export const reviewsReported = defineIndicator({
  id: 'ip-review.reported',
  label: '重大项目知识产权评议',
  labelEn: 'IP reviews of projects',
  unit: '项',
  decimals: 0,
  better: 'higher',
  meaning: '当年出具报告的重大项目知识产权评议项数。',
  formula: { measure: 'count', register: 'ip-review', window: { kind: 'year', on: 'reportedOn' }, unit: '项' },
  byUnit: true,
  caveats: ['没有方案目标，方案任务 1 要求开展评议。'],
  dataFrom: '评议事项办理时自动登记',
  source: '方案任务 1',
  cases: [
    { name: '只计当年出具的', on: '2026-06-30', given: { 'ip-review': reviews }, expect: 1 },
    { name: '台账还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
