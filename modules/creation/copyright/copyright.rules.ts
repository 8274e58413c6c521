import { days, defineRule, found, months, recalled, since, workingDays } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 作品登记、著作权质权. */
const copyright = {
  subject: '版权',
  subjectEn: 'Copyright',
  limits: 'act',
} as const satisfies Partial<RuleDeclaration>

const workExamined = defineRule({
  ...copyright,
  id: 'copyright.examination',
  label: '作品登记核查',
  labelEn: 'To examine the registration of a work',
  startsOn: '收到齐备的申请材料之日',
  startsOnEn: 'the day on which the material is complete',
  whose: '作品登记机关',
  history: [since('1995-01-01', months(1), found('作品自愿登记试行办法', '第九条'))],
  cases: [
    { from: '2026-10-28', due: '2026-11-30', rawDue: '2026-11-28', because: '11月28日是星期六，顺延到星期一' },
    { from: '2026-01-31', due: '2026-02-28', because: '2月没有31日；2月28日调休上班' },
  ],
})

const workPromised = defineRule({
  ...copyright,
  id: 'copyright.local-examination',
  label: '作品登记办理（江苏网上）',
  labelEn: 'To register a work, online in Jiangsu',
  startsOn: '收到齐备的申请材料之日',
  startsOnEn: 'the day on which the material is complete',
  whose: '作品登记机关',
  history: [
    since('2020-01-01', workingDays(30, 'limit.copyright.local-examination'), recalled('江苏省作品登记办事指南')),
  ],
  cases: [{ from: '2026-09-01', due: '2026-10-19' }],
})

const copyrightPledge = defineRule({
  ...copyright,
  id: 'copyright.pledge',
  label: '著作权质权登记',
  labelEn: 'To register a pledge of copyright',
  startsOn: '受理之日',
  startsOnEn: 'the day of acceptance',
  whose: '登记机构',
  history: [since('2011-01-01', days(10), found('著作权质权登记办法（版权局令第8号）', '登记期限条款'))],
  cases: [{ from: '2026-09-24', due: '2026-10-08', rawDue: '2026-10-04', because: '届满在国庆节，顺延' }],
})

export const copyrightRules: readonly RuleDeclaration[] = [workExamined, workPromised, copyrightPledge]
