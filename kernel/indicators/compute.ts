import { checkFormula } from '@qiangxian/engines/formula/check-formula'
import { combine } from '@qiangxian/engines/formula/combine'
import type { Day } from '@qiangxian/engines/formula/days'
import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { daysNeeded, type Leaf, type LeafFormula, leavesOf } from '@qiangxian/engines/formula/leaves'
import type { Outcome } from '@qiangxian/engines/formula/outcome'
import type { Words, World } from '@qiangxian/engines/formula/world.types'
import type { QueryContext } from '../operations/context.ts'
import type { Registers } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import { codeListsOf, readCodeLists } from './code-lists.ts'
import { type LeafValues, leafValues } from './leaf-values.ts'
import { compileValues, type ValueRow } from './sql/values-sql.ts'

/** A formula with all its values on the days that were asked for. */
export interface Computed {
  readonly formula: Formula
  readonly world: World
  readonly leaves: readonly Leaf[]
  /** units that have records or figures of it */
  readonly units: readonly string[]
  /** null is the county */
  outcome(unitId: string | null, day: Day): Outcome
  leafOutcome(leaf: Leaf, unitId: string | null, day: Day): Outcome
  leafValues(leaf: Leaf): LeafValues
}

/** Or why it cannot be computed. */
export type ComputedOrBroken = Computed | { readonly broken: Words }

export function isBroken(computed: ComputedOrBroken): computed is { readonly broken: Words } {
  return 'broken' in computed
}

export interface ComputeOptions {
  readonly knownAt?: Date | undefined
  readonly expected?: boolean
}

/**
 * Computes formulas of one world on the same days, all of them in one statement. A formula that is not well formed is
 * broken for itself alone.
 *
 * @param formulas by any key
 */
export async function computeFormulas(
  context: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  registers: Registers,
  world: World,
  formulas: ReadonlyMap<string, Formula>,
  days: readonly Day[],
  options: ComputeOptions = {},
): Promise<ReadonlyMap<string, ComputedOrBroken>> {
  const broken = new Map<string, Words>()
  for (const [key, formula] of formulas) {
    const [first] = checkFormula(formula, world, world.indicators.has(key) ? key : undefined).problems
    if (first !== undefined) broken.set(key, first.message)
  }
  const sound = [...formulas].filter(([key]) => !broken.has(key))
  const computed = await computeSound(context, registers, world, sound, days, options)
  return new Map(
    [...formulas.keys()].flatMap((key): [string, ComputedOrBroken][] => {
      const why = broken.get(key)
      const found = computed.get(key)
      return why !== undefined ? [[key, { broken: why }]] : found !== undefined ? [[key, found]] : []
    }),
  )
}

async function computeSound(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  registers: Registers,
  world: World,
  formulas: readonly (readonly [string, Formula])[],
  days: readonly Day[],
  { knownAt, expected = false }: ComputeOptions,
): Promise<ReadonlyMap<string, Computed>> {
  if (formulas.length === 0) return new Map()
  const leavesBy = new Map(formulas.map(([key, formula]) => [key, leavesOf(formula, world)]))
  // Parts that several formulas share are computed once.
  const parts = new Map<string, LeafFormula>()
  for (const leaf of [...leavesBy.values()].flat()) parts.set(partKey(leaf.formula), leaf.formula)
  const all = [...parts.values()]
  const needed = [...new Set(formulas.flatMap(([, formula]) => daysNeeded(formula, world, days)))].sort()
  const facts = { jurisdiction, registers, world, expected, knownAt }
  const codes = await readCodeLists(
    tx,
    facts,
    codeListsOf(
      formulas.map(([, formula]) => formula),
      world,
    ),
  )
  const values = new Map<string, LeafValues>()
  if (all.length > 0) {
    const compiled = compileValues(all, needed, { ...facts, codes })
    const rows = await runSql<ValueRow>(tx, compiled.text, compiled.parameters)
    const byLeaf = new Map<number, ValueRow[]>()
    for (const row of rows) {
      const known = byLeaf.get(row.leaf)
      if (known === undefined) byLeaf.set(row.leaf, [row])
      else known.push(row)
    }
    const holds = (register: string) => (byLeaf.get(-1 - compiled.registers.indexOf(register))?.[0]?.records ?? 0) > 0
    for (const [at, leaf] of all.entries()) {
      const holdsRecords = leaf.measure === 'latest' || holds(leaf.register)
      values.set(partKey(leaf), leafValues(leaf, byLeaf.get(at) ?? [], needed, world, holdsRecords))
    }
  }
  return new Map(
    formulas.map(([key, formula]): [string, Computed] => [
      key,
      computedOf(formula, world, leavesBy.get(key) ?? [], (leaf) => {
        const found = values.get(partKey(leaf.formula))
        if (found === undefined) throw new RangeError(`${leaf.path} was not computed`)
        return found
      }),
    ]),
  )
}

function computedOf(
  formula: Formula,
  world: World,
  leaves: readonly Leaf[],
  valuesOf: (leaf: Leaf) => LeafValues,
): Computed {
  // Figures are asked for by the thousand: where a part's values lie is looked up once for each place in the tree.
  const byPath = new Map(leaves.map((leaf) => [leaf.path, valuesOf(leaf)]))
  const at = (leaf: Leaf) => byPath.get(leaf.path) ?? valuesOf(leaf)
  const leafOutcome = (leaf: Leaf, unitId: string | null, day: Day) => at(leaf).outcome(unitId, day)
  return {
    formula,
    world,
    leaves,
    units: [...new Set(leaves.flatMap((leaf) => at(leaf).units))].sort(),
    outcome: (unitId, day) => combine(formula, world, day, (leaf, on) => leafOutcome(leaf, unitId, on)),
    leafOutcome,
    leafValues: at,
  }
}

/** Trees come from one declaration or from the database, so equal ones are written alike. */
function partKey(leaf: LeafFormula): string {
  return JSON.stringify(leaf)
}
