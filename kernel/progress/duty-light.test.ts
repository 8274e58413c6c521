import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestKernel, type TestKernel } from '../testing/test-kernel.ts'
import { dutyLightColumn, lightOfDuty } from './duty-light.ts'
import { type DutyRecord, dutyColumns } from './duty-record.ts'
import { calendarOf, progressSettings } from './settings.ts'

const none = { extendedTo: null, returnDueOn: null, answeredOn: null, closedOn: null, outcome: null, lastStep: null }

function duty(changes: Partial<DutyRecord> = {}): DutyRecord {
  return {
    ...{ id: 'd', kind: 'report', itemKind: 'target', itemId: 'i', partId: null, partyId: 'p', scope: 'unit' },
    ...{ period: '', periodStart: null, periodEnd: null, title: '演示', openedOn: '2026-10-01', dueOn: '2026-11-09' },
    ...{ provisional: false, nextActOn: null, revision: 1, demonstration: false },
    ...none,
    ...changes,
  }
}

describe('the light of a duty (绿黄红蓝)', () => {
  let kernel: TestKernel

  beforeAll(async () => {
    kernel = await openTestKernel({ calendar: notices })
  })
  afterAll(() => kernel.close())

  const lit = (changes: Partial<DutyRecord>, today: string, progress: number | null = null) =>
    lightOfDuty(
      duty(changes),
      { progress, startsOn: null },
      progressSettings(kernel.county),
      calendarOf(kernel.county),
      today,
    )

  it.each([
    { today: '2026-11-02', changes: {}, zh: '黄灯：应于 2026-11-09 报送，还剩 5 个工作日' },
    { today: '2026-10-30', changes: {}, zh: '绿灯：应于 2026-11-09 报送，还剩 6 个工作日' },
    { today: '2026-11-09', changes: {}, zh: '黄灯：今日（2026-11-09）到期' },
    { today: '2026-11-25', changes: {}, zh: '红灯：应于 2026-11-09 报送，已逾期 16 日' },
    { today: '2026-11-25', changes: { kind: 'part' as const }, zh: '红灯：应于 2026-11-09 办结，已逾期 16 日' },
    { today: '2026-11-25', changes: { answeredOn: '2026-11-09' }, zh: '绿灯：已于 2026-11-09 上报，待审核' },
    { today: '2026-11-25', changes: { answeredOn: '2026-11-10' }, zh: '绿灯：已于 2026-11-10 上报（晚 1 日），待审核' },
    {
      today: '2026-11-25',
      changes: { closedOn: '2026-11-10', outcome: 'met' as const },
      zh: '蓝灯：已于 2026-11-10 办结',
    },
    {
      today: '2026-11-25',
      changes: { closedOn: '2026-11-10', outcome: 'withdrawn' as const },
      zh: '灰灯：已于 2026-11-10 撤回，不再办理',
    },
    { today: '2026-11-25', changes: { extendedTo: '2026-12-31' }, zh: '绿灯：应于 2026-12-31 报送，还剩 26 个工作日' },
  ])('$today $changes: $zh', ({ today, changes, zh }) => {
    expect(lit(changes, today).why.zh).toBe(zh)
  })

  it('is amber when a part lags more than ten points behind the schedule, and never for want of a report', () => {
    const part = { kind: 'part' as const, openedOn: '2026-08-01', dueOn: '2026-12-31' }
    expect(lit(part, '2026-10-16', 40)).toMatchObject({ light: 'amber' })
    expect(lit(part, '2026-10-16', 41)).toMatchObject({ light: 'green' })
    expect(lit(part, '2026-10-16', null)).toMatchObject({ light: 'green' })
    expect(lit(part, '2026-10-16', 0).why.zh).toContain('落后时序进度 50.3% 超过 10 个百分点')
  })

  it('is the same in SQL, for any duty on any day', async () => {
    const day = fc.integer({ min: 0, max: 120 }).map((days) => addCalendarDays('2026-08-20', days))
    const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day })
    const any = fc.record({
      kind: fc.constantFrom('report', 'part', 'milestone'),
      openedOn: day,
      dueOn: day,
      extendedTo: fc.option(day, { freq: 2 }),
      returnDueOn: fc.option(day, { freq: 2 }),
      answeredOn: seldom,
      closedOn: seldom,
      progress: fc.option(fc.integer({ min: 0, max: 100 })),
      startsOn: fc.option(day),
    })
    const samples = fc.sample(any, { numRuns: 600, seed: 20_261_125 })
    const { rows: parties } = await kernel.test.tamper('select id from party limit 1')
    await kernel.test.tamper(
      `with given as (select * from jsonb_to_recordset($1::jsonb) as given (n int, kind text, "openedOn" date,
        "dueOn" date, "extendedTo" date, "returnDueOn" date, "answeredOn" date, "closedOn" date, progress numeric,
        "startsOn" date)),
      parts as (
        insert into task_part (jurisdiction, id, task_item_id, party_id, share, content, status, progress, starts_on, created_at)
        select 'yanshi', 'part-' || n, 'task-' || n, $2, 'lead', '演示', 'ongoing', progress, "startsOn", now() from given
        returning id)
      insert into duty (jurisdiction, id, kind, item_kind, item_id, part_id, party_id, scope, period, title, opened_on,
        due_on, provisional, extended_to, return_due_on, answered_on, closed_on, outcome, created_at)
      select 'yanshi', 'duty-' || n, kind, 'task', 'task-' || n, 'part-' || n, $2, 'unit', '', '演示', "openedOn", "dueOn",
        false, "extendedTo", "returnDueOn", "answeredOn", "closedOn",
        case when "closedOn" is not null then case when n % 2 = 0 then 'met' else 'withdrawn' end end, now()
      from given`,
      [JSON.stringify(samples.map((sample, n) => ({ ...sample, n }))), parties[0].id],
    )
    const { county } = kernel
    const seen = new Set<string>()
    for (const today of ['2026-09-28', '2026-10-09', '2026-10-16', '2026-11-25']) {
      const rows = await kernel.database.inJurisdiction('yanshi', 'read', async (tx) => {
        const found = await sql<DutyRecord & { light: string; progress: number | null; startsOn: string | null }>`
          select ${dutyColumns}, ${dutyLightColumn({ county, today })} as light, p.progress, p.starts_on as "startsOn"
          from duty d left join task_part p on p.jurisdiction = ${'yanshi'} and p.id = d.part_id
          where d.jurisdiction = ${'yanshi'}`.execute(tx)
        return found.rows
      })
      expect(rows).toHaveLength(600)
      for (const { light, progress, startsOn, ...record } of rows) {
        const part = record.kind === 'part' ? { progress, startsOn } : undefined
        const inWords = lightOfDuty(record, part, progressSettings(county), calendarOf(county), today)
        expect({ id: record.id, today, light }).toEqual({ id: record.id, today, light: inWords.light })
        seen.add(light)
      }
    }
    expect([...seen].sort()).toEqual(['amber', 'blue', 'green', 'grey', 'red'])
  })
})
