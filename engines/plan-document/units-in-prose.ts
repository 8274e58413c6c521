import type { Responsibility } from './responsibility.ts'
import { endsLikeAUnit, splitUnits } from './unit-names.ts'

const IN_PROSE =
  /由([^，。；\n]{2,40}?)(牵头|会同)([^。；\n]{2,80}?)(?=定期|负责|组织|共同|开展|制定|建立|研究|推送|落实|具体|按|，|。|；|$)/

/** 由甲局会同乙局、丙局定期推送…: for a task that has no list. 会同 alone names no leader. */
export function findUnitsInProse(folded: string): Responsibility | null {
  const found = IN_PROSE.exec(folded)
  if (found === null) return null
  const first = splitUnits(found[1] ?? '')
  const others = splitUnits(found[3] ?? '').filter(endsLikeAUnit)
  if (first.length === 0 || others.length === 0 || !first.every(endsLikeAUnit)) return null
  const lead = found[2] === '牵头' ? first : []
  return { lead, support: others, units: [...first, ...others.filter((unit) => !first.includes(unit))], due: null }
}
