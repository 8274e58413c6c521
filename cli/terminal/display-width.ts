/**
 * How wide a text stands on a terminal, in columns.
 *
 * Chinese characters and full-width punctuation take two, combining marks none. Curly quotes, dashes and the other
 * "ambiguous" characters count as one, as terminals in a UTF-8 locale show them.
 */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const without = /[\p{Mn}\p{Me}\p{Cf}]/u

export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

function widthOf(character: string): 0 | 1 | 2 {
  if (wide.test(character)) return 2
  return without.test(character) ? 0 : 1
}

/** The text with spaces behind it, up to a width; a longer text stays as it is. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Lines of at most this width. Chinese breaks anywhere; a Latin word is moved as a whole where it is short enough. */
export function wrapTo(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const character of text) {
    const more = widthOf(character)
    if (taken + more > width && line !== '') {
      const space = line.lastIndexOf(' ')
      const isInWord = /^[\x21-\x7e]+$/.test(line.slice(space + 1) + character) && space > 0
      const kept = isInWord ? line.slice(0, space) : line
      const carried = isInWord ? line.slice(space + 1) : ''
      lines.push(kept.trimEnd())
      line = carried
      taken = displayWidth(carried)
      if (character === ' ' && line === '') continue
    }
    line += character
    taken += more
  }
  lines.push(line)
  return lines
}
