import { isCivilDate, lastDayOfMonth } from '@qiangxian/kernel/clock/civil-date'

/** days between 1970-01-01 and the day that spreadsheets count as 0 */
const serialOfEpoch = 25_569
/** A workbook may count from 1904, as old ones of another system do. */
const serialOf1904 = 24_107
const dayMilliseconds = 86_400_000

/**
 * A day as people write it into a sheet: 2024-06-12, 2024.6.12, 2024/6/12, 2024年6月12日, 20240612; a month stands for its
 * last day. Undefined where it is no day that exists.
 */
export function readTypedDate(text: string): string | undefined {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '')
  const day = /^(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(typed)
  if (day !== null) {
    const [, year = '', month, date, shortMonth, shortDate] = day
    const read = `${year}-${two(month ?? shortMonth)}-${two(date ?? shortDate)}`
    return isCivilDate(read) ? read : undefined
  }
  const month = /^(\d{4})[-./年](\d{1,2})月?$/.exec(typed)
  if (month === null) return undefined
  const first = `${month[1]}-${two(month[2])}`
  return isCivilDate(`${first}-01`) ? lastDayOfMonth(first) : undefined
}

/** The day of a spreadsheet's serial number; undefined for numbers that no report means as a day. */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial) - (from1904 ? serialOf1904 : serialOfEpoch)
  // 1990 to 2100
  if (days < 7_305 || days > 47_482) return undefined
  return new Date(days * dayMilliseconds).toISOString().slice(0, 10)
}

function two(number: string | undefined): string {
  return (number ?? '').padStart(2, '0')
}
