import { type CountyFacts, numberParameter } from '../jurisdiction/county-facts.ts'

/** How often codes may be asked for, and how long they and visits last; a county may set its own. */
export interface VisitLimits {
  readonly perNumberAnHour: number
  readonly perNumberADay: number
  readonly perAddressAnHour: number
  readonly inCountyAnHour: number
  readonly secondsBetween: number
  readonly codeMinutes: number
  /** wrong guesses after which a code is worth nothing */
  readonly guesses: number
  readonly visitHours: number
}

export function visitLimits(county: CountyFacts): VisitLimits {
  const number = (key: string, otherwise: number) => numberParameter(county, `visit.${key}`, otherwise)
  return {
    perNumberAnHour: number('codes-per-number-an-hour', 5),
    perNumberADay: number('codes-per-number-a-day', 10),
    perAddressAnHour: number('codes-per-address-an-hour', 30),
    inCountyAnHour: number('codes-in-county-an-hour', 1_000),
    secondsBetween: number('seconds-between-codes', 60),
    codeMinutes: number('code-minutes', 10),
    guesses: number('guesses-per-code', 5),
    visitHours: number('visit-hours', 2),
  }
}
