import { defineErrors } from '../errors/define-errors.ts'

export const qualityErrors = defineErrors('quality', {
  badDeclarations: {
    status: 500,
    zh: (e: { problems: readonly string[] }) => `数据质量规则的声明有误：\n${e.problems.join('\n')}`,
    en: (e) => `The rules of data quality are declared wrongly:\n${e.problems.join('\n')}`,
  },
  unknownRule: {
    status: 404,
    zh: (e: { id: string }) => `没有数据质量规则“${e.id}”。全部规则见 qx quality rules。`,
    en: (e) => `There is no rule of data quality “${e.id}”. See qx quality rules for all of them.`,
  },
  badCursor: {
    status: 400,
    zh: () => '翻页标记无效。请从第一页重新开始。',
    en: () => 'The mark of the next page is no longer good. Begin again with the first page.',
  },
  settled: {
    status: 409,
    zh: (e: { label: string }) => `“${e.label}”的这个问题已经改好或已说明，不用再说明。请刷新列表。`,
    en: (e) => `The finding about “${e.label}” is mended or explained already. Load the list again.`,
  },
})
