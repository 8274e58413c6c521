import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const source = '工作方案任务 9；市场监督管理投诉举报处理办法（市场监管总局令第121号）'
const records = [
  { reportNo: '1', kind: 'report', receivedOn: '2026-02-01', reportOutcome: 'opened' },
  { reportNo: '2', kind: 'both', receivedOn: '2026-02-01', reportOutcome: 'not-opened', complaintOutcome: 'agreed' },
  { reportNo: '3', kind: 'complaint', receivedOn: '2026-02-01', complaintOutcome: 'not-agreed' },
  { reportNo: '4', kind: 'report', receivedOn: '2025-02-01', reportOutcome: 'opened' },
]

const ofYear = {
  measure: 'count',
  register: 'violation-report',
  window: { kind: 'year', on: 'receivedOn' },
  unit: '件',
} as const

export const reportsReceived = defineIndicator({
  id: 'violation-report.received',
  label: '投诉举报办理量',
  labelEn: 'Complaints and reports handled',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '当年收到、已经处理登记的知识产权投诉和举报件数，一件里两样都有的计一件。',
  formula: ofYear,
  byUnit: true,
  caveats: ['多不一定是坏事：有人愿意说，也说明渠道通。不宜作为考核指标。'],
  dataFrom: '投诉举报事项办理时自动登记',
  source,
  cases: [
    { name: '只计当年收到的', on: '2026-06-30', given: { 'violation-report': records }, expect: 3 },
    { name: '台账还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

export const reportsOpened = defineIndicator({
  id: 'violation-report.opened-share',
  label: '举报立案率',
  labelEn: 'Share of reports that became cases',
  unit: '%',
  decimals: 1,
  better: 'higher',
  meaning: '当年收到、已有结果的举报中立案的百分比。',
  formula: {
    measure: 'share',
    of: { ...ofYear, where: { field: 'reportOutcome', is: 'opened' } },
    to: { ...ofYear, where: { field: 'reportOutcome', isSet: true } },
  },
  byUnit: true,
  caveats: ['还在核查的不在分母里。'],
  dataFrom: '投诉举报事项办理时自动登记',
  source,
  cases: [{ name: '两件有结果，一件立案', on: '2026-06-30', given: { 'violation-report': records }, expect: 50 }],
})

export const complaintsAgreed = defineIndicator({
  id: 'violation-report.agreed-share',
  label: '投诉调解成功率',
  labelEn: 'Share of complaints that were agreed',
  unit: '%',
  decimals: 1,
  better: 'higher',
  meaning: '当年收到、调解有结果的投诉中达成协议的百分比。',
  formula: {
    measure: 'share',
    of: { ...ofYear, where: { field: 'complaintOutcome', is: 'agreed' } },
    to: { ...ofYear, where: { field: 'complaintOutcome', is: ['agreed', 'not-agreed'] } },
  },
  byUnit: true,
  caveats: ['撤回的和不予受理的不在分母里。'],
  dataFrom: '投诉举报事项办理时自动登记',
  source,
  cases: [{ name: '两件有结果，一件成功', on: '2026-06-30', given: { 'violation-report': records }, expect: 50 }],
})
