import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'
import type { MatterDeclaration } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'

/** A declaration as it was in force. */
export interface MatterVersion {
  readonly type: string
  readonly version: number
  readonly declaration: MatterDeclaration
  readonly digest: string
  readonly publishedAt: Date
  readonly reason: string
  readonly byLabel: string
}

/**
 * Versions never change once they are written, so a program reads each of them once. They are kept by the county that
 * asks: programs that serve two, and tests, have two.
 */
const kept = new WeakMap<CountyFacts, Map<string, MatterVersion>>()

function shelfOf(county: CountyFacts): Map<string, MatterVersion> {
  const shelf = kept.get(county) ?? new Map<string, MatterVersion>()
  kept.set(county, shelf)
  return shelf
}

type Reading = Pick<QueryContext, 'tx' | 'jurisdiction' | 'county'>

/**
 * The declaration on which a matter of this version runs.
 *
 * @throws matter.versionUnknown
 */
export async function matterVersion(context: Reading, type: string, version: number): Promise<MatterDeclaration> {
  return (await readVersion(context, type, version)).declaration
}

export async function readVersion(context: Reading, type: string, version: number): Promise<MatterVersion> {
  const { tx, jurisdiction, county } = context
  const shelf = shelfOf(county)
  const found = shelf.get(`${type} ${version}`)
  if (found !== undefined) return found
  const { rows } = await sql<Omit<MatterVersion, 'declaration'> & { declaration: string }>`
    select matter_type as type, version, declaration, digest, published_at as "publishedAt", reason,
      by_label as "byLabel"
    from matter_version where jurisdiction = ${jurisdiction} and matter_type = ${type} and version = ${version}`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined) throw matterErrors.versionUnknown({ type, version })
  const read = { ...row, declaration: JSON.parse(row.declaration) as MatterDeclaration }
  shelf.set(`${type} ${version}`, read)
  return read
}

/** The version on which new matters begin; undefined for a type that was never in force here. */
export async function newestVersion(context: Reading, type: string): Promise<MatterVersion | undefined> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from matter_version
    where jurisdiction = ${jurisdiction} and matter_type = ${type}`.execute(tx)
  const version = rows[0]?.version
  return version === null || version === undefined ? undefined : readVersion(context, type, version)
}

/** The newest version of every type that was ever in force here. */
export async function newestVersions(context: Reading): Promise<ReadonlyMap<string, MatterVersion>> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<{ type: string; version: number }>`
    select matter_type as type, max(version) as version from matter_version
    where jurisdiction = ${jurisdiction} group by matter_type`.execute(tx)
  const newest = new Map<string, MatterVersion>()
  for (const { type, version } of rows) newest.set(type, await readVersion(context, type, version))
  return newest
}

/** All versions of a type, the newest first. */
export async function versionsOf(context: Reading, type: string): Promise<readonly MatterVersion[]> {
  const newest = await newestVersion(context, type)
  const versions: MatterVersion[] = []
  for (let version = newest?.version ?? 0; version > 0; version -= 1) {
    versions.push(await readVersion(context, type, version))
  }
  return versions
}

/** Equal for declarations that say the same in the same order: that of fields, states and acts is meant. */
export function digestOf(declaration: MatterDeclaration): string {
  return createHash('sha256').update(JSON.stringify(declaration)).digest('hex')
}
