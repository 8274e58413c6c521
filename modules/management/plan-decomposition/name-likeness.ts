/** Share of the pairs of neighbouring characters that two names have in common, 0 to 1. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const left = pairs(a)
  const right = pairs(b)
  if (left.size === 0 || right.size === 0) return 0
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size)
}

function pairs(text: string): Set<string> {
  const plain = text.normalize('NFKC').replaceAll(/[\s、，。（）()“”"]/g, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}
