import { chineseWords } from '../../search/chinese-words.ts'

/**
 * A title in lines: words are not split, the sense is not torn, and the lines make a trapezium or a diamond (GB/T 9704
 * §7.3.1). Two lines are as even as their words allow, the longer one first.
 *
 * @param most characters that fit into a line
 */
export function titleLines(title: string, most: number): readonly string[] {
  const characters = [...title].length
  if (characters <= most) return [title]
  const wanted = Math.ceil(characters / most)
  const words = chineseWords().cut(title, true)
  const lines: string[] = []
  let rest = words
  for (let left = wanted; left > 1; left -= 1) {
    const target = lengthOf(rest) / left
    const taken = wordsUpTo(rest, target, most)
    lines.push(rest.slice(0, taken).join(''))
    rest = rest.slice(taken)
  }
  return [...lines, rest.join('')].filter((line) => line !== '')
}

/** The number of words whose length is nearest to the target; of two as near the longer, as long as they fit. */
function wordsUpTo(words: readonly string[], target: number, most: number): number {
  let [best, distance, length] = [1, Number.POSITIVE_INFINITY, 0]
  for (const [index, word] of words.entries()) {
    length += [...word].length
    if (length > most) break
    // A line does not begin with what closes, and does not end with what opens.
    if (/^[，。、；：！？）》”’]/.test(words[index + 1] ?? '') || /[（《“‘]$/.test(word)) continue
    if (Math.abs(length - target) <= distance) [best, distance] = [index + 1, Math.abs(length - target)]
  }
  return best
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + [...word].length, 0)
}
