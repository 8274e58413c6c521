import { defineErrors } from '../errors/define-errors.ts'

export const registerErrors = defineErrors('register', {
  badDeclarations: {
    status: 500,
    zh: (e: { problems: readonly string[] }) =>
      `名录的声明有 ${e.problems.length} 处问题，程序没有启动：\n${e.problems.map((each) => `- ${each}`).join('\n')}`,
    en: (e) =>
      `The declarations of registers have ${e.problems.length} problems:\n${e.problems.map((each) => `- ${each}`).join('\n')}`,
  },
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有名录“${e.id}”，或者您无权查看。请从名录列表中选择。`,
    en: (e) => `There is no register “${e.id}”, or you may not see it. Choose it from the list of registers.`,
  },
  destructiveChange: {
    status: 500,
    zh: (e: { problems: readonly string[] }) =>
      `名录的声明与库中的数据不合，程序没有启动，数据没有改动：\n${e.problems.map((each) => `- ${each}`).join('\n')}`,
    en: (e) =>
      `The declarations of registers do not fit the data that is kept; nothing was changed:\n${e.problems.map((each) => `- ${each}`).join('\n')}`,
  },
  recordUnknown: {
    status: 404,
    zh: (e: { label: string; id: string }) =>
      `${e.label}中没有编号为“${e.id}”的记录，或者您无权查看。请从列表中重新选择。`,
    en: (e) => `There is no record “${e.id}” in ${e.label}, or you may not see it. Choose it from the list again.`,
  },
  badValues: {
    status: 422,
    zh: (e: { count: number }) => `有 ${e.count} 处填写不符合要求，没有保存。请按提示修改后再保存。`,
    en: (e) => `${e.count} of the values cannot be taken, and nothing was saved. Correct them as described.`,
  },
  alreadyThere: {
    status: 409,
    zh: (e: { what: string; label: string }) =>
      `名录中已有同样的${e.what}“${e.label}”，没有重复登记。请打开那条记录修改；如确是两件，请核对编号。`,
    en: (e) => `There is already such a ${e.what}: “${e.label}”. Change that record, or check the number.`,
  },
  changedMeanwhile: {
    status: 409,
    zh: (e: { label: string; by: string; revision: number }) =>
      `“${e.label}”在您打开之后已由${e.by}修改（现为第 ${e.revision} 次修订），您的改动没有保存。请刷新后再改。`,
    en: (e) =>
      `“${e.label}” was changed by ${e.by} after you opened it (now revision ${e.revision}); yours was not saved. Reload and change it again.`,
  },
  ended: {
    status: 409,
    zh: (e: { label: string }) => `“${e.label}”已作废或已并入别的记录，不能再改。如需恢复，请撤销合并或重新登记。`,
    en: (e) => `“${e.label}” was removed or merged and cannot be changed. Undo the merge, or add it again.`,
  },
  mayNotEdit: {
    status: 403,
    zh: (e: { label: string }) => `您不能修改“${e.label}”：它不归您的单位。请联系领导小组办公室，或在页面上报错。`,
    en: (e) => `You may not change “${e.label}”: it is not of your unit. Ask the office, or report a mistake.`,
  },
  circularLink: {
    status: 409,
    zh: (e: { label: string; field: string }) =>
      `“${e.label}”的“${e.field}”会绕回它自己，没有保存。请改为指向别的记录。`,
    en: (e) => `“${e.field}” of “${e.label}” would lead back to itself; it was not saved. Point at another record.`,
  },
  mergeWithItself: {
    status: 422,
    zh: (e: { label: string }) => `“${e.label}”不能与它自己合并。请另选要并入的记录。`,
    en: (e) => `“${e.label}” cannot be merged with itself. Choose other records.`,
  },
  mergeClash: {
    status: 409,
    zh: (e: { label: string; register: string }) =>
      `不能合并：合并后${e.register}中的“${e.label}”会与另一条记录完全相同。请先合并那两条，再合并这里的。`,
    en: (e) =>
      `This cannot be merged: “${e.label}” in ${e.register} would become the same as another record. Merge those first.`,
  },
  mergeUnknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的合并，或者您无权查看。`,
    en: (e) => `There is no merge “${e.id}”, or you may not see it.`,
  },
  mergeUndone: {
    status: 409,
    zh: (_: Record<never, never>) => '这次合并已经撤销过，没有再改动。',
    en: () => 'This merge was undone already; nothing was changed.',
  },
  mergeBuiltUpon: {
    status: 409,
    zh: (e: { label: string; by: string }) => `不能撤销：“${e.label}”${e.by}。请先处理后来的改动，再撤销这次合并。`,
    en: (e) => `This merge cannot be undone: “${e.label}” has changed since (${e.by}). Settle that first.`,
  },
  badFilter: {
    status: 400,
    zh: (e: { why: string }) => `筛选条件不对：${e.why}。请重新设置筛选。`,
    en: (e) => `The filter cannot be used: ${e.why}. Set it again.`,
  },
  badCursor: {
    status: 400,
    zh: (_: Record<never, never>) => '翻页位置与当前的排序不符。请回到第一页。',
    en: () => 'The place in the list does not fit its order. Go back to the first page.',
  },
  tooMany: {
    status: 422,
    zh: (e: { count: number; most: number }) =>
      `这次会改动 ${e.count} 条，一次最多 ${e.most} 条。请缩小筛选范围，分几次办理。`,
    en: (e) => `This would change ${e.count} records; ${e.most} at most at a time. Narrow the filter.`,
  },
  notPersonal: {
    status: 422,
    zh: (e: { field: string }) => `“${e.field}”不是加密的个人信息，无需申请查看。`,
    en: (e) => `“${e.field}” is not encrypted personal data; there is nothing to disclose.`,
  },
  viewUnknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的视图，或者它不是您的。`,
    en: (e) => `There is no view “${e.id}”, or it is not yours.`,
  },
  mistakeUnknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的报错，或者您无权查看。`,
    en: (e) => `There is no reported mistake “${e.id}”, or you may not see it.`,
  },
  mistakeAnswered: {
    status: 409,
    zh: (e: { by: string }) => `这条报错已由${e.by}答复，没有再改动。`,
    en: (e) => `This mistake was answered by ${e.by} already.`,
  },
  accountOfOtherRole: {
    status: 422,
    zh: (e: { login: string; role: string; register: string }) =>
      `账号“${e.login}”没有“${e.role}”角色，不能关联${e.register}中的记录。请先在账号管理中授予该角色。`,
    en: (e) =>
      `The account “${e.login}” does not hold the role ${e.role}, whose accounts act for records of ${e.register}. Grant it first.`,
  },
  nobodyActsFor: {
    status: 422,
    zh: (e: { register: string; can: string }) => `没有账号代表“${e.register}”中的记录。可以关联的名录：${e.can}。`,
    en: (e) => `No account acts for records of “${e.register}”. Accounts can be linked to records of: ${e.can}.`,
  },
  noEntities: {
    status: 422,
    zh: (_: Record<never, never>) => '平台没有登记主体（企业、个人）的名录，不能关联。',
    en: () => 'No register of entities is declared, so nothing can be linked.',
  },
})
