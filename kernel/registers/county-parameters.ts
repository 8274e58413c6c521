import type { CountyFacts } from '../jurisdiction/county-facts.ts'

/** The county's decisions by their keys, as conditions ask for them; lists and what is undecided are left out. */
export function countyParameters({ parameters }: CountyFacts): ReadonlyMap<string, string | number | boolean> {
  return new Map(
    parameters.flatMap(({ key, value }): [string, string | number | boolean][] =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : [],
    ),
  )
}
