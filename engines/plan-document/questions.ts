/** What only a person can settle: contradictions, gaps, impossible dates. Messages are for officials. */
import type { DocumentIndicator, DocumentQuestion, PlanDocument, Span } from './plan-document.types.ts'
import { findContradictions } from './same-things.ts'

export interface Findings {
  readonly faults: readonly {
    readonly kind: 'numbering' | 'repeatedHeading'
    readonly message: string
    readonly span: Span
  }[]
  readonly frequencies: readonly { readonly text: string; readonly span: Span }[]
  readonly impossiblePhases: readonly { readonly words: string; readonly span: Span }[]
  readonly impossibleDates: readonly Span[]
  readonly notes: readonly string[]
  readonly length: number
  readonly chinese: boolean
}

type Draft = Omit<DocumentQuestion, 'id'>

export function askQuestions(plan: Omit<PlanDocument, 'questions'>, findings: Findings): DocumentQuestion[] {
  const drafts: Draft[] = [
    ...contradictions(plan),
    ...withoutLead(plan),
    ...findings.faults.map(({ kind, message, span }): Draft => ({ kind, message, about: [], spans: [span] })),
    ...findings.frequencies.map(
      ({ text, span }): Draft => ({
        kind: 'frequencyWithoutNumber',
        message: `“${text.slice(0, 60)}”写明了频次，没有写明数量，请确定每个周期要完成多少。`,
        about: [],
        spans: [span],
      }),
    ),
    ...findings.impossiblePhases.map(
      ({ words, span }): Draft => ({
        kind: 'impossibleDate',
        message: `时间“${words}”不存在或者结束早于开始，请核对。`,
        about: [],
        spans: [span],
      }),
    ),
    ...findings.impossibleDates.map(
      (span): Draft => ({
        kind: 'impossibleDate',
        message: '成文日期在日历上不存在，请核对。',
        about: [],
        spans: [span],
      }),
    ),
    ...nothingRead(plan, findings),
    ...findings.notes.map((message): Draft => ({ kind: 'other', message, about: [], spans: [] })),
  ]
  return drafts.map((draft, index) => ({ id: `question-${index + 1}`, ...draft }))
}

function contradictions(plan: Omit<PlanDocument, 'questions'>): Draft[] {
  const links = plan.indicators.map(({ sameAs }) => sameAs)
  const byId = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  return findContradictions(plan.indicators, links).flatMap(({ first, second }): Draft[] => {
    const a = byId.get(first.id)
    const b = byId.get(second.id)
    if (a === undefined || b === undefined) return []
    return [
      {
        kind: 'contradiction',
        message: `${placeOf(a)}写“${a.text}”，${placeOf(b)}写“${b.text}”，请确定是两个不同的指标，还是以哪一个为准。`,
        about: [a.id, b.id],
        spans: [a.span, b.span],
      },
    ]
  })
}

const placeOf = (indicator: DocumentIndicator): string =>
  indicator.task === null ? '工作目标' : `第 ${indicator.task} 项任务`

function withoutLead(plan: Omit<PlanDocument, 'questions'>): Draft[] {
  const unled = plan.tasks.filter(({ lead }) => lead.length === 0)
  if (unled.length === 0) return []
  if (unled.length === plan.tasks.length && unled.length > 1) {
    const named = unled.some(({ units }) => units.length > 0)
    const message = named
      ? '全部任务都只列责任单位，没有写明哪个单位牵头，请逐项确定牵头单位。'
      : '全部任务都没有写明责任单位，请逐项确定牵头单位和配合单位。'
    return [{ kind: 'noLead', message, about: unled.map(({ id }) => id), spans: [] }]
  }
  return unled.map(
    (task): Draft => ({
      kind: 'noLead',
      message: `任务“${task.label}${task.title}”没有写明牵头单位，请确定由谁牵头。`,
      about: [task.id],
      spans: [task.span],
    }),
  )
}

function nothingRead(plan: Omit<PlanDocument, 'questions'>, findings: Findings): Draft[] {
  if (findings.length === 0)
    return [
      {
        kind: 'other',
        message: '文件没有文字，无法读出目标和任务。请检查是否上传了扫描件或空文件。',
        about: [],
        spans: [],
      },
    ]
  if (!findings.chinese)
    return [
      { kind: 'other', message: '文件中没有中文，无法按中文工作方案的体例读出目标和任务。', about: [], spans: [] },
    ]
  if (plan.tasks.length === 0 && plan.indicators.length === 0)
    return [
      {
        kind: 'other',
        message: '没有找到目标、任务或责任单位，这份文件可能不是工作方案，请人工确认。',
        about: [],
        spans: [],
      },
    ]
  return []
}
