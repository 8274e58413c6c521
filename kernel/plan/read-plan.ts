import type { Transaction } from '../database/database.ts'
import type { QueryContext } from '../operations/context.ts'
import type { OrganisationRow } from '../parties/party.operations.ts'
import { findVersion, readHeadsAndUnits, versionInForce } from './load-version.ts'
import { planReadingErrors } from './plan-errors.ts'
import type { PlanSnapshot, PlanVersionHead } from './plan-snapshot.ts'
import { type Reader, readerOf } from './present-plan.ts'
import { readVersionOnce } from './version-cache.ts'

export interface PlanReading {
  readonly plan: PlanSnapshot
  readonly reader: Reader
  /** all versions, oldest first */
  readonly heads: readonly PlanVersionHead[]
  readonly organisations: readonly OrganisationRow[]
}

/**
 * The plan in a given version, or as it is in force today: a version that was adopted but takes effect later waits for
 * its day. Before the first day of all, the version adopted last is shown.
 *
 * @throws plan.none, plan.noSuchVersion
 */
export async function readPlan(context: QueryContext, version: number | undefined): Promise<PlanReading> {
  const reading = await readPlanIfAny(context, version)
  if (reading === undefined) throw planReadingErrors.none({})
  return reading
}

/** The same, or undefined while no plan is adopted. */
export async function readPlanIfAny(context: QueryContext, version?: number): Promise<PlanReading | undefined> {
  const { heads, organisations } = await headsAndUnits(context)
  const head = versionInForce(heads, context.today) ?? heads.at(-1)
  if (head === undefined) return undefined
  const plan = await getVersion(context, head.planId, version ?? head.version)
  return { plan, heads, organisations, reader: readerOf(plan, organisations, context.today) }
}

/**
 * A reading operation reads them once, however many of its parts ask. A command reads anew, since it may have changed
 * them.
 */
function headsAndUnits({ tx, jurisdiction, ...context }: QueryContext): ReturnType<typeof readHeadsAndUnits> {
  if ('record' in context) return readHeadsAndUnits(tx, jurisdiction)
  const read = readings.get(tx) ?? readHeadsAndUnits(tx, jurisdiction)
  readings.set(tx, read)
  return read
}

/** What was read in transactions that read only. */
const readings = new WeakMap<Transaction, ReturnType<typeof readHeadsAndUnits>>()

/** One version, whole; kept in memory since it never changes. */
export async function getVersion(
  { tx, jurisdiction }: QueryContext,
  planId: string,
  version: number,
): Promise<PlanSnapshot> {
  const found = await readVersionOnce({ jurisdiction, planId, version }, () =>
    findVersion(tx, jurisdiction, planId, version),
  )
  if (found === undefined) throw planReadingErrors.noSuchVersion({ version })
  return found
}
