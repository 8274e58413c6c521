import type { DemoStory } from '../../county.types.ts'
import { counted } from './places.ts'

type Target = DemoStory['targets'][number]
type Years = readonly [number | null, number | null, number | null]

/** What one target is told by; what is left out is null or empty. */
function target(
  code: string,
  cycle: Target['cycle'],
  course: Target['course'],
  years: Years | null,
  more: Partial<Pick<Target, 'baseline' | 'denominator' | 'units' | 'absences'>> = {},
): Target {
  return {
    code,
    cycle,
    baseline: null,
    years: years === null ? null : years.map((value, at) => ({ year: 2024 + at, value })),
    course,
    denominator: null,
    units: null,
    absences: [],
    ...more,
  }
}

type Shape = 'even' | 'early' | 'late'

function curve(start: number, end: number, shape: Shape, noise: number, decimals = 0): Target['course'] {
  return { kind: 'curve', start, end, shape, noise, decimals }
}

/** `['2025-03-18', 1]`: the value from that day on. */
function steps(...at: readonly (readonly [on: string, value: number])[]): Target['course'] {
  return { kind: 'steps', steps: at.map(([on, value]) => ({ on, value })) }
}

function yearly(values: readonly number[], within: 'grows' | 'stands', decimals = 0): Target['course'] {
  return { kind: 'yearly', years: values.map((value, at) => ({ year: 2024 + at, value })), within, decimals }
}

const residents: Target['denominator'] = {
  values: [
    { year: 2024, value: 128.6 },
    { year: 2025, value: 128.7 },
    { year: 2026, value: 128.7 },
  ],
  of: null,
  times: 1,
}

function byEnterprises(reason: string): Target['units'] {
  return {
    method: 'statistic',
    statistic: 'enterprises',
    shares: counted.map((organisation) => ({ organisation, value: null })),
    reason,
  }
}

/** Management and creation (管理、创造). */
const managementAndCreation: Target[] = [
  target('M1', 'quarter', steps(['2025-11-14', 1]), [0, 1, 1]),
  target('M2', 'quarter', steps(['2024-12-20', 1]), [1, 1, 1]),
  target('C1', 'month', curve(0, 34_700, 'even', 0.006), [11_000, 23_000, 35_000], {
    units: byEnterprises('按规模以上企业数分解到镇（园区、街道）'),
    absences: [
      {
        organisation: 'yangxian-resort',
        period: null,
        state: 'suppressed',
        reason: '只涉及一家企业，公开即泄露该企业信息（演示）',
      },
      {
        organisation: 'xizhu',
        period: '2026-10',
        state: 'missing',
        reason: '专利数据系统迁移，10 月数据待省局补发（演示）',
      },
    ],
  }),
  target('C2', 'quarter', curve(12.6, 17.6, 'even', 0.02, 2), [14.6, 17.2, 20], {
    baseline: { value: 12.6, on: '2023-12-31' },
    denominator: residents,
  }),
  target('C3', 'month', curve(90.6, 92.8, 'early', 0.03, 2), [92, 92.5, 93], {
    denominator: { values: [], of: 'C1', times: 100 },
  }),
  target('C4', 'quarter', curve(0, 78, 'late', 0.02), [35, 78, 120], {
    units: {
      method: 'manual',
      statistic: null,
      shares: [
        { organisation: 'economic-development-zone', value: 46 },
        { organisation: 'environmental-science-park', value: 32 },
        { organisation: 'dingshu', value: 14 },
        { organisation: 'guanlin', value: 10 },
        { organisation: 'gaocheng', value: 8 },
        { organisation: 'yicheng', value: 6 },
      ],
      reason: '企业海外布局集中在两个园区，其余 4 件由办公室掌握，暂不分解（演示）',
    },
  }),
  target('C5', 'quarter', yearly([55.3, 57.4, 58.2], 'stands', 1), [56, 58, 60], { denominator: residents }),
  target('C6', 'quarter', curve(24, 42, 'even', 0.02), [32, 41, 50]),
  target('C7', 'quarter', steps(['2024-01-01', 8], ['2025-04-07', 9], ['2026-03-28', 11]), [8, 9, 10]),
  target('C8', 'quarter', curve(31, 62, 'early', 0.02), [55, 78, 100]),
  target(
    'C9',
    'quarter',
    steps(['2024-01-01', 52], ['2024-09-12', 57], ['2025-07-30', 63], ['2026-06-18', 68]),
    [58, 65, 70],
  ),
  target('C9b', 'quarter', steps(['2024-09-12', 5], ['2025-07-30', 11], ['2026-06-18', 16]), [1, 3, 5]),
  target('C10', 'quarter', steps(['2025-10-21', 1]), [null, 1, 1]),
  target('C11', 'quarter', steps(['2024-08-15', 1], ['2026-02-11', 2]), [1, 1, 2]),
]

/** Protection and utilization (保护、运用). */
const protectionAndUtilization: Target[] = [
  target('P2', 'quarter', steps(), null),
  target('P3', 'quarter', steps(['2025-05-16', 1], ['2026-07-03', 2]), [null, 1, 2]),
  target('P4', 'year', yearly([88.4, 90.6, 91.1], 'stands', 1), [88, 89, 90]),
  target(
    'A1',
    'quarter',
    steps(['2024-11-05', 1], ['2025-01-01', 0], ['2025-10-22', 1], ['2026-01-01', 0], ['2026-08-27', 1]),
    null,
  ),
  target(
    'A2',
    'quarter',
    steps(['2024-12-10', 1], ['2025-01-01', 0], ['2025-11-28', 1], ['2026-01-01', 0], ['2026-09-18', 1]),
    null,
  ),
  target('U1', 'year', yearly([17.9, 18.4, 18.6], 'stands', 1), [18, 18.5, 19], {
    denominator: {
      values: [
        { year: 2024, value: 2_312.5 },
        { year: 2025, value: 2_421.8 },
        { year: 2026, value: 2_530 },
      ],
      of: null,
      times: 100,
    },
    absences: [
      {
        organisation: null,
        period: '2025',
        state: 'missing',
        reason: '统计部门约晚一年公布，2025 年数尚未公布（演示）',
      },
    ],
  }),
  target('U2', 'year', yearly([7.9, 8.1, 8.3], 'stands', 1), [8, 8.3, 8.6], {
    denominator: {
      values: [
        { year: 2024, value: 2_312.5 },
        { year: 2025, value: 2_421.8 },
        { year: 2026, value: 2_530 },
      ],
      of: null,
      times: 100,
    },
  }),
  target('U3', 'quarter', yearly([10.3, 10.8, 8.6], 'grows', 2), null),
  target('U5', 'month', curve(0, 27.6, 'late', 0.01, 2), [8, 18, 30], {
    units: {
      method: 'manual',
      statistic: null,
      shares: [
        { organisation: 'economic-development-zone', value: 9 },
        { organisation: 'environmental-science-park', value: 7 },
        { organisation: 'yicheng', value: 5 },
        { organisation: 'dingshu', value: 4 },
        { organisation: 'guanlin', value: 3 },
        { organisation: 'heqiao', value: 2 },
      ],
      reason: '按各地银行网点的放款能力商定（演示）',
    },
  }),
  target('U6', 'quarter', curve(0, 97, 'even', 0.01), [40, 80, 120], {
    units: byEnterprises('按规模以上企业数分解（演示）'),
    absences: [
      {
        organisation: 'yangxian-resort',
        period: null,
        state: 'notApplicable',
        reason: '辖区以旅游业为主，没有适合贯标的企业（演示）',
      },
    ],
  }),
  target(
    'U7',
    'quarter',
    steps(['2024-01-01', 7], ['2024-10-30', 9], ['2025-09-16', 11], ['2026-05-20', 12]),
    [9, 12, 15],
  ),
  target('U7b', 'quarter', steps(['2024-10-30', 2], ['2025-09-16', 4], ['2026-05-20', 5]), [1, 3, 5]),
  target('U8', 'quarter', steps(['2024-11-18', 1], ['2026-08-12', 2]), [null, 1, 2]),
]

/** Services and talent (服务、人才). */
const servicesAndTalent: Target[] = [
  target(
    'S3',
    'month',
    steps(
      ['2024-06-20', 1],
      ['2024-12-05', 2],
      ['2025-05-28', 3],
      ['2025-10-15', 4],
      ['2026-03-12', 5],
      ['2026-08-19', 6],
    ),
    [3, 6, 10],
    {
      units: {
        method: 'equal',
        statistic: null,
        shares: [
          'economic-development-zone',
          'environmental-science-park',
          'dingshu',
          'yicheng',
          'guanlin',
          'gaocheng',
          'heqiao',
          'xushe',
          'zhangzhu',
          'zhoutie',
        ].map((organisation) => ({ organisation, value: null })),
        reason: '每个镇（园区、街道）一个工作站，先建十个（演示）',
      },
    },
  ),
  target('S4', 'quarter', steps(['2025-12-02', 1]), [null, 1, 2]),
  target(
    'S5',
    'quarter',
    steps(['2024-01-01', 6], ['2024-07-01', 8], ['2025-06-10', 10], ['2026-05-06', 11]),
    [8, 9, 10],
  ),
  target('S6', 'year', yearly([236, 268, 290], 'stands'), [240, 270, 300], {
    absences: [
      {
        organisation: null,
        period: '2025',
        state: 'missing',
        reason: '2025 年末从业人数调查未完成，待年末一并调查（演示）',
      },
    ],
  }),
  target('S7', 'quarter', yearly([3_960, 4_420, 4_080], 'grows'), [4_000, 4_500, 5_000], {
    absences: [
      {
        organisation: null,
        period: '2024-Q1',
        state: 'notApplicable',
        reason: '统计制度自 2024 年二季度起执行（演示）',
      },
      {
        organisation: null,
        period: '2024-Q2',
        state: 'suppressed',
        reason: '只有两家机构填报，公开即泄露单家收入（演示）',
      },
    ],
  }),
  target('T1', 'quarter', curve(0, 22, 'early', 0.02), [8, 15, 20]),
  target('T1b', 'quarter', curve(30, 52, 'early', 0.02), [38, 45, 50]),
  target('T2', 'quarter', steps(['2024-10-08', 3], ['2025-06-24', 6], ['2026-04-22', 8]), [3, 6, 10]),
  target('T3', 'quarter', curve(0, 1_240, 'even', 0.03), [300, 650, 1_000], {
    units: {
      method: 'statistic',
      statistic: 'residents',
      shares: counted.map((organisation) => ({ organisation, value: null })),
      reason: '按常住人口分解（演示）',
    },
  }),
  target(
    'T4',
    'quarter',
    steps(['2024-04-26', 1], ['2025-01-01', 0], ['2025-04-25', 1], ['2026-01-01', 0], ['2026-04-24', 1]),
    null,
  ),
]

export const targets: Target[] = [...managementAndCreation, ...protectionAndUtilization, ...servicesAndTalent]
