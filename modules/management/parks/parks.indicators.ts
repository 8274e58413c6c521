import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const given = {
  'park-title': [
    { title: '国家知识产权试点园区', category: 'pilot', level: 'national', awardedOn: '2024-05-01' },
    { title: '国家知识产权试点园区', category: 'pilot', level: 'national', awardedOn: '2021-05-01' },
    { title: '国家知识产权示范园区', category: 'demonstration', level: 'national', awardedOn: '2025-05-01' },
    { title: '省级知识产权示范园区', category: 'demonstration', level: 'provincial', awardedOn: '2025-05-01' },
    { title: '省级知识产权试点园区', category: 'pilot', level: 'provincial', awardedOn: '2025-05-01' },
  ],
}

/** M1 */
export const nationalPilotParks = defineIndicator({
  id: 'park-title.national-pilot-new',
  label: '国家知识产权试点园区（新增）',
  labelEn: 'New national pilot parks',
  unit: '个',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新认定的国家知识产权试点园区个数。',
  formula: {
    measure: 'count',
    register: 'park-title',
    where: {
      all: [
        { field: 'level', is: 'national' },
        { field: 'category', is: 'pilot' },
      ],
    },
    window: { kind: 'sinceStart', on: 'awardedOn' },
    unit: '个',
  },
  byUnit: true,
  caveats: ['2025 年起试点、示范合并为一个体系；任务 2 说的是示范园区（M5），不是试点。'],
  dataFrom: '国家知识产权局通知',
  source: '方案工作目标',
  cases: [
    { name: '只计建设期内的国家级试点', on: '2026-06-30', given, expect: 1 },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** M2 */
export const provincialDemonstrationParks = defineIndicator({
  id: 'park-title.provincial-demonstration-new',
  label: '省级知识产权示范园区（新增）',
  labelEn: 'New provincial demonstration parks',
  unit: '个',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新认定的省级知识产权示范园区个数。',
  formula: {
    measure: 'count',
    register: 'park-title',
    where: {
      all: [
        { field: 'level', is: 'provincial' },
        { field: 'category', is: 'demonstration' },
      ],
    },
    window: { kind: 'sinceStart', on: 'awardedOn' },
    unit: '个',
  },
  byUnit: true,
  caveats: ['国家级示范园区不计入省级。'],
  dataFrom: '省知识产权局通知',
  source: '方案工作目标、任务 2',
  cases: [
    { name: '只计省级示范', on: '2026-06-30', given, expect: 1 },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
