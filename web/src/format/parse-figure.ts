/** 3.5万 and 30亿 as people write them. */
const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/**
 * A figure as a person types it: full-width digits, thousands separators, 万 and 亿 behind it.
 *
 * @returns null for an empty field, which is 未分解 and not zero; undefined for what is no figure
 */
export function parseFigure(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,，]/g, '')
  if (plain === '') return null
  const [, digits, scale] = /^(-?\d+(?:\.\d+)?)(万|亿)?$/.exec(plain) ?? []
  if (digits === undefined) return undefined
  // 3.5 × 10000 in binary leaves dust behind that nobody typed
  const value = Number((Number(digits) * (scales[scale ?? ''] ?? 1)).toPrecision(15))
  return Number.isFinite(value) ? value : undefined
}
