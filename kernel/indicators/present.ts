import type { Day } from '@qiangxian/engines/formula/days'
import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { isMissing, type Outcome } from '@qiangxian/engines/formula/outcome'
import { formulaInWords } from '@qiangxian/engines/formula/print-formula'
import type { Words, World } from '@qiangxian/engines/formula/world.types'
import { leafLabel, writtenFormula } from '@qiangxian/engines/formula/write-formula'
import type { Computed } from './compute.ts'
import type { Input } from './indicators.schemas.ts'

/** A formula in words, both ways. */
export function formulaWords(formula: Formula, world: World): { formula: string; sentence: Words } {
  return { formula: writtenFormula(formula, world), sentence: formulaInWords(formula, world) }
}

/** A figure or null, and why there is none. */
export function presentOutcome(outcome: Outcome): { value: number | null; missing: Words | null } {
  return isMissing(outcome) ? { value: null, missing: outcome.missing } : { value: outcome.value, missing: null }
}

/** The parts that a figure opens into, with their values for a scope on a day. */
export function inputsOf(computed: Computed, unitId: string | null, day: Day): Input[] {
  return computed.leaves.map((leaf) => ({
    path: leaf.path,
    label: leafLabel(leaf.formula, computed.world),
    unit: leaf.formula.unit,
    ...presentOutcome(computed.leafOutcome(leaf, unitId, day)),
    register: leaf.formula.measure === 'latest' ? null : leaf.formula.register,
    records: computed.leafValues(leaf).records(unitId, day),
  }))
}
