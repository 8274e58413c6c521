import { type Day, sameDayMonthsBefore } from './days.ts'
import type { Formula } from './formula.types.ts'
import { formulaIn } from './parameters.ts'
import type { World } from './world.types.ts'

/** A part of a formula that is read from records: what is counted, or a statistic. */
export type LeafFormula = Extract<Formula, { readonly measure: 'count' | 'sum' | 'average' | 'latest' }>

export interface Leaf {
  /** its place in the tree, `to.residents`; '' for a formula that is nothing else */
  readonly path: string
  readonly formula: LeafFormula
}

/** The parts of a formula as they are reached, by their place; other formulas that it takes are entered as well. */
export function partsOf(formula: Formula, world: World): readonly { readonly name: string; readonly part: Formula }[] {
  const plain = formulaIn(formula, world.parameters)
  switch (plain.measure) {
    case 'count':
    case 'sum':
    case 'average':
    case 'latest':
    case 'number':
      return []
    case 'indicator': {
      const other = world.indicators.get(plain.id)
      if (other === undefined) throw new RangeError(`there is no indicator ${plain.id}`)
      return [{ name: 'formula', part: other.formula }]
    }
    case 'ratio':
    case 'share':
      return [
        { name: 'of', part: plain.of },
        { name: 'to', part: plain.to },
      ]
    case 'per':
      return [
        { name: 'of', part: plain.of },
        { name: 'residents', part: plain.residents },
      ]
    case 'growth':
    case 'scale':
      return [{ name: 'of', part: plain.of }]
    case 'subtract':
      return [
        { name: 'of', part: plain.of },
        { name: 'take', part: plain.take },
      ]
    case 'add':
      return plain.parts.map((part, at) => ({ name: `parts.${at}`, part }))
  }
}

/** The leaves of a formula, left to right. */
export function leavesOf(formula: Formula, world: World, path = ''): readonly Leaf[] {
  const plain = formulaIn(formula, world.parameters)
  if (isLeaf(plain)) return [{ path, formula: plain }]
  return partsOf(plain, world).flatMap(({ name, part }) => leavesOf(part, world, below(path, name)))
}

export function isLeaf(formula: Formula): formula is LeafFormula {
  return 'measure' in formula && ['count', 'sum', 'average', 'latest'].includes(formula.measure)
}

export function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** Every day for which the leaves must be known so that the formula is known on the days asked for; sorted. */
export function daysNeeded(formula: Formula, world: World, days: readonly Day[]): readonly Day[] {
  const needed = new Set(days)
  collect(formula, world, days, needed)
  return [...needed].sort()
}

function collect(formula: Formula, world: World, days: readonly Day[], needed: Set<Day>): void {
  const plain = formulaIn(formula, world.parameters)
  let asked = days
  if (plain.measure === 'growth') {
    asked = [...days, ...days.map((day) => sameDayMonthsBefore(day, plain.months))]
    for (const day of asked) needed.add(day)
  }
  for (const { part } of partsOf(plain, world)) collect(part, world, asked, needed)
}
