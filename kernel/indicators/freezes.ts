import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { Resolved } from './frozen-world.ts'
import type { Input } from './indicators.schemas.ts'

/** A value as it was approved, with the knowledge that it stands on. */
export interface FreezeRow {
  readonly id: string
  readonly indicator: string
  readonly scopeKey: string
  readonly period: string
  readonly on: string
  readonly value: number | null
  readonly inputs: readonly Input[]
  readonly version: number
  readonly resolved: Resolved
  readonly knownAt: Date
  readonly byLabel: string
  readonly observationId: string | null
}

/** The approved values of some indicators in a scope: of each period the last one. */
export async function readFreezes(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  indicators: readonly string[],
  scopeKey: string,
): Promise<readonly FreezeRow[]> {
  if (indicators.length === 0) return []
  const { rows } = await sql<FreezeRow>`
    select distinct on (indicator, on_date) id, indicator, scope_key as "scopeKey", period, on_date as on, value, inputs,
      definition_version as version, resolved, known_at as "knownAt", by_label as "byLabel",
      observation_id as "observationId"
    from value_freeze
    where jurisdiction = ${jurisdiction} and scope_key = ${scopeKey} and indicator = any(${[...indicators]}::text[])
    order by indicator, on_date, known_at desc, id desc`.execute(tx)
  return rows
}
