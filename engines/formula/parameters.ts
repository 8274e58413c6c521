import type { Condition, Formula, Given, Window } from './formula.types.ts'

/** What the county decided; a key that nobody decided takes the value that the formula names. */
export type Parameters = ReadonlyMap<string, string | number | boolean>

/** The value that is meant. */
export function given<Value extends string | number | boolean>(value: Given<Value>, parameters: Parameters): Value {
  if (typeof value !== 'object') return value
  const decided = parameters.get(value.parameter)
  return decided !== undefined && typeof decided === typeof value.otherwise ? (decided as Value) : value.otherwise
}

/** The case that is meant; undefined where the county's value names none and neither does the formula's own. */
export function caseOf<Case>(
  choice: { readonly parameter: string; readonly otherwise: string; readonly cases: Readonly<Record<string, Case>> },
  parameters: Parameters,
): Case | undefined {
  const decided = parameters.get(choice.parameter)
  const chosen = decided === undefined ? undefined : choice.cases[String(decided)]
  return chosen ?? choice.cases[choice.otherwise]
}

/** A window without choices of the county. */
export type PlainWindow = Exclude<Window, { readonly parameter: string }>

/** @throws RangeError where no case is meant; checked formulas have one */
export function windowIn(window: Window, parameters: Parameters): PlainWindow {
  if (!('parameter' in window)) return window
  const chosen = caseOf(window, parameters)
  if (chosen === undefined) throw new RangeError(`${window.parameter} has no case ${window.otherwise}`)
  return windowIn(chosen, parameters)
}

/** @throws RangeError as above */
export function conditionIn(condition: Condition, parameters: Parameters): Condition {
  if (!('parameter' in condition)) return condition
  const chosen = caseOf(condition, parameters)
  if (chosen === undefined) throw new RangeError(`${condition.parameter} has no case ${condition.otherwise}`)
  return conditionIn(chosen, parameters)
}

/** A formula without choices of the county at its head. */
export type PlainFormula = Exclude<Formula, { readonly parameter: string }>

/** @throws RangeError as above */
export function formulaIn(formula: Formula, parameters: Parameters): PlainFormula {
  if (!('parameter' in formula)) return formula
  const chosen = caseOf(formula, parameters)
  if (chosen === undefined) throw new RangeError(`${formula.parameter} has no case ${formula.otherwise}`)
  return formulaIn(chosen, parameters)
}

/** Every key that the county may decide in a tree, in order of appearance. */
export function parametersIn(tree: unknown): readonly string[] {
  const found = new Set<string>()
  collect(tree, found)
  return [...found]
}

function collect(tree: unknown, found: Set<string>): void {
  if (tree === null || typeof tree !== 'object') return
  for (const [key, value] of Object.entries(tree)) {
    if (key === 'parameter' && typeof value === 'string') found.add(value)
    else collect(value, found)
  }
}
