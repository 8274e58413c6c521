import {
  byHead,
  days,
  defineRule,
  found,
  recalled,
  since,
  workingDays,
  years,
} from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/**
 * 政务服务事项: the clocks of 行政许可法, whose limits are all in working days (第八十二条). They bind licences; for other
 * matters they are what stands where no rule of their own does.
 */
const law = '行政许可法（2019 修正）'
const from = '2004-07-01'
const defaults = recalled('本市参数（平台默认）')

const service = {
  subject: '政务服务',
  subjectEn: 'Public services',
  limits: 'act',
  whose: '行政机关',
} as const satisfies Partial<RuleDeclaration>

const licenceStops = ['hearing', 'tender', 'testing', 'appraisal', 'expertReview'] as const

const serviceAcceptance = defineRule({
  ...service,
  id: 'service.acceptance',
  label: '受理或者一次告知补正',
  labelEn: 'To accept, or to tell once of all that is missing',
  startsOn: '收到申请材料之日',
  startsOnEn: 'the day of the application',
  note: '逾期不告知的，自收到申请材料之日起即为受理。',
  history: [since(from, workingDays(5), found(law, '第三十二条、第八十二条'))],
  cases: [
    { from: '2026-09-30', due: '2026-10-13' },
    { from: '2026-12-24', due: '2026-12-31' },
    { from: '2024-02-09', due: '2024-02-22' },
  ],
})

const serviceSupplement = defineRule({
  ...service,
  id: 'service.supplement',
  label: '申请人补正材料',
  labelEn: 'To supplement an application',
  startsOn: '收到补正告知书之日',
  startsOnEn: 'the day on which the applicant is told',
  whose: '申请人',
  note: '法律没有统一规定，由本市定；补正在受理之前，不占用办理期限。',
  history: [since(from, workingDays(15, 'limit.service.supplement'), defaults)],
  cases: [{ from: '2026-02-13', due: '2026-03-12' }],
})

const serviceDecision = defineRule({
  ...service,
  id: 'service.decision',
  label: '作出决定',
  labelEn: 'To decide',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  note: '延长的，应当将理由告知申请人。补正不停止计算；公示不在扣除之列。',
  history: [
    since(from, workingDays(20), found(law, '第四十二条第一款、第四十五条'), {
      extensions: [{ length: workingDays(10), ...byHead }],
      stops: licenceStops,
    }),
  ],
  cases: [
    { from: '2026-09-24', due: '2026-10-29' },
    { from: '2026-09-24', extended: 1, due: '2026-11-12' },
    {
      from: '2026-09-24',
      paused: [{ from: '2026-10-12', to: '2026-10-16', reason: 'expertReview' }],
      due: '2026-11-05',
    },
    { from: '2026-12-21', due: '2027-01-19', provisional: true },
  ],
})

const jointDecision = defineRule({
  ...service,
  id: 'service.joint-decision',
  label: '统一、联合、集中办理的决定',
  labelEn: 'To decide in joint handling',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  history: [
    since(from, workingDays(45), found(law, '第四十二条第二款、第四十五条'), {
      extensions: [
        { length: workingDays(15), by: '本级人民政府负责人批准', byEn: 'approved by the head of government' },
      ],
      stops: licenceStops,
    }),
  ],
  cases: [{ from: '2025-03-03', due: '2025-05-08' }],
})

const subordinateReview = defineRule({
  ...service,
  id: 'service.lower-examination',
  label: '下级机关先行审查',
  labelEn: 'Examination by the lower office first',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  whose: '下级行政机关',
  history: [since(from, workingDays(20), found(law, '第四十三条'), { stops: licenceStops })],
  cases: [{ from: '2025-09-30', due: '2025-11-04' }],
})

const resultServed = defineRule({
  ...service,
  id: 'service.delivery',
  label: '颁发、送达证件或者决定',
  labelEn: 'To issue and serve the result',
  startsOn: '作出决定之日',
  startsOnEn: 'the day of the decision',
  history: [since(from, workingDays(10), found(law, '第四十四条'))],
  cases: [{ from: '2024-09-30', due: '2024-10-18' }],
})

const serviceHearingRequest = defineRule({
  ...service,
  id: 'service.hearing-request',
  label: '申请人、利害关系人要求听证',
  labelEn: 'To ask for a hearing',
  startsOn: '被告知听证权利之日',
  startsOnEn: 'the day of the notice',
  whose: '申请人、利害关系人',
  history: [since(from, workingDays(5), found(law, '第四十七条'))],
  cases: [{ from: '2024-09-27', due: '2024-10-10' }],
})

const serviceHearingHeld = defineRule({
  ...service,
  id: 'service.hearing-held',
  label: '组织听证',
  labelEn: 'To hold the hearing',
  startsOn: '收到听证申请之日',
  startsOnEn: 'the day of the request',
  history: [since(from, workingDays(20), found(law, '第四十七条'))],
  cases: [{ from: '2026-09-24', due: '2026-10-29' }],
})

const serviceHearingNotice = defineRule({
  ...service,
  id: 'service.hearing-notice',
  label: '通知听证的时间、地点',
  labelEn: 'To tell of the hearing',
  startsOn: '举行听证之日（往前算）',
  startsOnEn: 'the day of the hearing, counted backwards',
  limits: 'notice',
  history: [since(from, workingDays(7), found(law, '第四十八条第一项'))],
  cases: [{ from: '2026-10-15', due: '2026-09-29' }],
})

const publicService = defineRule({
  ...service,
  id: 'service.handling',
  label: '公共服务事项办结',
  labelEn: 'To finish a public service',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  note: '不属于行政许可的事项没有统一的法定期限，参照行政许可法第四十二条，由本市定。',
  history: [
    since(from, workingDays(20, 'limit.service.handling'), defaults, {
      extensions: [{ length: workingDays(10, 'limit.service.handling-extension'), ...byHead }],
      stops: ['supplement', 'expertReview', 'announcement', 'thirdParty', 'appraisal'],
    }),
  ],
  cases: [{ from: '2026-09-24', due: '2026-10-29' }],
})

const onTheSpot = defineRule({
  ...service,
  id: 'service.at-once',
  label: '即办件办结',
  labelEn: 'To finish what is done at once',
  startsOn: '收到申请之日',
  startsOnEn: 'the day of the application',
  note: '当场办结；不能当场的，次一工作日内。',
  history: [since(from, workingDays(1, 'limit.service.at-once'), defaults)],
  cases: [
    { from: '2026-02-13', due: '2026-02-14' },
    { from: '2024-02-02', due: '2024-02-04' },
  ],
})

const publicityPeriod = defineRule({
  ...service,
  id: 'service.publicity',
  label: '公示期',
  labelEn: 'Publicity before a decision',
  startsOn: '公示之日',
  startsOnEn: 'the day of publication',
  limits: 'state',
  note: '一般不少于五个工作日。',
  history: [since(from, workingDays(5, 'limit.service.publicity'), defaults)],
  cases: [{ from: '2026-09-18', due: '2026-09-24' }],
})

const objectionAnswered = defineRule({
  ...service,
  id: 'service.objection-answer',
  label: '答复公示异议',
  labelEn: 'To answer an objection',
  startsOn: '收到异议之日',
  startsOnEn: 'the day of the objection',
  history: [since(from, workingDays(10, 'limit.service.objection-answer'), defaults)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const applicantAnswer = defineRule({
  ...service,
  id: 'service.applicant-answer',
  label: '申请人答复、补充说明',
  labelEn: 'The applicant answers',
  startsOn: '收到通知之日',
  startsOnEn: 'the day of the notice',
  whose: '申请人',
  history: [since(from, workingDays(10, 'limit.service.applicant-answer'), defaults)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const rating = {
  subject: '好差评',
  subjectEn: 'Ratings of services',
  limits: 'act',
  whose: '被评价单位',
} as const satisfies Partial<RuleDeclaration>

const ratingContact = defineRule({
  ...rating,
  id: 'rating.contact',
  label: '差评核实、联系评价人',
  labelEn: 'To contact whoever rated badly',
  startsOn: '收到差评之日',
  startsOnEn: 'the day of the rating',
  history: [since('2019-12-03', workingDays(1, 'limit.rating.contact'), recalled('国办发〔2019〕51号'))],
  cases: [{ from: '2026-06-18', due: '2026-06-22' }],
})

const ratingRectified = defineRule({
  ...rating,
  id: 'rating.rectification',
  label: '差评整改并反馈',
  labelEn: 'To put a bad rating right',
  startsOn: '收到差评之日',
  startsOnEn: 'the day of the rating',
  history: [
    since('2019-12-03', workingDays(15, 'limit.rating.rectification'), recalled('国办发〔2019〕51号；地方实施办法')),
  ],
  cases: [{ from: '2026-02-13', due: '2026-03-12' }],
})

const ratingAppeal = defineRule({
  ...rating,
  id: 'rating.appeal',
  label: '被评价单位申诉',
  labelEn: 'Those who were rated appeal',
  startsOn: '收到差评之日',
  startsOnEn: 'the day of the rating',
  history: [since('2019-12-03', workingDays(5, 'limit.rating.appeal'), recalled('国办发〔2019〕51号；地方实施办法'))],
  cases: [{ from: '2026-04-30', due: '2026-05-11' }],
})

const station = {
  subject: '工作站、专家与培训',
  subjectEn: 'Workstations, experts and training',
  limits: 'act',
  whose: '主管部门',
} as const satisfies Partial<RuleDeclaration>

const questionAnswered = defineRule({
  ...station,
  id: 'question.answer',
  label: '答复专家咨询',
  labelEn: 'To answer a question to the experts',
  startsOn: '收到咨询之日',
  startsOnEn: 'the day of the question',
  history: [since('2023-01-01', workingDays(3, 'limit.question.answer'), defaults)],
  cases: [{ from: '2024-04-03', due: '2024-04-09' }],
})

const enrolmentConfirmed = defineRule({
  ...station,
  id: 'enrolment.confirmation',
  label: '确认报名',
  labelEn: 'To confirm an enrolment',
  startsOn: '收到报名之日',
  startsOnEn: 'the day of the enrolment',
  history: [since('2023-01-01', workingDays(2, 'limit.enrolment.confirmation'), defaults)],
  cases: [{ from: '2025-04-03', due: '2025-04-08' }],
})

const expertTerm = defineRule({
  ...station,
  id: 'expert.term',
  label: '专家聘期',
  labelEn: 'Term of an expert',
  startsOn: '入库之日',
  startsOnEn: 'the day of admission',
  limits: 'state',
  whose: '专家',
  history: [since('2021-05-07', years(3, 'limit.expert.term'), defaults)],
  cases: [{ from: '2023-03-01', due: '2026-03-01' }],
})

const stationVisit = defineRule({
  ...station,
  id: 'workstation.visit',
  label: '工作站设立现场核实',
  labelEn: 'To look at a workstation on site',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  history: [since('2023-01-01', workingDays(10, 'limit.workstation.visit'), defaults)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const majorProjectReview = defineRule({
  ...station,
  id: 'ip-review.report',
  label: '出具知识产权评议报告',
  labelEn: 'To give the IP review of a project',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  history: [
    since('2018-01-01', workingDays(30, 'limit.ip-review.report'), recalled('重大经济科技活动知识产权评议制度'), {
      stops: ['supplement', 'expertReview'],
    }),
  ],
  cases: [{ from: '2026-09-01', due: '2026-10-19' }],
})

const complaintForwarded = defineRule({
  ...service,
  id: 'service.forwarding',
  label: '转送有权处理的机关',
  labelEn: 'To forward to the competent office',
  startsOn: '收到之日',
  startsOnEn: 'the day of receipt',
  history: [since(from, workingDays(5, 'limit.service.forwarding'), defaults)],
  cases: [{ from: '2026-09-30', due: '2026-10-13' }],
})

const materialsLater = defineRule({
  ...service,
  id: 'service.later-materials',
  label: '容缺材料补交',
  labelEn: 'To bring materials that were allowed to come later',
  startsOn: '容缺受理之日',
  startsOnEn: 'the day of acceptance with materials missing',
  whose: '申请人',
  history: [since(from, workingDays(10, 'limit.service.later-materials'), defaults)],
  cases: [{ from: '2026-09-24', due: '2026-10-15' }],
})

const draftKept = defineRule({
  ...service,
  id: 'service.draft',
  label: '暂存的申请保留',
  labelEn: 'How long a draft is kept',
  startsOn: '最后一次保存之日',
  startsOnEn: 'the day of the last saving',
  limits: 'state',
  whose: '申请人',
  history: [since(from, days(90, 'limit.service.draft'), defaults)],
  cases: [{ from: '2026-07-05', due: '2026-10-03' }],
})

export const serviceLimitsRules: readonly RuleDeclaration[] = [
  serviceAcceptance,
  serviceSupplement,
  serviceDecision,
  jointDecision,
  subordinateReview,
  resultServed,
  serviceHearingRequest,
  serviceHearingHeld,
  serviceHearingNotice,
  publicService,
  onTheSpot,
  publicityPeriod,
  objectionAnswered,
  applicantAnswer,
  ratingContact,
  ratingRectified,
  ratingAppeal,
  questionAnswered,
  enrolmentConfirmed,
  expertTerm,
  stationVisit,
  majorProjectReview,
  complaintForwarded,
  materialsLater,
  draftKept,
]
