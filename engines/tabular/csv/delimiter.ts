const candidates = [',', '\t', ';', '|', '，'] as const
const mostLines = 30

/**
 * What separates the columns: the mark that stands equally often in most of the first lines, outside of quotes. A file
 * may say it itself in its first line (`sep=;`).
 */
export function delimiterOf(text: string): { delimiter: string; bodyAt: number } {
  const said = /^sep=(.)\r?\n/i.exec(text)
  if (said?.[1] !== undefined) return { delimiter: said[1], bodyAt: said[0].length }
  const lines = linesOutsideQuotes(text)
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0)
    const common = mostFrequent(counts)
    const score = counts.filter((count) => count === common).length * Math.min(common, 20) + counts.length
    if (counts.length > 0 && score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, bodyAt: 0 }
}

/** Lines with what stands in quotes taken out. */
function linesOutsideQuotes(text: string): readonly string[] {
  return text
    .slice(0, 64 * 1024)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, mostLines)
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
