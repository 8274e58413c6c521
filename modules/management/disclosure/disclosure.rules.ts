import { defineRule, found, since, workingDays, years } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 政府信息公开、档案移交. */
const regulation = '政府信息公开条例（2019 修订）'
const from = '2019-05-15'

const disclosure = {
  subject: '信息公开与档案',
  subjectEn: 'Publication and archives',
  limits: 'act',
  whose: '行政机关',
} as const satisfies Partial<RuleDeclaration>

const ownMotion = defineRule({
  ...disclosure,
  id: 'disclosure.own-motion',
  label: '主动公开政府信息',
  labelEn: 'To publish on one’s own motion',
  startsOn: '信息形成或者变更之日',
  startsOnEn: 'the day on which the information is made or changed',
  history: [since(from, workingDays(20), found(regulation, '第二十六条'))],
  cases: [{ from: '2025-09-30', due: '2025-11-04' }],
})

const requestAnswered = defineRule({
  ...disclosure,
  id: 'disclosure.request',
  label: '答复信息公开申请',
  labelEn: 'To answer a request for information',
  startsOn: '收到申请之日',
  startsOnEn: 'the day of the request',
  note: '能当场答复的，当场答复。',
  history: [
    since(from, workingDays(20), found(regulation, '第三十三条'), {
      extensions: [
        { length: workingDays(20), by: '信息公开工作机构负责人同意并告知', byEn: 'approved by the head, and told' },
      ],
      stops: ['thirdParty'],
    }),
  ],
  cases: [
    { from: '2026-09-24', due: '2026-10-29' },
    { from: '2026-09-24', extended: 1, due: '2026-11-26' },
    { from: '2026-09-24', paused: [{ from: '2026-10-08', to: '2026-10-14', reason: 'thirdParty' }], due: '2026-11-06' },
  ],
})

const archiveTransfer = defineRule({
  ...disclosure,
  id: 'archive.transfer',
  label: '档案移交县级档案馆',
  labelEn: 'To hand files to the county archive',
  startsOn: '档案形成之日',
  startsOnEn: 'the day on which the file is made',
  history: [since('2024-03-01', years(10), found('档案法实施条例（2024）', '第二十条'))],
  cases: [{ from: '2024-12-31', due: '2035-01-01', rawDue: '2034-12-31', provisional: true }],
})

export const disclosureRules: readonly RuleDeclaration[] = [ownMotion, requestAnswered, archiveTransfer]
