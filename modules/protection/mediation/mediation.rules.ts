import { days, defineRule, found, months, recalled, since } from '@qiangxian/kernel/rules/define-rule'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'

/** 人民调解、特邀调解、司法确认. */
const procedure = '民事诉讼法（2023 修正）'
const invited = '最高人民法院关于人民法院特邀调解的规定（法释〔2016〕14号）'
const oldConfirmation = '法释〔2011〕5号'

const mediation = {
  subject: '调解与司法确认',
  subjectEn: 'Mediation and judicial confirmation',
  limits: 'act',
} as const satisfies Partial<RuleDeclaration>

const confirmationRequest = defineRule({
  ...mediation,
  id: 'mediation.confirmation-request',
  label: '共同申请司法确认',
  labelEn: 'To ask for judicial confirmation together',
  startsOn: '调解协议生效之日',
  startsOnEn: 'the day on which the agreement takes effect',
  whose: '双方当事人',
  note: '协议涉及确认权利归属或者权利是否存在的，法院不予受理确认。',
  history: [
    since('2011-01-01', days(30), found('人民调解法', '第三十三条')),
    since('2024-01-01', days(30), found(`${procedure}；人民调解法`, '第二百零五条；第三十三条')),
  ],
  cases: [
    { from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' },
    { from: '2024-05-11', due: '2024-06-11', rawDue: '2024-06-10' },
  ],
})

const confirmationDecided = defineRule({
  ...mediation,
  id: 'mediation.confirmation-decision',
  label: '法院审结确认申请',
  labelEn: 'The court closes the confirmation',
  startsOn: '立案之日',
  startsOnEn: 'the day of filing',
  whose: '人民法院',
  note: '有特殊情况需要延长的，由本院院长批准。',
  history: [since('2024-01-01', days(30), found(procedure, '第一百八十七条'))],
  cases: [{ from: '2026-08-31', due: '2026-09-30' }],
})

const confirmationAccepted = defineRule({
  ...mediation,
  id: 'mediation.confirmation-acceptance',
  label: '法院决定是否受理确认申请（预期）',
  labelEn: 'The court decides on taking the request, expected',
  startsOn: '收到确认申请之日',
  startsOnEn: 'the day of the request',
  whose: '人民法院',
  note: '旧司法解释的期限，作为预期时间。',
  history: [since('2011-03-30', days(3), found(oldConfirmation, '第四条'))],
  cases: [{ from: '2026-11-03', due: '2026-11-06' }],
})

const confirmationExpected = defineRule({
  ...mediation,
  id: 'mediation.confirmation-expected',
  label: '法院作出是否确认的决定（预期）',
  labelEn: 'The court confirms, expected',
  startsOn: '受理确认申请之日',
  startsOnEn: 'the day of acceptance',
  whose: '人民法院',
  note: '旧司法解释的期限，作为预期时间。',
  history: [
    since('2011-03-30', days(15), found(oldConfirmation, '第五条'), {
      extensions: [{ length: days(10), by: '本院院长批准', byEn: 'approved by the president of the court' }],
    }),
  ],
  cases: [
    { from: '2026-03-20', due: '2026-04-07', rawDue: '2026-04-04' },
    { from: '2026-03-20', extended: 1, due: '2026-04-14' },
  ],
})

const confirmationObjection = defineRule({
  ...mediation,
  id: 'mediation.confirmation-objection',
  label: '当事人对确认裁定提出异议',
  labelEn: 'A party objects to the confirmation',
  startsOn: '收到裁定之日',
  startsOnEn: 'the day on which the ruling is received',
  whose: '当事人',
  history: [since('2022-04-10', days(15), found('民事诉讼法解释（2022 修正）', '第三百七十二条'))],
  cases: [{ from: '2026-09-17', due: '2026-10-08', rawDue: '2026-10-02' }],
})

const confirmationThirdParty = defineRule({
  ...mediation,
  id: 'mediation.confirmation-third-party',
  label: '利害关系人对确认裁定提出异议',
  labelEn: 'A third person objects to the confirmation',
  startsOn: '知道或者应当知道民事权益受到侵害之日',
  startsOnEn: 'the day of knowing of the harm',
  whose: '利害关系人',
  history: [since('2022-04-10', months(6), found('民事诉讼法解释（2022 修正）', '第三百七十二条'))],
  cases: [{ from: '2025-08-31', due: '2026-02-28' }],
})

const peoplesMediation = defineRule({
  ...mediation,
  id: 'mediation.peoples',
  label: '人民调解期限',
  labelEn: 'People’s mediation',
  startsOn: '受理调解申请之日',
  startsOnEn: 'the day of acceptance',
  whose: '人民调解委员会',
  note: '当事人同意的可以延长。',
  history: [
    since('2011-01-01', days(30, 'limit.mediation.peoples'), recalled('地方知识产权纠纷人民调解规定'), {
      extensions: [
        { length: days(30, 'limit.mediation.peoples-extension'), by: '双方当事人同意', byEn: 'agreed by both sides' },
      ],
      stops: ['appraisal'],
    }),
  ],
  cases: [
    { from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' },
    { from: '2026-03-02', extended: 1, due: '2026-05-06', rawDue: '2026-05-01' },
  ],
})

const assignedMediation = defineRule({
  ...mediation,
  id: 'mediation.assigned',
  label: '委派调解（立案前）',
  labelEn: 'Mediation assigned by the court before filing',
  startsOn: '特邀调解组织或者调解员签收材料之日',
  startsOnEn: 'the day on which the mediator signs for the papers',
  whose: '特邀调解组织',
  note: '双方同意延长的除外。',
  history: [since('2016-07-01', days(30), found(invited, '第二十七条'))],
  cases: [{ from: '2026-01-16', due: '2026-02-24', rawDue: '2026-02-15' }],
})

const entrustedMediation = defineRule({
  ...mediation,
  id: 'mediation.entrusted',
  label: '委托调解（普通程序）',
  labelEn: 'Mediation entrusted after filing, ordinary procedure',
  startsOn: '特邀调解组织或者调解员签收材料之日',
  startsOnEn: 'the day on which the mediator signs for the papers',
  whose: '特邀调解组织',
  history: [since('2016-07-01', days(15), found(invited, '第二十七条'))],
  cases: [{ from: '2026-09-17', due: '2026-10-08', rawDue: '2026-10-02' }],
})

const entrustedMediationSimple = defineRule({
  ...mediation,
  id: 'mediation.entrusted-simple',
  label: '委托调解（简易程序）',
  labelEn: 'Mediation entrusted after filing, simple procedure',
  startsOn: '特邀调解组织或者调解员签收材料之日',
  startsOnEn: 'the day on which the mediator signs for the papers',
  whose: '特邀调解组织',
  history: [since('2016-07-01', days(7), found(invited, '第二十七条'))],
  cases: [{ from: '2026-09-21', due: '2026-09-28' }],
})

export const mediationRules: readonly RuleDeclaration[] = [
  confirmationRequest,
  confirmationDecided,
  confirmationAccepted,
  confirmationExpected,
  confirmationObjection,
  confirmationThirdParty,
  peoplesMediation,
  assignedMediation,
  entrustedMediation,
  entrustedMediationSimple,
]
