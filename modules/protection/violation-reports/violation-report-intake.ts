import type { ActDeclaration, StateDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { choice, text } from '@qiangxian/kernel/registers/fields'
import { complaintRefusalGrounds } from './violation-report-choices.ts'

const refuseComplaint: ActDeclaration = {
  label: '不予受理投诉',
  labelEn: 'Refuse the complaint',
  to: 'complaintRefused',
  by: ['handler'],
  key: 'r',
  guards: ['violation-report.ground-in-force'],
  issues: 'complaintRefusal',
  fields: {
    ground: choice(
      '不予受理的情形',
      'Ground',
      complaintRefusalGrounds.map(({ value, label, labelEn }) => ({ value, label, labelEn })),
      { required: true },
    ),
    reason: text('理由', 'Reason', { required: true, multiline: true, longest: 2_000 }),
  },
}

/** Until it is clear what it is, whether it is ours and who asks. */
export const intakeStates: Readonly<Record<string, StateDeclaration>> = {
  received: {
    label: '待受理',
    labelEn: 'Received',
    forApplicant: '已收到，正在看是投诉还是举报、归不归我们管。',
    turn: 'unit',
    acts: {
      acceptComplaint: {
        label: '受理投诉',
        labelEn: 'Accept the complaint',
        to: 'consulting',
        by: ['handler'],
        main: true,
        key: 'a',
        guards: [
          'violation-report.is-complaint',
          'violation-report.identity-known',
          'violation-report.for-daily-life',
          'all-materials-present',
        ],
        issues: 'complaintAcceptance',
      },
      acceptReport: {
        label: '登记举报，开始核查',
        labelEn: 'Take up the report',
        to: 'verifying',
        by: ['handler'],
        main: true,
        key: 'b',
        guards: ['violation-report.is-report'],
      },
      acceptBoth: {
        label: '受理投诉并核查举报',
        labelEn: 'Accept both',
        to: 'handlingBoth',
        by: ['handler'],
        main: true,
        guards: [
          'violation-report.is-both',
          'violation-report.identity-known',
          'violation-report.for-daily-life',
          'all-materials-present',
        ],
        issues: 'complaintAcceptance',
      },
      askIdentity: {
        label: '告知提供身份证明',
        labelEn: 'Ask for proof of identity',
        to: 'identityAwaited',
        by: ['handler'],
        guards: ['violation-report.under-new-rules', 'violation-report.is-named'],
        issues: 'identityNotice',
        fields: {
          identityWords: text('要证明什么', 'What to prove', { required: true, multiline: true, longest: 1_000 }),
        },
      },
      askForSupplement: {
        label: '要求补正',
        labelEn: 'Ask for supplement',
        to: 'supplementing',
        by: ['handler'],
        key: 's',
        asksForSupplement: true,
        guards: ['violation-report.is-named'],
        issues: 'supplementNotice',
        fields: {
          toSupplement: text('要补正的内容', 'What is missing', { required: true, multiline: true, longest: 2_000 }),
        },
      },
      refuseComplaint,
      turnAway: {
        label: '举报不归本机关管，告知',
        labelEn: 'Tell the competent authority',
        to: 'turnedAway',
        by: ['handler'],
        guards: ['violation-report.is-report'],
        issues: 'referral',
        fields: {
          referredTo: text('应由谁处理', 'Referred to', { required: true, longest: 200 }),
          referWords: text('说明', 'Words', { required: true, multiline: true, longest: 1_000 }),
        },
      },
    },
  },
  identityAwaited: {
    label: '待提供身份证明',
    labelEn: 'Identity awaited',
    forApplicant: '请在告知书写明的日期前提供身份证明，过期的投诉不予受理。',
    turn: 'applicant',
    acts: {
      proveIdentity: {
        label: '提供身份证明',
        labelEn: 'Prove identity',
        to: 'received',
        by: ['applicant', 'window'],
        main: true,
        fields: {
          identityShown: text('怎么证明的', 'How', {
            required: true,
            longest: 500,
            help: '窗口核验、上传证件照片等',
          }),
        },
      },
      lapseIdentity: { label: '逾期未提供身份证明', labelEn: 'Lapse', to: 'identityLapsed', by: ['clock'] },
    },
  },
  supplementing: {
    label: '待补正',
    labelEn: 'To be supplemented',
    forApplicant: '还缺材料，请按补正告知书一次补齐。',
    turn: 'applicant',
    acts: {
      supplement: {
        label: '提交补正',
        labelEn: 'Supplement',
        to: 'received',
        by: ['applicant', 'window'],
        main: true,
        fields: { supplementWords: text('补正说明', 'What was supplemented', { multiline: true, longest: 1_000 }) },
      },
      lapse: { label: '逾期未补正', labelEn: 'Lapse', to: 'lapsed', by: ['clock'] },
    },
  },
  complaintRefused: {
    label: '投诉不予受理',
    labelEn: 'Complaint refused',
    forApplicant: '投诉没有受理，理由和其他途径写在告知书里。',
    outcome: 'refused',
  },
  identityLapsed: {
    label: '未证明身份，不予受理',
    labelEn: 'Identity not proved',
    forApplicant: '没有在期限内证明身份，投诉没有受理。',
    outcome: 'refused',
  },
  lapsed: {
    label: '逾期未补正',
    labelEn: 'Lapsed',
    forApplicant: '没有在期限内补齐材料。有新线索可以再次提交。',
    outcome: 'lapsed',
  },
  turnedAway: {
    label: '已告知有权机关',
    labelEn: 'Turned away',
    forApplicant: '这件事不归我们管，归谁管写在告知书里。',
    outcome: 'done',
  },
}
