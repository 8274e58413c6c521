import { defineErrors } from '../errors/define-errors.ts'

export const indicatorErrors = defineErrors('indicator', {
  badDeclarations: {
    status: 500,
    zh: (e: { problems: readonly string[] }) => `指标的声明有 ${e.problems.length} 处不对：\n${e.problems.join('\n')}`,
    en: (e) => `${e.problems.length} things are wrong with the declared indicators:\n${e.problems.join('\n')}`,
  },
  unknown: {
    status: 404,
    zh: (e: { code: string }) =>
      `没有编号或目标代码为“${e.code}”的测算指标。请在指标列表中查找，或用 qx indicator list 列出全部。`,
    en: (e) => `No computed indicator has the id or target code “${e.code}”. Look it up with qx indicator list.`,
  },
  unknownCondition: {
    status: 404,
    zh: (e: { register: string; name: string }) => `名录“${e.register}”没有条件“${e.name}”。请从条件列表中重新选择。`,
    en: (e) => `The register “${e.register}” has no condition “${e.name}”. Choose it from the list again.`,
  },
  unknownPart: {
    status: 404,
    zh: (e: { label: string; path: string; paths: readonly string[] }) =>
      `“${e.label}”的公式里没有可以列出记录的部分“${e.path}”。可选：${e.paths.map((path) => (path === '' ? '（整个公式）' : path)).join('、')}。`,
    en: (e) =>
      `The formula of “${e.label}” counts no records at “${e.path}”; it does at: ${e.paths.join(', ') || '(none)'}.`,
  },
  noSuchUnit: {
    status: 404,
    zh: (e: { unit: string }) => `没有名称或编号为“${e.unit}”的单位。请核对名称。`,
    en: (e) => `There is no unit “${e.unit}”. Check its name.`,
  },
  countyOnly: {
    status: 400,
    zh: (e: { label: string }) => `“${e.label}”只有全县（市）的数，没有分单位的数。请去掉单位再查。`,
    en: (e) => `“${e.label}” exists for the county alone. Ask without a unit.`,
  },
  broken: {
    status: 409,
    zh: (e: { label: string; why: string }) =>
      `“${e.label}”现在的公式算不出来：${e.why}。请管理员在“公式和口径”里更正。`,
    en: (e) => `The formula of “${e.label}” cannot be computed: ${e.why}. An administrator can correct it.`,
  },
  badDefinition: {
    status: 400,
    zh: (e: { count: number }) => `公式有 ${e.count} 处不对，没有保存。请按提示修改。`,
    en: (e) => `${e.count} things are wrong with the definition, and it was not saved. Correct them as described.`,
  },
  definitionChanged: {
    status: 409,
    zh: (e: { label: string; by: string; version: number }) =>
      `“${e.label}”刚被${e.by}改为第 ${e.version} 版，您的修改没有保存。请先看新版本，再决定是否修改。`,
    en: (e) =>
      `“${e.label}” was just changed to version ${e.version} by ${e.by}; yours was not saved. Look at it first.`,
  },
  sameDefinition: {
    status: 400,
    zh: (e: { label: string }) => `“${e.label}”的定义没有变化，不需要新版本。`,
    en: (e) => `The definition of “${e.label}” is the same, so no version is needed.`,
  },
  inUse: {
    status: 409,
    zh: (e: { label: string; problems: readonly string[] }) =>
      `这样改会使下列指标算不出来：${e.problems.join('；')}。请先改这些指标。`,
    en: (e) => `This would break: ${e.problems.join('; ')}. Change these first.`,
  },
  periodNotOver: {
    status: 409,
    zh: (e: { period: string; end: string }) => `${e.period} 到 ${e.end} 才结束，还不能核定。请在期末之后核定。`,
    en: (e) => `${e.period} ends on ${e.end}; it can be approved after that.`,
  },
  alreadyFrozen: {
    status: 409,
    zh: (e: { label: string; period: string }) =>
      `“${e.label}”${e.period} 的值已经核定，而且此后没有变化。如记录有更正，可以重新核定并写明原因。`,
    en: (e) => `“${e.label}” of ${e.period} is approved already and has not changed since.`,
  },
  reasonNeeded: {
    status: 400,
    zh: (e: { label: string; period: string }) => `“${e.label}”${e.period} 已经核定过。重新核定须写明原因。`,
    en: (e) => `“${e.label}” of ${e.period} was approved before. Say why it is approved anew.`,
  },
  notFrozen: {
    status: 404,
    zh: (e: { label: string; period: string }) => `“${e.label}”${e.period} 的值还没有核定，谈不上核定后的变化。`,
    en: (e) => `“${e.label}” of ${e.period} has not been approved, so there is nothing to compare.`,
  },
  badDay: {
    status: 400,
    zh: (e: { from: string; to: string }) => `起始日期 ${e.from} 须早于截止日期 ${e.to}。`,
    en: (e) => `The first day ${e.from} must be before the last ${e.to}.`,
  },
})
