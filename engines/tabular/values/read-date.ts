import { dateOfSerial } from '../xlsx/serial-date.ts'
import { type CellFault, cellFault } from './cell-faults.ts'
import { halfWidth } from './clean-text.ts'

export type DatePrecision = 'day' | 'month' | 'year'

/** `2024-06-12`, `2024-06` or `2024`; undefined: an end that is none (长期) */
export type DateReading = { readonly date: string | undefined } | { readonly fault: CellFault }

const firstYear = 1900
const lastYear = 2200

const plainDay = /^(\d{4})-(\d{2})-(\d{2})$/
const day = /^(\d{3,4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(.*)$/
const month = /^(\d{3,4})\s*[-./年]\s*(\d{1,2})\s*月?份?$/
const year = /^(\d{3,4})\s*(?:年度?)?$/
const digits8 = /^(\d{4})(\d{2})(\d{2})$/
const digits6 = /^(\d{4})(\d{2})$/
/** what may follow a day: a time of day, a zone, a day of the week, 起, 止 */
const tail =
  /^(?:[T\s]*(?:[上下]午)?\s*\d{1,2}(?::|时|点)\d{0,2}(?::|分)?\d{0,2}(?:\.\d+)?秒?\s*(?:Z|[+-]\d{2}:?\d{2}|AM|PM)?|[+-]\d{2}:\d{2}|Z|起|止|前|[.,;。，；]|\s*\(?(?:星期|周)[一二三四五六日天]\)?|\s)*$/i
const yearLast = /^\d{1,2}[-./]\d{1,2}[-./]\d{4}\b/
const yearShort = /^'?\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?$/
const endless = /^(?:长期|永久|长期有效|无固定期限|无限期|至今)$/

/**
 * A day, month or year as people write it: 2024.6.12, 2024年6月, 二〇二四年六月十二日, 20240612, 2024, or a number that a
 * spreadsheet counts days by. A time of day is left out.
 *
 * A day with the year behind (6/12/2024) or with two digits of it is refused: it can be read in two ways.
 *
 * @example readDate('二〇二四年六月', false) // { date: '2024-06' }
 */
export function readDate(text: string, from1904: boolean): DateReading {
  const plain = plainDay.exec(text)
  if (plain !== null) return civil(text, plain[1] ?? '', plain[2], plain[3])
  let written = halfWidth(text)
    .trim()
    .replace(/[\s.,;。，；]+$/, '')
  if (/[〇零○一二三四五六七八九十]/.test(written)) written = withDigits(written)
  const whole = day.exec(written)
  if (whole !== null) {
    const rest = whole[4] ?? ''
    if (rest !== '' && !tail.test(rest)) return { fault: cellFault('noDate', { value: text }) }
    return nextDayInChina(civil(text, whole[1] ?? '', whole[2], whole[3]), rest)
  }
  const inMonth = month.exec(written)
  if (inMonth !== null) return civil(text, inMonth[1] ?? '', inMonth[2])
  const compact = digits8.exec(written)
  if (compact !== null) return civil(text, compact[1] ?? '', compact[2], compact[3])
  const shortCompact = digits6.exec(written)
  if (shortCompact !== null && Number(shortCompact[1]) >= firstYear && Number(shortCompact[1]) <= lastYear) {
    return civil(text, shortCompact[1] ?? '', shortCompact[2])
  }
  const inYear = year.exec(written)
  if (inYear !== null) return civil(text, inYear[1] ?? '')
  // The number behind a day whose format was lost: 1950 to 2100.
  const serial = /^\d{5}(?:\.\d+)?$/.test(written) ? Number(written) : 0
  const counted = serial >= 18_264 && serial <= 73_415 ? dateOfSerial(serial, from1904) : undefined
  if (counted !== undefined) return { date: counted }
  if (endless.test(written)) return { date: undefined }
  if (yearLast.test(written)) return { fault: cellFault('dateOrder', { value: text }) }
  if (yearShort.test(written)) return { fault: cellFault('shortYear', { value: text }) }
  return { fault: cellFault('noDate', { value: text }) }
}

function civil(text: string, yearText: string, monthText?: string, dayText?: string): DateReading {
  const yearNumber = Number(yearText)
  if (yearText.length < 4) return { fault: cellFault('shortYear', { value: text }) }
  if (yearNumber < firstYear || yearNumber > lastYear) {
    return { fault: cellFault('impossibleYear', { value: text, year: yearText }) }
  }
  if (monthText === undefined) return { date: yearText }
  const monthNumber = Number(monthText)
  const dayNumber = dayText === undefined ? 1 : Number(dayText)
  const exists = monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= daysIn(yearNumber, monthNumber)
  if (!exists) return { fault: cellFault('noSuchDay', { value: text }) }
  const inMonth = `${yearText}-${two(monthText)}`
  return { date: dayText === undefined ? inMonth : `${inMonth}-${two(dayText)}` }
}

/** A midnight of China that a program wrote in UTC is 16:00 of the day before. */
function nextDayInChina(reading: DateReading, rest: string): DateReading {
  if ('fault' in reading || reading.date === undefined || !/^T16:00(?::00(?:\.0+)?)?Z$/i.test(rest)) return reading
  return { date: new Date(Date.parse(`${reading.date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) }
}

function daysIn(yearNumber: number, monthNumber: number): number {
  if (monthNumber === 2) return yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(monthNumber) ? 30 : 31
}

function two(number: string): string {
  return number.length === 1 ? `0${number}` : number
}

const hanDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** 二〇二四年十二月三十一日 → 2024年12月31日; years are spelled digit by digit, months and days are counted. */
function withDigits(text: string): string {
  return text.replaceAll(/(?<!星期|周)[〇零○一二三四五六七八九十]+/g, (numeral) => {
    if (!numeral.includes('十')) return [...numeral].map((char) => hanDigits[char] ?? '').join('')
    const [tens = '', ones = ''] = numeral.split('十')
    return String((tens === '' ? 1 : Number(hanDigits[tens])) * 10 + (ones === '' ? 0 : Number(hanDigits[ones])))
  })
}
