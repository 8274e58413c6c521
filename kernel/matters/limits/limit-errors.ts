import { defineErrors } from '../../errors/define-errors.ts'

export const limitErrors = defineErrors('limit', {
  notRunning: {
    status: 409,
    zh: (e: { limit: string; running: readonly string[] }) =>
      e.running.length === 0
        ? `本件没有正在计算的期限，不能延长“${e.limit}”。`
        : `“${e.limit}”不是正在计算的期限，不能延长。正在计算的有：${e.running.join('、')}。`,
    en: (e) => `“${e.limit}” does not run and cannot be extended. Running: ${e.running.join(', ') || 'none'}.`,
  },
  isOver: {
    status: 409,
    zh: (e: { label: string; dueOn: string }) =>
      `“${e.label}”已于 ${e.dueOn} 届满，届满以后不能再延长。请尽快办理，并在意见里说明超期原因。`,
    en: (e) =>
      `“${e.label}” ended on ${e.dueOn}; it is extended before its end or not at all. Finish it, and say why it was late.`,
  },
  ruleGone: {
    status: 409,
    zh: (e: { label: string; rule: string }) =>
      `“${e.label}”所依据的规则 ${e.rule} 已不在用，不能按规则延长。确需延长的，请终止后重新办理。`,
    en: (e) => `The rule ${e.rule} of “${e.label}” is not in use any more, so nothing can be extended by it.`,
  },
})
