import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { isMissing } from '@qiangxian/engines/formula/outcome'
import type { World } from '@qiangxian/engines/formula/world.types'
import type { Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import { runSql } from '../registers/run-sql.ts'
import { sightOf } from '../registers/sight.ts'
import { codeListsOf, readCodeLists } from './code-lists.ts'
import { type ComputedOrBroken, computeFormulas, isBroken } from './compute.ts'
import { seriesDays } from './days-shown.ts'
import type { Indicators } from './define-indicator.ts'
import { explainRecords } from './explain-records.ts'
import { placesOf } from './find-indicator.ts'
import type { CountedRecord, DefinitionPreview } from './indicators.schemas.ts'
import { type CountedLeaf, countedLeaves, fieldOf } from './lineage.ts'
import { chosen, type RecordRow } from './sql/records-sql.ts'
import { sourceSql } from './sql/source-sql.ts'
import { Statement } from './sql/statement.ts'

/** A formula in the world by which it is read. */
export interface Reading {
  readonly formula: Formula
  readonly world: World
}

type Figures = Pick<Static<typeof DefinitionPreview>, 'points' | 'units'>

/** as many of the records that would join or leave are named */
const mostNamed = 20

/** The values of the last year by the definition now and as it is proposed, and those of the units on one day. */
export async function previewFigures(
  context: QueryContext,
  indicators: Indicators,
  programme: { readonly start: string } | null,
  [now, proposed]: readonly [Reading, Reading],
  on: string,
): Promise<Figures> {
  const days = [...new Set([...seriesDays(programme, context.today).slice(-13), on])].sort()
  const compute = async ({ formula, world }: Reading): Promise<ComputedOrBroken | undefined> =>
    (await computeFormulas(context, indicators.registers, world, new Map([['preview', formula]]), days)).get('preview')
  const [before, after] = [await compute(now), await compute(proposed)]
  const figure = (computed: ComputedOrBroken | undefined, unitId: string | null, day: string): number | null => {
    if (computed === undefined || isBroken(computed)) return null
    const outcome = computed.outcome(unitId, day)
    return isMissing(outcome) ? null : outcome.value
  }
  const places = await placesOf(context)
  return {
    points: days.map((day) => ({ on: day, now: figure(before, null, day), proposed: figure(after, null, day) })),
    units: places.map((unit) => ({ unit, now: figure(before, unit.id, on), proposed: figure(after, unit.id, on) })),
  }
}

/** The records that count by one reading and not by the other, on a day: how many, and the first of them with reasons. */
export async function recordsApart(
  context: QueryContext,
  indicators: Indicators,
  by: Reading,
  notBy: Reading,
  on: string,
): Promise<{ readonly count: number; readonly some: CountedRecord[] }> {
  const { tx, jurisdiction } = context
  const { registers } = indicators
  let count = 0
  const some: CountedRecord[] = []
  const counted = new Map<string, CountedLeaf[]>()
  for (const leaf of countedLeaves(by.formula, by.world)) {
    counted.set(leaf.formula.register, [...(counted.get(leaf.formula.register) ?? []), leaf])
  }
  for (const [register, leaves] of counted) {
    const others = countedLeaves(notBy.formula, notBy.world).filter(({ formula }) => formula.register === register)
    const facts = { jurisdiction, registers }
    const codes = await readCodeLists(tx, { ...facts, world: by.world }, codeListsOf([by.formula], by.world))
    const otherCodes = await readCodeLists(
      tx,
      { ...facts, world: notBy.world },
      codeListsOf([notBy.formula], notBy.world),
    )
    const here = new Statement({ ...facts, world: by.world, codes })
    const there = here.seen({ world: notBy.world, codes: otherCodes })
    const spans = (leaf: CountedLeaf, statement: Statement) =>
      `select id, unit_id, from_date, until_date, weight from (${sourceSql(leaf.formula, fieldOf(leaf), statement)}) spans
        where ${chosen({ kind: 'counting', on }, statement)}`
    const sight = await sightOf(context, registers, registers.get(register))
    const seen = sight === undefined ? 'false' : sight.where('v', here.parameters)
    const without = others.map((leaf) => `select id from (${spans(leaf, there)}) other`).join(' union all ')
    const rows = await runSql<RecordRow & { total: number; seen: boolean }>(
      tx,
      here.text(`select id, unit_id, nullif(from_date, '-infinity') as from_date, nullif(until_date, 'infinity') as until_date,
          weight, count(*) over () as total,
          exists (select from ${registers.get(register).table} v
            where v.jurisdiction = ${here.tenant} and v.id = apart.id and ${seen}) as seen
        from (select distinct on (id) * from (${leaves.map((leaf) => spans(leaf, here)).join(' union all ')}) all_of_them
          ${without === '' ? '' : `where id not in (${without})`} order by id) apart
        order by id limit ${mostNamed}`),
      here.parameters.values,
    )
    count += rows[0]?.total ?? 0
    const [leaf] = leaves
    if (leaf === undefined) continue
    const named = await explainRecords(
      context,
      registers,
      { world: by.world, codes, source: leaf.formula, day: on, counts: true, expected: false, isMoney: false },
      rows.filter((row) => row.seen).slice(0, mostNamed - some.length),
    )
    some.push(...named)
  }
  return { count, some }
}
