import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** T4 */
export const lectures = defineIndicator({
  id: 'culture-event.lectures',
  label: '陶都知识产权主题讲座',
  labelEn: 'Lectures in the year',
  unit: '场',
  decimals: 0,
  better: 'higher',
  meaning: '当年举办的知识产权主题讲座场数。',
  formula: {
    measure: 'count',
    register: 'culture-event',
    where: { field: 'category', is: 'lecture' },
    window: { kind: 'year', on: 'heldOn' },
    unit: '场',
  },
  byUnit: false,
  caveats: ['方案写“每年举办”，每年 1 场是我们的理解；三年各算各的。'],
  dataFrom: '活动记录',
  source: '方案任务 22',
  cases: [
    {
      name: '只计当年的讲座',
      on: '2026-06-30',
      given: {
        'culture-event': [
          { title: '甲', category: 'lecture', heldOn: '2026-04-20' },
          { title: '乙', category: 'lecture', heldOn: '2025-04-20' },
          { title: '丙', category: 'publicity-week', heldOn: '2026-04-20' },
        ],
      },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

export const eventVisitors = defineIndicator({
  id: 'event-attendance.people',
  label: '宣传活动参加人次',
  labelEn: 'People at events',
  unit: '人次',
  decimals: 0,
  better: 'higher',
  meaning: '当年报名参加知识产权宣传活动并到场的人次。',
  formula: {
    measure: 'sum',
    register: 'event-attendance',
    field: 'people',
    window: { kind: 'year', on: 'cameOn' },
    unit: '人次',
  },
  byUnit: false,
  caveats: ['没有报名、直接到场的不在内，看活动的参加人数。'],
  dataFrom: '活动报名事项办理时自动登记',
  source: '方案任务 22',
  cases: [
    {
      name: '只计当年到场的',
      on: '2026-06-30',
      given: {
        'event-attendance': [
          { enrolmentNo: '1', event: '甲', people: 3, cameOn: '2026-04-20' },
          { enrolmentNo: '2', event: '甲', people: 40, cameOn: '2026-04-20' },
          { enrolmentNo: '3', event: '乙', people: 5, cameOn: '2025-04-20' },
        ],
      },
      expect: 43,
    },
    { name: '登记还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
