import {
  days,
  defineRule,
  found,
  months,
  recalled,
  since,
  workingDays,
  years,
} from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 政务数据共享、网络日志、个人信息和等级保护. The times of Order 809 are from memory: parameters. */
const order809 = recalled('政务数据共享条例（国令第809号）')
const pipl = '个人信息保护法'

const sharing = {
  subject: '数据共享与安全',
  subjectEn: 'Data sharing and security',
  limits: 'act',
  whose: '数据提供部门',
} as const satisfies Partial<RuleDeclaration>

const shareUnconditional = defineRule({
  ...sharing,
  id: 'data-share.unconditional',
  label: '无条件共享数据',
  labelEn: 'To share unconditional data',
  startsOn: '收到共享申请之日',
  startsOnEn: 'the day of the request',
  history: [since('2025-08-01', workingDays(1, 'limit.data-share.unconditional'), order809)],
  cases: [{ from: '2026-06-18', due: '2026-06-22' }],
})

const shareAnswered = defineRule({
  ...sharing,
  id: 'data-share.answer',
  label: '答复有条件共享申请',
  labelEn: 'To answer a request for conditional data',
  startsOn: '收到共享申请之日',
  startsOnEn: 'the day of the request',
  history: [since('2025-08-01', workingDays(10, 'limit.data-share.answer'), order809)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const shareSupplied = defineRule({
  ...sharing,
  id: 'data-share.supply',
  label: '同意后提供数据',
  labelEn: 'To supply the data after consent',
  startsOn: '同意共享之日',
  startsOnEn: 'the day of consent',
  history: [since('2025-08-01', workingDays(20, 'limit.data-share.supply'), order809)],
  cases: [{ from: '2026-09-24', due: '2026-10-29' }],
})

const shareCorrected = defineRule({
  ...sharing,
  id: 'data-share.correction',
  label: '校核、更正数据',
  labelEn: 'To correct data',
  startsOn: '收到校核申请之日',
  startsOnEn: 'the day of the request',
  history: [since('2025-08-01', workingDays(10, 'limit.data-share.correction'), order809)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const logsKept = defineRule({
  ...sharing,
  id: 'data.logs',
  label: '留存网络日志（不少于）',
  labelEn: 'To keep network logs, at least',
  startsOn: '日志形成之日',
  startsOnEn: 'the day of the log',
  limits: 'state',
  whose: '网络运营者',
  history: [
    since('2017-06-01', months(6), found('网络安全法（2016）', '第二十一条第三项')),
    since('2026-01-01', months(6), found('网络安全法（2025 修正）', '第二十三条')),
  ],
  cases: [
    { from: '2025-05-10', due: '2025-11-10' },
    { from: '2026-03-31', due: '2026-09-30', because: '9月没有31日，到月末' },
  ],
})

const processingRecords = defineRule({
  ...sharing,
  id: 'data.processing-records',
  label: '保存影响评估报告和处理记录（不少于）',
  labelEn: 'To keep impact assessments and records, at least',
  startsOn: '报告或者记录形成之日',
  startsOnEn: 'the day of the record',
  limits: 'state',
  whose: '个人信息处理者',
  history: [since('2021-11-01', years(3), found(pipl, '第五十六条'))],
  cases: [{ from: '2023-05-15', due: '2026-05-15' }],
})

const sharingRecords = defineRule({
  ...sharing,
  id: 'data.sharing-records',
  label: '保存提供、委托处理记录（不少于）',
  labelEn: 'To keep records of sharing and entrusting, at least',
  startsOn: '提供或者委托之日',
  startsOnEn: 'the day of sharing',
  limits: 'state',
  whose: '数据处理者',
  history: [since('2025-01-01', years(3), found('网络数据安全管理条例', '第十二条'))],
  cases: [{ from: '2025-02-10', due: '2028-02-10', provisional: true }],
})

const gradeFiled = defineRule({
  ...sharing,
  id: 'data.grade-filing',
  label: '等级保护定级备案',
  labelEn: 'To file the grade of a system',
  startsOn: '确定安全保护等级之日',
  startsOnEn: 'the day on which the grade is fixed',
  whose: '系统运营单位',
  note: '有的新规定为10个工作日，待核。',
  history: [since('2007-06-22', days(30, 'limit.data.grade-filing'), recalled('信息安全等级保护管理办法'))],
  cases: [{ from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' }],
})

export const dataProtectionRules: readonly RuleDeclaration[] = [
  shareUnconditional,
  shareAnswered,
  shareSupplied,
  shareCorrected,
  logsKept,
  processingRecords,
  sharingRecords,
  gradeFiled,
]
