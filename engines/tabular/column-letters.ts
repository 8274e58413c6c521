/** 0 → A, 26 → AA: as the spreadsheet shows it. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** B12 → 1; -1 for what is no place. */
export function columnIndexOf(place: string): number {
  let index = 0
  let at = 0
  for (; at < place.length; at += 1) {
    const code = place.charCodeAt(at)
    if (code < 65 || code > 90) break
    index = index * 26 + code - 64
  }
  return at === 0 || at > 3 ? -1 : index - 1
}
