import type { Cycle } from '../api/types.gen.ts'
import type { Language } from '../i18n/language.ts'
import { monthInWords } from './dates.ts'

/** A period as one says it: 2026年10月, 2026年三季度, 2026年. */
export function periodInWords(period: string, language: Language): string {
  const [year = '', part] = period.split('-')
  const zh = language === 'zh'
  if (part === undefined) return zh ? `${year}年` : year
  if (part.startsWith('Q'))
    return zh ? `${year}年${'一二三四'.charAt(Number(part.slice(1)) - 1)}季度` : `${part} ${year}`
  return monthInWords(`${period}-01`, language)
}

/**
 * The period that a day lies in, and the first day after it: the day on which its report can be made.
 *
 * @example periodAround('2026-11-26', 'quarter') // { period: '2026-Q4', opensOn: '2027-01-01' }
 */
export function periodAround(day: string, cycle: Cycle): { readonly period: string; readonly opensOn: string } {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  if (cycle === 'year') return { period: String(year), opensOn: `${year + 1}-01-01` }
  const quarter = Math.ceil(month / 3)
  const last = cycle === 'month' ? month : quarter * 3
  const opensOn = last === 12 ? `${year + 1}-01-01` : `${year}-${String(last + 1).padStart(2, '0')}-01`
  return { period: cycle === 'month' ? day.slice(0, 7) : `${year}-Q${quarter}`, opensOn }
}
