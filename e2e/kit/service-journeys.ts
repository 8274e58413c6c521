type Values = Readonly<Record<string, unknown>>

/** One service as somebody goes through it to a good end. 演示 */
export interface ServiceJourney {
  readonly type: string
  /** who applies on the portal: once by telephone, or with an account of the demonstration */
  readonly applicant: 'visit' | 'geren' | 'qiye'
  /** answers that the good end needs; the others are filled as the form asks */
  readonly values: Values
  /** acts in their order, and what lies between them: experts judge, people sign in, days pass */
  readonly way: readonly (string | Between)[]
  /** act → what comes with it, where what the form asks does not do */
  readonly input?: Readonly<Record<string, Values>>
  /** the document that the applicant came for, by its id in the declaration */
  readonly document: string
  readonly register: string
  /** what its record there says of it, among others */
  readonly shows?: string
  /** the figure that counts it, and by how much it grows */
  readonly figure: { readonly indicator: string; readonly by: number }
}

type Between = 'experts judge' | 'the publicity ends' | 'people sign in'

/** What people can apply for today, and come to today, so that they are counted on one day. */
interface HeldToday {
  readonly today: string
  readonly session: { readonly id: string; readonly name: string }
  readonly event: { readonly id: string; readonly name: string }
  readonly call: { readonly id: string; readonly name: string }
}

const threeExperts = ['甲', '乙', '丙'].map((name) => ({ id: null, name: `演示专家${name}` }))

/** The ten services of the county, each on its way from the form to the figure. */
export function serviceJourneys({ today, session, event, call }: HeldToday): readonly ServiceJourney[] {
  const inThreeYears = `${Number(today.slice(0, 4)) + 3}-06-30`
  return [
    {
      type: 'rights-assistance',
      applicant: 'visit',
      values: { applicantKind: 'person', rightTitle: '演示提梁壶外形', otherRoads: 'none' },
      way: ['accept', 'assign', 'issueOpinion', 'close', 'callBack'],
      input: { issueOpinion: { experts: threeExperts } },
      document: 'opinion',
      register: 'rights-assistance-case',
      figure: { indicator: 'rights-assistance-case.accepted', by: 1 },
    },
    {
      type: 'violation-report',
      applicant: 'visit',
      values: { kind: 'report', reportedBy: 'named', subjectName: '演示茶具店' },
      way: ['acceptReport', 'proposeOpening', 'openCase', 'tellOpened'],
      document: 'caseOpened',
      register: 'violation-report',
      shows: '演示茶具店',
      figure: { indicator: 'violation-report.received', by: 1 },
    },
    {
      type: 'expert-question',
      applicant: 'visit',
      values: { question: '演示：壶盖的新结构能不能申请专利？', urgency: 'yes' },
      way: ['answer', 'close'],
      document: 'answer',
      register: 'expert-question',
      shows: '演示：壶盖的新结构能不能申请专利？',
      figure: { indicator: 'expert-question.answered', by: 1 },
    },
    {
      type: 'event-enrolment',
      applicant: 'visit',
      values: { event, heldOn: today, groupKind: 'school', people: 12 },
      way: ['confirm', 'arrive'],
      input: { arrive: { came: 12 } },
      document: 'confirmation',
      register: 'event-attendance',
      figure: { indicator: 'event-attendance.people', by: 12 },
    },
    {
      type: 'training-enrolment',
      applicant: 'visit',
      values: { session, heldOn: today },
      way: ['confirm', 'people sign in', 'attend', 'certify'],
      input: { certify: { hours: '4', course: '演示：专利申请和商标注册基础' } },
      document: 'certificate',
      register: 'training-attendance',
      figure: { indicator: 'training-attendance.total', by: 1 },
    },
    {
      type: 'workstation-setup',
      applicant: 'visit',
      values: { stationName: '演示陶瓷街知识产权工作站', staff: 3, duties: ['publicity', 'advice', 'leads'] },
      way: ['accept', 'recordVisit', 'approve'],
      input: { recordVisit: { checkers: '演示甲、演示乙', conforms: 'yes' } },
      document: 'approval',
      register: 'workstation',
      shows: '演示陶瓷街知识产权工作站',
      figure: { indicator: 'workstation.new', by: 1 },
    },
    {
      type: 'expert-admission',
      applicant: 'geren',
      values: { kind: 'new', employer: '演示陶瓷研究所', promises: true },
      way: ['accept', 'publish', 'the publicity ends', 'endPublicity', 'appoint'],
      input: { appoint: { termEndsOn: inThreeYears } },
      document: 'appointment',
      register: 'expert',
      shows: '演示陶瓷研究所',
      figure: { indicator: 'expert.new', by: 1 },
    },
    {
      type: 'standard-adoption',
      applicant: 'qiye',
      values: {
        ...{ kind: 'certified', standard: 'gbt29490-2023', certificateNo: '演示-29490-20261', gradeLevel: null },
        ...{ issuedOn: today, validUntil: inThreeYears, promises: true },
      },
      way: ['accept', 'enterCertificate'],
      document: 'filing',
      register: 'standard-certificate',
      shows: '演示-29490-20261',
      figure: { indicator: 'standard-certificate.enterprises-in-force', by: 1 },
    },
    {
      type: 'ip-review',
      applicant: 'qiye',
      values: { projectTitle: '演示先进陶瓷生产线项目', trigger: 'other' },
      way: ['accept', 'toExperts', 'experts judge', 'expertsDone', 'proposeReport', 'issueReport'],
      input: {
        expertsDone: { experts: threeExperts },
        issueReport: { risk: 'medium', conclusion: 'conditional', measures: '演示：投产前取得两件专利的许可' },
      },
      document: 'report',
      register: 'ip-review',
      shows: '演示先进陶瓷生产线项目',
      figure: { indicator: 'ip-review.reported', by: 1 },
    },
    {
      type: 'grant-application',
      applicant: 'qiye',
      values: {
        ...{ call, projectTitle: '演示低温快烧釉料专利转化' },
        ...{ asked: 30_000_00, totalCost: 90_000_00, startsOn: today, endsOn: inThreeYears, promises: true },
      },
      way: [
        ...(['accept', 'experts judge', 'proposeAward', 'publish', 'the publicity ends', 'endPublicity'] as const),
        ...(['award', 'pay', 'finishPayment', 'audit'] as const),
      ],
      input: {
        award: { amount: 30_000_00, payment: '一次拨付（演示）' },
        pay: { amount: 30_000_00, voucherNo: '演示-凭证-1' },
        audit: { auditResult: 'good', auditWords: '按计划完成（演示）' },
      },
      document: 'award',
      register: 'grant-award',
      shows: '演示低温快烧釉料专利转化',
      // of 万元
      figure: { indicator: 'grant-award.awarded', by: 3 },
    },
  ]
}
