import { defineRule, found, months, since, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 集成电路布图设计. The revised regulation of 2026-10-15 counts its articles anew; numbers that were not read keep the old ones. */
const old = '集成电路布图设计保护条例（2001）'
const revised = '集成电路布图设计保护条例（2026 修订）'

const layout = {
  subject: '布图设计',
  subjectEn: 'Layout designs',
  limits: 'act',
  whose: '权利人',
} as const satisfies Partial<RuleDeclaration>

const layoutTimeBar = defineRule({
  ...layout,
  id: 'layout.time-bar',
  label: '首次商业利用后申请登记',
  labelEn: 'To register after first commercial use',
  startsOn: '首次商业利用之日',
  startsOnEn: 'the day of first commercial use',
  history: [since('2001-10-01', years(2), found(old, '第十七条'))],
  cases: [{ from: '2024-06-03', due: '2026-06-03' }],
})

const layoutTerm = defineRule({
  ...layout,
  id: 'layout.term',
  label: '布图设计专有权保护期',
  labelEn: 'Term of protection',
  startsOn: '登记申请之日或者首次商业利用之日，以较前者为准',
  startsOnEn: 'the day of filing or of first commercial use, the earlier',
  limits: 'state',
  note: '创作完成之日起满十五年的，不再保护。',
  history: [
    since('2001-10-01', years(10), found(old, '第十二条')),
    since('2026-10-15', years(10), found(revised, '第十七条')),
  ],
  cases: [
    { from: '2016-05-10', due: '2026-05-10' },
    { from: '2026-11-02', due: '2036-11-02', provisional: true },
  ],
})

const layoutLongest = defineRule({
  ...layout,
  id: 'layout.longest-term',
  label: '创作完成后最长保护期',
  labelEn: 'Longest protection since completion',
  startsOn: '创作完成之日',
  startsOnEn: 'the day of completion',
  limits: 'state',
  history: [
    since('2001-10-01', years(15), found(old, '第十二条')),
    since('2026-10-15', years(15), found(revised, '第十七条')),
  ],
  cases: [
    { from: '2026-11-02', due: '2041-11-02', provisional: true },
    { from: '2014-03-01', due: '2029-03-01', provisional: true },
  ],
})

const layoutReexamination = defineRule({
  ...layout,
  id: 'layout.re-examination',
  label: '请求复审',
  labelEn: 'To ask for re-examination',
  startsOn: '收到驳回通知之日',
  startsOnEn: 'the day of the refusal',
  whose: '申请人',
  history: [since('2001-10-01', months(3), found(old, '第十九条'))],
  cases: [{ from: '2026-06-30', due: '2026-09-30' }],
})

const layoutSuit = defineRule({
  ...layout,
  id: 'layout.suit',
  label: '对复审决定起诉',
  labelEn: 'To sue against the re-examination',
  startsOn: '收到复审决定之日',
  startsOnEn: 'the day of the decision',
  whose: '申请人',
  history: [since('2001-10-01', months(3), found(old, '第十九条'))],
  cases: [{ from: '2024-11-30', due: '2025-02-28' }],
})

export const layoutDesignsRules: readonly RuleDeclaration[] = [
  layoutTimeBar,
  layoutTerm,
  layoutLongest,
  layoutReexamination,
  layoutSuit,
]
