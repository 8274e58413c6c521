import { defineErrors } from '../errors/define-errors.ts'

export const drawErrors = defineErrors('draw', {
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有编号为“${e.id}”的抽取，或者您无权查看。请从抽取列表中选择。`,
    en: (e) => `There is no draw “${e.id}”, or you may not see it. Choose it from the list of draws.`,
  },
  nobodyToDraw: {
    status: 422,
    zh: (e: { label: string }) => `${e.label}中没有可以抽取的人：都不在有效期内，或者都要回避。请先补充名录，再抽取。`,
    en: (e) => `Nobody in ${e.label} can be drawn: none is in force, or all must stand aside. Add people first.`,
  },
  notCandidate: {
    status: 422,
    zh: (e: { id: string }) => `要回避的“${e.id}”不在候选名单里。请从名单中选择；不在名单里的人不会被抽到。`,
    en: (e) =>
      `“${e.id}”, who is to stand aside, is no candidate. Choose from the list; others cannot be drawn anyway.`,
  },
})
