import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, money, text, unit } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { conclusions, risks, triggers } from './review-choices.ts'

/** 知识产权评议台账: which projects were reviewed, and what came of it. */
export const ipReview = defineRegister({
  id: 'ip-review',
  alsoCalled: ['project-reviews'],
  area: 'management',
  systems: ['S10'],
  label: '知识产权评议台账',
  labelEn: 'IP reviews of projects',
  recordLabel: '评议',
  countUnit: '项',
  about: '重大经济科技活动的知识产权评议：项目、事由、风险等级、结论和采纳情况；由评议事项办理时自动登记。',
  source: '工作方案任务 1；重大经济科技活动知识产权评议的通行做法',
  fields: {
    handledBy: unit('承办单位', 'Handled by', { origin: '办件', aliases: ['办理单位'] }),
    reviewNo: text('编号', 'Number', { required: true, longest: 60, aliases: ['办件编号', '评议编号'] }),
    projectTitle: text('项目名称', 'Project', { required: true, longest: 200, aliases: ['项目'] }),
    owner: link('项目单位', 'Owner', 'market-entity', { aliases: ['承担单位', '建设单位'] }),
    trigger: choice('评议事由', 'Trigger', triggers, { aliases: ['事由'] }),
    amount: money('项目金额', 'Amount', { writtenIn: '万元', least: 0, aliases: ['总投资'] }),
    acceptedOn: date('受理日期', 'Accepted on', { required: true }),
    reportedOn: date('报告日期', 'Reported on', { notBefore: ['acceptedOn'], aliases: ['出具日期'] }),
    risk: choice('侵权风险', 'Risk of infringement', risks, { aliases: ['风险等级'] }),
    conclusion: choice('结论', 'Conclusion', conclusions, { aliases: ['评议结论'] }),
    documentNo: text('报告文号', 'Document number', { longest: 100 }),
    evidence: files('评议报告', 'Report'),
    remarks: remarks(),
  },
  key: ['reviewNo'],
  title: 'projectTitle',
  columns: ['reviewNo', 'projectTitle', 'owner', 'trigger', 'reportedOn', 'risk', 'conclusion'],
  unitFrom: 'handledBy',
  access: { public: 'none', units: 'own', editedBy: 'office' },
  retentionYears: 30,
})
