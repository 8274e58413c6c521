import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'
import type { SelectedRows, Selection } from './list-records.ts'
import type { Register } from './registers.ts'
import { runSql } from './run-sql.ts'
import type { Sight } from './sight.ts'

export interface Counted {
  readonly count: number
  /** false: there are at least so many */
  readonly isExact: boolean
  /** of fields with numbers and money; empty where not everything was counted */
  readonly totals: Readonly<Record<string, number>>
}

/** Counting further costs every reader more than the number is worth to one. */
const countedAtMost = 100_000
/** the same for a selection of a table that is so long that reading it through is no answer to a click */
const countedOfLong = 2_000
/** counts that are kept, over all registers */
const keptCounts = 2_000

/** by the facts of the county, of which every open platform has its own */
const keptOf = new WeakMap<CountyFacts, Map<string, Counted>>()

/**
 * How many records a selection has, and the sums of their figures: of a county's register all of them, of a longer one
 * only so many that no reader waits for it.
 *
 * A count is kept while its register stays as it is: the number of its last change, which is read every time, tells.
 * What a selection holds does not depend on the reader beyond what they may see, which is part of the key.
 */
export async function countRecords(
  context: QueryContext,
  register: Register,
  sight: Sight,
  { filters, q, unit, asOf }: Selection,
  select: () => Promise<SelectedRows>,
): Promise<Counted> {
  const { tx, jurisdiction, today } = context
  const change = await changeOf(context, register)
  const key = JSON.stringify([jurisdiction, register.id, change, today, sight.key, filters, q, unit, asOf])
  const kept = keptOf.get(context.county) ?? new Map<string, Counted>()
  keptOf.set(context.county, kept)
  const known = kept.get(key)
  if (known !== undefined) return known
  const isSelected = (filters ?? '') !== '' || (q ?? '') !== '' || unit !== undefined || sight.key !== 'all'
  const isLong = await isLongTable(context, register)
  const most = isLong && isSelected ? countedOfLong : countedAtMost
  const summed =
    isLong && !isSelected
      ? []
      : [...register.fields.values()].filter(
          ({ name, field }) => sight.fields.has(name) && ['integer', 'decimal', 'money'].includes(field.kind),
        )
  const { from, where, parameters } = await select()
  const columns = summed.map(({ columns: [first] }, at) => `r.${first?.name} as s${at}`)
  const [row = {}] = await runSql<Record<string, number | null>>(
    tx,
    `select count(*) as count${summed.map((_, at) => `, sum(s${at}) as s${at}`).join('')}
     from (select ${columns.length === 0 ? '1' : columns.join(', ')} from ${from} where ${where}
       limit ${most + 1}) counted`,
    parameters.values,
  )
  const found = row['count'] ?? 0
  const isExact = found <= most
  const totals = summed.flatMap(({ name }, at): [string, number][] => {
    const sum = row[`s${at}`]
    return sum == null || !isExact ? [] : [[name, sum]]
  })
  const counted = { count: Math.min(found, most), isExact, totals: Object.fromEntries(totals) }
  if (kept.size >= keptCounts) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, counted)
  return counted
}

/** By what the database last reckoned; over all jurisdictions, since that is what is read through. */
async function isLongTable({ tx }: QueryContext, { table }: Register): Promise<boolean> {
  const [row] = await runSql<{ rows: number }>(
    tx,
    'select reltuples::bigint as rows from pg_class where oid = to_regclass($1)',
    [table],
  )
  return (row?.rows ?? 0) > countedAtMost
}

async function changeOf({ tx, jurisdiction }: QueryContext, register: Register): Promise<number> {
  const row = await tx
    .selectFrom('register_change')
    .select('change_no')
    .where('jurisdiction', '=', jurisdiction)
    .where('register', '=', register.id)
    .executeTakeFirst()
  return row?.change_no ?? 0
}
