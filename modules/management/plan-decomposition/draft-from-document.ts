import type {
  Comparator as DocumentComparator,
  DocumentIndicator,
  DocumentMilestone,
  DocumentTask,
  IndicatorKind,
  PlanDocument,
  Span,
} from '@qiangxian/engines/plan-document/plan-document.types'
import { areaLetters, guessArea } from './areas.ts'
import type { Draft, DraftContent } from './draft.ts'
import type { DraftKind } from './plan-import.schemas.ts'
import type { Area } from './programme.schemas.ts'

/**
 * What the compiler read from a document, as a draft for people to review.
 *
 * Reading and deciding are kept apart: the draft begins with every item pending, as it was read. Areas and codes are
 * proposals of ours; the words, amounts and units are the document's.
 */
export function draftFromDocument(read: PlanDocument, text: string, newId: () => string): readonly Draft[] {
  const areaOfTask = new Map(read.tasks.map((task) => [task.number, guessArea(task.group ?? task.title)]))
  const codes = codeMaker()
  const idOf = new Map<string, string>()
  for (const item of [...read.indicators, ...read.milestones, ...read.tasks.flatMap((task) => task.milestones)]) {
    idOf.set(item.id, newId())
  }
  const item = <Kind extends DraftKind>(
    kind: Kind,
    content: DraftContent[Kind],
    span: Span | null,
    confidence: number | null = null,
    id: string = newId(),
  ): Draft =>
    ({
      id,
      kind,
      content,
      span,
      words: span === null ? null : text.slice(span.start, span.end),
      confidence,
      decision: 'pending',
      baseItemId: null,
      against: null,
    }) as Draft

  const areaOf = (statement: { task: number | null; category: string | null; text: string }): Area =>
    statement.task === null
      ? guessArea(statement.category ?? statement.text)
      : (areaOfTask.get(statement.task) ?? guessArea(statement.text))

  const target = (read_: DocumentIndicator): Draft =>
    item(
      'target',
      targetContent(
        read_,
        areaOf(read_),
        codes.next(areaOf(read_)),
        read_.sameAs === null ? null : (idOf.get(read_.sameAs) ?? null),
        ownersOf(read, read_.task),
      ),
      read_.span,
      read_.confidence,
      idOf.get(read_.id),
    )
  const milestone = (read_: DocumentMilestone): Draft =>
    item(
      'milestone',
      {
        code: codes.nextMilestone(),
        name: shorten(read_.text, 300),
        level: read_.commitment,
        area: areaOf(read_),
        dueOn: null,
        tasks: read_.task === null ? [] : [read_.task],
        owners: [...ownersOf(read, read_.task)],
        sameAs: read_.sameAs === null ? null : (idOf.get(read_.sameAs) ?? null),
      },
      read_.span,
      read_.confidence,
      idOf.get(read_.id),
    )

  return [
    item(
      'head',
      {
        title: read.title ?? '（未识别标题）',
        issuer: read.issuer,
        documentNo: read.documentNo,
        issuedOn: read.date,
        periodStart: read.period.start,
        periodEnd: read.period.end,
      },
      null,
    ),
    ...groupsOf(read).map((title, index) => item('group', { number: index + 1, title, area: guessArea(title) }, null)),
    ...read.tasks.map((task) => item('task', taskContent(task), task.span, task.confidence)),
    ...read.indicators.map(target),
    ...[...read.milestones, ...read.tasks.flatMap((task) => task.milestones)].map(milestone),
    ...read.safeguards.map((safeguard) =>
      item('safeguard', { number: safeguard.number, title: safeguard.title, summary: safeguard.text }, safeguard.span),
    ),
    ...read.phases.map((phase) =>
      item('phase', { name: phase.name, start: phase.start, end: phase.end, summary: phase.text }, phase.span),
    ),
    ...unitsPrinted(read).map((printed) => item('unit', { printed, partyId: null, create: null }, null)),
    ...read.questions.map((question) =>
      item('question', { message: question.message, answer: null }, question.spans[0] ?? null),
    ),
    ...read.unread.map((unread) => item('unread', { text: unread.text, reason: unread.reason }, unread.span)),
  ]
}

function targetContent(
  read: DocumentIndicator,
  area: Area,
  code: string,
  sameAs: string | null,
  owners: readonly string[],
): DraftContent['target'] {
  const [value, valueHigh] = typeof read.value === 'number' ? [read.value, null] : read.value
  return {
    code,
    name: shorten(read.name, 200),
    comparator: comparatorOf[read.op],
    value,
    valueHigh,
    unit: read.unit,
    kind: read.kind === null ? null : kindOf[read.kind],
    area,
    category: read.category,
    deadline: read.deadline,
    tasks: read.task === null ? [] : [read.task],
    owners: [...owners],
    years: [],
    sameAs,
  }
}

function taskContent(task: DocumentTask): DraftContent['task'] {
  return {
    number: task.number,
    title: task.title,
    group: task.group,
    area: guessArea(task.group ?? task.title),
    summary: task.text,
    responsibilityText: task.responsibilityText,
    lead: [...task.lead],
    support: [...(task.lead.length === 0 ? task.units : task.support)],
  }
}

const comparatorOf: Readonly<Record<DocumentComparator, DraftContent['target']['comparator']>> = {
  '>=': 'gte',
  '>': 'gt',
  '=': 'eq',
  '<=': 'lte',
  '<': 'lt',
  range: 'range',
}

/** 新增 and 累计 are counted from the start of the programme unless a person decides otherwise. */
const kindOf: Readonly<Record<IndicatorKind, NonNullable<DraftContent['target']['kind']>>> = {
  new: 'cumulativeSinceStart',
  cumulative: 'cumulativeSinceStart',
  annual: 'annual',
  stock: 'stock',
  ratio: 'ratio',
  growth: 'growth',
  build: 'stock',
}

function groupsOf(read: PlanDocument): readonly string[] {
  return [...new Set(read.tasks.flatMap((task) => task.group ?? []))]
}

function unitsPrinted(read: PlanDocument): readonly string[] {
  return [...new Set(read.tasks.flatMap((task) => [...task.lead, ...task.support, ...task.units]))]
}

function ownersOf(read: PlanDocument, task: number | null): readonly string[] {
  return read.tasks.find((candidate) => candidate.number === task)?.lead ?? []
}

function codeMaker() {
  const counted = new Map<Area, number>()
  let milestones = 0
  return {
    next(area: Area): string {
      const number = (counted.get(area) ?? 0) + 1
      counted.set(area, number)
      return `${areaLetters[area]}${number}`
    },
    nextMilestone(): string {
      milestones += 1
      return `L${milestones}`
    },
  }
}

function shorten(text: string, limit: number): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`
}
