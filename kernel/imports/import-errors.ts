import { defineErrors, type Localized } from '../errors/define-errors.ts'

export const importErrors = defineErrors('import', {
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的导入，或者您无权查看。请从导入列表中选择。`,
    en: (e) => `There is no import “${e.id}”, or you may not see it. Choose it from the list of imports.`,
  },
  refusedFile: {
    status: 422,
    zh: (e: { fileName: string; why: Localized }) => `“${e.fileName}”不能导入：${e.why.zh}`,
    en: (e) => `“${e.fileName}” cannot be imported: ${e.why.en}`,
  },
  mayNotImport: {
    status: 403,
    zh: (e: { label: string }) => `“${e.label}”由领导小组办公室维护，您的单位不能导入。请把文件交给办公室。`,
    en: (e) => `“${e.label}” is kept by the office; your unit cannot import into it. Hand the file to the office.`,
  },
  badMap: {
    status: 422,
    zh: (e: { why: Localized }) => `列的对应关系不对：${e.why.zh}`,
    en: (e) => `The mapping of columns cannot be used: ${e.why.en}`,
  },
  columnsMissing: {
    status: 422,
    zh: (e: { fileName: string; label: string; missing: string }) =>
      `“${e.fileName}”里没有找到“${e.label}”必需的列：${e.missing}。请指定各列对应的项目，或下载模板填写。`,
    en: (e) =>
      `“${e.fileName}” has no columns for what “${e.label}” needs: ${e.missing}. Say which column is which, or fill in the template.`,
  },
  notNow: {
    status: 409,
    zh: (e: { act: Localized; status: Localized }) =>
      `这次导入现在“${e.status.zh}”，不能${e.act.zh}。请刷新页面查看进展。`,
    en: (e) => `This import is ${e.status.en} now and cannot be ${e.act.en}. Reload to see how far it is.`,
  },
  rowUnknown: {
    status: 422,
    zh: (e: { sheet: string; row: number }) =>
      `工作表“${e.sheet}”第 ${e.row} 行不是有疑问或有变化的行，无需决定。请从列表中选择。`,
    en: (e) =>
      `Row ${e.row} of “${e.sheet}” is neither doubtful nor changed; there is nothing to decide. Choose from the list.`,
  },
  changedSince: {
    status: 409,
    zh: (e: { count: number; examples: string }) =>
      `不能整体撤销：导入之后有 ${e.count} 条记录又被改过（${e.examples}）。请核对这些记录；如要保留它们、撤销其余的，请选择“保留后来改过的”。`,
    en: (e) =>
      `This import cannot be undone as a whole: ${e.count} of its records were changed since (${e.examples}). Look at them; to keep these and undo the others, choose “keep what was changed since”.`,
  },
  noFaultyRows: {
    status: 404,
    zh: (_: Record<never, never>) => '这次导入没有出错的行，不需要退回修改。',
    en: () => 'This import has no faulty rows; there is nothing to correct.',
  },
  tooManyFaultyRows: {
    status: 422,
    zh: (e: { count: number; most: number }) =>
      `有 ${e.count} 行出错，超过了退回文件的上限 ${e.most} 行。多半是整列出了同样的问题：请先改正列的对应关系或原文件，再重新导入。`,
    en: (e) =>
      `${e.count} rows are faulty, more than the ${e.most} that one file for correction holds. Most likely a whole column is wrong: correct the mapping or the file, and import again.`,
  },
  matchUnknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的待核对名称，或者您无权查看。请从列表中选择。`,
    en: (e) => `There is no name to be settled “${e.id}”, or you may not see it. Choose it from the list.`,
  },
  matchTarget: {
    status: 422,
    zh: (e: { id: string; label: string }) => `“${e.label}”里没有编号为“${e.id}”的记录。请从候选中选择，或选择“新建”。`,
    en: (e) => `“${e.label}” has no record “${e.id}”. Choose one of the candidates, or “new”.`,
  },
})
