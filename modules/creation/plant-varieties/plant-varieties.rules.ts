import { defineRule, found, months, since, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 植物新品种: the text of 2014, revised on 2025-06-01 with longer terms. Rights granted before keep the end that stands in them. */
const old = '植物新品种保护条例（2014 修订）'
const revised = '植物新品种保护条例（2025 修订）'

const variety = {
  subject: '植物新品种',
  subjectEn: 'Plant varieties',
  limits: 'state',
  whose: '品种权人',
} as const satisfies Partial<RuleDeclaration>

const termWoody = defineRule({
  ...variety,
  id: 'variety.term-woody',
  label: '品种权保护期（藤本、木本）',
  labelEn: 'Term of protection, vines and woody plants',
  startsOn: '授权之日',
  startsOnEn: 'the day of grant',
  note: '旧文本限于藤本植物、林木、果树和观赏树木。',
  history: [
    since('2014-07-29', years(20), found(old, '第三十四条')),
    since('2025-06-01', years(25), found(revised, '第三十五条')),
  ],
  cases: [
    { from: '2024-12-31', due: '2044-12-31', provisional: true },
    { from: '2025-09-01', due: '2050-09-01', provisional: true, because: '新文本延长到二十五年' },
  ],
})

const termOther = defineRule({
  ...variety,
  id: 'variety.term',
  label: '品种权保护期（其他植物）',
  labelEn: 'Term of protection, other plants',
  startsOn: '授权之日',
  startsOnEn: 'the day of grant',
  history: [
    since('2014-07-29', years(15), found(old, '第三十四条')),
    since('2025-06-01', years(20), found(revised, '第三十五条')),
  ],
  cases: [
    { from: '2024-12-31', due: '2039-12-31', provisional: true },
    { from: '2025-09-01', due: '2045-09-01', provisional: true },
  ],
})

const noveltyHome = defineRule({
  ...variety,
  id: 'variety.novelty',
  label: '在中国境内销售后申请',
  labelEn: 'To file after sale in China',
  startsOn: '首次销售之日',
  startsOnEn: 'the day of first sale',
  whose: '申请人',
  limits: 'act',
  history: [since('2014-07-29', years(1), found(old, '第十四条'))],
  cases: [{ from: '2024-10-08', due: '2025-10-09', rawDue: '2025-10-08' }],
})

const noveltyAbroad = defineRule({
  ...variety,
  id: 'variety.novelty-abroad',
  label: '在境外销售后申请（其他植物）',
  labelEn: 'To file after sale abroad, other plants',
  startsOn: '首次销售之日',
  startsOnEn: 'the day of first sale',
  whose: '申请人',
  limits: 'act',
  history: [since('2014-07-29', years(4), found(old, '第十四条'))],
  cases: [{ from: '2021-11-15', due: '2025-11-17', rawDue: '2025-11-15' }],
})

const noveltyAbroadWoody = defineRule({
  ...variety,
  id: 'variety.novelty-abroad-woody',
  label: '在境外销售后申请（藤本、木本）',
  labelEn: 'To file after sale abroad, vines and woody plants',
  startsOn: '首次销售之日',
  startsOnEn: 'the day of first sale',
  whose: '申请人',
  limits: 'act',
  history: [since('2014-07-29', years(6), found(old, '第十四条'))],
  cases: [{ from: '2020-04-13', due: '2026-04-13' }],
})

const varietySuit = defineRule({
  ...variety,
  id: 'variety.suit',
  label: '对无效决定起诉',
  labelEn: 'To sue against an invalidation',
  startsOn: '收到通知之日',
  startsOnEn: 'the day of the notice',
  whose: '当事人',
  limits: 'act',
  history: [since('2014-07-29', months(3), found(old, '第三十七条'))],
  cases: [{ from: '2026-06-30', due: '2026-09-30' }],
})

export const plantVarietiesRules: readonly RuleDeclaration[] = [
  termWoody,
  termOther,
  noveltyHome,
  noveltyAbroad,
  noveltyAbroadWoody,
  varietySuit,
]
