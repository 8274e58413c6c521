/** What a name most likely names, by how it ends. */
export type NamedKind = 'enterprise' | 'university' | 'institute' | 'organisation' | 'individual'

const byEnding: readonly (readonly [RegExp, NamedKind])[] = [
  [/(?:公司|集团|厂|工厂|企业|合作社|商行|经营部|工作室|中心\(有限合伙\)|合伙\)|店|铺|农场|作坊|行)$/, 'enterprise'],
  [
    /(?:医院|协会|学会|商会|联合会|委员会|人民政府|管委会|办事处|局|厅|部|所\(有限\)|基金会|学校|中学|小学|幼儿园)$/,
    'organisation',
  ],
  [/(?:大学|学院|高等专科学校)$/, 'university'],
  [/(?:研究院|研究所|研究中心|设计院|科学院|实验室|研发中心|技术研究.{0,4}院|农科所|院|所|站)$/, 'institute'],
]

/**
 * @param folded as `foldName` gives it
 * @example guessKind('演示大学') // 'university'
 */
export function guessKind(folded: string): NamedKind {
  for (const [ending, kind] of byEnding) if (ending.test(folded)) return kind
  return isPersonName(folded) ? 'individual' : /公司|厂/.test(folded) ? 'enterprise' : 'organisation'
}

/** Two to four Chinese characters without the word of an organisation, or a name in Latin letters. */
export function isPersonName(folded: string): boolean {
  if (byEnding.some(([ending]) => ending.test(folded))) return false
  return /^\p{Script=Han}{2,4}$/u.test(folded) || /^[a-z]{4,40}$/.test(folded)
}
