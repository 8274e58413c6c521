/** Dates and periods (期限) as plans print them, as ISO civil dates. */
import { parseHanNumeral } from './numerals.ts'

export interface Period {
  readonly start: string | null
  readonly end: string | null
}

const pad = (value: number): string => String(value).padStart(2, '0')

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The civil date, or null where the calendar has no such day (2 月 30 日). */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

export const firstDay = (year: number, month = 1): string | null => isoDate(year, month, 1)

export const lastDay = (year: number, month = 12): string | null =>
  month < 1 || month > 12 ? null : isoDate(year, month, lastDayOf(year, month))

const FULL_DATE =
  /([12]\d{3}|[〇零一二三四五六七八九Ｏ]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/

const numberOf = (printed: string): number =>
  /^\d/.test(printed) ? Number(printed) : (parseHanNumeral(printed.replaceAll('Ｏ', '〇')) ?? Number.NaN)

export interface PrintedDate {
  readonly iso: string | null
  readonly index: number
  readonly words: string
}

/** The first full date in a text: 2024年6月12日, 二〇二四年六月十二日. `iso` is null for a day that does not exist. */
export function findFullDate(folded: string): PrintedDate | null {
  const found = FULL_DATE.exec(folded)
  if (found === null) return null
  const [words, year = '', month = '', day = ''] = found
  return { iso: isoDate(numberOf(year), numberOf(month), numberOf(day)), index: found.index, words }
}

const FIVE_YEAR_PLAN_END: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 }

/**
 * The last day that a phrase such as 到2026年, 2025年底前, 2026年6月底, “十四五”末 names; null where it names none.
 * 2025年起3年内 ends with 2027. A phrase that says when something *was* (截至2023年底, 较2023年) is no deadline.
 */
export function readDeadline(clause: string, period: Period): { readonly iso: string; readonly index: number } | null {
  const lasting = /(20\d{2})年起(?:的)?([1-9]|1\d|[一二两三四五六七八九十])年(?:内|时间)/.exec(clause)
  if (lasting?.[1] !== undefined && lasting[2] !== undefined) {
    const years = /\d/.test(lasting[2]) ? Number(lasting[2]) : (parseHanNumeral(lasting[2]) ?? 1)
    const iso = lastDay(Number(lasting[1]) + years - 1)
    if (iso !== null) return { iso, index: lasting.index }
  }
  const dated =
    /(截至|截止|较|比|同比|以|自|从|在)?(到|至|力争|确保|在|于)?(20\d{2})年(?:(上半年|下半年|一季度|二季度|三季度|四季度)|(\d{1,2})月)?(?:年?(?:底|末|中))?(\d{1,2}日)?/g
  for (let found = dated.exec(clause); found !== null; found = dated.exec(clause)) {
    const [words, past, , year = '', part, month, day] = found
    if (past !== undefined && past !== '在' && past !== '以' && !(past === '自' || past === '从')) continue
    if (past === '自' || past === '从' || past === '以') continue
    if (/^(?:以来|为基|基础|相比|的基础|印发|出台|全市|度)/.test(clause.slice(found.index + words.length))) {
      if (!/^全市/.test(clause.slice(found.index + words.length))) continue
    }
    const following = clause.slice(found.index + words.length, found.index + words.length + 10)
    // 2024—2026年 and 2024年1月-5月 end later
    const until = /^[-—~至到](20\d{2})年?(?:(\d{1,2})月)?/.exec(following)
    const endYear = until?.[1] === undefined ? Number(year) : Number(until[1])
    const endMonth = until?.[2] ?? month
    const iso =
      endMonth !== undefined
        ? day !== undefined
          ? isoDate(endYear, Number(endMonth), Number.parseInt(day, 10))
          : lastDay(endYear, Number(endMonth))
        : part === undefined
          ? lastDay(endYear)
          : lastDay(endYear, { 上半年: 6, 下半年: 12, 一季度: 3, 二季度: 6, 三季度: 9, 四季度: 12 }[part] ?? 12)
    // 达到2023年的2.5倍, 比2023年翻一番: a year to compare with.
    const compared =
      /^(?:同期|末|底)?(?:的|水平|基数)/.test(clause.slice(found.index + words.length)) ||
      clause.charAt(found.index - 1) === '达'
    const gone = iso !== null && period.start !== null && iso < period.start
    if (iso !== null && !compared && !gone) return { iso, index: found.index }
  }
  const plan = /[“"‘']?(十[三四五六]五)[”"’']?(?:规划)?(?:期)?(?:末|期间|时期)/.exec(clause)
  const planEnd = plan?.[1] === undefined ? undefined : FIVE_YEAR_PLAN_END[plan[1]]
  if (plan !== null && planEnd !== undefined) return { iso: `${planEnd}-12-31`, index: plan.index }
  const inPeriod =
    /建设期(?:内|满|末)|规划期(?:内|末)|创建期(?:内|满|末)|试点期内|期末|([一二两三四五六七八九]|\d)年(?:内|之内|时间|左右时间)/.exec(
      clause,
    )
  if (inPeriod !== null) {
    const years = inPeriod[1] === undefined ? null : numberOf(inPeriod[1])
    if (years === null && period.end !== null) return { iso: period.end, index: inPeriod.index }
    if (years !== null && period.start !== null) {
      const iso = lastDay(Number(period.start.slice(0, 4)) + years - 1)
      if (iso !== null) return { iso, index: inPeriod.index }
    }
  }
  return null
}

export interface PeriodRead extends Period {
  /** dates that no calendar has, and ends before their start */
  readonly impossible: readonly string[]
}

/**
 * A period: 2024年1月-2024年5月, 2024年1—5月, 2026年12月, 2024-2026年, 2025年3月底前.
 * A month is its first and its last day. A period with 前 or 底前 alone has no start.
 */
export function readPeriod(text: string): PeriodRead | null {
  const impossible: string[] = []
  const years = /(20\d{2})年?(?:[-—~至到]{1,2})(20\d{2})年?(?!\d|\d?月)/.exec(text)
  const months =
    /(20\d{2})(?:年|\.|\/)(\d{1,2})(?:月)?(?:(\d{1,2})日)?(?:初|上旬|中旬|下旬|底|末|起|开始)?(?:[-—~至到]{1,2}(?:(20\d{2})(?:年|\.|\/))?(次年)?(\d{1,2}|年底|底)(?:月)?(?:(\d{1,2})日)?(?:初|上旬|中旬|下旬|底|末)?)?(底?前)?/.exec(
      text,
    )
  if (months !== null && (years === null || months.index <= years.index)) {
    const [, y1 = '', m1 = '', d1, y2, nextYear, m2, d2, before] = months
    const startYear = Number(y1)
    const start = d1 === undefined ? firstDay(startYear, Number(m1)) : isoDate(startYear, Number(m1), Number(d1))
    const endYear = y2 === undefined ? startYear + (nextYear === undefined ? 0 : 1) : Number(y2)
    const endMonth = m2 === undefined ? Number(m1) : /底/.test(m2) ? 12 : Number(m2)
    const lastPrinted = m2 === undefined ? d1 : d2
    const end = lastPrinted === undefined ? lastDay(endYear, endMonth) : isoDate(endYear, endMonth, Number(lastPrinted))
    if (start === null || end === null || (start > end && before === undefined)) impossible.push(months[0])
    if (before !== undefined && m2 === undefined) return { start: null, end, impossible }
    return { start, end, impossible }
  }
  if (years !== null) {
    const start = firstDay(Number(years[1]))
    const end = lastDay(Number(years[2]))
    if (start !== null && end !== null && start > end) impossible.push(years[0])
    return { start, end, impossible }
  }
  const half = /(20\d{2})年(上半年|下半年|一季度|二季度|三季度|四季度|第一季度|第二季度|第三季度|第四季度)/.exec(text)
  if (half !== null) {
    const year = Number(half[1])
    const part = (half[2] ?? '').replace('第', '')
    const [from, until] = {
      上半年: [1, 6],
      下半年: [7, 12],
      一季度: [1, 3],
      二季度: [4, 6],
      三季度: [7, 9],
      四季度: [10, 12],
    }[part] ?? [1, 12]
    return { start: firstDay(year, from ?? 1), end: lastDay(year, until ?? 12), impossible }
  }
  const single = /(20\d{2})年(底前|底|全年|度)?/.exec(text)
  if (single === null) return null
  const year = Number(single[1])
  if (single[2] === '底前') return { start: null, end: lastDay(year), impossible }
  return { start: firstDay(year), end: lastDay(year), impossible }
}
