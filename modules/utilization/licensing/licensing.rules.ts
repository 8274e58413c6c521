import { defineRule, found, months, since } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 许可备案、开放许可. */
const rules2023 = '专利法实施细则（2023 修订）'
const rules2010 = '专利法实施细则（2010 修订）'

const licensing = {
  subject: '许可',
  subjectEn: 'Licences',
  limits: 'act',
} as const satisfies Partial<RuleDeclaration>

const licenceFiled = defineRule({
  ...licensing,
  id: 'licence.filing',
  label: '专利实施许可合同备案',
  labelEn: 'To file a licence contract',
  startsOn: '许可合同生效之日',
  startsOnEn: 'the day on which the contract takes effect',
  whose: '许可合同当事人',
  history: [
    since('2010-02-01', months(3), found(rules2010, '第十四条')),
    since('2024-01-20', months(3), found(rules2023, '第十五条')),
  ],
  cases: [
    { from: '2026-06-30', due: '2026-09-30' },
    { from: '2026-11-30', due: '2027-03-01', rawDue: '2027-02-28', provisional: true },
  ],
})

const evaluationReport = defineRule({
  ...licensing,
  id: 'licence.evaluation-report',
  label: '作出专利权评价报告',
  labelEn: 'To make an evaluation report',
  startsOn: '收到评价报告请求书之日',
  startsOnEn: 'the day of the request',
  whose: '国家知识产权局',
  history: [since('2024-01-20', months(2), found(rules2023, '第六十三条'))],
  cases: [{ from: '2024-12-31', due: '2025-02-28' }],
})

export const licensingRules: readonly RuleDeclaration[] = [licenceFiled, evaluationReport]
