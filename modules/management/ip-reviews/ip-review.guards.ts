import { defineGuard } from '@qiangxian/kernel/matters/define-matter'

/** A conclusion that nothing stands on is none: high risks take conditions or a no. */
export const conclusionFitsRisk = defineGuard({
  id: 'ip-review.conclusion-fits-risk',
  label: '结论与风险相符',
  labelEn: 'The conclusion fits the risk',
  refuses: ({ input }) =>
    input['risk'] === 'high' && input['conclusion'] === 'proceed'
      ? {
          zh: '侵权风险为“高”，不能直接建议实施。请改为有条件实施并写明措施，或者不建议实施。',
          en: 'With a high risk one cannot simply proceed: name conditions, or advise against it.',
        }
      : undefined,
})

export const conditionsNamed = defineGuard({
  id: 'ip-review.conditions-named',
  label: '有条件实施的写明条件',
  labelEn: 'Conditions are named',
  refuses: ({ input }) =>
    input['conclusion'] === 'conditional' && String(input['measures'] ?? '').trim().length < 10
      ? {
          zh: '结论是有条件实施，请写清是哪些条件、谁来落实、什么时候。',
          en: 'It may proceed on conditions: say which, who sees to them and by when.',
        }
      : undefined,
})
