import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'
import { topics } from './topics.ts'

const open = { sensitivity: 'open' } as const

/** 咨询答复: questions and answers, and never who asked. */
export const expertQuestion = defineRegister({
  id: 'expert-question',
  alsoCalled: ['questions', 'answers'],
  area: 'services',
  systems: ['S48', 'S51'],
  label: '咨询答复库',
  labelEn: 'Questions and answers',
  recordLabel: '咨询答复',
  countUnit: '条',
  about: '群众和企业问的知识产权问题和专家的答复；同意公开的给后来的人看，不登记是谁问的。',
  source: '工作方案任务 19；知识产权公共服务办事指南的通行做法',
  fields: {
    questionNo: text('编号', 'Number', { ...open, required: true, longest: 60, aliases: ['办件编号'] }),
    topic: choice('问题类型', 'Topic', topics, { ...open, aliases: ['类别'] }),
    question: text('问题', 'Question', { ...open, required: true, multiline: true, longest: 3_000 }),
    answer: text('答复', 'Answer', { ...open, multiline: true, longest: 8_000, aliases: ['回复'] }),
    answeredBy: text('答复人', 'Answered by', { longest: 200, aliases: ['专家'] }),
    askedOn: date('提问日期', 'Asked on', { ...open, required: true }),
    answeredOn: date('答复日期', 'Answered on', { ...open, notBefore: ['askedOn'] }),
    mayBePublished: choice('是否公开', 'Public', [oneOf('yes', '公开', 'Yes'), oneOf('no', '不公开', 'No')], {
      aliases: ['同意公开'],
    }),
    remarks: remarks(),
  },
  key: ['questionNo'],
  title: 'questionNo',
  columns: ['questionNo', 'topic', 'question', 'askedOn', 'answeredOn'],
  access: { public: 'none', units: 'all', editedBy: 'office' },
  retentionYears: 10,
})
