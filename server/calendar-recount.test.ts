import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from './testing/test-app.ts'

const year2027 = {
  year: 2027,
  source: '演示：2027年节假日安排（演示文号）',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-05' },
    { name: '春节', from: '2027-02-05', to: '2027-02-12' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: [{ date: '2026-12-26', holiday: '元旦' }],
}

describe('a holiday notice that comes late (放假通知晚到): every open day in working days', () => {
  let test: TestApp
  let answer: { recounted: number; kinds: Record<string, number> }
  const query = async <Row>(text: string) => (await test.platform.tamper(text)).rows as Row[]
  const one = async (text: string) => (await query<Record<string, unknown>>(text))[0]

  beforeAll(async () => {
    test = await openTestApp({ reports: true })
    test.platform.clock.set('2026-12-15T02:00:00Z')
    const { jurisdiction } = test.platform.county
    await test.platform.tamper(`
      with unit as (select id from party where jurisdiction = '${jurisdiction}' and kind = 'department' order by id limit 1)
      insert into matter (jurisdiction, id, number, matter_type, version, area, title, snapshot, phases, status, unit_id,
        entrance, applicant_label, applicant_account, values, origins, act_count, revision, submitted_at, submitted_on,
        last_act_at, tokens)
      select '${jurisdiction}', 'late-' || v.matter_type, 'YX-LATE-' || v.matter_type, v.matter_type, v.version, 'services',
        '演示', '{}', '{done}', 'open', unit.id, 'account', '演*', 'nobody', '{}', '{}', 1, 1,
        '2026-12-14T02:00:00Z', '2026-12-14', '2026-12-14T02:00:00Z', ''
      from matter_version v, unit where v.matter_type in ('grant-application', 'expert-admission');
      insert into matter_limit (jurisdiction, id, matter_id, limit_id, kind, label, rule, rule_from, whose, length_n,
        length_unit, started_on, raw_due, due_on, is_provisional, stops, extensions, status)
      select '${jurisdiction}', 'limit-' || whose, 'late-grant-application', 'x', 'promised', '演示期限', 'none',
        '2026-01-01', whose, 10, 'workingDay', '2026-12-14', '2026-12-28', '2026-12-28', false, '[]', '[]', 'running'
      from unnest(array['unit', 'applicant']) whose;
      insert into rating (jurisdiction, id, matter_id, unit_id, channel, level, dimensions, at, on_day, status, contact_by,
        rectify_by, appeal_by)
      select jurisdiction, 'late-rating', id, unit_id, 'web', 1, '{}', now(), '2026-12-14', 'open', '2026-12-15',
        '2027-01-05', '2026-12-21' from matter where id = 'late-grant-application';
      insert into quality_finding (jurisdiction, id, rule, subject_kind, subject_id, subject_label, severity, message,
        remedy, unit_id, found_on, due_on, status)
      select jurisdiction, 'finding-' || s, 'x', 'x', s, '演示记录', 'error', '{}', '{}', unit_id, '2026-12-14', '2026-12-28', s
      from matter, unnest(array['open', 'resolved']) s where id = 'late-grant-application';
      insert into matter_review (jurisdiction, id, matter_id, expert_record, expert_label, code, status, asked_at, due_on)
      select jurisdiction, 'review-' || s, id, s, '演示专家', 'P1', s, '2026-12-14T02:00:00Z', '2026-12-28'
      from matter, unnest(array['asked', 'submitted']) s where id = 'late-grant-application';
      insert into matter_publication (jurisdiction, id, matter_id, matter_type, title, body, published_on,
        objections_until, shown_until)
      select jurisdiction, id, id, matter_type, '演示公示', '{}', '2026-12-31', '2027-01-08', '2026-12-30'
      from matter where id in ('late-grant-application', 'late-expert-admission');
      insert into matter_material (jurisdiction, id, matter_id, material, label, origin, status, later_by, at, by_label)
      select jurisdiction, 'later-' || d, id, 'x', '演示材料', 'window', 'later', d::date, '2026-12-14T02:00:00Z', '演示'
      from matter, unnest(array['2026-12-28', '2027-01-04']) d where id = 'late-grant-application';
      update duty set period_end = '2026-12-31', due_on = '2027-01-08', provisional = true, answered_on = null,
        closed_on = null, outcome = null, return_due_on = '2027-01-11', extended_to = null, opened_on = '2026-12-01'
      where id = (select id from duty where kind = 'report' and closed_on is null order by id limit 1)`)
    const administrator = await test.as('administrator')
    const loaded = await administrator.post('/calendar-years', year2027)
    expect(loaded.status, loaded.text).toBe(200)
    answer = loaded.body
  }, 400_000)
  afterAll(() => test.close())

  it('counts limits, reports and what came back, reviews, ratings and findings anew', async () => {
    expect(await query(`select id, due_on from matter_limit where matter_id like 'late-%' order by id`)).toEqual([
      { id: 'limit-applicant', due_on: '2026-12-26' },
      { id: 'limit-unit', due_on: '2026-12-26' },
    ])
    // From 12-15 to 01-11 there were nineteen working days; two are off and one is worked besides.
    expect(await one(`select due_on, return_due_on, provisional from duty where period_end = '2026-12-31'`)).toEqual({
      due_on: '2027-01-12',
      return_due_on: '2027-01-12',
      provisional: false,
    })
    expect(await one(`select contact_by, rectify_by, appeal_by from rating where id = 'late-rating'`)).toEqual({
      contact_by: '2026-12-15',
      rectify_by: '2027-01-06',
      appeal_by: '2026-12-21',
    })
    expect(await one(`select due_on from quality_finding where id = 'finding-open'`)).toEqual({ due_on: '2026-12-26' })
    expect(await one(`select due_on from matter_review where id = 'review-asked'`)).toEqual({ due_on: '2026-12-26' })
  })

  it('puts off what everybody, or whoever applied, was told, and never brings it forward', async () => {
    expect(await query(`select later_by from matter_material where id like 'later-%' order by id`)).toEqual([
      { later_by: '2026-12-28' },
      { later_by: '2027-01-06' },
    ])
    expect(
      await query(`select objections_until, shown_until from matter_publication where id like 'late-%' order by id`),
    ).toEqual([
      { objections_until: '2027-01-12', shown_until: '2026-12-30' },
      { objections_until: '2027-01-12', shown_until: '2026-12-30' },
    ])
  })

  it('leaves what is settled alone', async () => {
    expect(await one(`select due_on from quality_finding where id = 'finding-resolved'`)).toEqual({
      due_on: '2026-12-28',
    })
    expect(await one(`select due_on from matter_review where id = 'review-submitted'`)).toEqual({
      due_on: '2026-12-28',
    })
  })

  it('stands in the journal by kind, and is told to those concerned, once', async () => {
    expect(answer.kinds).toMatchObject({ publication: 2, laterMaterial: 1, review: 1, badRating: 1, qualityFinding: 1 })
    expect(answer.kinds['matterLimit']).toBeGreaterThanOrEqual(2)
    expect(answer.kinds['duty']).toBeGreaterThanOrEqual(1)
    const entry = await one(`select after from journal where command = 'calendar.load' order by sequence desc limit 1`)
    expect(entry).toMatchObject({ after: { recounted: answer.recounted, kinds: answer.kinds } })
    const told = await query<{ title: string; body: string }>(
      `select payload ->> 'title' as title, payload ->> 'body' as body from outbox where topic = 'calendar.recounted' order by title`,
    )
    const titles = told.map(({ title }) => title)
    for (const label of [
      '办件期限',
      '应办事项的截止日',
      '公示期限',
      '容缺材料补交日期',
      '差评办理期限',
      '数据质量问题的处理期限',
    ]) {
      expect(
        titles.some((title) => title.includes(label)),
        label,
      ).toBe(true)
    }
    expect(told.find(({ title }) => title.includes('办件期限'))?.body).toContain('2026-12-28 → 2026-12-26')
    expect(told.find(({ title }) => title.includes('差评'))?.body).not.toMatch(/YX-|late-/)
    const applicants = await query(
      `select topic from outbox where topic in ('matter.limitMoved', 'matter.laterMaterialPutOff') order by topic`,
    )
    expect(applicants).toEqual([{ topic: 'matter.laterMaterialPutOff' }, { topic: 'matter.limitMoved' }])
  })
})
