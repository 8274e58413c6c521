/**
 * What a plan says, as a structure: the vocabulary of the plan compiler.
 *
 * A *source text* is the whole text of the document, one string. Every item points into it with a *span* counted in
 * UTF-16 code units, so that `text.slice(span.start, span.end)` is the words as printed.
 *
 * - goal chapter 工作目标: where the document sets what is to be reached
 * - task 重点任务: a numbered piece of work with responsible units
 * - indicator 指标: a number that the plan sets to be reached
 * - milestone 里程碑: something promised or striven for without a number
 * - safeguard 保障措施, phase 时序进度: the supports and the timetable
 */

export interface Span {
  readonly start: number
  readonly end: number
}

/** How sure the compiler is, from 0 to 1. Below 0.6 the review page asks first. */
export type Confidence = number

/** `>` is the plan's 超, 突破; `>=` its 达, 不低于, 以上 and a bare number; see domain rule (4). */
export type Comparator = '>=' | '>' | '=' | '<=' | '<' | 'range'

/** 新增 · 累计 · 年度 · 达（存量） · 占比 · 增长 · 建成 N 个 */
export type IndicatorKind = 'new' | 'cumulative' | 'annual' | 'stock' | 'ratio' | 'growth' | 'build'

/** 建成 promised, late is red · 争创 striven for, not awarded is no failure */
export type CommitmentLevel = 'achieve' | 'strive'

export interface Quantity {
  /** as printed, 3.5 for 3.5万件; `[low, high]` for a range */
  readonly value: number | readonly [number, number]
  /** as printed, 万件 */
  readonly unit: string
}

export interface DocumentIndicator extends Quantity {
  readonly id: string
  readonly name: string
  readonly op: Comparator
  /** the same quantity in its base unit: 35000 件 */
  readonly normalized: Quantity
  readonly kind: IndicatorKind | null
  /** the date by which it is to be reached, ISO, or null where the document leaves it to the plan's period */
  readonly deadline: string | null
  /** the heading of the goal paragraph that it stands under */
  readonly category: string | null
  /** number of the task that it stands in; null for the goal chapter */
  readonly task: number | null
  /** id of that task; where numbering starts again under every group, only this tells the tasks apart */
  readonly taskId: string | null
  /** id of the earlier statement of the same number (a goal, and again in its task) */
  readonly sameAs: string | null
  /** the sentence or clause that sets it */
  readonly text: string
  readonly span: Span
  readonly confidence: Confidence
}

export interface DocumentMilestone {
  readonly id: string
  readonly text: string
  readonly commitment: CommitmentLevel
  readonly category: string | null
  readonly task: number | null
  readonly taskId: string | null
  /** id of the earlier statement of the same thing (建成示范县 in the goals and again in a task) */
  readonly sameAs: string | null
  readonly span: Span
  readonly confidence: Confidence
}

export interface DocumentSection {
  readonly number: number | null
  /** the number as printed: 一、 （二） 3、 第一章 */
  readonly label: string
  readonly title: string
  /** 1 for 一、, 2 for （一）, and so on down */
  readonly level: number
  readonly span: Span
}

export interface DocumentTask {
  /** unique in the document, also where the numbering starts again under every group */
  readonly id: string
  /** as printed, （十六） is 16 */
  readonly number: number
  readonly label: string
  readonly title: string
  /** the title of the group that the task stands in, or null */
  readonly group: string | null
  /** the body of the task without title and responsibility list */
  readonly text: string
  /** units named as leading; empty where the document names none */
  readonly lead: readonly string[]
  readonly support: readonly string[]
  /** every responsible unit, exactly as printed, in the order of the document */
  readonly units: readonly string[]
  readonly responsibilityText: string | null
  /** the words of 完成时限 and its date, where the document gives the task a time limit of its own */
  readonly due: { readonly text: string; readonly date: string | null } | null
  /** what the task promises without a number; the goal chapter's promises are `PlanDocument.milestones` */
  readonly milestones: readonly DocumentMilestone[]
  readonly span: Span
  readonly confidence: Confidence
}

export interface DocumentSafeguard {
  readonly number: number
  readonly label: string
  readonly title: string
  readonly text: string
  readonly span: Span
}

export interface DocumentPhase {
  readonly name: string
  /** ISO dates; a month is its first and its last day */
  readonly start: string | null
  readonly end: string | null
  readonly text: string
  readonly span: Span
}

export interface DocumentReference {
  /** 《…》 title or 〔…〕 number that the plan cites */
  readonly title: string | null
  readonly documentNo: string | null
  readonly span: Span
}

/** A contradiction or a gap that a person has to settle. */
export interface DocumentQuestion {
  readonly id: string
  readonly kind:
    | 'contradiction'
    | 'noLead'
    | 'impossibleDate'
    | 'numbering'
    | 'frequencyWithoutNumber'
    | 'repeatedHeading'
    | 'other'
  /** in the reader's language: which thing, what is wrong, what to decide */
  readonly message: string
  readonly about: readonly string[]
  readonly spans: readonly Span[]
}

/** A sentence that has a quantity and was not read as a target. */
export interface UnreadQuantity {
  readonly text: string
  readonly reason: string
  readonly span: Span
}

export interface PlanDocument {
  /** the title of the plan itself */
  readonly title: string | null
  /** the title of the covering notice (关于印发…的通知), where it differs */
  readonly noticeTitle: string | null
  readonly issuer: string | null
  readonly documentNo: string | null
  /** 成文日期, ISO */
  readonly date: string | null
  readonly period: { readonly start: string | null; readonly end: string | null }
  readonly sections: readonly DocumentSection[]
  readonly indicators: readonly DocumentIndicator[]
  /** promises without a number in the goal chapter */
  readonly milestones: readonly DocumentMilestone[]
  readonly tasks: readonly DocumentTask[]
  readonly safeguards: readonly DocumentSafeguard[]
  readonly phases: readonly DocumentPhase[]
  readonly references: readonly DocumentReference[]
  readonly questions: readonly DocumentQuestion[]
  readonly unread: readonly UnreadQuantity[]
}

/**
 * A document as the readers hand it to the compiler: one text, and where its tables stand.
 * Paragraphs are separated by '\n'. A table is written into the text row by row, cells separated by '\t', and its
 * cells are listed so that the compiler can read columns.
 */
export interface SourceDocument {
  readonly format: 'docx' | 'txt' | 'md' | 'pdf'
  readonly text: string
  readonly tables: readonly SourceTable[]
  /** what the reader had to leave out or to guess, in the reader's language */
  readonly notes: readonly string[]
}

export interface SourceTable {
  readonly span: Span
  /** rows of cells; a merged cell is repeated in every place it covers, with the same span */
  readonly rows: readonly (readonly SourceCell[])[]
}

export interface SourceCell {
  readonly text: string
  readonly span: Span
}
