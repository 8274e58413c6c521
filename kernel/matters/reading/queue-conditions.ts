import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { searchQuery } from '../../registers/search-words.ts'
import { type Reader, readerOf } from './reader.ts'
import type { MatterView } from './reading.schemas.ts'
import { queueErrors } from './reading-errors.ts'

/** Which cases are asked for. */
export interface QueueSelection {
  readonly view: MatterView
  readonly type?: string | undefined
  readonly phase?: string | undefined
  readonly light?: 'green' | 'yellow' | 'red' | 'stopped' | 'none' | undefined
  readonly unit?: string | undefined
  readonly text?: string | undefined
  readonly submittedFrom?: string | undefined
  readonly submittedTo?: string | undefined
  readonly endedFrom?: string | undefined
  readonly endedTo?: string | undefined
  readonly status?: 'open' | 'ended' | undefined
  readonly outcome?: keyof typeof outcomesOf | undefined
  readonly kept?: `${'promised' | 'legal'}-${'inTime' | 'late'}` | undefined
}

/** Outcomes as statistics group them (`matter-figures.ts`). */
export const outcomesOf = {
  granted: ['granted', 'done'],
  refused: ['refused'],
  withdrawn: ['withdrawn'],
  lapsed: ['lapsed', 'terminated'],
} as const

/** Views that hold open cases only: they are ordered by what is due first. */
export const openViews: ReadonlySet<MatterView> = new Set([
  'mine',
  'others',
  'untaken',
  'unit',
  'overdue',
  'called',
  'copied',
])

/**
 * A selection as SQL on `matter m`: the jurisdiction, what the reader may see, the view and the filters. Each part is
 * found by an index of its own, and no case is in two of them: an `or` over both would have to look at every row.
 *
 * @throws queue.phaseWithoutType
 */
export function queueParts(context: QueryContext, selection: QueueSelection): readonly RawBuilder<boolean>[] {
  const reader = readerOf(context.actor)
  const { jurisdiction } = context
  const shared = [
    sql<boolean>`m.jurisdiction = ${jurisdiction}`,
    ...viewConditions(context, reader, selection.view),
    ...filterConditions(context, selection),
  ]
  return sightOf(context, reader, selection).map(({ conditions, units }) => {
    const found = textCondition(selection.text, units)
    return sql.join([...shared, ...conditions, ...found], sql` and `) as RawBuilder<boolean>
  })
}

/** One part of what a reader sees, and the units in which all of it lies, where it does. */
interface Sight {
  readonly conditions: readonly RawBuilder<boolean>[]
  readonly units?: readonly string[]
}

/**
 * What the reader sees, in parts. Views within one's own units hold nothing else: the condition of the units says it
 * already. A test holds that no view shows what the page of the case would refuse.
 */
function sightOf(context: QueryContext, reader: Reader, { view, unit }: QueueSelection): readonly Sight[] {
  const asked = unit === undefined ? {} : { units: [unit] }
  if (reader.units === 'all' || view === 'called' || view === 'copied') return [{ conditions: [], ...asked }]
  const { units } = reader
  if (view !== 'all') return [{ conditions: [], units }]
  const ours = unitCondition(reader)
  const called = sql<boolean>`m.id in (${callsTo(context, reader)})`
  return [
    { conditions: ours, units },
    { conditions: [called, sql<boolean>`not (${sql.join(ours, sql` and `)})`], ...asked },
  ]
}

function viewConditions(context: QueryContext, reader: Reader, view: MatterView): readonly RawBuilder<boolean>[] {
  const { today } = context
  const me = reader.accountId ?? null
  const open = sql<boolean>`m.status <> 'ended'`
  const ours = unitCondition(reader)
  switch (view) {
    case 'mine':
      return [open, ...ours, sql`m.handler_account = ${me}`]
    case 'others':
      return [open, ...ours, sql`m.handler_account is not null and m.handler_account is distinct from ${me}`]
    case 'untaken':
      return [open, ...ours, sql`m.handler_account is null`]
    case 'unit':
      return [open, ...ours]
    case 'overdue':
      return [open, ...ours, sql`m.status = 'open' and m.due_on < ${today}::date`]
    case 'called':
    case 'copied':
      return [open, waitingCall(context, reader, view)]
    case 'ended':
      return [sql`m.status = 'ended'`, ...ours]
    case 'all':
      return []
  }
}

function unitCondition({ units }: Reader): readonly RawBuilder<boolean>[] {
  if (units === 'all') return []
  const [only] = units
  // One unit as a plain equality: the index then gives the order, too.
  if (units.length === 1) return [sql`m.unit_id = ${only}`]
  return [sql`m.unit_id = any(${[...units]}::text[])`]
}

/** Cases in which something is asked of me or of my units. */
function callsTo({ jurisdiction }: QueryContext, { units, accountId }: Reader): RawBuilder<unknown> {
  const mine = units === 'all' ? [] : [...units]
  return sql`select c.matter_id from matter_call c
    where c.jurisdiction = ${jurisdiction} and (c.to_account = ${accountId ?? null} or c.to_unit = any(${mine}::text[]))`
}

/** Those among them that wait for an answer: of a person where one is named, else of anybody of the unit. */
function waitingCall(context: QueryContext, reader: Reader, view: 'called' | 'copied'): RawBuilder<boolean> {
  const kind = view === 'copied' ? sql`c.kind = 'copy'` : sql`c.kind <> 'copy'`
  return sql<boolean>`m.id in (${callsTo(context, reader)} and c.answered_at is null and ${kind}
    and (c.to_account is null or c.to_account = ${reader.accountId ?? null}))`
}

function filterConditions(context: QueryContext, selection: QueueSelection): readonly RawBuilder<boolean>[] {
  const { today } = context
  const { type, phase, light, unit, submittedFrom, submittedTo } = selection
  const { endedFrom, endedTo, status, outcome, kept } = selection
  if (phase !== undefined && type === undefined) throw queueErrors.phaseWithoutType({})
  return [
    ...(type === undefined ? [] : [sql<boolean>`m.matter_type = ${type}`]),
    ...(phase === undefined ? [] : [sql<boolean>`${phase} = any(m.phases)`]),
    ...(light === undefined ? [] : [lightCondition(light, today)]),
    ...(unit === undefined ? [] : [sql<boolean>`m.unit_id = ${unit}`]),
    ...(submittedFrom === undefined ? [] : [sql<boolean>`m.submitted_on >= ${submittedFrom}::date`]),
    ...(submittedTo === undefined ? [] : [sql<boolean>`m.submitted_on <= ${submittedTo}::date`]),
    ...(endedFrom === undefined ? [] : [sql<boolean>`m.ended_on >= ${endedFrom}::date`]),
    ...(endedTo === undefined ? [] : [sql<boolean>`m.ended_on <= ${endedTo}::date`]),
    ...(status === undefined
      ? []
      : [status === 'ended' ? sql<boolean>`m.status = 'ended'` : sql<boolean>`m.status <> 'ended'`]),
    ...(outcome === undefined ? [] : [sql<boolean>`m.outcome = any(${[...outcomesOf[outcome]]}::text[])`]),
    ...(kept === undefined ? [] : [keptCondition(context, kept)]),
  ]
}

/** The same cases as the figures count (`readKept` in matter-figures.ts). */
function keptCondition({ jurisdiction }: QueryContext, kept: NonNullable<QueueSelection['kept']>): RawBuilder<boolean> {
  const [kind, how] = kept.split('-')
  const measured = sql`select from matter_limit l where l.jurisdiction = ${jurisdiction} and l.matter_id = m.id
    and l.whose = 'unit' and l.kind = ${kind}`
  const isLate = sql<boolean>`exists (${measured} and l.status = 'missed')`
  return how === 'late'
    ? sql<boolean>`m.status = 'ended' and ${isLate}`
    : sql<boolean>`m.status = 'ended' and exists (${measured} and l.status = 'met') and not ${isLate}`
}

/** The same lights as `lightOf` (present-row.ts) gives to a row. */
function lightCondition(light: NonNullable<QueueSelection['light']>, today: string): RawBuilder<boolean> {
  const day = sql`${today}::date`
  switch (light) {
    case 'red':
      return sql`m.status = 'open' and m.due_on < ${day}`
    case 'yellow':
      return sql`m.status = 'open' and m.due_on >= ${day} and m.warn_on <= ${day}`
    case 'green':
      return sql`m.status = 'open' and m.due_on >= ${day} and (m.warn_on is null or m.warn_on > ${day})`
    case 'stopped':
      return sql`m.status = 'suspended'`
    case 'none':
      return sql`m.status = 'open' and m.due_on is null`
  }
}

/**
 * The words that are asked for, with the units that they are asked in: both stand in one index, which then names no case
 * of another unit.
 */
function textCondition(text: string | undefined, units: readonly string[] | undefined): readonly RawBuilder<boolean>[] {
  const asked = text?.trim() ?? ''
  if (asked === '') return []
  const words = searchQuery(asked)
  if (words === undefined) return [sql<boolean>`false`]
  const among = units?.map((unit) => `'=${unit.replaceAll(/['\\]/g, '$&$&')}'`).join(' | ') ?? ''
  return [sql<boolean>`m.search @@ ${among === '' ? words : `(${among}) & ${words}`}::tsquery`]
}
