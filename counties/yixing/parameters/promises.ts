import type { County, Parameter } from '../../county.types.ts'

type Length = NonNullable<NonNullable<County['services']>['matters'][number]['promised']>[string]

interface Promised {
  readonly matter: string
  /** as the service is called, for the list of parameters */
  readonly label: string
  /** limit of the declaration → what is promised, and how that limit is called */
  readonly limits: Readonly<Record<string, readonly [n: number, unit: Length['unit'], label: string]>>
}

/**
 * 承诺时限: what the county promises beyond the law. The county has published none that could be found: these are for
 * demonstration, within what such services elsewhere promise, and each is a parameter to be settled. The programme
 * refuses to start with one that could end later than the legal limit.
 */
const promises: readonly Promised[] = [
  promise('rights-assistance', '维权援助申请', {
    accept: [3, 'workingDay', '受理'],
    opinion: [10, 'workingDay', '出具参考意见'],
    close: [20, 'calendarDay', '办结'],
  }),
  promise('violation-report', '侵权线索、投诉举报', {
    accept: [5, 'workingDay', '受理决定'],
    mediation: [45, 'calendarDay', '调解'],
    verify: [10, 'workingDay', '核查'],
  }),
  promise('grant-application', '政策兑现', {
    accept: [7, 'workingDay', '形式审查'],
    review: [15, 'workingDay', '专家评审'],
    decide: [15, 'workingDay', '决定'],
    pay: [10, 'workingDay', '拨付'],
  }),
  promise('ip-review', '知识产权评议', {
    accept: [3, 'workingDay', '受理'],
    report: [25, 'workingDay', '出具评议报告'],
  }),
  promise('workstation-setup', '知识产权工作站设立', {
    accept: [3, 'workingDay', '受理'],
    visit: [7, 'workingDay', '现场查看'],
    decide: [15, 'workingDay', '决定'],
  }),
  promise('standard-adoption', '企业贯标备案', {
    accept: [3, 'workingDay', '受理'],
    decide: [10, 'workingDay', '决定'],
  }),
  promise('expert-admission', '专家入库', {
    accept: [3, 'workingDay', '受理'],
    decide: [15, 'workingDay', '决定'],
  }),
  promise('expert-question', '专家咨询', { answer: [2, 'workingDay', '答复'] }),
  promise('training-enrolment', '培训报名', { answer: [1, 'workingDay', '确认'] }),
  promise('event-enrolment', '活动报名', { answer: [1, 'workingDay', '确认'] }),
]

export const promiseParameters: Parameter[] = promises.flatMap(({ matter, label, limits }) =>
  Object.entries(limits).map(([limit, [n, unit, what]]) => ({
    key: keyOf(matter, limit),
    label: `承诺时限：${label}，${what}`,
    labelEn: `Promised: ${matter}, ${limit}`,
    unit: unit === 'workingDay' ? '工作日' : '日',
    value: n,
    isDefault: true,
    about: [],
    source: '演示数据',
    note: '本市公布承诺时限以后照公布的填；不能长于法定时限。',
  })),
)

/** Limit of the matter → what is promised here. */
export function promisedIn(matter: string): Readonly<Record<string, Length>> {
  const limits = promises.find((each) => each.matter === matter)?.limits ?? {}
  return Object.fromEntries(
    Object.entries(limits).map(([limit, [n, unit]]) => [limit, { n, unit, parameter: keyOf(matter, limit) }]),
  )
}

function promise(matter: string, label: string, limits: Promised['limits']): Promised {
  return { matter, label, limits }
}

function keyOf(matter: string, limit: string): string {
  return `promise.${matter}.${limit}`
}
