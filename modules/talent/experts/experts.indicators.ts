import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const people = [
  { name: '甲', employer: '演示大学', appointedOn: '2024-03-01', termEndsOn: '2027-03-01' },
  { name: '乙', employer: '演示大学', appointedOn: '2022-03-01', termEndsOn: '2025-03-01' },
  { name: '丙', employer: '演示公司', appointedOn: '2022-03-01' },
  { name: '丁', employer: '演示公司', appointedOn: '2025-03-01', endedOn: '2026-01-01' },
]

/** T1 */
export const newExperts = defineIndicator({
  id: 'expert.new',
  label: '专家库成员（新增）',
  labelEn: 'New experts',
  unit: '人',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新聘入专家库的人数。',
  formula: { measure: 'count', register: 'expert', window: { kind: 'sinceStart', on: 'appointedOn' }, unit: '人' },
  byUnit: false,
  caveats: ['续聘的不另立一条，改聘期即可；另立一条会重复计数。'],
  dataFrom: '聘任文件',
  source: '方案工作目标、任务 21',
  cases: [
    { name: '建设期以前聘的不计，后来解聘的仍计为新增', on: '2026-06-30', given: { expert: people }, expect: 2 },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** T1b */
export const expertsInPost = defineIndicator({
  id: 'expert.in-post',
  label: '专家库人才',
  labelEn: 'Experts in post',
  unit: '人',
  decimals: 0,
  better: 'higher',
  meaning: '统计日在聘的专家人数。',
  formula: {
    measure: 'count',
    register: 'expert',
    where: { named: 'in-force' },
    window: { kind: 'stock' },
    unit: '人',
  },
  byUnit: false,
  caveats: ['只在任务 21 出现；聘期届满未续的不计。'],
  dataFrom: '聘任文件',
  source: '方案任务 21',
  cases: [
    { name: '聘期届满的和解聘的不计', on: '2026-06-30', given: { expert: people }, expect: 2 },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** T2 */
export const newTechnicalInvestigators = defineIndicator({
  id: 'technical-investigator.new',
  label: '技术调查官（新增）',
  labelEn: 'New technical investigators',
  unit: '人',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新聘的技术调查官人数。',
  formula: {
    measure: 'count',
    register: 'technical-investigator',
    window: { kind: 'sinceStart', on: 'appointedOn' },
    unit: '人',
  },
  byUnit: false,
  caveats: ['任务 8（市监）也提到；一人既是专家又是技术调查官的，两处都计。'],
  dataFrom: '聘任文件',
  source: '方案工作目标、任务 21、任务 8',
  cases: [
    { name: '建设期以前聘的不计', on: '2026-06-30', given: { 'technical-investigator': people }, expect: 2 },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
