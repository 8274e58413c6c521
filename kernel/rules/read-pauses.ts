import { isCivilDate } from '../clock/civil-date.ts'
import type { Pause } from './due-of.ts'
import { type StopReason, stopReasons } from './rule.types.ts'
import { ruleErrors } from './rule-errors.ts'

const longestDays = 3_660

/**
 * Spans of days that are not counted, as they are typed: `2026-03-16..2026-04-10`, with a reason after a colon or not.
 * Without a last day it still runs, and counts as far as today.
 *
 * @throws rule.badPause, rule.pauseTooLong
 */
export function readPauses(texts: readonly string[], today: string): readonly Pause[] {
  return texts.map((text) => {
    const [, from = '', to = '', reason] = /^([\d-]+)\.\.([\d-]*)(?::([a-zA-Z]+))?$/.exec(text.trim()) ?? []
    const last = to === '' ? today : to
    const isReason = reason === undefined || reason in stopReasons
    if (!isCivilDate(from) || !isCivilDate(last) || last < from || !isReason) throw ruleErrors.badPause({ text })
    if (Date.parse(last) - Date.parse(from) > longestDays * 86_400_000) throw ruleErrors.pauseTooLong({ text })
    return { from, to: last, ...(reason === undefined ? {} : { reason: reason as StopReason }) }
  })
}
