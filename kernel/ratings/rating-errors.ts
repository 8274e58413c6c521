import { defineErrors } from '../errors/define-errors.ts'

export const ratingErrors = defineErrors('rating', {
  notYet: {
    status: 409,
    zh: (_: Record<never, never>) => '办结后才能评价。您可以随时在办件页面查看进度。',
    en: () => 'A matter is rated when it has ended. Its page tells how far it is.',
  },
  already: {
    status: 409,
    zh: (_: Record<never, never>) => '这一次已经评价过。差评整改完成后，可以再评价一次。',
    en: () => 'This was rated already. After a bad rating was put right it can be rated once more.',
  },
  tooLate: {
    status: 409,
    zh: (e: { days: number }) => `办结超过 ${e.days} 天，评价已经截止。如有意见请拨打 12345。`,
    en: (e) => `More than ${e.days} days have gone since it ended. Call 12345 if there is something to say.`,
  },
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有找到差评“${e.id}”，或者不归您的单位处理。请从列表中打开。`,
    en: (e) => `There is no bad rating “${e.id}”, or it is not for your unit. Open it from the list.`,
  },
  notNow: {
    status: 409,
    zh: (e: { act: string; status: string }) => `这条差评现在是“${e.status}”，不能“${e.act}”。请刷新后再看。`,
    en: (e) => `This rating is “${e.status}” and “${e.act}” cannot be done. Reload the page.`,
  },
  appealOver: {
    status: 409,
    zh: (e: { until: string }) => `申诉期已于 ${e.until} 届满。请联系评价人并整改。`,
    en: (e) => `The time to appeal ended on ${e.until}. Get in touch with whoever rated and put it right.`,
  },
  samePerson: {
    status: 403,
    zh: (_: Record<never, never>) => '初核和复核要由两个人做。请由另一位核查人员复核。',
    en: () => 'An appeal is checked by two people. Somebody else has to do the second check.',
  },
  partial: {
    status: 403,
    zh: (_: Record<never, never>) => '您代表被评价的单位，不能核查对它的评价。请由领导小组办公室的人员核查。',
    en: () => 'You act for the unit that was rated. Somebody of the office has to check it.',
  },
})
