/** Pairs brackets, quotation marks and book titles inside a line, so that a rule can step over what they hold. */

const OPENERS: Readonly<Record<string, string>> = {
  '（': '）',
  '〔': '〕',
  '【': '】',
  '[': ']',
  '〈': '〉',
  '《': '》',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
}
const CLOSERS = new Set(Object.values(OPENERS))
const ROUND = '（〔【['
const ROUND_CLOSERS = '）〕】]'
const DEEPEST = 16

/**
 * For each opening mark the position of its closing one, 0 elsewhere. A mark without a partner in its line pairs with
 * nothing, so a careless bracket never swallows what follows. `〔…）` counts as a pair.
 */
export function pairBrackets(folded: string): Int32Array {
  const closeOf = new Int32Array(folded.length)
  let open: number[] = []
  for (let at = 0; at < folded.length; at += 1) {
    const char = folded.charAt(at)
    if (char === '\n') {
      if (open.length > 0) open = []
    } else if (OPENERS[char] !== undefined) {
      if (open.length >= DEEPEST) open.shift()
      open.push(at)
    } else if (CLOSERS.has(char)) {
      const partner = partnerOf(folded, open, char)
      if (partner < 0) continue
      closeOf[open[partner] ?? 0] = at
      open.length = partner
    }
  }
  return closeOf
}

function partnerOf(folded: string, open: readonly number[], closer: string): number {
  for (let index = open.length - 1; index >= 0; index -= 1) {
    if (OPENERS[folded.charAt(open[index] ?? -1)] === closer) return index
  }
  const last = open.length - 1
  return ROUND_CLOSERS.includes(closer) && last >= 0 && ROUND.includes(folded.charAt(open[last] ?? -1)) ? last : -1
}
