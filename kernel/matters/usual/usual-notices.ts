import type { NoticeDeclaration } from '../matter.types.ts'

/** What those who applied and those who handle it are told in nearly every matter, in words that anybody understands. */
export const usualNotices: readonly NoticeDeclaration[] = [
  {
    on: 'act:accept',
    to: 'applicant',
    title: '{fact.title}：已受理',
    body: '您的办件{fact.number}已受理，由{fact.unit}办理。受理通知书可以在办件页面查看、下载。',
  },
  {
    on: 'act:askForSupplement',
    to: 'applicant',
    title: '{fact.title}：需要补正材料',
    body: '您的办件{fact.number}还缺材料，请于{limit.supplement.due}前一次补齐。要补什么，写在补正告知书里。',
  },
  {
    on: 'act:refuse',
    to: 'applicant',
    title: '{fact.title}：不予受理',
    body: '您的办件{fact.number}没有受理。理由和其他办法写在不予受理通知书里。',
  },
  {
    on: 'act:supplement',
    to: 'handler',
    title: '{fact.title}：已补正',
    body: '办件{fact.number}的申请人已提交补正，受理期限重新计算。',
  },
  {
    on: 'limit:supplement/warn',
    to: 'applicant',
    title: '{fact.title}：补正快到期了',
    body: '办件{fact.number}请于{limit.supplement.due}前补正，逾期视为放弃本次申请。',
  },
  {
    on: 'limit:accept/warn',
    to: 'handler',
    title: '{fact.title}：受理快到期了',
    body: '办件{fact.number}应于{limit.accept.due}前受理、补正或者不予受理。',
  },
  {
    on: 'limit:accept/missed',
    to: 'head',
    title: '{fact.title}：受理超期',
    body: '办件{fact.number}应于{limit.accept.due}前作出是否受理的决定，已经超期。',
  },
]

/** Of the limit by which a matter has to be finished. */
export function closingNotices(limit: string): readonly NoticeDeclaration[] {
  return [
    {
      on: `limit:${limit}/warn`,
      to: 'handler',
      title: '{fact.title}：办结快到期了',
      body: `办件{fact.number}应于{limit.${limit}.due}前办结。`,
    },
    {
      on: `limit:${limit}/missed`,
      to: 'head',
      title: '{fact.title}：办理超期',
      body: `办件{fact.number}应于{limit.${limit}.due}前办结，已经超期。`,
    },
  ]
}
