import { addCalendarDays, type CivilDate, whole } from './civil-date.ts'

/** A moment of a civil day in China, `YYYY-MM-DDTHH:mm`; China keeps one time all year, so no zone is needed. */
export type CivilMoment = `${CivilDate}T${string}`

/**
 * The moment `hours` later. Hours run through nights and holidays, and are never moved.
 *
 * @throws RangeError for a moment that is none
 * @source 行政强制法第十九条; 行政执法机关移送涉嫌犯罪案件的规定（2020 修订）第五条
 * @example addHours('2026-09-30T17:00', 24) // '2026-10-01T17:00'
 */
export function addHours(moment: CivilMoment, hours: number): CivilMoment {
  const [day = '', time = ''] = moment.split('T')
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (parts === null) throw new RangeError(`${JSON.stringify(moment)} is not of the form YYYY-MM-DDTHH:mm`)
  const total = Number(parts[1]) + whole(hours, 'hours')
  const days = Math.floor(total / 24)
  return `${addCalendarDays(day, days)}T${String(total - days * 24).padStart(2, '0')}:${parts[2]}`
}
