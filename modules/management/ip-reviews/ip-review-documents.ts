import type { DocumentTemplate } from '@qiangxian/kernel/matters/matter.types'
import { intakeDocuments } from '@qiangxian/kernel/matters/usual/usual-documents'

/** 评议报告, with the parts that a report of this kind has; what is not assessed says so. */
export const documents: Readonly<Record<string, DocumentTemplate>> = {
  ...intakeDocuments({
    called: '知识产权评议',
    mark: '知评',
    addressee: '{form.organisationName}',
    decideLimit: 'report',
  }),
  report: {
    label: '知识产权评议报告',
    form: 'letter',
    title: '{form.projectTitle}知识产权评议报告',
    number: '知评报〔{year}〕{n}号',
    addressee: '{form.organisationName}',
    body: [
      { heading: '项目概况', level: 1 },
      { paragraph: '{form.projectSummary}' },
      {
        table: [
          { label: '评议事由', value: '{form.trigger}' },
          { label: '项目金额', value: '{form.amount}' },
          { label: '办件编号', value: '{fact.number}' },
        ],
      },
      { heading: '评议范围和方法', level: 1 },
      { paragraph: '检索数据库：{input.databases}。检索式：{input.searchFormula}。数据截止日期：{input.cutOff}。' },
      { heading: '权属和有效性', level: 1 },
      { paragraph: '{input.ownership}' },
      { heading: '技术先进性和竞争态势', level: 1 },
      { paragraph: '{input.competition}' },
      { heading: '侵权风险', level: 1 },
      { paragraph: '风险等级：{input.risk}。{input.infringement}' },
      { heading: '布局和价值', level: 1 },
      { paragraph: '{input.portfolio}' },
      { heading: '合规、合同和人员风险', level: 1 },
      { paragraph: '{input.compliance}' },
      { heading: '结论和建议', level: 1 },
      { paragraph: '结论：{input.conclusion}。' },
      { paragraph: '{input.measures}' },
      { heading: '附件：检索到的主要专利', level: 1 },
      { paragraph: '{input.annex}' },
      { paragraph: '本报告依据截止日期前公开的信息作出，供决策参考，不作为行政决定或者司法裁判的依据。' },
    ],
    signedBy: 'unit',
    sealed: true,
    notes: ['本报告供决策参考，含未公开信息的部分不对外提供。'],
  },
}
