import type { Rules } from '../../rules/define-rule.ts'
import type { Length } from '../../rules/rule.types.ts'
import { statesOf } from '../chart/states.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import { twice } from './declaration-problems.ts'

/** Limits: their rules, where they start, stop and end, what is done when they are missed, and what is promised. */
export function limitProblems(declaration: MatterDeclaration, rules: Rules): readonly string[] {
  const { limits, publication } = declaration
  const states = statesOf(declaration)
  const clockActs = new Set(
    [...states.values()].flatMap(({ state }) =>
      Object.entries(state.acts ?? {}).flatMap(([name, { by }]) => (by.includes('clock') ? [name] : [])),
    ),
  )
  const named = [publication?.objections?.rule, publication?.shownFor].flatMap((rule) => rule ?? [])
  return [
    ...twice(limits.map(({ id }) => id)).map((id) => `limits.${id}: stands twice`),
    ...named.flatMap((rule) => (rules.find(rule) === undefined ? [`publication: there is no rule “${rule}”`] : [])),
    ...limits.flatMap(({ id, rule, promised, startsWith, endsWith, stopsIn = [], onMissed }) => {
      const path = `limits.${id}`
      const declared = rules.find(rule)
      return [
        ...(declared === undefined ? [`${path}.rule: there is no rule “${rule}”`] : []),
        ...(startsWith.length === 0 ? [`${path}.startsWith: nothing starts it`] : []),
        ...(endsWith.length === 0 ? [`${path}.endsWith: nothing ends it`] : []),
        ...stopsIn.flatMap((name) => (states.has(name) ? [] : [`${path}.stopsIn: there is no state “${name}”`])),
        ...(onMissed === undefined || clockActs.has(onMissed)
          ? []
          : [`${path}.onMissed: “${onMissed}” is no act that the clock may do (\`by: ['clock']\`)`]),
        ...(promised !== undefined && declared !== undefined
          ? promiseProblems(path, promised, declared.history.at(-1)?.length)
          : []),
      ]
    }),
  ]
}

function promiseProblems(path: string, promised: Length, legal: Length | undefined): readonly string[] {
  if (legal === undefined || !isLonger(promised, legal)) return []
  return [`${path}.promised: ${promised.n} ${promised.unit} is more than the law gives (${legal.n} ${legal.unit})`]
}

/** Days of the calendar that a length takes, at least and at most: working days depend on where holidays lie. */
const calendarDays: Readonly<Record<Length['unit'], { readonly least: number; readonly most: number }>> = {
  hour: { least: 1 / 24, most: 1 / 24 },
  calendarDay: { least: 1, most: 1 },
  workingDay: { least: 7 / 5, most: 2.4 },
  month: { least: 28, most: 31 },
  year: { least: 365, most: 366 },
}

/** Whether a promised length is longer than the legal one wherever it falls; equal units are compared exactly. */
export function isLonger(promised: Length, legal: Length): boolean {
  if (promised.unit === legal.unit) return promised.n > legal.n
  return promised.n * calendarDays[promised.unit].least > legal.n * calendarDays[legal.unit].most
}
