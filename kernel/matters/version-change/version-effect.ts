import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { statesOf } from '../chart/states.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import { type MatterVersion, readVersion } from '../versions.ts'
import { type VersionDifference, versionDifferences } from './version-difference.ts'

/** What a version changes for what is in hand: nothing of it is moved, and somebody should know what stands where. */
export interface VersionEffect {
  readonly differences: readonly VersionDifference[]
  /** matters that are not ended, by version and state; they end on the version on which they began */
  readonly inHand: readonly {
    readonly version: number
    readonly phase: string
    readonly label: string
    readonly count: number
    /** the new version has no such state */
    readonly isGone: boolean
  }[]
  /** how many of each version are in hand; one in two branches stands in two states above and is one here */
  readonly matters: readonly { readonly version: number; readonly count: number }[]
  /** forms that are being filled: kept, and submitted on their own version */
  readonly drafts: number
  /** of all of the above: whoever publishes says what they saw */
  readonly seen: string
}

export async function versionEffect(
  context: QueryContext,
  before: MatterVersion | undefined,
  after: MatterDeclaration,
): Promise<VersionEffect> {
  const { tx, jurisdiction } = context
  const differences = before === undefined ? [] : versionDifferences(before.declaration, after)
  const { rows } = await sql<{ version: number; phase: string; count: number }>`
    select m.version, phase, count(*)::int as count
    from matter m cross join unnest(m.phases) as phase
    where m.jurisdiction = ${jurisdiction} and m.matter_type = ${after.id} and m.status <> 'ended'
    group by m.version, phase order by m.version, phase`.execute(tx)
  const totals = await sql<{ version: number; count: number }>`
    select m.version, count(*)::int as count from matter m
    where m.jurisdiction = ${jurisdiction} and m.matter_type = ${after.id} and m.status <> 'ended'
    group by m.version order by m.version`.execute(tx)
  const drafts = await sql<{ count: number }>`
    select count(*)::int as count from matter_draft d
    where d.jurisdiction = ${jurisdiction} and d.matter_type = ${after.id} and d.matter_id is null`.execute(tx)
  const states = statesOf(after)
  const inHand = []
  for (const { version, phase, count } of rows) {
    const { declaration } = await readVersion(context, after.id, version)
    const label = statesOf(declaration).get(phase)?.state.label ?? phase
    inHand.push({ version, phase, label, count, isGone: !states.has(phase) })
  }
  const count = drafts.rows[0]?.count ?? 0
  // How many there are changes by the hour; which states and differences there are is what was decided on.
  const decided = [differences, inHand.map(({ version, phase, isGone }) => [version, phase, isGone])]
  const seen = createHash('sha256').update(JSON.stringify(decided)).digest('hex').slice(0, 16)
  return { differences, inHand, matters: totals.rows, drafts: count, seen }
}
