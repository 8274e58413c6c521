import { days, defineRule, found, recalled, since, workingDays } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 告知、陈述申辩、听证. Until 2021-07-14 the time to ask for a hearing was three calendar days. */
const law = '行政处罚法（2021 修订）'
const law1996 = '行政处罚法（1996）'
const hearingRules = '市场监督管理行政处罚听证办法'

const hearing = {
  subject: '行政处罚听证',
  subjectEn: 'Hearings in penalty cases',
  limits: 'act',
  whose: '行政机关',
} as const satisfies Partial<RuleDeclaration>

const defence = defineRule({
  ...hearing,
  id: 'penalty.defence',
  label: '陈述、申辩',
  labelEn: 'To state one’s case',
  startsOn: '收到行政处罚告知书之日',
  startsOnEn: 'the day on which the notice is received',
  whose: '当事人',
  note: '逾期未行使的，视为放弃。',
  history: [
    since('2019-04-01', workingDays(3), recalled('市场监督管理行政处罚程序暂行规定（总局令第2号）')),
    since('2021-07-15', workingDays(5), found('市场监督管理行政处罚程序规定', '告知条款及文书格式')),
  ],
  cases: [
    { from: '2026-09-18', due: '2026-09-24', because: '9月20日调休上班' },
    { from: '2020-11-02', due: '2020-11-05', provisional: true },
  ],
})

const hearingRequest = defineRule({
  ...hearing,
  id: 'penalty.hearing-request',
  label: '要求听证',
  labelEn: 'To ask for a hearing',
  startsOn: '行政机关告知之日',
  startsOnEn: 'the day of the notice',
  whose: '当事人',
  history: [
    since('1996-10-01', days(3), found(law1996, '第四十二条')),
    since('2021-07-15', workingDays(5), found(law, '第六十四条第一项、第八十五条')),
  ],
  cases: [
    { from: '2021-07-09', due: '2021-07-12', provisional: true, because: '旧法三日，按日历日' },
    { from: '2024-02-09', due: '2024-02-22', because: '春节' },
    { from: '2024-04-26', due: '2024-05-07' },
    { from: '2024-09-13', due: '2024-09-23', because: '中秋节放三天，9月14日上班' },
    { from: '2024-09-27', due: '2024-10-10' },
    { from: '2026-09-30', due: '2026-10-13' },
    { from: '2026-12-25', due: '2027-01-04', provisional: true },
  ],
})

const hearingNotice = defineRule({
  ...hearing,
  id: 'penalty.hearing-notice',
  label: '通知听证的时间、地点',
  labelEn: 'To tell of the hearing',
  startsOn: '举行听证之日（往前算）',
  startsOnEn: 'the day of the hearing, counted backwards',
  limits: 'notice',
  note: '按从严的算法，送达日和听证日之间有七个完整的工作日。',
  history: [
    since('1996-10-01', days(7), recalled(law1996, '第四十二条')),
    since('2021-07-15', workingDays(7), found(law, '第六十四条第二项、第八十五条')),
  ],
  cases: [
    { from: '2026-10-15', due: '2026-09-29' },
    { from: '2025-10-16', due: '2025-09-29' },
  ],
})

const hearingChair = defineRule({
  ...hearing,
  id: 'penalty.hearing-chair',
  label: '确定听证主持人',
  labelEn: 'To name the chair of the hearing',
  startsOn: '收到听证申请之日',
  startsOnEn: 'the day of the request',
  history: [since('2018-12-21', workingDays(3, 'limit.penalty.hearing-chair'), recalled(hearingRules))],
  cases: [{ from: '2024-04-03', due: '2024-04-09' }],
})

const hearingFile = defineRule({
  ...hearing,
  id: 'penalty.hearing-file',
  label: '向听证主持人移交案卷',
  labelEn: 'To hand the file to the chair',
  startsOn: '确定听证主持人之日',
  startsOnEn: 'the day on which the chair is named',
  history: [since('2018-12-21', workingDays(3, 'limit.penalty.hearing-file'), recalled(hearingRules))],
  cases: [{ from: '2026-09-24', due: '2026-09-30' }],
})

const hearingDay = defineRule({
  ...hearing,
  id: 'penalty.hearing-day',
  label: '确定听证时间、地点',
  labelEn: 'To fix the day of the hearing',
  startsOn: '收到案卷之日',
  startsOnEn: 'the day on which the file arrives',
  history: [since('2018-12-21', workingDays(5, 'limit.penalty.hearing-day'), recalled(hearingRules))],
  cases: [{ from: '2025-04-25', due: '2025-05-06' }],
})

const hearingReport = defineRule({
  ...hearing,
  id: 'penalty.hearing-report',
  label: '提交听证报告',
  labelEn: 'To report on the hearing',
  startsOn: '听证结束之日',
  startsOnEn: 'the end of the hearing',
  history: [since('2018-12-21', workingDays(5, 'limit.penalty.hearing-report'), recalled(hearingRules))],
  cases: [{ from: '2025-01-27', due: '2025-02-10' }],
})

export const penaltyHearingRules: readonly RuleDeclaration[] = [
  defence,
  hearingRequest,
  hearingNotice,
  hearingChair,
  hearingFile,
  hearingDay,
  hearingReport,
]
