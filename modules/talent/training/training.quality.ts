import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

export const attendanceTotal: QualityRuleDeclaration = {
  id: 'training-session.enrolled-total',
  label: '报名人数与签到人次不符',
  labelEn: 'Enrolled and signed in do not fit',
  severity: 'note',
  remedy: '培训人次以签到为据。签到表没有导全的补导；相差属实的写明说明。',
  remedyEn: 'People are counted by sign-in. Import what is missing, or explain it.',
  source: '方案任务 21',
  withinWorkingDays: 20,
  finds: {
    check: 'total',
    register: 'training-session',
    field: 'enrolled',
    parts: { register: 'training-attendance', through: 'session' },
    tolerancePercent: 30,
  },
}

export const sessionUnknown: QualityRuleDeclaration = {
  id: 'training-attendance.session-unknown',
  label: '签到的场次没有对上',
  labelEn: 'A sign-in for a session that is not known',
  severity: 'warning',
  remedy: '请核对场次名称，或先登记该场培训。',
  remedyEn: 'Check the title, or add the session first.',
  source: '方案任务 21',
  withinWorkingDays: 10,
  finds: { check: 'unknownLink', register: 'training-attendance', field: 'session' },
}
