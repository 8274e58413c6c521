import type { DocumentTemplate } from '@qiangxian/kernel/matters/matter.types'
import { intakeDocuments } from '@qiangxian/kernel/matters/usual/usual-documents'

export const documents: Readonly<Record<string, DocumentTemplate>> = {
  ...intakeDocuments({
    called: '知识产权政策兑现',
    mark: '知奖',
    addressee: '{form.organisationName}',
    decideLimit: 'decide',
  }),
  award: {
    label: '立项（奖补）决定书',
    form: 'letter',
    title: '知识产权项目立项（奖补）决定书',
    number: '知奖立〔{year}〕{n}号',
    addressee: '{form.organisationName}',
    body: [
      {
        paragraph:
          '你单位申报的“{form.call}”项目（办件编号：{fact.number}），经形式审查、专家评审和公示，决定予以支持。',
      },
      {
        table: [
          { label: '项目名称', value: '{form.projectTitle}' },
          { label: '支持金额', value: '{input.amount}' },
          { label: '拨付安排', value: '{input.payment}' },
          { label: '实施期限', value: '{form.startsOn}至{form.endsOn}' },
        ],
      },
      { paragraph: '资金专款专用。拨付以后将进行绩效评价；虚报、挪用的，收回资金并依法处理。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  refusal: {
    label: '不予立项决定书',
    form: 'letter',
    title: '知识产权项目不予立项决定书',
    number: '知奖不〔{year}〕{n}号',
    addressee: '{form.organisationName}',
    body: [
      { paragraph: '你单位申报的“{form.call}”项目（办件编号：{fact.number}），决定不予立项。' },
      { paragraph: '理由：{input.reason}' },
      {
        paragraph: '有异议的，可以自收到之日起十个工作日内书面提出，由本单位负责人复核；条件具备后可以参加下一批申报。',
      },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  audit: {
    label: '绩效评价意见书',
    form: 'letter',
    title: '知识产权项目绩效评价意见书',
    number: '知奖评〔{year}〕{n}号',
    addressee: '{form.organisationName}',
    body: [
      {
        paragraph:
          '对你单位承担的“{form.projectTitle}”（办件编号：{fact.number}）进行了绩效评价，结果：{input.auditResult}。',
      },
      { paragraph: '{input.auditWords}' },
      { paragraph: '收回金额：{input.recoveredAmount}。', when: { field: 'auditResult', in: ['failed', 'misused'] } },
    ],
    signedBy: 'unit',
    sealed: true,
  },
}
