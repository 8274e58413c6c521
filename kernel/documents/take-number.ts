import { sql } from 'kysely'
import { type CountyFacts, textParameter } from '../jurisdiction/county-facts.ts'
import type { CommandContext } from '../operations/context.ts'
import { fillText } from './fill.ts'

/**
 * The pattern of a document number as this county writes it: declarations are the same everywhere, and 机关代字 begins with
 * the character of the place (parameter `document.number-place`; without one it stands as declared). What does not run,
 * the number of a case on its receipt, is no 发文字号 and stays.
 *
 * @example placedPattern(yixing, '知援受〔{year}〕{n}号') // '宜知援受〔{year}〕{n}号'
 */
export function placedPattern(county: Pick<CountyFacts, 'parameters'>, pattern: string): string {
  const place = textParameter(county, 'document.number-place', null)?.trim() ?? ''
  return pattern.includes('{n}') && !pattern.startsWith(place) ? `${place}${pattern}` : pattern
}

/**
 * 发文字号: the next number of a series in a year, without gaps: the row of the series stays locked until the act is over,
 * and an act that fails gives its number back.
 *
 * The series is the pattern itself, so two documents that share one share the run, and no number is given twice. A
 * pattern without {n} (the number of the matter on its receipt) is counted from its second use on: `…-2`.
 *
 * @example await takeNumber(context, '宜知援受〔{year}〕{n}号', {}) // '宜知援受〔2026〕1号'
 */
export async function takeNumber(
  { tx, jurisdiction, today }: Pick<CommandContext, 'tx' | 'jurisdiction' | 'today'>,
  pattern: string,
  facts: Readonly<Record<string, string>>,
): Promise<string> {
  const year = today.slice(0, 4)
  const isRunning = pattern.includes('{n}')
  const known = (name: string) => (name === 'year' ? year : facts[name])
  const series = isRunning ? pattern : fillText(pattern, known).text
  const { rows } = await sql<{ last: number }>`
    insert into matter_number as given (jurisdiction, series, period, last)
    values (${jurisdiction}, ${`document:${series}`}, ${isRunning ? year : ''}, 1)
    on conflict (jurisdiction, series, period) do update set last = given.last + 1
    returning last`.execute(tx)
  const n = rows[0]?.last ?? 1
  if (!isRunning) return n === 1 ? series : `${series}-${n}`
  return fillText(pattern, (name) => (name === 'n' ? String(n) : known(name))).text
}
