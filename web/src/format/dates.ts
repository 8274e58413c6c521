import type { Language } from '../i18n/language.ts'

const dayMs = 86_400_000
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays: Record<Language, readonly string[]> = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function partsOf(date: string): Parts {
  const [year, month, day] = date.split('-').map(Number)
  return { year: year ?? 0, month: month ?? 1, day: day ?? 1 }
}

/** Civil days since 1970-01-01; dates have no time zone. */
export function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date)
  return Math.round(Date.UTC(year, month - 1, day) / dayMs)
}

/** Days from one civil date to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** A date inside a sentence: 2026年11月22日, 22 Nov 2026. */
export function dateInWords(date: string, language: Language): string {
  const { year, month, day } = partsOf(date)
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${englishMonths[month - 1] ?? ''} ${year}`
}

/** A day of a year that is known from context: 11月22日, 22 Nov. */
export function dayInWords(date: string, language: Language): string {
  const { month, day } = partsOf(date)
  return language === 'zh' ? `${month}月${day}日` : `${day} ${englishMonths[month - 1] ?? ''}`
}

/** The month of a date: 2026年11月, Nov 2026. */
export function monthInWords(date: string, language: Language): string {
  const { year, month } = partsOf(date)
  return language === 'zh' ? `${year}年${month}月` : `${englishMonths[month - 1] ?? ''} ${year}`
}

/**
 * Months from start to end as a plan prints them: 2024年1月—5月, 2024年5月—2026年8月, 2026年12月.
 * An open end prints as nothing.
 */
export function monthRange(start: string | null, end: string | null, language: Language): string {
  if (start === null && end === null) return ''
  if (start === null || end === null) return monthInWords(start ?? end ?? '', language)
  const from = partsOf(start)
  const to = partsOf(end)
  if (from.year === to.year && from.month === to.month) return monthInWords(start, language)
  if (language === 'en') return `${monthInWords(start, 'en')} – ${monthInWords(end, 'en')}`
  const last = from.year === to.year ? `${to.month}月` : `${to.year}年${to.month}月`
  return `${from.year}年${from.month}月—${last}`
}

export function weekdayOf(date: string, language: Language): string {
  const index = new Date(dayNumber(date) * dayMs).getUTCDay()
  return weekdays[language][index] ?? ''
}

const instantFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as the county's clock shows it: 2026-11-22 14:05. */
export function instantInCounty(instant: string): string {
  const moment = new Date(instant)
  return Number.isNaN(moment.getTime()) ? instant : instantFormat.format(moment)
}
