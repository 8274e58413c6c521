import { differingPieces } from '../format/differences.ts'

interface ChangedTextProps {
  readonly before: string | null
  readonly after: string | null
  readonly side: 'before' | 'after'
}

/** One side of a change, with the characters that the other side does not have marked: struck out or underlined. */
export function ChangedText({ before, after, side }: ChangedTextProps) {
  const own = side === 'before' ? before : after
  if (own === null || own === '') return <span className="quiet">—</span>
  const left = side === 'before' ? 'removed' : 'added'
  return differingPieces(before ?? '', after ?? '', isFigure(before) || isFigure(after) ? 0 : undefined)
    .filter((piece) => piece.change === 'same' || piece.change === left)
    .map((piece, index) => {
      const key = `${index}${piece.text}`
      if (piece.change === 'same') return <span key={key}>{piece.text}</span>
      return side === 'before' ? <del key={key}>{piece.text}</del> : <ins key={key}>{piece.text}</ins>
    })
}

/** An amount or a date changes as a whole: 35,000 is not 3.5 with other digits. */
function isFigure(text: string | null): boolean {
  return text !== null && text.length < 24 && /\d/.test(text)
}
