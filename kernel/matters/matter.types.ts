import type { Field } from '../registers/field.types.ts'
import type { Area } from '../registers/register.types.ts'
import type { Length, StopReason } from '../rules/rule.types.ts'

/**
 * A matter 事项 (and its cases, 办件), declared once as plain data: it can be printed as JSON, and a case in hand runs on
 * the printed version on which it began, whatever the program knows by then.
 *
 * From it come the public guide, the form in the browser and at the window, the HTTP interface with its description, the
 * work queues, the picture of its flow, the tests that walk every path, and the page of the documentation.
 *
 * Terminology: a *matter type* is the declaration, a *matter* (办件) is one case; an *act* is one thing somebody did to
 * it. The record of a matter is its list of acts, its state is derived from them.
 */
export interface MatterDeclaration {
  /** kebab-case: `rights-assistance` */
  readonly id: string
  readonly area: Area
  readonly systems: readonly string[]
  readonly label: string
  readonly labelEn: string
  /** what somebody gets by it, in one sentence in ordinary words */
  readonly about: string
  /** the line over its cases in lists: names of form fields, the first that is filled is taken */
  readonly titleFrom: readonly string[]
  readonly guide: Guide
  readonly form: FormDeclaration
  readonly materials: readonly MaterialDeclaration[]
  /** who may begin one, and how */
  readonly entrances: readonly Entrance[]
  readonly initial: string
  readonly states: Readonly<Record<string, StateDeclaration>>
  readonly limits: readonly LimitDeclaration[]
  readonly documents: Readonly<Record<string, DocumentTemplate>>
  readonly notices: readonly NoticeDeclaration[]
  /** what it writes into registers, at which act */
  readonly writes: readonly RegisterWriteDeclaration[]
  readonly publication?: PublicationDeclaration
  /** 专家评审: blind, by criteria, by experts who were drawn */
  readonly review?: ReviewDeclaration
  /** whether those who apply may draw back, and until which states; left out: never */
  readonly withdrawal?: { readonly in: readonly string[] }
  /** whether an ended case can be taken up again, and in which state it then stands */
  readonly reopening?: { readonly from: readonly string[]; readonly to: string }
  /** fields of the form whose content only the named permissions open; nobody else sees even that they are filled */
  readonly sealed?: readonly string[]
  /** 保管期限 */
  readonly archive: { readonly years: 10 | 30 | 'permanent'; readonly category: string }
  readonly sources: readonly Source[]
  /**
   * numbers that the county sets, by the key of its parameter, for the words of the guide: `{parameter.<key>}`. The
   * default stands, and is called one, until the county has decided
   */
  readonly parameters?: Readonly<Record<string, { readonly otherwise: number; readonly unit: string }>>
  /** laws that changed: from that day on cases begin on other rules; said in the guide */
  readonly changes?: readonly { readonly from: string; readonly what: string }[]
}

/** id → a pure guard; named in declarations, provided by the subject (`*.guards.ts`). */
export interface GuardDeclaration {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  /** undefined: it may be done; else why not, and what to do next */
  readonly refuses: (facts: GuardFacts) => GuardRefusal | undefined
}

export interface GuardRefusal {
  readonly zh: string
  readonly en: string
}

export interface GuardFacts {
  readonly values: Readonly<Record<string, unknown>>
  /** what comes with the act itself */
  readonly input: Readonly<Record<string, unknown>>
  /** ids of materials that are there, and of those that may come later */
  readonly given: readonly string[]
  readonly missing: readonly string[]
  readonly acts: readonly { readonly act: string; readonly on: string; readonly byAccount: string | null }[]
  /** asked to sign (会签、加签) who have not answered, by name */
  readonly unanswered?: readonly string[]
  /** how often a supplement was asked for already */
  readonly supplementsAsked?: number
  /** how far the experts are, of matters that they review */
  readonly review?: { readonly asked: number; readonly submitted: number; readonly isComplete: boolean }
  /** the last day of the nearest limit that runs; null while none does */
  readonly dueOn?: string | null
  /** the last day of what lasts (公示期); null while nothing does */
  readonly lastsUntil?: string | null
  readonly byAccount: string | null
  readonly today: string
  readonly submittedOn: string
}

export interface Source {
  readonly instrument: string
  readonly article: string
  readonly certainty: 'found' | 'recalled'
}

/** 实施清单: the fields of a service guide that are the same in every county. Place, time and telephone are the county's. */
export interface Guide {
  /** 事项类型: 05 行政给付, 08 行政奖励, 09 行政裁决, 10 其他行政权力, 20 公共服务 */
  readonly itemType: '01' | '05' | '07' | '08' | '09' | '10' | '20'
  /** 服务对象 */
  readonly forWhom: readonly ('person' | 'enterprise' | 'institution' | 'organisation' | 'government')[]
  /** 即办件 / 承诺件 */
  readonly handling: 'atOnce' | 'promised'
  readonly conditions: readonly string[]
  /** 办理流程 in words, for those who read */
  readonly steps: readonly { readonly label: string; readonly what: string }[]
  readonly result: {
    readonly label: string
    readonly kind: 'certificate' | 'document' | 'other'
    readonly delivery: readonly string[]
  }
  readonly fee:
    | { readonly charged: false }
    | { readonly charged: true; readonly basis: string; readonly standard: string }
  /** 到办事现场次数 */
  readonly visits: number
  readonly visitReason?: string
  /** 网办深度 */
  readonly online: 'inform' | 'preview' | 'accept' | 'handle' | 'whole'
  readonly acrossRegions: 'nation' | 'province' | 'city' | 'county'
  /** 告知承诺, 一件事 */
  readonly byPromise?: true
  readonly likelyOutcome: string
  readonly questions: readonly { readonly ask: string; readonly answer: string }[]
  /** ordinary words by which people look for it: 仿冒、抄我的壶 */
  readonly words: readonly string[]
}

export interface FormDeclaration {
  readonly steps: readonly {
    readonly id: string
    readonly label: string
    readonly about?: string
    readonly fields: Readonly<Record<string, FormField>>
  }[]
}

/** A field as in registers, and what a form needs besides. Names are unique in the whole form. */
export type FormField = Field & {
  /** shown and asked for only when this holds of what is filled so far */
  readonly when?: FormCondition
  /** where it is filled from, so that it is not asked again (一次告知、数据共享) */
  readonly prefill?: Prefill
}

export type FormCondition =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly FormCondition[] }
  | { readonly any: readonly FormCondition[] }

export type Prefill =
  /** of the party that applies: its record in the register of entities */
  | { readonly from: 'entity'; readonly field: string }
  /** of the person: what the account or the visit knows (name, phone) */
  | { readonly from: 'person'; readonly field: 'name' | 'phone' | 'email' }
  /** of a record of another register that is linked in the form */
  | { readonly from: 'link'; readonly link: string; readonly field: string }
  /** what the same party filed last in a field of this kind, in any matter */
  | { readonly from: 'earlier'; readonly key: string }

export interface MaterialDeclaration {
  readonly id: string
  readonly label: string
  readonly kind: 'original' | 'copy' | 'electronic'
  readonly copies: number
  /** later: 容缺后补, may come after acceptance */
  readonly necessity: 'required' | 'optional' | 'later'
  readonly when?: FormCondition
  /** 来源渠道 */
  readonly origin: 'applicant' | 'government' | 'other'
  readonly notes?: string
  /** under the same seal as the sealed fields: opened with a reason, by those who may; to nobody else it is there */
  readonly sealed?: true
  /** several pages or pictures make one material */
  readonly several?: true
  /** the platform has it already where this register holds a record of the party; then it is not asked for */
  readonly shared?: { readonly register: string; readonly through: string; readonly says: string }
}

export type Entrance =
  /** signed in */
  | 'account'
  /** once, by a code to the telephone */
  | 'visit'
  /** without saying who one is */
  | 'anonymous'
  /** at the window, by a clerk */
  | 'window'
  /** begun by staff themselves */
  | 'staff'

/**
 * A state. One without acts, regions and `then` is an end. `regions` run beside each other (调解与裁决并行); when all of them
 * have ended, `then` follows.
 */
export interface StateDeclaration {
  readonly label: string
  readonly labelEn: string
  /** what those who applied read: where it is and what happens next */
  readonly forApplicant: string
  readonly acts?: Readonly<Record<string, ActDeclaration>>
  readonly regions?: Readonly<
    Record<
      string,
      {
        readonly label: string
        readonly labelEn: string
        readonly initial: string
        readonly states: Readonly<Record<string, StateDeclaration>>
      }
    >
  >
  readonly then?: string
  /** of an end: granted 办结（准予）, refused 不予, lapsed 逾期失效, withdrawn 撤回, terminated 终止, done 办结 */
  readonly outcome?: 'granted' | 'refused' | 'lapsed' | 'withdrawn' | 'terminated' | 'done'
  /** whose move it is; left out: the handling unit's */
  readonly turn?: 'applicant' | 'unit' | 'expert' | 'other'
  /** while here, the running limits that allow it stand still, for this reason */
  readonly stops?: StopReason
}

/** Who may do an act. */
export type ActBy =
  /** who applied, through whichever entrance */
  | 'applicant'
  /** the officer of the handling unit who took it, or any of them while nobody did */
  | 'handler'
  /** the head of the handling unit; never the one who handled it, where `notTheHandler` */
  | 'head'
  | 'window'
  /** experts who were drawn for it */
  | 'expert'
  /** the clock: when a limit is missed */
  | 'clock'

export interface ActDeclaration {
  readonly label: string
  readonly labelEn: string
  /** the state it leads to, in the same region; left out: it stays (a note, an inquiry) */
  readonly to?: string
  readonly by: readonly ActBy[]
  /** nobody decides on what they handled themselves */
  readonly notTheHandler?: true
  /** guards by id, all of them */
  readonly guards?: readonly string[]
  /** what is asked for with it; a field that has the name of one of the form corrects the form */
  readonly fields?: Readonly<Record<string, FormField>>
  /** an opinion in words: required, asked or none (the default) */
  readonly opinion?: 'required' | 'optional'
  /** a document that it issues, by id */
  readonly issues?: string
  /** the main way forward: the button that stands out */
  readonly main?: true
  /** 补正: all that is missing is told at once, and only once in a matter */
  readonly asksForSupplement?: true
  /** it waits until everybody who was asked to sign (会签) has answered */
  readonly needsCountersigns?: true
  /** one key on the keyboard at the desk */
  readonly key?: string
  /** many at once from the list */
  readonly batch?: true
  /** a step inside of the office, with an opinion that those who apply do not read: 拟同意 */
  readonly internal?: true
}

export interface LimitDeclaration {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  /** id of the rule: the legal limit */
  readonly rule: string
  /** what the county promises; shorter than the legal one, checked at start. The county may set another */
  readonly promised?: Length
  /** acts or states that start it and end it: `act:accept`, `state:waiting` */
  readonly startsWith: readonly string[]
  readonly endsWith: readonly string[]
  /** states in which the clock stands still, where the rule allows the state's reason */
  readonly stopsIn?: readonly string[]
  readonly whose: 'unit' | 'applicant'
  /** the day that decides which version of the rule applies: of receipt, or (left out) on which the limit starts */
  readonly versionOn?: 'submittedOn'
  /** of matters of which this holds when it would start; left out: of all (举报才有核查期限，投诉没有) */
  readonly when?: FormCondition
  /** an act that the clock does when it is missed (逾期未补正视为撤回); else it escalates */
  readonly onMissed?: string
}

export interface NoticeDeclaration {
  /** `act:accept`, `state:waiting`, `limit:decide/warn`, `limit:decide/missed` */
  readonly on: string
  readonly to: 'applicant' | 'handler' | 'unit' | 'head'
  readonly title: string
  /** words with {placeholders}: see document.types.ts */
  readonly body: string
}

export interface RegisterWriteDeclaration {
  /** `act:register` */
  readonly on: string
  readonly register: string
  /** field of the register → where its value comes from */
  readonly values: Readonly<Record<string, WrittenValue>>
  /** a record with the same key is changed, and not doubled */
  readonly changesExisting?: true
}

export type WrittenValue =
  | { readonly form: string }
  | { readonly input: string }
  | { readonly literal: string | number | boolean }
  | {
      readonly fact:
        | 'number'
        | 'today'
        | 'submittedOn'
        | 'acceptedOn'
        | 'unit'
        | 'applicant'
        | 'documentNumber'
        | 'title'
    }

/**
 * 专家评审. Experts are drawn from a register (kernel/draws), judge what `shows` names without learning who applied, and
 * give points per criterion; the guard `reviews-complete` holds back the acts that need their result.
 */
export interface ReviewDeclaration {
  /** states in which experts are drawn and review */
  readonly in: readonly string[]
  readonly criteria: readonly {
    readonly id: string
    readonly label: string
    readonly labelEn: string
    readonly about?: string
    readonly most: number
  }[]
  /** how many are drawn, and how many must have judged */
  readonly experts: number
  readonly least: number
  /** trimmedMean: the highest and the lowest total are left out, where five or more judged */
  readonly combine: 'mean' | 'trimmedMean'
  readonly within: Length
  /** form fields that experts read; none that is personal or tells who applied */
  readonly shows: readonly string[]
  /** materials that they read */
  readonly materials: readonly string[]
  /** the register they are drawn from; whoever is employed by the applicant is left out (回避) */
  readonly from: { readonly register: string; readonly employer: string; readonly specialities?: string }
}

export interface PublicationDeclaration {
  readonly on: string
  /** what everybody reads: form fields, by name; personal ones are masked */
  readonly fields: readonly string[]
  readonly title: string
  /** objections are taken until the end of this rule, counted from publication */
  readonly objections?: { readonly rule: string }
  /** how long it stays: rule of kind `state`; left out: for good */
  readonly shownFor?: string
}

/**
 * A document 文书 as data; Word and PDF are printed from the same (GB/T 9704-2012, kernel/documents). Words hold
 * placeholders: `{form.name}`, `{input.reason}`, `{fact.number}`, `{limit.decide.due}`; one that is not filled refuses the
 * document and names itself.
 */
export interface DocumentTemplate {
  readonly label: string
  readonly form: 'letter' | 'notice' | 'certificate' | 'receipt' | 'record'
  readonly title: string
  /** 发文字号: `知援受〔{year}〕{n}号`, before which the county puts its place; the series runs per county and year */
  readonly number: string
  readonly addressee?: string
  readonly body: readonly DocumentBlock[]
  readonly signedBy: 'unit' | 'county'
  readonly sealed: boolean
  /** 附注, and what must be said: 本意见仅供参考，不作为行政决定或者司法裁判的依据 */
  readonly notes?: readonly string[]
}

export type DocumentBlock =
  | { readonly paragraph: string; readonly when?: FormCondition }
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly list: 'materials' | 'missing' | 'limits' }
  | { readonly table: readonly { readonly label: string; readonly value: string }[] }
