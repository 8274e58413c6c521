/** Day 0 of a workbook, in days before 1970. */
const epoch1900 = 25_569
const epoch1904 = 24_107
const dayMilliseconds = 86_400_000

/**
 * The day that a spreadsheet's number stands for, `2024-06-12`; undefined outside of 1900 to 9999. What comes after the
 * point is the time of day.
 *
 * Workbooks from 1900 count a 29 February 1900 that never was (serial 60), so that earlier days are one less.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  let days = Math.floor(serial)
  if (!from1904 && days === 60) return undefined
  if (!from1904 && days < 60) days += 1
  const sinceEpoch = days - (from1904 ? epoch1904 : epoch1900)
  if (days < 1 || sinceEpoch > 2_932_896) return undefined
  return new Date(sinceEpoch * dayMilliseconds).toISOString().slice(0, 10)
}

/** The number of a day, for a workbook that counts from 1900; undefined for days that it cannot count. */
export function serialOfDate(isoDate: string): number | undefined {
  const milliseconds = Date.parse(`${isoDate}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) return undefined
  const serial = milliseconds / dayMilliseconds + epoch1900
  return serial > 60 ? serial : serial > 1 ? serial - 1 : undefined
}
