import type { IndicatorInput } from '../../api/indicator.types.ts'

/** How the parts of a formula stand to each other, as its outermost step says. */
export type Arrangement = 'fraction' | 'difference' | 'sum' | 'single'

export interface FormulaParts {
  readonly arrangement: Arrangement
  /** 分子; of what is no fraction, all parts */
  readonly above: readonly IndicatorInput[]
  /** 分母 */
  readonly below: readonly IndicatorInput[]
}

const below = /(^|\.)(to|residents)(\.|$)/

/**
 * The parts of a formula as one reads them: above and below the line. A part that only passes on what a deeper one says
 * is left out.
 */
export function formulaParts(inputs: readonly IndicatorInput[]): FormulaParts {
  const under = inputs.filter(({ path }) => below.test(path))
  const over = inputs.filter(({ path }) => !below.test(path))
  if (under.length > 0) return { arrangement: 'fraction', above: over, below: under }
  if (over.some(({ path }) => path === 'take' || path.startsWith('take.')))
    return { arrangement: 'difference', above: over, below: [] }
  return { arrangement: over.length > 1 ? 'sum' : 'single', above: over, below: [] }
}

export interface SentencePiece {
  readonly text: string
  /** the part that these words name */
  readonly input: IndicatorInput | null
  /** the comma or full stop after these words, which may not begin a line */
  readonly tail: string
}

/** A sentence cut where it names a part, so that the words themselves can be pressed. Longer names go first. */
export function sentencePieces(
  sentence: string,
  inputs: readonly IndicatorInput[],
  language: 'zh' | 'en',
): readonly SentencePiece[] {
  const named = inputs
    .filter((input) => input.label[language] !== '')
    .toSorted((a, b) => b.label[language].length - a.label[language].length)
  let pieces: readonly SentencePiece[] = [{ text: sentence, input: null, tail: '' }]
  for (const input of named) {
    const words = input.label[language]
    let found = false
    pieces = pieces.flatMap((piece) => {
      const at = piece.input === null && !found ? piece.text.indexOf(words) : -1
      if (at === -1) return [piece]
      found = true
      const after = piece.text.slice(at + words.length)
      const tail = /^[，。；：、）,.;:)]*/.exec(after)?.[0] ?? ''
      return [
        { text: piece.text.slice(0, at), input: null, tail: '' },
        { text: words, input, tail },
        { text: after.slice(tail.length), input: null, tail: '' },
      ].filter(({ text }) => text !== '')
    })
  }
  return pieces
}
