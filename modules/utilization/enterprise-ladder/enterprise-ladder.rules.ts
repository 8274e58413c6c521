import { defineRule, recalled, since, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 优势企业有效期; other titles of the ladder say their own end in their records. */
const advantageTerm = defineRule({
  id: 'title.advantage-enterprise',
  subject: '企业培育',
  subjectEn: 'Enterprises',
  label: '国家知识产权优势企业有效期',
  labelEn: 'Term of a national advantage enterprise',
  startsOn: '认定之日',
  startsOnEn: 'the day of recognition',
  limits: 'state',
  whose: '优势企业',
  note: '期满前复核。',
  history: [
    since('2017-01-01', years(3, 'limit.title.advantage-enterprise'), recalled('国家知识产权优势企业认定办法')),
  ],
  cases: [{ from: '2023-10-25', due: '2026-10-25' }],
})

export const enterpriseLadderRules: readonly RuleDeclaration[] = [advantageTerm]
