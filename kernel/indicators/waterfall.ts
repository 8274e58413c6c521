import { combine } from '@qiangxian/engines/formula/combine'
import type { Day } from '@qiangxian/engines/formula/days'
import type { Leaf } from '@qiangxian/engines/formula/leaves'
import { isMissing, type Outcome } from '@qiangxian/engines/formula/outcome'
import { leafLabel } from '@qiangxian/engines/formula/write-formula'
import type { Static } from 'typebox'
import type { Computed } from './compute.ts'
import type { Waterfall } from './indicators.schemas.ts'

type Step = Static<typeof Waterfall>['steps'][number]

/** A part of the formula where it is reached, with the days on which it is looked at before and after. */
interface Place {
  readonly leaf: Leaf
  readonly before: Day
  readonly after: Day
}

/**
 * How a value came from one day to another: one part after the other goes over to the later day, first what joined, then
 * what left, and each step is how far the figure moves by it. The steps add up exactly; for a ratio they depend on the
 * order, which is that of the formula.
 *
 * @param computed by the later definitions, for both days
 * @param start by the definitions of the earlier day
 */
export function waterfallSteps(
  computed: Computed,
  start: Outcome,
  unitId: string | null,
  from: Day,
  to: Day,
): readonly Step[] {
  const begins = computed.outcome(unitId, from)
  const ends = computed.outcome(unitId, to)
  if (isMissing(start) || isMissing(begins) || isMissing(ends)) return []
  const steps: Step[] = []
  const add = (
    label: Step['label'],
    kind: Step['kind'],
    change: number,
    records: number | null,
    path: string | null,
  ) => {
    const exact = Number(change.toPrecision(12))
    if (exact !== 0 || (records ?? 0) > 0) steps.push({ label, kind, change: exact, records, path })
  }
  add({ zh: '口径调整', en: 'changed definition' }, 'definition', begins.value - start.value, null, null)
  const places = placesOf(computed, from, to)
  const current = places.map(({ leaf, before }) => computed.leafOutcome(leaf, unitId, before))
  let value = begins.value
  const goOver = (at: number, outcome: Outcome): number => {
    current[at] = outcome
    const reached = reckoned(computed, to, current)
    if (isMissing(reached)) return 0
    const change = reached.value - value
    value = reached.value
    return change
  }
  for (const [at, { leaf, before, after }] of places.entries()) {
    const label = leafLabel(leaf.formula, computed.world)
    const values = computed.leafValues(leaf)
    const moved = before < after ? values.moved(unitId, before, after) : null
    const was = current[at]
    const then = {
      zh: before === from ? '' : `（对比期 ${after}）`,
      en: before === from ? '' : ` (compared with ${after})`,
    }
    if (moved !== null && was !== undefined && !isMissing(was) && leaf.formula.measure !== 'average') {
      const joined = goOver(at, { value: was.value + moved.joined.total })
      add(
        { zh: `新计入：${label.zh}${then.zh}`, en: `joined: ${label.en}${then.en}` },
        'joined',
        joined,
        moved.joined.records,
        leaf.path,
      )
      const left = goOver(at, computed.leafOutcome(leaf, unitId, after))
      add(
        { zh: `不再计入：${label.zh}${then.zh}`, en: `left: ${label.en}${then.en}` },
        'left',
        left,
        moved.left.records,
        leaf.path,
      )
      continue
    }
    const change = goOver(at, computed.leafOutcome(leaf, unitId, after))
    const isBelow = /(^|\.)(to|residents)(\.|$)/.test(leaf.path)
    add(
      { zh: `${label.zh}的变化${then.zh}`, en: `change of ${label.en}${then.en}` },
      isBelow ? 'denominator' : leaf.formula.measure === 'latest' ? 'amount' : 'rest',
      change,
      null,
      leaf.path,
    )
  }
  add({ zh: '其他', en: 'rest' }, 'rest', ends.value - value, null, null)
  return steps
}

/** The parts in the order in which the formula is reckoned; growth looks at the same part on two days. */
function placesOf({ formula, world, leaves }: Computed, from: Day, to: Day): readonly Place[] {
  const zero: Outcome = { value: 1 }
  const reached = (day: Day) => {
    const found: { leaf: Leaf; day: Day }[] = []
    combine(formula, world, day, (leaf, on) => {
      found.push({ leaf, day: on })
      return zero
    })
    return found
  }
  const [before, after] = [reached(from), reached(to)]
  return after.flatMap(({ leaf, day }, at) => {
    const known = leaves.find(({ path }) => path === leaf.path)
    const earlier = before[at]
    return known === undefined || earlier === undefined ? [] : [{ leaf: known, before: earlier.day, after: day }]
  })
}

function reckoned({ formula, world }: Computed, day: Day, outcomes: readonly (Outcome | undefined)[]): Outcome {
  let at = -1
  return combine(formula, world, day, () => {
    at += 1
    return outcomes[at] ?? { missing: { zh: '缺数', en: 'missing' } }
  })
}
