import type {
  Comparator as DocumentComparator,
  DocumentIndicator,
  DocumentMilestone,
  DocumentTask,
  IndicatorKind,
  PlanDocument,
  Span,
} from '@qiangxian/engines/plan-document/plan-document.types'
import type { Area } from '@qiangxian/kernel/plan/programme.schemas'
import { areaLetters, guessArea } from './areas.ts'
import type { Draft, DraftContent } from './draft.ts'
import type { DraftKind } from './plan-import.schemas.ts'

/**
 * What the compiler read from a document, as a draft for people to review.
 *
 * Reading and deciding are kept apart: the draft begins with every item pending, as it was read. Areas and codes are
 * proposals of ours; the words, amounts and units are the document's.
 */
export function draftFromDocument(read: PlanDocument, text: string, newId: () => string): readonly Draft[] {
  const places = placesOf(read)
  const codes = codeMaker()
  const taskMilestones = read.tasks.flatMap((task) => task.milestones)
  const draftIds = new Map([...read.indicators, ...read.milestones, ...taskMilestones].map(({ id }) => [id, newId()]))
  const sameAs = (earlier: string | null) => (earlier === null ? null : (draftIds.get(earlier) ?? null))
  const item = <Kind extends DraftKind>(kind: Kind, content: DraftContent[Kind], from?: Statement): Draft =>
    ({
      id: (from?.id === undefined ? undefined : draftIds.get(from.id)) ?? newId(),
      kind,
      content,
      span: from?.span ?? null,
      words: from === undefined ? null : text.slice(from.span.start, from.span.end),
      confidence: from?.confidence ?? null,
      decision: 'pending',
      baseItemId: null,
      against: null,
    }) as Draft

  return [
    item('head', headContent(read)),
    ...groupsOf(read).map((title, index) => item('group', { number: index + 1, title, area: guessArea(title) })),
    ...read.tasks.map((task) =>
      item(
        'task',
        taskContent(task, placeOfStatement({ taskId: task.id, category: task.group, text: task.title }, places)),
        {
          span: task.span,
          confidence: task.confidence,
        },
      ),
    ),
    ...read.indicators.map((statement) => {
      const place = placeOfStatement(statement, places)
      const content = targetContent(statement, place, codes.next(place.area), sameAs(statement.sameAs))
      return item('target', content, statement)
    }),
    ...[...read.milestones, ...taskMilestones].map((statement) => {
      const place = placeOfStatement(statement, places)
      const content = milestoneContent(statement, place, codes.nextMilestone(), sameAs(statement.sameAs))
      return item('milestone', content, statement)
    }),
    ...read.safeguards.map((safeguard) => {
      const { number, title, text: summary } = safeguard
      return item('safeguard', { number, title, summary }, safeguard)
    }),
    ...read.phases.map((phase) => {
      const { name, start, end, text: summary } = phase
      return item('phase', { name, start, end, summary }, phase)
    }),
    ...unitsPrinted(read).map((printed) => item('unit', { printed, partyId: null, create: null })),
    ...read.questions.map(({ message, spans }) => {
      const [span] = spans
      return item('question', { message, answer: null }, span === undefined ? undefined : { span })
    }),
    ...read.unread.map((unread) => item('unread', { text: unread.text, reason: unread.reason }, unread)),
  ]
}

/** Something read, as far as a draft item takes it over. */
interface Statement {
  readonly id?: string
  readonly span: Span
  readonly confidence?: number
}

/** Where a statement stands: its area, its task, and the units that answer for the task. */
interface Place {
  readonly area: Area
  readonly tasks: readonly number[]
  readonly owners: readonly string[]
}

/** The place of each task by its id. Numbers that begin anew in every group are counted through, so each is one task. */
function placesOf(read: PlanDocument): ReadonlyMap<string, Place> {
  const unique = new Set(read.tasks.map((task) => task.number)).size === read.tasks.length
  return new Map(
    read.tasks.map((task, index) => [
      task.id,
      {
        area: guessArea(task.group ?? task.title),
        tasks: [unique ? task.number : index + 1],
        owners: task.lead,
      },
    ]),
  )
}

function placeOfStatement(
  statement: { readonly taskId: string | null; readonly category: string | null; readonly text: string },
  places: ReadonlyMap<string, Place>,
): Place {
  const place = statement.taskId === null ? undefined : places.get(statement.taskId)
  return place ?? { area: guessArea(statement.category ?? statement.text), tasks: [], owners: [] }
}

function headContent(read: PlanDocument): DraftContent['head'] {
  return {
    title: read.title ?? '（未识别标题）',
    issuer: read.issuer,
    documentNo: read.documentNo,
    issuedOn: read.date,
    periodStart: read.period.start,
    periodEnd: read.period.end,
  }
}

function milestoneContent(
  read: DocumentMilestone,
  place: Place,
  code: string,
  sameAs: string | null,
): DraftContent['milestone'] {
  return {
    code,
    name: shorten(read.text, 300),
    level: read.commitment,
    area: place.area,
    dueOn: null,
    tasks: [...place.tasks],
    owners: [...place.owners],
    sameAs,
  }
}

function targetContent(
  read: DocumentIndicator,
  place: Place,
  code: string,
  sameAs: string | null,
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
    area: place.area,
    category: read.category,
    deadline: read.deadline,
    tasks: [...place.tasks],
    owners: [...place.owners],
    years: [],
    sameAs,
  }
}

function taskContent(task: DocumentTask, place: Place): DraftContent['task'] {
  return {
    number: place.tasks[0] ?? task.number,
    title: task.title,
    group: task.group,
    area: place.area,
    summary: task.text,
    responsibilityText: task.responsibilityText,
    lead: [...task.lead],
    // Where nobody is named as leading, every unit of the list takes part.
    support: task.units.filter((unit) => !task.lead.includes(unit)),
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
