import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { isRateable, ratingsOfMatters } from '../../ratings/rating-state.ts'
import { stateOf } from '../chart/states.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import { mattersAppliedForBy } from '../sight.ts'
import { matterVersion } from '../versions.ts'
import type { OwnMatterRow } from './applying.schemas.ts'

interface Line {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly version: number
  readonly title: string
  readonly phases: readonly string[]
  readonly status: OwnMatterRow['status']
  readonly outcome: string | null
  readonly turn: string | null
  readonly dueOn: string | null
  readonly warnOn: string | null
  readonly isProvisional: boolean
  readonly submittedOn: string
  readonly endedOn: string | null
  readonly lastActAt: Date
  readonly demonstration: boolean
}

/** What the reader applied for, the one that was last touched first. */
export async function listOwnMatters(
  context: QueryContext,
  { status }: { readonly status?: 'open' | 'ended' | undefined },
): Promise<OwnMatterRow[]> {
  const { tx, today } = context
  const asked =
    status === undefined ? sql`` : status === 'ended' ? sql`and m.status = 'ended'` : sql`and m.status <> 'ended'`
  const { rows } = await sql<Line>`
    select m.id, m.number, m.matter_type as type, m.version, m.title, m.phases, m.status, m.outcome, m.turn,
      m.due_on as "dueOn", m.warn_on as "warnOn", m.is_provisional as "isProvisional", m.submitted_on as "submittedOn",
      m.ended_on as "endedOn", m.last_act_at as "lastActAt", m.demonstration
    from matter m where ${mattersAppliedForBy(context)} ${asked}
    order by m.last_act_at desc, m.id desc limit 200`.execute(tx)
  const rated = await ratingsOfMatters(
    context,
    rows.map(({ id }) => id),
  )
  const own: OwnMatterRow[] = []
  for (const { version, phases, warnOn, lastActAt, ...row } of rows) {
    const declaration = await matterVersion(context, row.type, version)
    own.push({
      ...row,
      typeLabel: declaration.label,
      now: nowOf(declaration, row.status, phases),
      light: lightOf(row, warnOn, today),
      lastActAt: lastActAt.toISOString(),
      mayRate: isRateable(context, row, rated.get(row.id) ?? []),
    })
  }
  return own
}

/** Where a matter is and what happens next, as its declaration tells those who applied. */
export function nowOf(declaration: MatterDeclaration, status: string, phases: readonly string[]): string {
  const words = phases.flatMap((phase) => stateOf(declaration, phase)?.forApplicant ?? []).join(' ')
  return status === 'suspended' ? `已中止办理，恢复后继续。${words}` : words
}

export function lightOf(
  { status, dueOn }: { readonly status: string; readonly dueOn: string | null },
  warnOn: string | null,
  today: string,
): OwnMatterRow['light'] {
  if (status === 'ended') return 'done'
  if (status === 'suspended') return 'stopped'
  if (dueOn === null) return 'none'
  if (today > dueOn) return 'red'
  return warnOn !== null && today >= warnOn ? 'yellow' : 'green'
}
