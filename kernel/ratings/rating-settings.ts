import { type CountyFacts, numberParameter } from '../jurisdiction/county-facts.ts'

/**
 * 好差评: the clocks of a bad rating, and from how many on figures are shown; a county may set its own.
 *
 * @source 国办发〔2019〕51号 asks that every bad rating is rectified and answered, and names no days: contact within 1 and
 *   rectification within 15 working days are those of a city’s rules
 */
export interface RatingSettings {
  readonly contactWorkingDays: number
  readonly rectifyWorkingDays: number
  readonly appealWorkingDays: number
  /** days after the end within which a matter can be rated */
  readonly ratedWithinDays: number
  /** groups of fewer ratings are not shown: they could tell who rated */
  readonly leastShown: number
}

export function ratingSettings(county: CountyFacts): RatingSettings {
  const number = (key: string, otherwise: number) => numberParameter(county, key, otherwise)
  return {
    // The same numbers as those of the rules of time, so that rule book and clock never say two things.
    contactWorkingDays: number('limit.rating.contact', 1),
    rectifyWorkingDays: number('limit.rating.rectification', 15),
    appealWorkingDays: number('limit.rating.appeal', 5),
    ratedWithinDays: number('rating.rated-within-days', 180),
    leastShown: number('rating.least-shown', 5),
  }
}

/** 不满意 and 非常不满意 */
export function isBad(level: number): boolean {
  return level <= 2
}
