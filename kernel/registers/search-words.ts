import { pinyin } from 'pinyin-pro'

/** most words of one record: what is longer says the same over and over */
const mostWords = 400

/**
 * The words by which a record is found: Chinese as pairs of neighbouring characters, Latin and digits as they stand.
 *
 * Pairs instead of words of a dictionary: they are found wherever the reader begins and ends, and cutting them costs a
 * hundredth of looking words up, of which an import of a million rows has no time for more.
 *
 * @example searchWords(['云亭镇 A1']) // ['云亭', '亭镇', '镇', 'a1']
 */
export function searchWords(texts: readonly string[]): readonly string[] {
  const words = new Set<string>()
  for (const text of texts) {
    for (const [run] of folded(text).matchAll(runs)) {
      if (words.size >= mostWords) return [...words]
      if (run.charCodeAt(0) < 0x250) words.add(run.slice(0, 60))
      else addPairs(words, run)
    }
  }
  return [...words]
}

/** Latin letters and digits, with the marks that stand inside numbers; or a run of other letters. */
const runs = /[a-z0-9\u00c0-\u024f]+(?:[./-][a-z0-9]+)*|(?:(?![a-z0-9\u00c0-\u024f])[\p{L}\p{N}])+/gu

function addPairs(words: Set<string>, run: string): void {
  let before = ''
  for (const character of run) {
    if (before !== '') words.add(before + character)
    before = character
  }
  // So that the last character is found alone too, as the others are by the pairs that they begin.
  words.add(before)
}

/**
 * What is asked, for `search @@ $1::tsquery`; undefined when nothing of it can be looked for. Every word must be there;
 * numbers and single characters may go on.
 */
export function searchQuery(asked: string): string | undefined {
  const parts: string[] = []
  for (const [run] of folded(asked).matchAll(runs)) {
    if (run.charCodeAt(0) < 0x250) parts.push(`'${run.slice(0, 60)}':*`)
    else {
      const characters = [...run]
      if (characters.length === 1) parts.push(`'${run}':*`)
      for (let at = 1; at < characters.length; at += 1) parts.push(`'${characters[at - 1]}${characters[at]}'`)
    }
    if (parts.length >= 40) break
  }
  return parts.length === 0 ? undefined : parts.join(' & ')
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

const syllables = new Map<string, string>()
/** characters of a name that its place in a list depends on */
const sortedCharacters = 16

/** The key by which a name stands in lists: its syllables, character by character (多音字 by the usual reading). */
export function pinyinKey(label: string): string {
  let key = ''
  let count = 0
  for (const character of label.normalize('NFKC')) {
    if (count === sortedCharacters) break
    count += 1
    let syllable = syllables.get(character)
    if (syllable === undefined) {
      syllable = /\p{Script=Han}/u.test(character)
        ? `${pinyin(character, { toneType: 'none' })} `
        : character.toLowerCase()
      syllables.set(character, syllable)
    }
    key += syllable
  }
  return key.trim()
}
