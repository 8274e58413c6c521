import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const centres = [
  {
    name: '宜兴（陶瓷）快速维权中心',
    centreType: 'rapid-rights',
    level: 'national',
    approvedOn: '2024-06-01',
    acceptedOn: '2026-09-01',
  },
  { name: '无锡保护中心宜兴分中心', centreType: 'protection-branch', level: 'municipal', approvedOn: '2024-08-01' },
  {
    name: '省保护中心宜兴工作站',
    centreType: 'workstation-of-provincial-centre',
    level: 'provincial',
    approvedOn: '2025-03-01',
  },
]

/** P2 */
export const rapidRightsCentres = defineIndicator({
  id: 'rights-centre.rapid-rights-new',
  label: '国家级知识产权快速维权中心（新增）',
  labelEn: 'New national rapid rights centres',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新增的国家级知识产权快速维权中心家数，默认自验收运行之日计。',
  formula: {
    measure: 'count',
    register: 'rights-centre',
    where: {
      all: [
        { field: 'centreType', is: 'rapid-rights' },
        { field: 'level', is: 'national' },
      ],
    },
    window: {
      parameter: 'indicator.P2.counted-on',
      otherwise: 'acceptance',
      cases: {
        acceptance: { kind: 'sinceStart', on: 'acceptedOn' },
        approval: { kind: 'sinceStart', on: 'approvedOn' },
      },
    },
    unit: '家',
  },
  byUnit: false,
  caveats: ['批复建设不等于验收运行：两个日期都存，默认按验收计，参数可改为批复。'],
  dataFrom: '国家知识产权局批复、验收文件',
  source: '方案工作目标、任务 9',
  cases: [
    { name: '批复而未验收的不计', on: '2026-08-31', given: { 'rights-centre': centres }, expect: 0 },
    { name: '验收之日计入', on: '2026-09-01', given: { 'rights-centre': centres }, expect: 1 },
    {
      name: '参数：按批复计',
      on: '2026-08-31',
      given: { 'rights-centre': centres },
      parameters: { 'indicator.P2.counted-on': 'approval' },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** P3 */
export const branchCentres = defineIndicator({
  id: 'rights-centre.branch-new',
  label: '保护中心分中心（新增）',
  labelEn: 'New branches of protection centres',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新设的知识产权保护中心分中心家数，省保护中心工作站是否计入由参数决定。',
  formula: {
    measure: 'count',
    register: 'rights-centre',
    where: {
      parameter: 'indicator.P3.count-provincial-workstation',
      otherwise: 'true',
      cases: {
        true: { field: 'centreType', is: ['protection-branch', 'workstation-of-provincial-centre'] },
        false: { field: 'centreType', is: 'protection-branch' },
      },
    },
    window: { kind: 'sinceStart', on: 'approvedOn' },
    unit: '家',
  },
  byUnit: false,
  caveats: ['任务 9 把其中一家称为“工作站”，计为分中心是我们的理解，由参数决定。', '按设立文件的日期计。'],
  dataFrom: '设立文件',
  source: '方案工作目标、任务 9',
  cases: [
    { name: '省保护中心工作站计入', on: '2026-06-30', given: { 'rights-centre': centres }, expect: 2 },
    {
      name: '参数：工作站不计',
      on: '2026-06-30',
      given: { 'rights-centre': centres },
      parameters: { 'indicator.P3.count-provincial-workstation': false },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
