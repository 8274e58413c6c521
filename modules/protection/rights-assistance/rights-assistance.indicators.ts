import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const source = '工作方案任务 13（建设知识产权维权援助中心）'

export const casesAccepted = defineIndicator({
  id: 'rights-assistance-case.accepted',
  label: '维权援助受理量',
  labelEn: 'Cases of rights assistance accepted',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '当年受理、已经办结登记的知识产权维权援助件数。',
  formula: {
    measure: 'count',
    register: 'rights-assistance-case',
    window: { kind: 'year', on: 'acceptedOn' },
    unit: '件',
  },
  byUnit: true,
  caveats: ['办结时登记入台账；正在办的看办件统计。', '没有方案目标，用来说明援助中心有没有做事。'],
  dataFrom: '维权援助事项办理时自动登记',
  source,
  cases: [
    {
      name: '只计当年的',
      on: '2026-06-30',
      given: {
        'rights-assistance-case': [
          { caseNo: '1', acceptedOn: '2026-02-01' },
          { caseNo: '2', acceptedOn: '2025-02-01' },
        ],
      },
      expect: 1,
    },
    { name: '台账还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

const called = {
  measure: 'count',
  register: 'rights-assistance-case',
  window: { kind: 'year', on: 'acceptedOn' },
  unit: '件',
} as const

export const satisfiedCallers = defineIndicator({
  id: 'rights-assistance-case.satisfied-share',
  label: '维权援助回访满意率',
  labelEn: 'Share of satisfied call-backs',
  unit: '%',
  decimals: 1,
  better: 'higher',
  meaning: '当年受理的维权援助中，回访联系上的申请人里满意和基本满意的百分比。',
  formula: {
    measure: 'share',
    of: { ...called, where: { field: 'satisfaction', is: ['satisfied', 'fair'] } },
    to: { ...called, where: { field: 'satisfaction', is: ['satisfied', 'fair', 'dissatisfied'] } },
  },
  byUnit: true,
  caveats: ['没有联系上的不算满意，也不算不满意，不在分母里。'],
  dataFrom: '维权援助回访',
  source,
  cases: [
    {
      name: '两件联系上，一件满意',
      on: '2026-06-30',
      given: {
        'rights-assistance-case': [
          { caseNo: '1', acceptedOn: '2026-02-01', satisfaction: 'satisfied' },
          { caseNo: '2', acceptedOn: '2026-02-01', satisfaction: 'dissatisfied' },
          { caseNo: '3', acceptedOn: '2026-02-01', satisfaction: 'unreached' },
          { caseNo: '4', acceptedOn: '2026-02-01' },
        ],
      },
      expect: 50,
    },
  ],
})
