import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, decimal, integer, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 满意度调查 and 保护水平评估, year by year. */
export const assessmentActivity = defineRegister({
  id: 'assessment-activity',
  area: 'management',
  systems: ['S02'],
  label: '调查与评估',
  labelEn: 'Surveys and evaluations',
  recordLabel: '调查评估',
  countUnit: '次',
  about: '社会满意度调查和保护水平评估：哪一年、何时公布、得分和样本；问卷不同的年份不可直接比较。',
  source: '工作方案保障措施（四）；知识产权保护社会满意度调查（国家知识产权局，2012 年起每年）',
  fields: {
    name: text('名称', 'Name', {
      ...open,
      required: true,
      longest: 150,
      aliases: ['项目名称', '调查名称', '评估名称'],
    }),
    kind: choice(
      '种类',
      'Kind',
      [
        oneOf('satisfaction-survey', '社会满意度调查', 'Satisfaction survey', '满意度调查'),
        oneOf('protection-evaluation', '保护水平评估', 'Evaluation of protection', '保护评估'),
      ],
      { ...open, required: true, aliases: ['类别', '类型'] },
    ),
    year: date('年度', 'Year', {
      ...open,
      required: true,
      precision: 'year',
      aliases: ['调查年度', '评估年度', '年份'],
    }),
    publishedOn: date('公布日期', 'Published on', { ...open, aliases: ['发布日期', '公布时间'] }),
    score: decimal('得分', 'Score', {
      ...open,
      unit: '分',
      least: 0,
      most: 100,
      decimals: 2,
      aliases: ['满意度', '总得分', '分数'],
      help: '百分制，按人群权重汇总',
    }),
    questionnaires: integer('有效问卷', 'Valid questionnaires', {
      ...open,
      unit: '份',
      least: 0,
      aliases: ['有效样本量', '样本量'],
    }),
    method: text('方法', 'Method', { ...open, multiline: true, longest: 1_000, aliases: ['调查方法', '问卷设计'] }),
    conductedBy: text('承担机构', 'Conducted by', { ...open, longest: 150, aliases: ['调查机构', '评估机构'] }),
    evidence: files('报告', 'Report'),
    remarks: remarks(),
  },
  key: ['kind', 'year'],
  title: 'name',
  columns: ['name', 'kind', 'year', 'publishedOn', 'score', 'questionnaires'],
  access: {
    public: ['name', 'kind', 'year', 'publishedOn', 'score', 'questionnaires', 'method'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
