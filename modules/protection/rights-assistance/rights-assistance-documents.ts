import type { DocumentTemplate } from '@qiangxian/kernel/matters/matter.types'
import { intakeDocuments } from '@qiangxian/kernel/matters/usual/usual-documents'

/** Must be printed on every opinion: it decides nothing. */
export const REFERENCE_ONLY = '本意见仅供参考，不作为行政决定或者司法裁判的依据。'

export const documents: Readonly<Record<string, DocumentTemplate>> = {
  ...intakeDocuments({ called: '知识产权维权援助', mark: '知援', decideLimit: 'close' }),
  plan: {
    label: '维权援助方案告知书',
    form: 'notice',
    title: '知识产权维权援助方案告知书',
    number: '知援告〔{year}〕{n}号',
    addressee: '{fact.applicant}',
    body: [
      { paragraph: '你（单位）申请的知识产权维权援助（办件编号：{fact.number}）已经受理。援助方案如下：' },
      { paragraph: '{input.plan}' },
      {
        table: [
          { label: '承办', value: '{input.helper}' },
          { label: '涉及的权利', value: '{form.rightKind}　{form.rightTitle}' },
          { label: '应办结日期', value: '{limit.close.due}' },
        ],
      },
      { paragraph: '认为承办的专家或者单位与对方有利害关系的，可以提出回避，我们核实后更换。' },
      { paragraph: '援助不影响您依法起诉、仲裁或者请求行政处理，也不中断这些途径的期限。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  opinion: {
    label: '维权援助参考意见书',
    form: 'letter',
    title: '知识产权维权援助参考意见书',
    number: '知援意〔{year}〕{n}号',
    addressee: '{fact.applicant}',
    body: [
      { heading: '申请援助的事项', level: 1 },
      { paragraph: '办件编号{fact.number}，{fact.submittedOn}申请。涉及的权利：{form.rightKind}，{form.rightTitle}。' },
      { paragraph: '{form.facts}' },
      { heading: '参加论证的专家', level: 1 },
      { paragraph: '{input.experts}' },
      { heading: '比对和分析', level: 1 },
      { paragraph: '{input.analysis}' },
      { heading: '参考意见', level: 1 },
      { paragraph: '{input.conclusion}' },
      { heading: '建议', level: 1 },
      { paragraph: '{input.advice}' },
      { paragraph: REFERENCE_ONLY },
    ],
    signedBy: 'unit',
    sealed: true,
    notes: [REFERENCE_ONLY],
  },
  closing: {
    label: '维权援助办结告知书',
    form: 'notice',
    title: '知识产权维权援助办结告知书',
    number: '知援结〔{year}〕{n}号',
    addressee: '{fact.applicant}',
    body: [
      { paragraph: '你（单位）申请的知识产权维权援助（办件编号：{fact.number}）已经办结。结果：{input.result}。' },
      { paragraph: '{input.summary}' },
      { paragraph: '近期会有工作人员电话回访，请您说说满意不满意、还需要什么。回访不收费，也不会索要验证码。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
}
