/** Where 发文机关署名 and 成文日期 stand, in characters from the left of the type area; a digit is half of one. */
export interface SignaturePlaces {
  readonly name: { readonly from: number; readonly width: number }
  readonly date: { readonly from: number; readonly width: number }
}

/**
 * With a seal the date stands four characters from the right and the name is centred over it; without one the name
 * stands two from the right and the date begins two after it.
 *
 * @source GB/T 9704—2012 §7.3.5.1, §7.3.5.2
 */
export function signaturePlaces(name: string, date: string, isSealed: boolean, line = 28): SignaturePlaces {
  const [n, d] = [charactersWide(name), charactersWide(date)]
  if (isSealed) {
    const from = line - 4 - d
    return { name: { from: Math.min(from + d / 2 - n / 2, line - n), width: n }, date: { from, width: d } }
  }
  const from = line - 2 - n
  if (from + 2 + d <= line) return { name: { from, width: n }, date: { from: from + 2, width: d } }
  // A date that is longer than what is left takes the place at the right, and the name moves left.
  return { name: { from: line - 4 - d, width: n }, date: { from: line - 2 - d, width: d } }
}

/** Chinese characters and their punctuation are one wide, everything else half. */
export function charactersWide(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[⺀-鿿＀-￯　-〿“”‘’—…]/u.test(character) ? 1 : 0.5), 0)
}
