import type { World } from '@qiangxian/engines/formula/world.types'
import type { Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import type { Registers } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import { sightOf } from '../registers/sight.ts'
import { codeListsOf, readCodeLists } from './code-lists.ts'
import type { FreezeRow } from './freezes.ts'
import type { Drift } from './indicators.schemas.ts'
import { countedLeaves, fieldOf } from './lineage.ts'
import { chosen } from './sql/records-sql.ts'
import { sourceSql } from './sql/source-sql.ts'
import { Statement } from './sql/statement.ts'

type DriftRecord = Static<typeof Drift>['records'][number]

/**
 * The records by which a value would be another one now than when it was approved: the same formula over what was known
 * then and over what is known now.
 *
 * @param world of the definitions by which it was approved
 * @returns how many there are, and the first of them that the reader may see
 */
export async function driftOf(
  context: QueryContext,
  registers: Registers,
  freeze: Pick<FreezeRow, 'on' | 'knownAt' | 'scopeKey'> & { readonly formula: FreezeRow['resolved']['formula'] },
  world: World,
  most: number,
): Promise<{ readonly changed: number; readonly records: readonly DriftRecord[] }> {
  const { tx, jurisdiction } = context
  let changed = 0
  const records: DriftRecord[] = []
  for (const leaf of countedLeaves(freeze.formula, world)) {
    const { register } = leaf.formula
    const facts = { jurisdiction, registers, world }
    const lists = codeListsOf([leaf.formula], world)
    const now = new Statement({ ...facts, codes: await readCodeLists(tx, facts, lists) })
    const known = { knownAt: freeze.knownAt }
    const then = now.seen({ ...known, codes: await readCodeLists(tx, { ...facts, ...known }, lists) })
    const field = fieldOf(leaf)
    const ofUnit = freeze.scopeKey === 'county' ? '' : `and unit_id = ${now.value(freeze.scopeKey, 'text')}`
    const counting = (statement: Statement) =>
      `select id, coalesce(weight, 1) as weight, label, recorded_at from (${sourceSql(leaf.formula, field, statement, ['r.label as label', 'r.recorded_at as recorded_at'])}) spans
        where ${chosen({ kind: 'counting', on: freeze.on }, statement)} ${ofUnit}`
    const sight = await sightOf(context, registers, registers.get(register))
    const seen = sight === undefined ? 'false' : sight.where('v', now.parameters)
    const { table, pastTable } = registers.get(register)
    const rows = await runSql<{
      id: string
      label: string
      before: number | null
      after: number | null
      since: Date | null
      total: number
      seen: boolean
    }>(
      tx,
      now.text(`select d.*, count(*) over () as total,
          ${seen === 'true' ? 'true' : `exists (select from ${table} v where v.jurisdiction = ${now.tenant} and v.id = d.id and ${seen})`} as seen,
          coalesce((select v.recorded_at from ${table} v where v.jurisdiction = ${now.tenant} and v.id = d.id),
            (select max(p.replaced_at) from ${pastTable} p where p.jurisdiction = ${now.tenant} and p.id = d.id)) as since
        from (
          select coalesce(a.id, b.id) as id, coalesce(a.label, b.label) as label, b.weight as before, a.weight as after
          from (${counting(now)}) a full join (${counting(then)}) b on b.id = a.id
          where a.id is null or b.id is null or a.weight is distinct from b.weight
        ) d order by d.id limit ${Math.trunc(most)}`),
      now.parameters.values,
    )
    changed += rows[0]?.total ?? 0
    const isMoney = field !== undefined && world.registers.get(register)?.fields.get(field)?.kind === 'money'
    const amount = (weight: number | null) => (weight === null ? 0 : isMoney ? weight / 100 : weight)
    for (const { id, label, before, after, since, seen: isSeen } of rows) {
      if (!isSeen) continue
      records.push({
        register,
        id,
        label,
        change: before === null ? 'joined' : after === null ? 'left' : 'amount',
        before: amount(before),
        after: amount(after),
        since: since === null ? null : since.toISOString(),
      })
    }
  }
  return { changed, records }
}
