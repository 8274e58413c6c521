import type { Language } from '../errors/define-errors.ts'
import type { Length } from './rule.types.ts'

const zh = { workingDay: '个工作日', calendarDay: '日', month: '个月', year: '年', hour: '小时' } as const
const en = { workingDay: 'working day', calendarDay: 'day', month: 'month', year: 'year', hour: 'hour' } as const

/** A length as people say it: 5 个工作日, 90 日, 3 个月. */
export function lengthWords({ n, unit }: Pick<Length, 'n' | 'unit'>, language: Language = 'zh'): string {
  if (language === 'zh') return `${n} ${zh[unit]}`
  return `${n} ${en[unit]}${n === 1 ? '' : 's'}`
}
