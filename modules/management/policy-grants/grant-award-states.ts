import type { ActDeclaration, StateDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { choice, money, oneOf, text } from '@qiangxian/kernel/registers/fields'

/** From the end of the review to the end of the audit. */
export function awardStates(toRefusal: ActDeclaration): Readonly<Record<string, StateDeclaration>> {
  return {
    shortlisted: {
      label: '拟立项，待公示',
      labelEn: 'Shortlisted',
      forApplicant: '评审结束，等负责人同意公示。',
      turn: 'unit',
      acts: {
        publish: {
          label: '同意公示',
          labelEn: 'Publish',
          to: 'publicising',
          by: ['head'],
          main: true,
          notTheHandler: true,
          batch: true,
          key: 'g',
        },
        toRefusal,
      },
    },
    publicising: {
      label: '公示中',
      labelEn: 'In publicity',
      forApplicant: '正在公示，任何人可以提异议。',
      turn: 'other',
      stops: 'announcement',
      acts: {
        endPublicity: {
          label: '公示期满，提请决定',
          labelEn: 'Propose the award',
          to: 'awarding',
          by: ['handler'],
          main: true,
          key: 'd',
          guards: ['publicity-over'],
          fields: {
            objections: text('公示和异议情况', 'Objections', { required: true, multiline: true, longest: 2_000 }),
          },
          internal: true,
        },
        toRefusal,
      },
    },
    awarding: {
      label: '立项待决定',
      labelEn: 'Award to be decided',
      forApplicant: '公示期满，等负责人决定。',
      turn: 'unit',
      acts: {
        award: {
          label: '立项、奖补',
          labelEn: 'Award',
          to: 'paying',
          by: ['head'],
          main: true,
          notTheHandler: true,
          needsCountersigns: true,
          key: 'y',
          guards: ['grant-application.amount-positive'],
          issues: 'award',
          fields: {
            amount: money('支持金额', 'Amount', { writtenIn: '元', required: true, least: 0 }),
            payment: text('拨付安排', 'Payment', { required: true, longest: 300, help: '一次或者分期，各多少' }),
          },
        },
        toRefusal,
      },
    },
    paying: {
      label: '待拨付',
      labelEn: 'To be paid',
      forApplicant: '已立项，正在拨付，请留意对公账户。',
      turn: 'unit',
      acts: {
        pay: {
          label: '登记拨付',
          labelEn: 'Pay',
          by: ['handler'],
          main: true,
          key: 'f',
          guards: ['grant-application.amount-positive'],
          fields: {
            amount: money('拨付金额', 'Amount', { writtenIn: '元', required: true, least: 0 }),
            voucherNo: text('拨付凭证号', 'Voucher', { required: true, longest: 100 }),
          },
        },
        finishPayment: { label: '拨付完成', labelEn: 'Paid in full', to: 'auditing', by: ['handler'], key: 'w' },
        cancelAward: {
          label: '撤销立项',
          labelEn: 'Cancel the award',
          to: 'cancelled',
          by: ['head'],
          notTheHandler: true,
          opinion: 'required',
          fields: { cancelReason: text('原因', 'Reason', { required: true, multiline: true, longest: 2_000 }) },
        },
      },
    },
    auditing: {
      label: '待绩效评价',
      labelEn: 'To be audited',
      forApplicant: '资金已经拨付。请按方案实施，一年内会做绩效评价。',
      turn: 'unit',
      acts: {
        audit: {
          label: '绩效评价',
          labelEn: 'Audit',
          to: 'closed',
          by: ['handler'],
          main: true,
          key: 'u',
          issues: 'audit',
          fields: {
            auditResult: choice(
              '结果',
              'Result',
              [
                oneOf('good', '达到目标', 'Met'),
                oneOf('partly', '基本达到', 'Partly met'),
                oneOf('failed', '没有达到', 'Not met'),
                oneOf('misused', '违规使用', 'Misused'),
              ],
              { required: true },
            ),
            recoveredAmount: {
              ...money('收回金额', 'Recovered', { writtenIn: '元', required: true, least: 0 }),
              when: { field: 'auditResult', in: ['failed', 'misused'] },
            },
            auditWords: text('评价意见', 'Words', { required: true, multiline: true, longest: 3_000 }),
          },
        },
      },
    },
    closed: {
      label: '办结',
      labelEn: 'Closed',
      forApplicant: '项目已经办结，绩效评价意见可以下载。',
      outcome: 'granted',
    },
    cancelled: {
      label: '立项已撤销',
      labelEn: 'Award cancelled',
      forApplicant: '立项已撤销，原因会书面告诉您单位。',
      outcome: 'terminated',
    },
  }
}
