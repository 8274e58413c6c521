import { daysBetween } from '@qiangxian/engines/work-calendar/civil-date'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import { stateOf } from '../chart/states.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { MatterRow } from '../matters.schemas.ts'
import { matterVersion } from '../versions.ts'
import { type BoundedCount, countMatters } from './count-matters.ts'
import { findMatters, foundTo } from './found-matters.ts'
import { cursorOf, type OrderPart, orderOf, type Place, partsOf, placeIn, type QueueOrder } from './queue-order.ts'

/** The columns that a line of a list is made of. */
const lineColumns = sql`m.id, m.number, m.matter_type, m.version, m.area, m.title, m.phases, m.status, m.turn, m.outcome,
  m.unit_id, m.handler_account, m.handler_label, m.entrance, m.applicant_label, m.due_on, m.warn_on, m.is_provisional,
  m.urged, m.revision, m.submitted_on, m.ended_on, m.last_act_at, m.last_act_at::text as last_act_text, m.demonstration`

interface Line {
  readonly id: string
  readonly number: string
  readonly matter_type: string
  readonly version: number
  readonly area: string
  readonly title: string
  readonly phases: readonly string[]
  readonly status: MatterRow['status']
  readonly turn: string | null
  readonly outcome: string | null
  readonly unit_id: string
  readonly handler_account: string | null
  readonly handler_label: string | null
  readonly entrance: MatterRow['entrance']
  readonly applicant_label: string
  readonly due_on: string | null
  readonly warn_on: string | null
  readonly is_provisional: boolean
  readonly urged: number
  readonly revision: number
  readonly submitted_on: string
  readonly ended_on: string | null
  readonly last_act_at: Date
  /** with its microseconds: a place must not lose them */
  readonly last_act_text: string
  readonly demonstration: boolean
  readonly unit_name: string
  readonly unit_short: string
  readonly unit_dissolved: string | null
  /** of the running limit that ends first */
  readonly limit_label: string | null
  readonly limit_unit: string | null
  readonly limit_due: string | null
}

export interface ListedMatters {
  readonly rows: readonly MatterRow[]
  readonly next: string | null
  /** of the whole queue; with its first page only */
  readonly counted: BoundedCount | undefined
}

export interface AskedPage {
  readonly order: QueueOrder
  readonly after?: string | undefined
  readonly limit: number
  /** words are among the conditions */
  readonly byWords: boolean
}

/**
 * One page of a queue, with the first how many there are. The place after a page is a value and an id, so that pages
 * neither repeat nor skip what stays in place while others write.
 *
 * @param parts conditions on `matter m` of which no case meets two, with the jurisdiction and what the reader may see
 * @throws queue.badCursor
 */
export async function listMatters(
  context: QueryContext,
  parts: readonly RawBuilder<boolean>[],
  { order, after, limit, byWords }: AskedPage,
): Promise<ListedMatters> {
  const place = after === undefined ? undefined : placeIn(after, order)
  const found = byWords ? await findMatters(context, parts, order, place, limit + 1) : undefined
  const lines =
    found === undefined
      ? await walk(context, parts, order, place, limit + 1)
      : await readLines(context, sql`select unnest(${found.ids}::text[]) as id`, orderOf(order))
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await presentLines(context, shown),
    next: lines.length > limit && last !== undefined ? cursorOf(order, placeOf(order, last)) : null,
    counted: place === undefined ? (found?.counted ?? (await countOf(context, parts, byWords))) : undefined,
  }
}

function countOf(
  context: QueryContext,
  parts: readonly RawBuilder<boolean>[],
  byWords: boolean,
): Promise<BoundedCount> {
  // More than can be read at once, or words would have been found at once.
  return byWords ? Promise.resolve({ count: foundTo, isExact: false }) : countMatters(context, parts)
}

/** Along the indexes that know the order, until there are enough. */
async function walk(
  context: QueryContext,
  parts: readonly RawBuilder<boolean>[],
  order: QueueOrder,
  place: Place | undefined,
  most: number,
): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const part of partsOf(order, place)) {
    if (lines.length >= most) break
    lines.push(...(await readPart(context, parts, part, most - lines.length)))
  }
  return lines
}

async function readPart(
  context: QueryContext,
  parts: readonly RawBuilder<boolean>[],
  { where: inPart, orderBy }: OrderPart,
  limit: number,
): Promise<readonly Line[]> {
  const chosen = parts.map(
    (where) => sql`(select m.id, m.due_on, m.last_act_at from matter m
      where ${where} and ${inPart} order by ${orderBy} limit ${limit})`,
  )
  const all = sql`select m.id from (${sql.join(chosen, sql` union all `)}) m order by ${orderBy} limit ${limit}`
  return readLines(context, all, orderBy)
}

/**
 * The lines that were chosen, with what stands beside each. Choosing reads no more of a case than its index holds; a
 * limit looked up for every case that is sorted would cost too much.
 */
async function readLines(
  { tx, jurisdiction }: QueryContext,
  chosen: RawBuilder<unknown>,
  orderBy: RawBuilder<unknown>,
): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select ${lineColumns}, u.name as unit_name, u.short_name as unit_short, u.dissolved_on as unit_dissolved,
      l.label as limit_label, l.length_unit as limit_unit, l.due_on as limit_due
    from (${chosen}) chosen
      join matter m on m.jurisdiction = ${jurisdiction} and m.id = chosen.id
      join party u on u.jurisdiction = ${jurisdiction} and u.id = m.unit_id
      left join lateral (
        select l.label, l.length_unit, l.due_on from matter_limit l
        where l.jurisdiction = ${jurisdiction} and l.matter_id = m.id and l.status = 'running' and m.due_on is not null
        order by l.due_on, l.kind desc limit 1
      ) l on true
    order by ${orderBy}`.execute(tx)
  return rows
}

function placeOf(order: QueueOrder, line: Line): Place {
  return { by: order === 'due' ? line.due_on : line.last_act_text, id: line.id }
}

/** The line of one case, as lists show it; undefined where the reader may not see it. */
export async function matterRow(
  context: QueryContext,
  seen: RawBuilder<SqlBool>,
  id: string,
): Promise<MatterRow | undefined> {
  const chosen = sql`select m.id from matter m where m.jurisdiction = ${context.jurisdiction} and m.id = ${id} and ${seen}`
  return (await presentLines(context, await readLines(context, chosen, sql`m.id`)))[0]
}

async function presentLines(context: QueryContext, lines: readonly Line[]): Promise<readonly MatterRow[]> {
  const counts = lines.some(({ limit_due: due }) => due !== null)
  const calendar = counts ? await calendarOf(context) : undefined
  const rows: MatterRow[] = []
  for (const line of lines) {
    const declaration = await matterVersion(context, line.matter_type, line.version)
    rows.push({
      ...{ id: line.id, number: line.number, type: line.matter_type, typeLabel: declaration.label, area: line.area },
      ...{ title: line.title, applicant: line.applicant_label, entrance: line.entrance },
      phases: phasesOf(declaration, line.phases),
      ...{ status: line.status, outcome: line.outcome, turn: line.turn },
      unit: {
        ...{ id: line.unit_id, name: line.unit_name, shortName: line.unit_short, dissolvedOn: line.unit_dissolved },
      },
      handler: line.handler_label,
      isMine: line.handler_account !== null && line.handler_account === context.actor.accountId,
      ...{ submittedOn: line.submitted_on, lastActAt: line.last_act_at.toISOString() },
      dueOn: line.status === 'ended' ? null : line.due_on,
      ...{ dueLabel: line.limit_label, daysLeft: daysLeftOf(line, context.today, calendar) },
      daysIn: line.limit_due === null ? null : line.limit_unit === 'workingDay' ? 'workingDay' : 'calendarDay',
      ...{ isProvisional: line.is_provisional, light: lightOf(line, context.today) },
      ...{ urged: line.urged, revision: line.revision, endedOn: line.ended_on, demonstration: line.demonstration },
    })
  }
  return rows
}

/** Working days where the limit is in working days, else calendar days; 0 on the last day, negative afterwards. */
function daysLeftOf(line: Line, today: string, calendar: WorkCalendar | undefined): number | null {
  if (line.limit_due === null || calendar === undefined) return null
  if (line.limit_unit !== 'workingDay') return daysBetween(today, line.limit_due)
  return workingDaysBetween(today, line.limit_due, calendar)
}

function phasesOf(declaration: MatterDeclaration, phases: readonly string[]): MatterRow['phases'] {
  return phases.map((id) => ({ id, label: stateOf(declaration, id)?.label ?? id }))
}

/**
 * The light of a case by its nearest running limit: red from the day after the last one, yellow from the day of the
 * warning on. Without a running limit there is none, and that is not green.
 */
export function lightOf(
  { status, due_on, warn_on }: Pick<Line, 'status' | 'due_on' | 'warn_on'>,
  today: string,
): MatterRow['light'] {
  if (status === 'ended') return 'done'
  if (status === 'suspended') return 'stopped'
  if (due_on === null) return 'none'
  if (due_on < today) return 'red'
  return warn_on !== null && warn_on <= today ? 'yellow' : 'green'
}
