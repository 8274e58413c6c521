import { isMissing } from '@qiangxian/engines/formula/outcome'
import { isMet } from '@qiangxian/engines/indicator/progress'
import type { Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import { runSql } from '../registers/run-sql.ts'
import { sightOf } from '../registers/sight.ts'
import { codeListsOf, readCodeLists } from './code-lists.ts'
import { isInUnit, targetOf } from './find-indicator.ts'
import type { IndicatorDeclaration } from './indicator.types.ts'
import type { WhatIf } from './indicators.schemas.ts'
import { countedLeaves, fieldOf } from './lineage.ts'
import { chosen } from './sql/records-sql.ts'
import { sourceSql } from './sql/source-sql.ts'
import { Statement } from './sql/statement.ts'
import { indicatorValues } from './values.ts'
import { formulaOf, type Workings } from './workings.ts'

export interface Expected {
  /** with what is expected by the day; null is missing */
  readonly value: number | null
  readonly without: number | null
  readonly records: Static<typeof WhatIf>['records']
}

/** lists of what is expected are short; this many are named */
const mostNamed = 500

/**
 * The value of an indicator on a day with everything that is expected by then, and which records those are: the ones
 * that count with their expected day and do not count without.
 */
export async function readExpected(
  context: QueryContext,
  workings: Workings,
  indicator: IndicatorDeclaration,
  unitId: string | null,
  on: string,
): Promise<Expected> {
  const { id } = indicator
  const plain = (await indicatorValues(context, workings, [id], [on])).get(id)?.outcome(unitId, on)
  const hoped = (await indicatorValues(context, workings, [id], [on], { expected: true })).get(id)?.outcome(unitId, on)
  return {
    value: hoped === undefined || isMissing(hoped) ? null : hoped.value,
    without: plain === undefined || isMissing(plain) ? null : plain.value,
    records: await expectedRecords(context, workings, id, unitId, on),
  }
}

async function expectedRecords(
  context: QueryContext,
  workings: Workings,
  id: string,
  unitId: string | null,
  on: string,
): Promise<Static<typeof WhatIf>['records']> {
  const { tx, jurisdiction } = context
  const { registers } = workings.indicators
  const world = workings.worldOn(on)
  const records = new Map<string, Static<typeof WhatIf>['records'][number]>()
  for (const leaf of countedLeaves(formulaOf(world, id), world)) {
    const facts = { jurisdiction, registers, world }
    const codes = await readCodeLists(tx, facts, codeListsOf([leaf.formula], world))
    const plain = new Statement({ ...facts, codes })
    const hoped = plain.seen({ expected: true })
    const field = fieldOf(leaf)
    const sight = await sightOf(context, registers, registers.get(leaf.formula.register))
    const seen = sight === undefined ? 'false' : sight.where('v', plain.parameters)
    const counting = { kind: 'counting', on } as const
    const body = `select h.id, h.label, h.expected_on as "expectedOn" from (
        ${sourceSql(leaf.formula, field, hoped, ['r.label as label', 'r.expected_on as expected_on'])}) h
      where ${chosen(counting, hoped)} and h.expected_on is not null
        ${unitId === null ? '' : `and h.unit_id = ${plain.value(unitId, 'text')}`}
        and not exists (select from (${sourceSql(leaf.formula, field, plain)}) p where ${chosen(counting, plain)} and p.id = h.id)
        and exists (select from ${registers.get(leaf.formula.register).table} v
          where v.jurisdiction = ${plain.tenant} and v.id = h.id and ${seen})
      order by h.expected_on, h.id limit ${mostNamed}`
    const rows = await runSql<{ id: string; label: string; expectedOn: string }>(
      tx,
      plain.text(body),
      plain.parameters.values,
    )
    for (const row of rows)
      records.set(`${leaf.formula.register} ${row.id}`, { register: leaf.formula.register, ...row })
  }
  return [...records.values()]
}

/** What is expected, held against the target. */
export function againstTarget(
  context: Pick<QueryContext, 'county'>,
  workings: Workings,
  indicator: IndicatorDeclaration,
  code: string,
  { value }: Pick<Expected, 'value'>,
): Pick<Static<typeof WhatIf>, 'target' | 'meets' | 'stillNeeded'> {
  const target = targetOf(workings, context.county, indicator.id, code)
  if (target === undefined || !isInUnit(target, indicator.unit)) return { target: null, meets: null, stillNeeded: null }
  if (value === null) return { target: target.value, meets: null, stillNeeded: null }
  const meets = isMet(value, target.comparator, target.value, target.valueHigh)
  const upwards = target.comparator === 'gte' || target.comparator === 'gt'
  const gap = Number((target.value - value).toPrecision(12))
  // Of what is counted whole, one more than the target is needed to exceed it.
  const isWhole = indicator.decimals === 0 && Number.isInteger(target.value)
  const more = target.comparator === 'gt' && isWhole ? gap + 1 : gap
  return { target: target.value, meets, stillNeeded: meets ? 0 : upwards ? Math.max(more, 0) : null }
}
