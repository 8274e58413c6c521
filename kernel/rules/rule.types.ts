/**
 * A rule of time 时限规则 as plain data: how long somebody has, counted from what, and by which law.
 *
 * A changed law adds a version to `history`; the old one stays, so that what began in 2019 still counts as in 2019.
 * Which version applies is decided by the day on which the limit starts.
 */
export interface RuleDeclaration {
  /** `subject.what-is-limited`: `penalty.hearing-request` */
  readonly id: string
  /** what it is listed under: 行政处罚 */
  readonly subject: string
  readonly subjectEn: string
  readonly label: string
  readonly labelEn: string
  /** the event from which it is counted, in the words of the law; its day is not counted: 受理之日 */
  readonly startsOn: string
  readonly startsOnEn: string
  /**
   * - act: somebody must do something; an end on a rest day moves to the next working day (民法典第二百零三条)
   * - state: something lasts (公示、查封扣押); its end never moves, and an authority that must decide before it is warned
   *   on the last working day before
   * - notice: served so many clear days before an event; counted backwards from it (举行听证的七日前)
   */
  readonly limits: 'act' | 'state' | 'notice'
  /** who must be in time: 行政机关、当事人 */
  readonly whose: string
  readonly note?: string
  /** oldest first, without overlap */
  readonly history: readonly RuleVersion[]
  /** worked by hand; the tests run them, and people read them */
  readonly cases: readonly RuleCase[]
}

/** One counting with its outcome. */
export interface RuleCase {
  /** the day from which is counted, with the time of day where the limit is in hours; of a notice, the event */
  readonly from: string
  readonly paused?: readonly { readonly from: string; readonly to: string; readonly reason?: StopReason }[]
  /** how many of the extensions were granted */
  readonly extended?: number
  /** day that decides the version; left out: `from` */
  readonly on?: string
  readonly due: string
  /** where it differs from `due` */
  readonly rawDue?: string
  readonly provisional?: true
  readonly because?: string
}

export interface RuleVersion {
  /** first day on which it is in force */
  readonly from: string
  /** last day; left out where the next version or nothing ends it */
  readonly until?: string
  readonly length: Length
  /** a second limit that ends earlier rules: 45 个工作日，且不超过 60 日 */
  readonly andAtMost?: Length
  /** what it may be prolonged by, counted from its raw end, and who may do it */
  readonly extensions?: readonly {
    readonly length: Length
    readonly by: string
    readonly byEn: string
  }[]
  /** what is not counted: ids of `stopReasons` */
  readonly stops: readonly StopReason[]
  readonly source: RuleSource
}

export interface Length {
  readonly n: number
  readonly unit: LengthUnit
  /** key of the county's parameter that decides instead, where the number is the county's to set or uncertain */
  readonly parameter?: string
}

export type LengthUnit = 'workingDay' | 'calendarDay' | 'month' | 'year' | 'hour'

export interface RuleSource {
  /** 中华人民共和国行政许可法 */
  readonly instrument: string
  /** 第四十二条；empty where the place is not known */
  readonly article: string
  /** found: read in the text · recalled: from knowledge, to be confirmed; the screen says so */
  readonly certainty: 'found' | 'recalled'
}

export const stopReasons = {
  appraisal: { zh: '鉴定、评估', en: 'Appraisal' },
  testing: { zh: '检验、检测、检疫', en: 'Inspection and testing' },
  identification: { zh: '权利人辨认', en: 'Identification by the right holder' },
  hearing: { zh: '听证', en: 'Hearing' },
  announcement: { zh: '公告、公示', en: 'Announcement' },
  expertReview: { zh: '专家评审', en: 'Expert review' },
  tender: { zh: '招标、拍卖', en: 'Tender or auction' },
  supplement: { zh: '补正材料', en: 'Supplement of materials' },
  suspension: { zh: '中止', en: 'Suspension' },
  competence: { zh: '管辖权异议', en: 'Objection to competence' },
  evidence: { zh: '当事人申请延长举证', en: 'Extension of evidence time' },
  settlement: { zh: '和解、调解', en: 'Settlement talks' },
  review: { zh: '行政复议或者诉讼期间', en: 'Administrative review or suit' },
  thirdParty: { zh: '征求第三方意见', en: 'Hearing third parties' },
} as const satisfies Record<string, { zh: string; en: string }>

export type StopReason = keyof typeof stopReasons
