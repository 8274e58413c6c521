import type { Condition, Formula, Source, Window } from '../../api/formula.types.ts'

/** Which kind of step a node is, and what it becomes when a person chooses another. Pure. */

export const formulaKinds = [
  'count',
  'sum',
  'average',
  'latest',
  'indicator',
  'number',
  'ratio',
  'share',
  'per',
  'growth',
  'add',
  'subtract',
  'scale',
  'decided',
] as const
export type FormulaKind = (typeof formulaKinds)[number]

export const conditionKinds = [
  'all',
  'any',
  'not',
  'named',
  'is',
  'isSet',
  'startsWith',
  'holds',
  'atLeast',
  'atMost',
  'from',
  'related',
  'codes',
  'decided',
] as const
export type ConditionKind = (typeof conditionKinds)[number]

export const windowKinds = ['stock', 'sinceStart', 'ever', 'year', 'months', 'latest', 'decided'] as const
export type WindowKind = (typeof windowKinds)[number]

export function formulaKind(formula: Formula): FormulaKind {
  return 'measure' in formula ? formula.measure : 'decided'
}

export function windowKind(window: Window): WindowKind {
  return 'kind' in window ? window.kind : 'decided'
}

export function conditionKind(condition: Condition): ConditionKind {
  if ('cases' in condition) return 'decided'
  for (const kind of ['all', 'any', 'not', 'named', 'isSet', 'startsWith', 'holds', 'atLeast', 'atMost'] as const)
    if (kind in condition) return kind
  if ('is' in condition) return 'is'
  if ('from' in condition) return 'from'
  return 'related' in condition ? 'related' : 'codes'
}

/** What a register offers to begin with. */
export interface Beginnings {
  readonly register: string
  /** a field with dates, to count from; '' where there is none */
  readonly dateField: string
  /** any field; '' where there is none */
  readonly field: string
  readonly countUnit: string
}

const emptyCount = ({ register, countUnit }: Beginnings): Formula => ({
  measure: 'count',
  register,
  window: { kind: 'stock' },
  unit: countUnit,
})

/**
 * The same formula as another kind of step. What both kinds have is kept: the source of a count becomes the source of a
 * sum, the part above the line stays above it, and a count becomes the upper part of a fraction.
 */
export function asFormula(formula: Formula, kind: FormulaKind, begin: Beginnings): Formula {
  if (formulaKind(formula) === kind) return formula
  const source = sourceOf(formula) ?? { register: begin.register, window: { kind: 'stock' } as const }
  const of = upperPart(formula) ?? formula
  const other = lowerPart(formula) ?? emptyCount(begin)
  const unit = 'unit' in formula ? formula.unit : begin.countUnit
  switch (kind) {
    case 'count':
      return { measure: 'count', ...source, unit }
    case 'sum':
    case 'average':
      return { measure: kind, ...source, field: 'field' in formula ? formula.field : begin.field, unit }
    case 'latest':
      return { measure: 'latest', series: '', unit }
    case 'indicator':
      return { measure: 'indicator', id: '' }
    case 'number':
      return { measure: 'number', value: 1, unit }
    case 'ratio':
    case 'share':
      return { measure: kind, of, to: other }
    case 'per':
      return { measure: 'per', of, per: 10_000, residents: lowerPart(formula) ?? residents }
    case 'growth':
      return { measure: 'growth', of, months: 12 }
    case 'add':
      return { measure: 'add', parts: [of, emptyCount(begin)] }
    case 'subtract':
      return { measure: 'subtract', of, take: other }
    case 'scale':
      return { measure: 'scale', of, by: 10_000, unit: `万${unit}` }
    case 'decided':
      return { parameter: '', otherwise: 'a', cases: { a: formula } }
  }
}

const residents: Formula = { measure: 'latest', series: '常住人口', unit: '人', ofCounty: true }

function sourceOf(formula: Formula): Source | null {
  if (!('register' in formula)) return null
  return {
    register: formula.register,
    window: formula.window,
    ...(formula.where === undefined ? {} : { where: formula.where }),
    ...(formula.once === undefined ? {} : { once: formula.once }),
  }
}

function upperPart(formula: Formula): Formula | null {
  if ('of' in formula) return formula.of
  if ('parts' in formula) return formula.parts[0] ?? null
  return null
}

function lowerPart(formula: Formula): Formula | null {
  if ('to' in formula) return formula.to
  if ('residents' in formula) return formula.residents
  if ('take' in formula) return formula.take
  if ('parts' in formula) return formula.parts[1] ?? null
  return null
}

/** The same condition as another kind. Parts of a list stay, and a single condition becomes the first part of one. */
export function asCondition(condition: Condition, kind: ConditionKind, begin: Beginnings): Condition {
  if (conditionKind(condition) === kind) return condition
  const field = 'field' in condition ? condition.field : begin.field
  switch (kind) {
    case 'all':
      return { all: partsOf(condition) }
    case 'any':
      return { any: partsOf(condition) }
    case 'not':
      return { not: condition }
    case 'named':
      return { named: 'in-force' }
    case 'is':
      return { field, is: '' }
    case 'isSet':
      return { field, isSet: true }
    case 'startsWith':
      return { field, startsWith: [] }
    case 'holds':
      return { field, holds: [] }
    case 'atLeast':
      return { field, atLeast: 'atMost' in condition ? condition.atMost : 0 }
    case 'atMost':
      return { field, atMost: 'atLeast' in condition ? condition.atLeast : 0 }
    case 'from':
      return { from: begin.dateField }
    case 'related':
      return { related: '', through: '', on: '' }
    case 'codes':
      return { codes: field, listedIn: '', as: '', which: 'any' }
    case 'decided':
      return { parameter: '', otherwise: 'a', cases: { a: condition } }
  }
}

function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return [condition]
}

/** The same window as another kind; the day that it counts from is kept. */
export function asWindow(window: Window, kind: WindowKind, begin: Beginnings): Window {
  if (windowKind(window) === kind) return window
  const on = 'on' in window ? window.on : begin.dateField
  switch (kind) {
    case 'stock':
      return { kind: 'stock' }
    case 'sinceStart':
    case 'ever':
    case 'year':
      return { kind, on }
    case 'months':
      return { kind: 'months', on, months: 12 }
    case 'latest':
      return { kind: 'latest', on, per: [] }
    case 'decided':
      return { parameter: '', otherwise: 'a', cases: { a: window } }
  }
}

/** A part of a list replaced, or taken out where `to` is null. */
export function replaced<T>(list: readonly T[], at: number, to: T | null): readonly T[] {
  return list.flatMap((each, index) => (index !== at ? [each] : to === null ? [] : [to]))
}

/** A path within a tree, as the interface names it: `of.where.all.1`. */
export function below(path: string, step: string | number): string {
  return path === '' ? String(step) : `${path}.${step}`
}
