import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const national = '知识产权保护社会满意度（全国问卷）'

/** P4 */
export const satisfaction = defineIndicator({
  id: 'assessment-activity.satisfaction-score',
  label: '知识产权保护社会满意度',
  labelEn: 'Satisfaction with protection',
  unit: '分',
  decimals: 2,
  better: 'higher',
  meaning: '最近一次公布的知识产权保护社会满意度调查总分，百分制。',
  formula: {
    parameter: 'indicator.P4.questionnaire',
    otherwise: 'local',
    cases: {
      local: {
        measure: 'average',
        register: 'assessment-activity',
        field: 'score',
        where: { field: 'kind', is: 'satisfaction-survey' },
        window: { kind: 'latest', on: 'publishedOn', per: ['kind'] },
        unit: '分',
      },
      national: { measure: 'latest', series: national, unit: '分', ofCounty: true },
    },
  },
  byUnit: false,
  caveats: [
    '全国历年最高 82.36 分（2024 年），目标 90 分远高于全国，多半用的是本地问卷；须一并公布问卷、样本和权重。',
    '比较存储的数，不比较显示的数：89.995 显示为 90.00，但没有达到 90。',
    '权利人、专业人士、公众三类可相差近十分，看总分时也看分组。',
  ],
  dataFrom: '满意度调查报告',
  source: '国家知识产权局年度知识产权保护社会满意度调查；方案工作目标、保障措施（四）',
  cases: [
    {
      name: '取最近公布的一次',
      on: '2026-06-30',
      given: {
        'assessment-activity': [
          { name: '甲', kind: 'satisfaction-survey', year: '2024', publishedOn: '2024-12-01', score: 84.5 },
          { name: '乙', kind: 'satisfaction-survey', year: '2025', publishedOn: '2025-12-01', score: 86.25 },
          { name: '丙', kind: 'protection-evaluation', year: '2025', publishedOn: '2026-01-01', score: 91 },
        ],
      },
      expect: 86.25,
    },
    {
      name: '参数：用全国问卷的分数',
      on: '2026-06-30',
      given: {
        statistic: [{ series: national, area: '全市', on: '2025-12-31', publishedOn: '2026-04-26', value: 82.4 }],
      },
      parameters: { 'indicator.P4.questionnaire': 'national' },
      expect: 82.4,
    },
    { name: '没有公布时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** A1 */
export const satisfactionSurveys = defineIndicator({
  id: 'assessment-activity.satisfaction-surveys',
  label: '知识产权社会满意度调查',
  labelEn: 'Satisfaction surveys in the year',
  unit: '次',
  decimals: 0,
  better: 'higher',
  meaning: '当年公布的满意度调查次数。',
  formula: {
    measure: 'count',
    register: 'assessment-activity',
    where: { field: 'kind', is: 'satisfaction-survey' },
    window: { kind: 'year', on: 'publishedOn' },
    unit: '次',
  },
  byUnit: false,
  caveats: ['按公布之日归年；做了没有公布的不计。'],
  dataFrom: '市知识产权局',
  source: '方案保障措施（四）',
  cases: [
    {
      name: '上年公布的不计',
      on: '2026-06-30',
      given: {
        'assessment-activity': [
          { name: '甲', kind: 'satisfaction-survey', year: '2025', publishedOn: '2025-12-01' },
          { name: '乙', kind: 'satisfaction-survey', year: '2026', publishedOn: '2026-05-01' },
          { name: '丙', kind: 'satisfaction-survey', year: '2026' },
        ],
      },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** A2 */
export const protectionEvaluations = defineIndicator({
  id: 'assessment-activity.protection-evaluations',
  label: '知识产权保护水平评估',
  labelEn: 'Evaluations of protection in the year',
  unit: '次',
  decimals: 0,
  better: 'higher',
  meaning: '当年公布的知识产权保护水平评估次数。',
  formula: {
    measure: 'count',
    register: 'assessment-activity',
    where: { field: 'kind', is: 'protection-evaluation' },
    window: { kind: 'year', on: 'publishedOn' },
    unit: '次',
  },
  byUnit: false,
  caveats: ['方案与满意度调查写在同一句，按每年一次理解。'],
  dataFrom: '市知识产权局',
  source: '方案保障措施（四）',
  cases: [
    {
      name: '满意度调查不计',
      on: '2026-06-30',
      given: {
        'assessment-activity': [
          { name: '甲', kind: 'protection-evaluation', year: '2026', publishedOn: '2026-03-01' },
          { name: '乙', kind: 'satisfaction-survey', year: '2026', publishedOn: '2026-05-01' },
        ],
      },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
