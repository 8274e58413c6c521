import { defineErrors } from '../errors/define-errors.ts'

export const planReadingErrors = defineErrors('plan', {
  none: {
    status: 404,
    zh: (_: Record<never, never>) => '还没有采纳任何方案。请先上传方案，核对后采纳。',
    en: () => 'No plan is adopted yet. Upload a plan, review it and adopt it.',
  },
  noSuchVersion: {
    status: 404,
    zh: (e: { version: number }) => `方案没有第 ${e.version} 版。请从“版本”列表中选择。`,
    en: (e) => `The plan has no version ${e.version}. Choose one from the list of versions.`,
  },
})
