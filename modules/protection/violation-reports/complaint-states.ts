import type { ActDeclaration, StateDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { choice, date, flag, text } from '@qiangxian/kernel/registers/fields'
import { mediationEndGrounds } from './violation-report-choices.ts'

/**
 * The states of the mediation of a complaint 投诉调解. `named` gives each state its name, since it runs alone, or beside
 * the check of a report.
 */
export function complaintStates(named: (state: string) => string): Readonly<Record<string, StateDeclaration>> {
  const endMediation: ActDeclaration = {
    label: '终止调解',
    labelEn: 'End mediation',
    to: named('mediationEnded'),
    by: ['handler'],
    key: 'e',
    guards: ['violation-report.ground-in-force'],
    issues: 'mediationEnd',
    fields: {
      endGround: choice('终止的情形', 'Ground', mediationEndGrounds.map(shown), { required: true }),
      endReason: text('说明', 'Reason', { required: true, multiline: true, longest: 2_000 }),
    },
  }
  return {
    [named('consulting')]: {
      label: '征求双方意见',
      labelEn: 'Asking both sides',
      forApplicant: '投诉已受理，正在联系对方，看愿不愿意调解。调解要双方都同意。',
      turn: 'unit',
      acts: {
        startMediation: {
          label: '开始调解',
          labelEn: 'Start mediation',
          to: named('mediating'),
          by: ['handler'],
          main: true,
          key: 'm',
          guards: ['violation-report.both-consent'],
          issues: 'mediationNotice',
          fields: {
            traderConsents: flag('被投诉人同意调解', 'The trader consents', { required: true }),
            mediationOn: date('调解日期', 'On', { required: true, mayLieAhead: true }),
            mediationPlace: text('方式或者地点', 'Place', { required: true, longest: 200, help: '现场、电话或者视频' }),
            mediators: text('调解人员', 'Mediators', { required: true, longest: 200 }),
          },
        },
        endMediation,
      },
    },
    [named('mediating')]: {
      label: '调解中',
      labelEn: 'Mediating',
      forApplicant: '正在调解。到期没有达成协议就终止调解，会告诉您起诉、仲裁怎么走。',
      turn: 'unit',
      acts: {
        agree: {
          label: '达成协议',
          labelEn: 'Agree',
          to: named('complaintAgreed'),
          by: ['handler'],
          main: true,
          key: 'g',
          issues: 'mediationAgreement',
          fields: {
            agreement: text('协议内容', 'Agreement', { required: true, multiline: true, longest: 5_000 }),
            performBy: date('履行期限', 'To be performed by', { required: true, mayLieAhead: true }),
          },
        },
        sendToTesting: {
          label: '送检测、鉴定',
          labelEn: 'Send to testing',
          to: named('testing'),
          by: ['handler'],
          fields: { tester: text('检测、鉴定机构', 'By whom', { required: true, longest: 200, help: '双方商定' }) },
        },
        askRecusal: {
          label: '登记回避申请',
          labelEn: 'Note a challenge of the mediator',
          to: named('recusalPending'),
          by: ['handler'],
          fields: { recusalWords: text('申请人和理由', 'Reason', { required: true, multiline: true, longest: 1_000 }) },
        },
        endMediation,
      },
    },
    [named('testing')]: {
      label: '检测、鉴定中',
      labelEn: 'Testing',
      forApplicant: '东西送去检测、鉴定了，这段时间不计入调解期限。',
      turn: 'other',
      stops: 'testing',
      acts: {
        testingDone: {
          label: '收到检测、鉴定结论',
          labelEn: 'Testing done',
          to: named('mediating'),
          by: ['handler'],
          main: true,
          fields: { testResult: text('结论', 'Result', { required: true, multiline: true, longest: 2_000 }) },
        },
        endMediation,
      },
    },
    [named('recusalPending')]: {
      label: '回避待决定',
      labelEn: 'Challenge pending',
      forApplicant: '有人申请调解人员回避，决定之前先不调解。',
      turn: 'unit',
      stops: 'suspension',
      acts: {
        decideRecusal: {
          label: '决定回避',
          labelEn: 'Decide on the challenge',
          to: named('mediating'),
          by: ['head'],
          main: true,
          notTheHandler: true,
          fields: {
            replaced: flag('更换调解人员', 'Replaced', { required: true }),
            recusalDecision: text('决定', 'Decision', { required: true, multiline: true, longest: 1_000 }),
          },
        },
      },
    },
    [named('mediationEnded')]: {
      label: '终止调解，待告知双方',
      labelEn: 'Mediation ended',
      forApplicant: '调解已经终止，七个工作日内书面告诉双方。',
      turn: 'unit',
      acts: {
        tellParties: {
          label: '告知双方',
          labelEn: 'Tell both sides',
          to: named('complaintNotAgreed'),
          by: ['handler'],
          main: true,
          key: 't',
          fields: {
            toldOn: date('告知日期', 'Told on', { required: true }),
            toldBy: text('方式', 'By', {
              required: true,
              longest: 100,
              help: '互联网、电话、短信、邮件或者信函，留存凭据',
            }),
          },
        },
      },
    },
    [named('complaintAgreed')]: {
      label: '调解成功',
      labelEn: 'Agreed',
      forApplicant: '双方达成协议，调解书可以查看。对方不履行的，可以申请仲裁或者起诉。',
      outcome: 'granted',
    },
    [named('complaintNotAgreed')]: {
      label: '调解未成',
      labelEn: 'Not agreed',
      forApplicant: '没有达成协议，投诉已办结。您还可以仲裁或者起诉；违法行为照样查处。',
      outcome: 'done',
    },
  }
}

function shown({ value, label, labelEn }: (typeof mediationEndGrounds)[number]) {
  return { value, label, labelEn }
}
