/** A year as it is typed, a holiday or a day on each line. */
export interface TypedNotice {
  readonly holidays: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  readonly makeUpDays: readonly { readonly date: string; readonly holiday: string }[]
  /** lines that cannot be read, with their numbers */
  readonly bad: readonly { readonly field: 'off' | 'makeUp'; readonly number: number; readonly line: string }[]
}

const date = /\d{4}-\d{1,2}-\d{1,2}/g

/**
 * Reads holidays (`春节 2027-02-05 2027-02-12`) and worked weekend days (`2027-02-13 春节`); the order on a line does not
 * matter, and one date is a single day.
 */
export function readNotice(off: string, makeUp: string): TypedNotice {
  const bad: { field: 'off' | 'makeUp'; number: number; line: string }[] = []
  const holidays = linesOf(off).flatMap(({ number, line }) => {
    const { dates, words } = partsOf(line)
    const [from, to = from] = dates
    if (from === undefined || to === undefined || dates.length > 2 || words === '') {
      bad.push({ field: 'off', number, line })
      return []
    }
    return [{ name: words, from, to }]
  })
  const makeUpDays = linesOf(makeUp).flatMap(({ number, line }) => {
    const { dates, words } = partsOf(line)
    const [day] = dates
    if (day === undefined || dates.length > 1 || words === '') {
      bad.push({ field: 'makeUp', number, line })
      return []
    }
    return [{ date: day, holiday: words }]
  })
  return { holidays, makeUpDays, bad }
}

function linesOf(text: string) {
  return text
    .split('\n')
    .map((line, at) => ({ number: at + 1, line: line.trim() }))
    .filter(({ line }) => line !== '')
}

function partsOf(line: string): { readonly dates: readonly string[]; readonly words: string } {
  const dates = (line.match(date) ?? []).map((found) =>
    found
      .split('-')
      .map((part, at) => (at === 0 ? part : part.padStart(2, '0')))
      .join('-'),
  )
  const words = line
    .replaceAll(date, ' ')
    .replaceAll(/[\s，,、至—–-]+/g, ' ')
    .trim()
  return { dates, words }
}
