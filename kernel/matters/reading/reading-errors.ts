import { defineErrors } from '../../errors/define-errors.ts'

export const queueErrors = defineErrors('queue', {
  badCursor: {
    status: 400,
    zh: (_: Record<never, never>) => '翻页的位置不对，可能筛选或排序已经改变。请回到第一页重新查看。',
    en: () =>
      'This place in the list is not one of this filter and order; they may have changed. Go back to the first page.',
  },
  phaseWithoutType: {
    status: 400,
    zh: (_: Record<never, never>) => '按环节筛选要先选定事项，各事项的环节不同。请先选择事项，再选环节。',
    en: () => 'Phases differ from matter to matter: choose a matter first, then one of its phases.',
  },
  badPeriod: {
    status: 400,
    zh: (e: { from: string; to: string }) =>
      `统计时段不对：从 ${e.from} 到 ${e.to}。请让起始日不晚于截止日，且不超过十年。`,
    en: (e) => `The period from ${e.from} to ${e.to} cannot be counted: it begins after its end or is over ten years.`,
  },
})

export const commentErrors = defineErrors('comment', {
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的批注，或者它不是您写的。请刷新办件页面后再试。`,
    en: (e) => `There is no comment “${e.id}”, or it is not yours. Reload the page of the matter.`,
  },
})

export const opinionErrors = defineErrors('opinion', {
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的常用意见，或者它不是您的。请刷新列表后再试。`,
    en: (e) => `There is no opinion template “${e.id}”, or it is not yours. Reload the list.`,
  },
  notShared: {
    status: 422,
    zh: (_: Record<never, never>) => '常用意见没有共享：您不代表任何单位，或者代表不止一个单位。请存为自己的常用意见。',
    en: () => 'It cannot be shared: you act for no unit, or for more than one. Keep it as your own.',
  },
  tooMany: {
    status: 409,
    zh: (e: { most: number }) => `常用意见已有 ${e.most} 条，没有再存。请先删去不用的。`,
    en: (e) => `There are ${e.most} templates already; this one was not kept. Remove some that you do not use.`,
  },
})

export const publicationErrors = defineErrors('publication', {
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的公示，或者已经撤下。请从公示列表中选择。`,
    en: (e) => `There is no publication “${e.id}”, or it was taken down. Choose one from the list.`,
  },
  whoAreYou: {
    status: 401,
    zh: (_: Record<never, never>) => '提出异议要能联系到您：请先登录，或者用手机验证码进入，再提出异议。',
    en: () => 'Whoever objects must be reachable: sign in, or enter by a code to your telephone, and object then.',
  },
  notOpen: {
    status: 409,
    zh: (e: { title: string; until: string | null }) =>
      e.until === null
        ? `“${e.title}”不征集异议。如有意见，请联系办理单位或拨打 12345。`
        : `“${e.title}”的异议期已于 ${e.until} 届满，没有再收。仍有意见的，请联系办理单位或依法申请复议。`,
    en: (e) =>
      e.until === null
        ? `No objections are taken on “${e.title}”. Turn to the handling unit, or call 12345.`
        : `Objections to “${e.title}” could be made until ${e.until}. Turn to the handling unit.`,
  },
  tooMany: {
    status: 429,
    zh: (e: { most: number }) => `您对这项公示已提出 ${e.most} 次异议，没有再收。请等候答复，或联系办理单位补充。`,
    en: (e) => `You have objected ${e.most} times to this publication. Wait for the answer, or turn to the unit.`,
  },
  objectionUnknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的异议，或者您无权查看。请从公示的异议列表中选择。`,
    en: (e) => `There is no objection “${e.id}”, or you may not see it. Choose one from the list.`,
  },
  answered: {
    status: 409,
    zh: (e: { by: string }) => `这项异议已由${e.by}答复，没有改动。如需更正，请在办件中另行处理。`,
    en: (e) => `This objection was answered by ${e.by}; nothing was changed.`,
  },
})
