import type { FormDeclaration, MaterialDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { choice, date, flag, money, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { submissionKinds, violationKinds } from './violation-report-choices.ts'

const isComplaint = { field: 'kind', in: ['complaint', 'both'] } as const
/** complaints always, reports where whoever reports wants to hear of it */
const saysWho = { any: [isComplaint, { field: 'reportedBy', is: 'named' }] } as const

/** Who complained or reported: sealed, and in no list, export or paper. */
export const sealedFields = [
  'reporterName',
  'reporterPhone',
  'reporterAddress',
  'reporterIdNumber',
  'reporterEmail',
] as const

export const form: FormDeclaration = {
  steps: [
    {
      id: 'kind',
      label: '投诉还是举报',
      about:
        '想要退赔、解决自己买东西的纠纷，是投诉；发现有人违法、希望查处，是举报。两样都有就选“投诉并举报”，会分开办。',
      fields: {
        kind: choice('类型', 'Kind', submissionKinds, { required: true }),
        reportedBy: {
          ...choice(
            '是否实名',
            'By name',
            [oneOf('named', '实名，想知道处理结果', 'By name'), oneOf('anonymous', '匿名，不留姓名', 'Anonymous')],
            { required: true, help: '实名的我们会告诉您立不立案；身份封存，办案以外的人看不到' },
          ),
          when: { field: 'kind', is: 'report' },
        },
      },
    },
    {
      id: 'who',
      label: '您的身份（保密）',
      about: '这一页的内容封存保管，谁打开、为什么打开都会留痕。',
      fields: {
        reporterName: {
          ...text('姓名', 'Name', { required: true, sensitivity: 'personal', mask: 'name', longest: 50 }),
          when: saysWho,
          prefill: { from: 'person', field: 'name' },
        },
        reporterPhone: {
          ...text('手机', 'Phone', { required: true, sensitivity: 'personal', mask: 'phone', format: 'phone' }),
          when: saysWho,
          prefill: { from: 'person', field: 'phone' },
        },
        reporterAddress: {
          ...text('通讯地址', 'Address', { required: true, sensitivity: 'personal', longest: 300 }),
          when: isComplaint,
        },
        reporterIdNumber: {
          ...text('身份证件号码', 'Identity document', {
            sensitivity: 'sensitive',
            mask: 'idCard',
            format: 'personal-document',
            help: '2026-04-15 起投诉要提供身份证件，之前收到的不需要',
          }),
          when: isComplaint,
        },
        reporterEmail: {
          ...text('电子邮箱', 'E-mail', { sensitivity: 'personal', mask: 'email', format: 'email' }),
          when: saysWho,
        },
      },
    },
    {
      id: 'subject',
      label: '投诉举报谁',
      fields: {
        subjectName: text('对方名称', 'Who', {
          required: true,
          longest: 200,
          help: '店名、厂名、网店名；执照上的名称最好',
        }),
        subjectAddress: text('对方地址或者链接', 'Where', {
          required: true,
          multiline: true,
          longest: 1_000,
          help: '门店地址、网店链接、直播间、展位号，越具体越好查',
        }),
        violationKind: choice('什么问题', 'Violation', violationKinds, {
          required: true,
          help: '专利侵权的赔偿纠纷由无锡市受理行政裁决，这里可以反映线索，也可以申请维权援助',
        }),
        happenedOn: date('什么时候的事', 'When', { required: true }),
        facts: text('经过', 'Facts', {
          required: true,
          multiline: true,
          longest: 5_000,
          help: '在哪、买了什么或者看到什么、怎么发现是假的。举报要有具体的线索，不能只说“都是假货”',
        }),
      },
    },
    {
      id: 'claim',
      label: '您的要求',
      fields: {
        boughtFor: {
          ...choice(
            '买来做什么',
            'Bought for',
            [
              oneOf('living', '自己用、送人', 'Daily life'),
              oneOf('business', '做生意用', 'Business'),
              oneOf('none', '没有买', 'Nothing was bought'),
            ],
            { required: true },
          ),
          when: isComplaint,
        },
        knownOn: {
          ...date('什么时候知道上当的', 'Known on', { required: true, help: '超过三年的不能再投诉，但可以举报' }),
          when: isComplaint,
        },
        paid: { ...money('花了多少钱', 'Paid', { writtenIn: '元', least: 0 }), when: isComplaint },
        claim: {
          ...text('要求', 'Claim', { required: true, multiline: true, longest: 2_000, help: '比如退货退款、赔偿' }),
          when: isComplaint,
        },
        consentsToMediation: {
          ...flag('同意调解', 'Consents to mediation', {
            required: true,
            help: '调解要双方都同意；不同意的，告诉您起诉、仲裁怎么走',
          }),
          when: isComplaint,
        },
        consentsToPublication: {
          ...flag('同意公示投诉信息', 'Consents to publication', {
            help: '公示的只有对方和问题，没有您的身份；可以不同意',
          }),
          when: isComplaint,
        },
      },
    },
  ],
}

export const materials: readonly MaterialDeclaration[] = [
  {
    id: 'purchase',
    label: '购买凭证',
    kind: 'copy',
    copies: 1,
    necessity: 'required',
    when: isComplaint,
    origin: 'applicant',
    notes: '小票、订单截图、付款记录，有一样就行',
    several: true,
  },
  {
    id: 'evidence',
    label: '违法线索的照片、视频、截图',
    kind: 'electronic',
    copies: 1,
    necessity: 'optional',
    origin: 'applicant',
    notes: '能看出是谁、卖的什么；真假对比图最有用',
    several: true,
  },
  {
    id: 'identity',
    label: '身份证件',
    kind: 'copy',
    copies: 1,
    necessity: 'optional',
    when: saysWho,
    origin: 'government',
    notes: '正反面，手机拍照即可',
    several: true,
    sealed: true,
  },
  {
    id: 'power',
    label: '授权委托书原件和代理人身份证件',
    kind: 'original',
    copies: 1,
    necessity: 'optional',
    when: isComplaint,
    origin: 'applicant',
    notes: '替别人投诉的才要',
    sealed: true,
  },
]
