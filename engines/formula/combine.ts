import { type Day, sameDayMonthsBefore } from './days.ts'
import type { Formula } from './formula.types.ts'
import { below, isLeaf, type Leaf } from './leaves.ts'
import { figure, isMissing, missing, type Outcome } from './outcome.ts'
import { formulaIn, given } from './parameters.ts'
import type { World } from './world.types.ts'

/**
 * Reckons a formula from the values of its leaves. Parts are summed before they are divided: the ratio of a county is
 * never the mean of its towns.
 *
 * What is missing makes missing, and says why; nothing is divided by zero.
 */
export function combine(
  formula: Formula,
  world: World,
  day: Day,
  leafAt: (leaf: Leaf, day: Day) => Outcome,
  path = '',
): Outcome {
  const plain = formulaIn(formula, world.parameters)
  if (isLeaf(plain)) return leafAt({ path, formula: plain }, day)
  const part = (inner: Formula, name: string, on = day) => combine(inner, world, on, leafAt, below(path, name))
  switch (plain.measure) {
    case 'number':
      return figure(given(plain.value, world.parameters))
    case 'indicator': {
      const other = world.indicators.get(plain.id)
      return other === undefined
        ? missing(`没有指标“${plain.id}”`, `there is no indicator “${plain.id}”`)
        : part(other.formula, 'formula')
    }
    case 'ratio':
      return divided(part(plain.of, 'of'), part(plain.to, 'to'), 1)
    case 'share':
      return divided(part(plain.of, 'of'), part(plain.to, 'to'), 100)
    case 'per':
      return divided(part(plain.of, 'of'), part(plain.residents, 'residents'), plain.per)
    case 'growth': {
      const before = sameDayMonthsBefore(day, plain.months)
      return grown(part(plain.of, 'of'), part(plain.of, 'of', before), before)
    }
    case 'add':
      return plain.parts.reduce<Outcome>(
        (sum, each, at) => both(sum, part(each, `parts.${at}`), (a, b) => figure(a + b)),
        { value: 0 },
      )
    case 'subtract':
      return both(part(plain.of, 'of'), part(plain.take, 'take'), (a, b) => figure(a - b))
    case 'scale': {
      const of = part(plain.of, 'of')
      return isMissing(of) ? of : figure(of.value / plain.by)
    }
  }
}

function both(one: Outcome, other: Outcome, reckon: (a: number, b: number) => Outcome): Outcome {
  if (isMissing(one)) return one
  return isMissing(other) ? other : reckon(one.value, other.value)
}

function divided(of: Outcome, to: Outcome, times: number): Outcome {
  return both(of, to, (a, b) =>
    b === 0 ? missing('分母为 0，不能相除', 'the denominator is 0') : figure((a / b) * times),
  )
}

function grown(now: Outcome, before: Outcome, on: Day): Outcome {
  if (isMissing(now)) return now
  if (isMissing(before)) {
    return missing(`${on} 没有可比的数：${before.missing.zh}`, `nothing to compare on ${on}: ${before.missing.en}`)
  }
  if (before.value === 0) return missing(`${on} 的数为 0，增长率没有意义`, `the value of ${on} was 0`)
  return figure(((now.value - before.value) / Math.abs(before.value)) * 100)
}
