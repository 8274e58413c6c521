import type { Language } from '../i18n/language.ts'
import { monthInWords } from './dates.ts'

/** A period as one says it: 2026年10月, 2026年第3季度, 2026年. */
export function periodInWords(period: string, language: Language): string {
  const [year = '', part] = period.split('-')
  const zh = language === 'zh'
  if (part === undefined) return zh ? `${year}年` : year
  if (part.startsWith('Q')) return zh ? `${year}年第${part.slice(1)}季度` : `${part} ${year}`
  return monthInWords(`${period}-01`, language)
}
