import { defineErrors, type Localized } from '@qiangxian/kernel/errors/define-errors'

export const planErrors = defineErrors('plan', {
  seedUnitMissing: {
    status: 409,
    zh: (e: { unit: string }) =>
      `县域数据里的单位“${e.unit}”不在组织机构里。请先新建这个单位，或把它设为某单位的别名。`,
    en: (e) =>
      `The unit “${e.unit}” of the county's data is not in the organisation tree. Create it, or make it an alias.`,
  },
  noDateLikeThat: {
    status: 400,
    zh: (e: { date: string }) => `“${e.date}”不是存在的日期。请写成 2026-11-25 这样的日期。`,
    en: (e) => `“${e.date}” is no date that exists. Write it like 2026-11-25.`,
  },
})

export const planImportErrors = defineErrors('planImport', {
  unreadable: {
    status: 422,
    zh: (e: { fileName: string; why: Localized }) => `“${e.fileName}”读不出来：${e.why.zh}`,
    en: (e) => `“${e.fileName}” cannot be read: ${e.why.en}`,
  },
  notInReview: {
    status: 409,
    zh: (e: { status: string }) =>
      `这份导入${e.status === 'adopted' ? '已经采纳' : '已经作废'}，不能再改。如需改动，请对方案发起修订。`,
    en: (e) => `This import is ${e.status} and cannot be changed. Start an amendment of the plan instead.`,
  },
  changedMeanwhile: {
    status: 409,
    zh: (e: { who: string; what: string }) => `“${e.what}”刚才已被${e.who}改动，您的修改没有保存。请看过新内容后再改。`,
    en: (e) =>
      `“${e.what}” was changed by ${e.who} meanwhile; your change is not saved. Look at it and change it again.`,
  },
  badContent: {
    status: 400,
    zh: (e: { count: number }) => `有 ${e.count} 处填写不符合要求，没有保存。请按提示修改。`,
    en: (e) => `${e.count} of the entries cannot be taken; nothing is saved. Correct them as described.`,
  },
  impossibleDate: {
    status: 400,
    zh: (e: { date: string; field: string }) => `“${e.date}”不是存在的日期，没有保存。请改正（例如 2026-02-28）。`,
    en: (e) => `“${e.date}” is no date that exists; nothing is saved. Correct it, for example 2026-02-28.`,
  },
  notReady: {
    status: 409,
    zh: (e: { count: number }) => `还有 ${e.count} 处没有处理，暂不能采纳。请逐项处理后再采纳。`,
    en: (e) => `${e.count} things are still open; the plan cannot be adopted yet. Settle them first.`,
  },
  baseMoved: {
    status: 409,
    zh: (e: { base: number; current: number }) =>
      `修订从第 ${e.base} 版开始，而方案已经是第 ${e.current} 版。请重新发起修订，以免覆盖别人的改动。`,
    en: (e) => `The amendment began from version ${e.base}, the plan is at ${e.current} now. Start it again.`,
  },
  planExists: {
    status: 409,
    zh: (e: { title: string }) => `《${e.title}》已经采纳。要改动它，请发起修订，或在修订中上传新文本。`,
    en: (e) => `“${e.title}” is adopted already. Amend it, or upload the new text as an amendment.`,
  },
  reasonNeeded: {
    status: 400,
    zh: (_: Record<never, never>) => '修订需要写明理由。请填写“修订理由”后再采纳。',
    en: () => 'An amendment needs its reason. Fill in the reason and adopt again.',
  },
  unitGone: {
    status: 409,
    zh: (e: { printed: string; unit: string }) => `“${e.printed}”对应的单位“${e.unit}”已撤销。请改为承接其职责的单位。`,
    en: (e) => `“${e.printed}” is matched to “${e.unit}”, which is dissolved. Choose the unit that took over.`,
  },
  noCountyPlan: {
    status: 404,
    zh: (_: Record<never, never>) => '本县文件夹里没有方案数据。请上传方案文件。',
    en: () => 'The county folder holds no plan. Upload the plan as a file.',
  },
})
