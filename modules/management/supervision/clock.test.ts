import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { confirmClock } from './clock.command.ts'
import { milestone, openSupervisedCounty, type SupervisedCounty } from './supervision.fixture.ts'

describe('the clock of supervision (催办时钟)', () => {
  let county: SupervisedCounty

  beforeAll(async () => {
    county = await openSupervisedCounty()
  })
  beforeEach(async () => {
    await county.forget()
  })
  afterAll(() => county.close())

  const duties = (where = 'true') => county.rows(`select * from duty where ${where} order by kind, item_id, party_id`)
  const urgings = () => county.rows('select * from urging order by at, id')
  const runOn = async (day: string) => {
    county.setDay(day)
    return (await county.runClock()).at(-1)
  }

  it('opens what is owed on the first day after the period, due so many working days after it', async () => {
    await runOn('2026-10-30')
    expect((await duties("kind = 'report' and period = '2026-10'")).length).toBe(0)
    const steps = await runOn('2026-11-01')
    expect(steps).toMatchObject({ finished: true, held: null, left: 0 })
    const october = await duties("period = '2026-10'")
    // two targets of the county, three lead parts: the office, and both towns of the set
    expect(october.map((duty) => [duty.item_id, duty.scope, duty.party_id].join(' ')).sort()).toEqual(
      [
        `target-1 county ${county.units.bureau}`,
        `target-2 county ${county.units.office}`,
        `task-1 unit ${county.units.office}`,
        `task-2 unit ${county.units.town}`,
        `task-2 unit ${county.units.village}`,
      ].sort(),
    )
    expect(new Set(october.map((duty) => `${duty.opened_on} ${duty.due_on}`))).toEqual(
      new Set(['2026-11-01 2026-11-06']),
    )
    expect(october[0]).toMatchObject({ title: '2026年10月 有效量', provisional: false, next_act_on: '2026-11-05' })
  })

  it('opens milestones that are promised at once', async () => {
    await runOn('2026-09-15')
    expect(await duties("kind = 'milestone'")).toMatchObject([{ due_on: '2026-11-30', next_act_on: '2026-11-23' }])
  })

  it('reminds a working day before, and climbs the ladder after the day', async () => {
    await runOn('2026-11-01')
    const day = async (on: string) => {
      const step = await runOn(on)
      return [step?.reminded, step?.escalated]
    }
    expect(await day('2026-11-04')).toEqual([0, 0])
    expect(await day('2026-11-05')).toEqual([5, 0])
    expect(await day('2026-11-06')).toEqual([0, 0])
    expect(await day('2026-11-07')).toEqual([0, 5])
    expect(await day('2026-11-08')).toEqual([0, 0])
    expect(await day('2026-11-13')).toEqual([0, 5])
    expect(await day('2026-11-21')).toEqual([0, 5])
    const sent = await urgings()
    expect(new Set(sent.map((each) => each.step))).toEqual(
      new Set(['reminder:-1', 'reminderLetter', 'supervisionNotice', 'circular']),
    )
    expect(sent.filter((each) => each.step === 'reminderLetter').map((each) => each.number)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `提醒函〔2026〕${number}号`),
    )
  })

  it('does nothing when it runs again on the same day', async () => {
    await runOn('2026-11-01')
    await runOn('2026-11-07')
    const before = [await duties(), await urgings(), await county.rows('select count(*) from journal')]
    expect(await county.step()).toMatchObject({ opened: 0, reminded: 0, escalated: 0, finished: true })
    expect([await duties(), await urgings(), await county.rows('select count(*) from journal')]).toEqual(before)
  })

  it('sends only the furthest step when it stood still, and says why', async () => {
    await runOn('2026-11-01')
    const step = await runOn('2026-11-08')
    expect(step).toMatchObject({ escalated: 5, reminded: 0, skipped: 5 })
    const [letter] = await urgings()
    expect(letter).toMatchObject({ step: 'reminderLetter', on_date: '2026-11-08', due_on: '2026-11-06' })
    expect(letter.words).toContain('此前应发而未发的催办（到期前 1 个工作日）不再补发，并入本次')
  })

  it('dead for a day: the duties of the period open a day later and are due on the same day', async () => {
    await runOn('2026-10-31')
    await runOn('2026-11-02')
    expect(await duties("period = '2026-10'")).toHaveLength(5)
    expect((await duties("period = '2026-10'"))[0]).toMatchObject({ opened_on: '2026-11-02', due_on: '2026-11-06' })
  })

  it('a duty that is opened after its day has as many working days from its opening', async () => {
    await runOn('2026-10-31')
    await runOn('2026-11-10')
    expect((await duties("period = '2026-10'"))[0]).toMatchObject({ opened_on: '2026-11-10', due_on: '2026-11-16' })
  })

  it('waits for a person after a long jump, tells the office once, and then catches up', async () => {
    await runOn('2026-10-15')
    county.setDay('2026-11-25')
    expect(await county.step()).toMatchObject({ held: { from: '2026-10-15', to: '2026-11-25' }, opened: 0 })
    await county.step()
    expect(await county.rows("select * from outbox where topic = 'clock.held'")).toHaveLength(1)
    expect(await county.run(confirmClock, { on: '2026-11-25' })).toEqual({
      confirmed: { from: '2026-10-15', to: '2026-11-25' },
    })
    expect(await county.step()).toMatchObject({ held: null, opened: 5 })
    expect(await county.rows('select last_on, held_from, confirmed_on from clock_state')).toEqual([
      { last_on: '2026-11-25', held_from: null, confirmed_on: null },
    ])
  })

  it('a confirmation of yesterday’s page is refused, one without a jump changes nothing', async () => {
    await runOn('2026-10-15')
    county.setDay('2026-11-25')
    await county.step()
    await expect(county.run(confirmClock, { on: '2026-11-24' })).rejects.toMatchObject({
      code: 'supervision.dayIsOther',
    })
    await county.run(confirmClock, {})
    await county.runClock()
    expect(await county.run(confirmClock, {})).toEqual({ confirmed: null })
  })

  it('does nothing while the clock lies before its last day, and goes on when a person confirms it', async () => {
    await runOn('2026-11-20')
    county.setDay('2026-11-01')
    expect(await county.step()).toMatchObject({ held: { from: '2026-11-20', to: '2026-11-01' }, opened: 0 })
    await county.run(confirmClock, { on: '2026-11-01' })
    expect(await county.step()).toMatchObject({ held: null })
  })

  it('moves the duties and parts of a dissolved unit to its successor, and withdraws what that owes already', async () => {
    await runOn('2026-11-01')
    const dissolve = (unit: string, successor: string | null) =>
      county.rows('update party set dissolved_on = $1, successor_id = $2 where id = $3', [
        '2026-11-03',
        successor,
        unit,
      ])
    await dissolve(county.units.bureau, county.units.town)
    await dissolve(county.units.village, county.units.town)
    try {
      expect(await runOn('2026-11-03')).toMatchObject({ moved: 1, withdrawn: 1 })
      expect(await duties("item_id = 'target-1' and closed_on is null")).toMatchObject([
        { party_id: county.units.town },
      ])
      expect(await duties("outcome = 'withdrawn'")).toMatchObject([{ party_id: county.units.village }])
      expect(await county.rows("select status from task_part where status = 'withdrawn'")).toHaveLength(1)
      expect(await county.runClock()).toMatchObject([{ moved: 0, withdrawn: 0, opened: 0 }])
    } finally {
      await county.rows('update party set dissolved_on = null, successor_id = null')
    }
  })

  it('follows a milestone that the plan moves, and withdraws what the plan drops', async () => {
    await runOn('2026-11-20')
    await county.adopt(
      { milestones: [milestone('milestone-1', 'P1', '建成示范区', '2026-12-20', [county.units.office])], targets: [] },
      2,
      '2026-11-24',
    )
    await runOn('2026-11-24')
    expect(await duties("kind = 'milestone'")).toMatchObject([{ due_on: '2026-12-20', closed_on: null }])
    expect(await duties("item_kind = 'target' and closed_on is null")).toEqual([])
    await county.adopt({}, 3, '2026-11-24')
  })

  it('never urges for a milestone that is striven for (争创), whatever was begun for it', async () => {
    await runOn('2026-11-20')
    const striven = milestone('milestone-1', 'P1', '争创示范区', null, [county.units.office])
    await county.adopt({ milestones: [{ ...striven, level: 'strive' }] }, 4, '2026-11-24')
    await runOn('2026-11-24')
    expect(await duties("kind = 'milestone'")).toMatchObject([{ closed_on: null, next_act_on: null }])
    await runOn('2026-12-02')
    expect(
      await county.rows(
        "select * from urging u join duty d on d.id = u.duty_id and d.kind = 'milestone' where u.on_date > '2026-11-24'",
      ),
    ).toEqual([])
    await county.adopt({}, 5, '2026-11-24')
  })

  it('opens what is striven for (争创) until the programme ends, without urging, and lays it down after', async () => {
    const striven = {
      ...milestone('milestone-2', 'P11', '争创试点', null, [county.units.office]),
      level: 'strive',
    } as const
    await county.adopt({ milestones: [striven] }, 6, '2026-11-24')
    await runOn('2026-11-24')
    const ofStriven = "item_id = 'milestone-2'"
    expect(await duties(ofStriven)).toMatchObject([{ due_on: '2026-12-31', closed_on: null, next_act_on: null }])
    for (const day of ['2026-12-03', '2026-12-12', '2026-12-21', '2026-12-30']) await runOn(day)
    expect(await duties(ofStriven)).toMatchObject([{ closed_on: null, next_act_on: null }])
    await runOn('2027-01-04')
    expect(await duties(ofStriven)).toMatchObject([{ outcome: 'withdrawn' }])
    expect(
      await county.rows("select from urging u join duty d on d.id = u.duty_id and d.item_id = 'milestone-2'"),
    ).toEqual([])
    await county.adopt({}, 7, '2026-11-24')
  })

  it('writes a journal entry for each letter and one for the rest of the step, and the chain holds', async () => {
    await runOn('2026-11-01')
    await county.rows('update journal_head set sequence = sequence')
    const before = (await county.rows('select max(sequence) as at from journal'))[0].at
    await runOn('2026-11-07')
    const entries = await county.rows('select * from journal where sequence > $1 order by sequence', [before])
    expect(entries.map((entry) => `${entry.command} ${entry.subject_kind}`)).toEqual([
      ...Array(5).fill('clock.step duty'),
      'clock.step clock',
    ])
    expect(entries[0]).toMatchObject({ actor_label: '系统任务', via: 'job' })
    expect(entries[0].after).toMatchObject({ lastStep: 'reminderLetter', number: '提醒函〔2026〕1号' })
  })
})
