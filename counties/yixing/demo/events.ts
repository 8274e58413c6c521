import type { DemoStory } from '../../county.types.ts'

type Event = DemoStory['events'][number]

function event(
  item: string,
  organisation: string,
  period: string,
  what: Event['what'],
  more: Partial<Pick<Event, 'scope' | 'days' | 'reason'>> = {},
): Event {
  const scope = item.startsWith('task:') ? 'unit' : 'county'
  return { item, organisation, scope, period, what, days: null, reason: null, ...more }
}

/** What the desk of the office shows at the end of November 2026, and a few things that people still talk about. */
export const events: Event[] = [
  // nothing came: the ladder runs, from 督办单 to 约谈
  event('C8', 'agriculture-bureau', '2026-Q3', 'missing'),
  event('task:20', 'market-supervision-bureau', '2026-Q3', 'missing'),
  event('task:14', 'science-bureau', '2026-10', 'missing'),
  event('S3', 'xushe', '2026-10', 'missing', { scope: 'unit' }),
  event('C1', 'xizhu', '2026-09', 'missing', { scope: 'unit' }),
  event('task:4', 'economic-development-zone', '2026-10', 'missing'),
  event('task:9', 'dingshu', '2026-10', 'drafted', { reason: '消防验收意见未到，先存草稿' }),
  event('U6', 'yangxiang', '2026-Q3', 'drafted', { scope: 'unit', reason: '两家企业证书待核' }),
  // it came, and waits at the office
  event('U5', 'development-reform-commission', '2026-10', 'submitted'),
  event('C3', 'science-bureau', '2026-10', 'checked'),
  event('task:8', 'market-supervision-bureau', '2026-10', 'submitted'),
  event('C1', 'dingshu', '2026-10', 'submitted', { scope: 'unit' }),
  event('C1', 'guanlin', '2026-10', 'checked', { scope: 'unit' }),
  event('U5', 'yicheng', '2026-10', 'submitted', { scope: 'unit' }),
  event('U5', 'heqiao', '2026-10', 'checked', { scope: 'unit' }),
  // it came back
  event('C4', 'market-supervision-bureau', '2026-Q3', 'returned', { reason: '有 3 件授权文本缺译文，请补附件后再报' }),
  event('task:1', 'ip-office', '2026-10', 'returned', { reason: '进展只写了会议，请写清工作站的人员和场地' }),
  event('C1', 'gaocheng', '2026-10', 'returned', { scope: 'unit', reason: '与省局清单差 12 件，请核对专利权人地址' }),
  // an approved figure was wrong, and was corrected in the open
  event('T3', 'organisation-department', '2026-Q1', 'corrected', { reason: '两场培训的签到表重复计算，核减 36 人次' }),
  event('C1', 'science-bureau', '2026-07', 'corrected', { reason: '省局月报更正，核减 41 件' }),
  event('U5', 'economic-development-zone', '2025-12', 'corrected', {
    scope: 'unit',
    reason: '同一笔贷款以专利、商标两次登记，核减一次',
  }),
  // late, and urged step by step
  event('U8', 'development-reform-commission', '2026-Q3', 'late', { days: 27 }),
  event('S3', 'ip-office', '2026-10', 'late', { days: 8 }),
  event('task:12', 'commerce-bureau', '2026-Q2', 'late', { days: 24 }),
  event('C5', 'agriculture-bureau', '2026-Q2', 'late', { days: 9 }),
  event('task:7', 'agriculture-bureau', '2025-Q4', 'late', { days: 13 }),
  event('C1', 'science-bureau', '2026-08', 'late', { days: 6 }),
  event('U5', 'development-reform-commission', '2026-06', 'late', { days: 2 }),
  event('S3', 'ip-office', '2026-05', 'late', { days: 3 }),
  event('C1', 'dingshu', '2026-08', 'late', { scope: 'unit', days: 4 }),
]

export const extensions: DemoStory['extensions'] = [
  {
    item: 'C8',
    organisation: 'agriculture-bureau',
    scope: 'county',
    period: '2026-Q3',
    askedOn: '2026-10-12',
    askedTo: '2026-11-06',
    reason: '布图设计登记清单需与企业逐件核对（演示）',
    decision: 'granted',
    grantedTo: '2026-10-30',
    decidedOn: '2026-10-13',
    decisionReason: '同意延期，至迟 10 月 30 日（演示）',
  },
  {
    item: 'task:20',
    organisation: 'market-supervision-bureau',
    scope: 'unit',
    period: '2026-Q3',
    askedOn: '2026-10-13',
    askedTo: '2026-12-31',
    reason: '服务业集聚区选址未定（演示）',
    decision: 'refused',
    grantedTo: null,
    decidedOn: '2026-10-14',
    decisionReason: '选址未定也应如实报送进展，不予延期（演示）',
  },
  {
    item: 'G4',
    organisation: 'ip-office',
    scope: 'county',
    period: '',
    askedOn: '2026-11-23',
    askedTo: '2027-01-15',
    reason: '省局材料格式尚未下发（演示）',
    decision: null,
    grantedTo: null,
    decidedOn: null,
    decisionReason: null,
  },
  {
    item: 'part:1',
    organisation: 'xushe',
    scope: 'unit',
    period: '',
    askedOn: '2026-10-26',
    askedTo: '2026-11-27',
    reason: '工作站场地装修延后（演示）',
    decision: 'granted',
    grantedTo: '2026-11-27',
    decidedOn: '2026-10-28',
    decisionReason: '同意，仅此一次（演示）',
  },
]

export const habits: DemoStory['habits'] = [
  { organisation: null, late: 4, returned: 5 },
  { organisation: 'agriculture-bureau', late: 12, returned: 8 },
  { organisation: 'science-bureau', late: 8, returned: 6 },
  { organisation: 'commerce-bureau', late: 10, returned: 5 },
  { organisation: 'xizhu', late: 14, returned: 9 },
  { organisation: 'xushe', late: 11, returned: 8 },
  { organisation: 'dingshu', late: 2, returned: 3 },
  { organisation: 'economic-development-zone', late: 3, returned: 4 },
]
