import { defineErrors } from '../errors/define-errors.ts'

export const ruleErrors = defineErrors('rule', {
  badDeclarations: {
    status: 500,
    zh: (e: { problems: readonly string[] }) =>
      `时限规则有 ${e.problems.length} 处问题，请按下列提示改正后重新启动：\n${e.problems.join('\n')}`,
    en: (e) =>
      `${e.problems.length} problems in the rules of time. Correct them and start again:\n${e.problems.join('\n')}`,
  },
  unknown: {
    status: 404,
    zh: (e: { id: string; similar: readonly string[] }) =>
      `没有时限规则“${e.id}”。${e.similar.length > 0 ? `相近的有：${e.similar.join('、')}。` : ''}用 qx rules list 可以列出全部规则。`,
    en: (e) =>
      `There is no rule of time “${e.id}”. ${e.similar.length > 0 ? `Similar: ${e.similar.join(', ')}. ` : ''}qx rules list shows all of them.`,
  },
  notInForce: {
    status: 422,
    zh: (e: { label: string; on: string; from: string; until: string | null }) =>
      e.on < e.from
        ? `“${e.label}”的规定自 ${e.from} 起施行，${e.on} 还没有可用的版本。请核对起算日，或者用“适用日”指明按哪天的规定计算。`
        : `“${e.label}”的规定施行到 ${e.until ?? ''} 为止，${e.on} 没有可用的版本。请核对起算日，或者用“适用日”指明按哪天的规定计算。`,
    en: (e) =>
      `“${e.label}” is in force from ${e.from}${e.until === null ? '' : ` to ${e.until}`}, and not on ${e.on}. Check the first day, or say by --on which day's version counts.`,
  },
  badPause: {
    status: 400,
    zh: (e: { text: string }) =>
      `“${e.text}”不是一段扣除期间。请写成 2026-03-16..2026-04-10，两头的日子都不计；后面可以加原因，如 2026-03-16..2026-04-10:testing。`,
    en: (e) =>
      `“${e.text}” is no span of days. Write 2026-03-16..2026-04-10, both ends are not counted; a reason may follow, as 2026-03-16..2026-04-10:testing.`,
  },
  pauseTooLong: {
    status: 400,
    zh: (e: { text: string }) => `扣除期间“${e.text}”超过十年，请核对起止日期。`,
    en: (e) => `The pause “${e.text}” is longer than ten years. Check its dates.`,
  },
  neverStops: {
    status: 422,
    zh: (e: { label: string; source: string }) =>
      `${e.source}没有规定“${e.label}”可以扣除期间，所以不能扣除。请去掉扣除期间；确有中止情形的，办理中止。`,
    en: (e) => `${e.source} lets nothing stop “${e.label}”. Leave the pause out.`,
  },
  stopNotAllowed: {
    status: 422,
    zh: (e: { label: string; reason: string; allowed: readonly string[] }) =>
      `“${e.label}”不因“${e.reason}”扣除期间；可以扣除的是：${e.allowed.join('、')}。请改用其中之一，或者去掉这段期间。`,
    en: (e) => `“${e.label}” does not stop for “${e.reason}”; it stops for: ${e.allowed.join(', ')}. Use one of them.`,
  },
  tooOftenExtended: {
    status: 422,
    zh: (e: { label: string; asked: number; allowed: number }) =>
      e.allowed === 0
        ? `“${e.label}”没有规定可以延长。请去掉延长次数。`
        : `“${e.label}”最多延长 ${e.allowed} 次，不能算 ${e.asked} 次。`,
    en: (e) => `“${e.label}” may be extended ${e.allowed} times, and not ${e.asked} times.`,
  },
  momentNeeded: {
    status: 400,
    zh: (e: { label: string }) => `“${e.label}”按小时计算，要写明起算的时刻，例如 2026-09-30T17:00。`,
    en: (e) => `“${e.label}” is counted in hours. Say from which moment, as 2026-09-30T17:00.`,
  },
  promisedTooLong: {
    status: 500,
    zh: (e: { problems: readonly string[] }) =>
      `承诺的时限不能长于法定时限，请改短后重新启动：\n${e.problems.join('\n')}`,
    en: (e) =>
      `What is promised may not be longer than the law allows. Shorten it and start again:\n${e.problems.join('\n')}`,
  },
})
