import { defineGuard } from '@qiangxian/kernel/matters/define-matter'

/** Fewer than three, and the opinion is one person's; with an even number it can stand two against two. */
const LEAST_EXPERTS = 3

export const expertsForOpinion = defineGuard({
  id: 'rights-assistance.three-experts',
  label: '参考意见由三名以上单数专家作出',
  labelEn: 'An opinion is given by three or more experts, an odd number',
  refuses: ({ input }) => {
    const count = Array.isArray(input['experts']) ? input['experts'].length : 0
    if (count >= LEAST_EXPERTS && count % 2 === 1) return undefined
    return {
      zh: `出具参考意见要有 ${LEAST_EXPERTS} 名以上、总数为单数的专家，现在是 ${count} 名。请补选专家，并先核对回避。`,
      en: `An opinion takes an odd number of experts, at least ${LEAST_EXPERTS}; there are ${count}. Add experts, and check for conflicts first.`,
    }
  },
})

export const noCourtDecision = defineGuard({
  id: 'rights-assistance.not-decided-elsewhere',
  label: '同一争议没有生效的裁判或者裁决',
  labelEn: 'No court or authority has decided the same dispute finally',
  refuses: ({ values }) =>
    values['otherRoads'] === 'decided'
      ? {
          zh: '申请人说同一争议已有生效裁判或者裁决，不能再出具参考意见。请不予受理，并告知申请再审、申请执行等途径。',
          en: 'The dispute was decided finally. Refuse it, and name retrial or enforcement as the way.',
        }
      : undefined,
})
