import type { DocumentTemplate } from '@qiangxian/kernel/matters/matter.types'
import { intakeDocuments } from '@qiangxian/kernel/matters/usual/usual-documents'

export const documents: Readonly<Record<string, DocumentTemplate>> = {
  ...intakeDocuments({
    called: '知识产权专家入库',
    mark: '知专',
    addressee: '{form.expertName}',
    decideLimit: 'decide',
  }),
  appointment: {
    label: '专家聘书',
    form: 'certificate',
    title: '知识产权专家聘书',
    number: '知专聘〔{year}〕{n}号',
    addressee: '{form.expertName}',
    body: [
      { paragraph: '兹聘请{form.expertName}为{fact.county}知识产权专家库专家，专业领域：{form.specialities}。' },
      { paragraph: '聘期自{fact.today}至{input.termEndsOn}。' },
      { paragraph: '受聘期间应当遵守回避、保密和廉洁的规定，以个人专业判断独立提出意见。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  notAppointed: {
    label: '不予入库决定书',
    form: 'notice',
    title: '知识产权专家不予入库（续聘）决定书',
    number: '知专不〔{year}〕{n}号',
    addressee: '{form.expertName}',
    body: [
      {
        paragraph:
          '你于{fact.submittedOn}提出的知识产权专家入库（续聘）申请（办件编号：{fact.number}），经审查，决定不予聘任。',
      },
      { paragraph: '理由：{input.reason}' },
      {
        paragraph:
          '条件具备后可以重新申请。对本决定有异议的，可以自收到之日起十个工作日内书面提出，由本单位负责人复核。',
      },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  exitConfirmation: {
    label: '退出专家库确认书',
    form: 'notice',
    title: '退出知识产权专家库确认书',
    number: '知专退〔{year}〕{n}号',
    addressee: '{form.expertName}',
    body: [
      {
        paragraph:
          '你于{fact.submittedOn}申请退出知识产权专家库（办件编号：{fact.number}），现予确认，自{fact.today}起不再作为专家抽取。',
      },
      { paragraph: '已经承担的评审、论证工作请完成或者办理交接；保密义务继续有效。感谢你的工作。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
}
