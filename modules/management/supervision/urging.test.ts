import { execute } from '@qiangxian/kernel/operations/execute'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { answerDuty, lockDuty } from '@qiangxian/kernel/progress/duties'
import type { DutyDetail, DutyRow, Extension, Supervision, Urging } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listDutyRows, showDuty } from './duty.operations.ts'
import { askExtension, decideExtension } from './extension.command.ts'
import { openSupervisedCounty, requestOf, type SupervisedCounty, type Who } from './supervision.fixture.ts'
import { showSupervision } from './supervision.operations.ts'
import { replyToUrging, urgeDuty } from './urging.command.ts'

/** What a report does to its duty when it is submitted. */
const answer = defineCommand({
  id: 'test.answer',
  label: { zh: '上报', en: 'Answer' },
  about: { zh: '测试用。', en: 'For tests.' },
  permission: 'clock.run',
  route: { method: 'POST', path: '/test/answer' },
  input: Type.Object({ dutyId: Type.String() }),
  output: Type.Object({}),
  run: async (context, { dutyId }) => {
    await answerDuty(context, await lockDuty(context, dutyId))
    await context.record({ subject: { kind: 'duty', id: dutyId }, before: null, after: {} })
    return {}
  },
})

describe('urgings, replies and extensions', () => {
  let county: SupervisedCounty
  let dutyId: string
  let head: Who
  let reporter: Who

  beforeAll(async () => {
    county = await openSupervisedCounty()
    head = { role: 'unitHead', unit: county.units.bureau }
    reporter = { role: 'unitReporter', unit: county.units.bureau }
  })
  beforeEach(async () => {
    await county.forget()
    await runOn('2026-11-01')
    dutyId = (await county.rows("select id from duty where item_id = 'target-1'"))[0].id
  })
  afterAll(() => county.close())

  const runOn = async (day: string) => {
    county.setDay(day)
    return county.runClock()
  }
  const show = async (who?: Who, id = dutyId) => (await county.run(showDuty, { dutyId: id }, who)) as DutyDetail
  const urge = async (words = '请本周内报送', who?: Who) =>
    (await county.run(urgeDuty, { dutyId, words }, who)) as Urging
  const ask = async (to: string, who = head) =>
    (await county.run(askExtension, { dutyId, to, reason: '数据尚未公布' }, who)) as Extension
  const refused = (code: string) => ({ code: `supervision.${code}` })
  const told = async (topic: string) =>
    (await county.rows('select payload from outbox where topic = $1 order by created_at', [topic])).map(
      (row) => row.payload,
    )

  describe('an urging', () => {
    it('goes to the unit in the words of the office, as text', async () => {
      const words = '<img src=x onerror=alert(1)>请报送'
      expect(await urge(words)).toMatchObject({ step: 'manual', words, automatic: false, number: null, replies: [] })
      expect(await told('duty.urged')).toMatchObject([{ to: { partyIds: [county.units.bureau] }, body: words }])
      expect((await show()).lastUrging).toMatchObject({ step: 'manual', on: '2026-11-01' })
    })

    it('may be written more than once, and does not stop the clock', async () => {
      await urge('一')
      await urge('二')
      await runOn('2026-11-05')
      expect((await show()).urgings.map((each) => each.step)).toEqual(['reminder:-1', 'manual', 'manual'])
    })

    it('is one when the same request comes twice on a day', async () => {
      const first = await urge('请报送')
      expect(await urge('请报送 ')).toMatchObject({ id: first.id })
      expect(await told('duty.urged')).toHaveLength(1)
      county.setDay('2026-11-02')
      expect((await urge('请报送')).id).not.toBe(first.id)
    })

    it('is refused for what is answered, and for whom it is not', async () => {
      await expect(urge('请报送', head)).rejects.toMatchObject({ code: 'operation.notAllowed' })
      await county.run(answer, { dutyId })
      await expect(urge()).rejects.toMatchObject(refused('dutyAnswered'))
    })

    it('is replied to by the unit, and by nobody else; the office hears of it', async () => {
      const { id } = await urge()
      const reply = (who: Who) => county.run(replyToUrging, { urgingId: id, words: '本周五报送' }, who)
      expect(await reply(reporter)).toMatchObject({ replies: [{ words: '本周五报送', by: 'unitReporter（演示）' }] })
      expect(await reply(reporter)).toMatchObject({ replies: [{ words: '本周五报送' }] })
      expect(await told('urging.replied')).toHaveLength(1)
      const others: Who[] = [
        { role: 'unitHead', unit: county.units.office },
        { role: 'unitReporter', unit: county.units.town },
      ]
      for (const who of others) await expect(reply(who)).rejects.toMatchObject({ code: 'operation.notFound' })
    })
  })

  describe('an extension', () => {
    it('is asked for before the day, granted, and the ladder begins anew', async () => {
      const request = await ask('2026-11-16')
      expect(await told('extension.asked')).toMatchObject([{ to: { roles: ['office'] } }])
      await runOn('2026-11-05')
      const decided = await county.run(decideExtension, { extensionId: request.id, granted: true, revision: 1 })
      expect(decided).toMatchObject({ decision: 'granted', grantedTo: '2026-11-16', decisionReason: null })
      const duty = await show(head)
      expect(duty).toMatchObject({ dueOn: '2026-11-16', firstDueOn: '2026-11-06', extendedTo: '2026-11-16' })
      expect(duty.counting.rule.zh).toBe('经批准延期至 2026-11-16（原定 2026-11-06）')
      await runOn('2026-11-07')
      await runOn('2026-11-13')
      expect((await show()).urgings.map((each) => each.step)).toEqual(['reminder:-1', 'reminder:-1'])
      expect(await told('extension.decided')).toMatchObject([{ to: { partyIds: [county.units.bureau] } }])
    })

    it('is in time on the last day, and too late on the next', async () => {
      county.setDay('2026-11-06')
      await ask('2026-11-16')
      await county.rows('delete from extension_request')
      county.setDay('2026-11-07')
      await expect(ask('2026-11-16')).rejects.toMatchObject(refused('extensionTooLate'))
    })

    it('is not to be had where the county grants none', async () => {
      const none = {
        ...{ key: 'supervision.extensions-allowed', label: '延期次数', unit: '次', value: 0, choice: null },
        ...{ isDefault: false, about: [], source: '演示', note: null },
      }
      const facts = { ...county.kernel.county, parameters: [none] }
      const input = { dutyId, to: '2026-11-16', reason: '数据尚未公布' }
      const asked = execute({ ...county.kernel, county: facts }, askExtension, requestOf(head), input)
      await expect(asked).rejects.toMatchObject(refused('extensionNone'))
      const shown = await execute({ ...county.kernel, county: facts }, showDuty, requestOf(head), { dutyId })
      expect((shown as DutyDetail).may.askExtension).toMatchObject({ may: false, why: { zh: '本县规定不办理延期' } })
    })

    it('is asked for once: a second time is told, the same request twice is one', async () => {
      const first = await ask('2026-11-16')
      expect(await ask('2026-11-16')).toEqual(first)
      await expect(ask('2026-11-20')).rejects.toMatchObject(refused('extensionUsed'))
      await county.run(decideExtension, { extensionId: first.id, granted: false, reason: '数据已公布', revision: 1 })
      await expect(ask('2026-11-20')).rejects.toMatchObject(refused('extensionUsed'))
      expect((await show(head)).may.askExtension).toEqual({
        may: false,
        why: { zh: '已于 2026-11-01 申请过延期', en: 'An extension was asked for on 2026-11-01' },
      })
    })

    it.each([
      { to: '2026-11-06', code: 'extensionNotLater' },
      { to: '2026-11-05', code: 'extensionNotLater' },
      { to: '2026-11-31', code: 'noSuchDay' },
    ])('to $to is refused', async ({ to, code }) => {
      await expect(ask(to)).rejects.toMatchObject(refused(code))
    })

    it('is asked for by the head of the unit, not by its reporter, nor by another unit', async () => {
      await expect(ask('2026-11-16', reporter)).rejects.toMatchObject({ code: 'operation.notAllowed' })
      const other: Who = { role: 'unitHead', unit: county.units.town }
      await expect(ask('2026-11-16', other)).rejects.toMatchObject({ code: 'operation.notFound' })
    })

    it('is decided once: with a reason where it is refused, to a later day where it is granted', async () => {
      const { id } = await ask('2026-11-16')
      const decide = (input: object) => county.run(decideExtension, { extensionId: id, revision: 1, ...input })
      await expect(decide({ granted: false })).rejects.toMatchObject(refused('reasonNeeded'))
      await expect(decide({ granted: true, to: '2026-11-06' })).rejects.toMatchObject(refused('extensionNotLater'))
      await expect(decide({ granted: true, revision: 7 })).rejects.toMatchObject(refused('changedMeanwhile'))
      const granted = await decide({ granted: true, to: '2026-11-10' })
      expect(granted).toMatchObject({ askedTo: '2026-11-16', grantedTo: '2026-11-10' })
      expect(await decide({ granted: true, to: '2026-11-10' })).toEqual(granted)
      await expect(decide({ granted: false, reason: '不必' })).rejects.toMatchObject(refused('extensionDecided'))
    })

    it('may be granted after the day when it was asked for before', async () => {
      const { id } = await ask('2026-11-16')
      await runOn('2026-11-07')
      await county.run(decideExtension, { extensionId: id, granted: true, revision: 1 })
      expect(await show()).toMatchObject({ dueOn: '2026-11-16', light: 'green', daysOverdue: 0 })
    })
  })

  describe('the page of a duty', () => {
    it('counts the due day by day, with the reason of each', async () => {
      const { counting } = await show()
      expect(counting).toMatchObject({ from: '2026-10-31' })
      expect(counting.rule.zh).toBe('期末（2026-10-31）后 5 个工作日内报送，周末和放假不计')
      expect(counting.days.map(({ day, working }) => [day, working])).toEqual([
        ['2026-11-01', false],
        ['2026-11-02', true],
        ['2026-11-03', true],
        ['2026-11-04', true],
        ['2026-11-05', true],
        ['2026-11-06', true],
      ])
      expect(counting.days[0]?.why).toEqual({ zh: '周末，不计', en: 'weekend, not counted' })
    })

    it('says what was sent, skipped, is to come and is not needed', async () => {
      const states = async () => (await show()).ladder.map(({ step, on, state }) => `${step} ${on} ${state}`)
      expect(await states()).toEqual([
        'reminder:-5 2026-10-30 notNeeded',
        'reminder:-1 2026-11-05 coming',
        'reminderLetter 2026-11-07 coming',
        'supervisionNotice 2026-11-13 coming',
        'circular 2026-11-21 coming',
        'talk 2026-12-06 coming',
      ])
      await runOn('2026-11-07')
      expect((await states()).slice(0, 3)).toEqual([
        'reminder:-5 2026-10-30 notNeeded',
        'reminder:-1 2026-11-05 skipped',
        'reminderLetter 2026-11-07 sent',
      ])
      await county.run(answer, { dutyId })
      expect((await states()).slice(3)).toEqual([
        'supervisionNotice 2026-11-13 notNeeded',
        'circular 2026-11-21 notNeeded',
        'talk 2026-12-06 notNeeded',
      ])
    })

    it('explains its light', async () => {
      const why = async (day: string) => {
        county.setDay(day)
        return (await show()).why.zh
      }
      expect(await why('2026-11-01')).toBe('黄灯：应于 2026-11-06 报送，还剩 5 个工作日')
      expect(await why('2026-11-06')).toBe('黄灯：今日（2026-11-06）到期')
      expect(await why('2026-11-22')).toBe('红灯：应于 2026-11-06 报送，已逾期 16 日')
      await county.run(answer, { dutyId })
      expect(await why('2026-11-22')).toBe('绿灯：已于 2026-11-22 上报（晚 16 日），待审核')
    })

    it('is there for the unit, the office and leaders, and for no other unit', async () => {
      await show(reporter)
      await show({ role: 'leader' })
      await show({ role: 'auditor' })
      const other: Who = { role: 'unitHead', unit: county.units.town }
      await expect(show(other)).rejects.toMatchObject({ code: 'operation.notFound' })
      await expect(show({ role: 'public' })).rejects.toMatchObject({ code: 'operation.notAllowed' })
      await expect(show(undefined, 'BIEXIAN')).rejects.toMatchObject({ code: 'operation.notFound' })
    })
  })

  describe('the lists', () => {
    const list = async (input: object, who?: Who) =>
      (await county.run(listDutyRows, input, who)) as { duties: DutyRow[]; next: string | null }

    it('goes on page by page without losing or repeating one', async () => {
      const all = (await list({})).duties.map((duty) => duty.id)
      const paged: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(cursor === '' ? {} : { cursor }) })
        paged.push(...page.duties.map((duty) => duty.id))
        cursor = page.next
      }
      expect(paged).toEqual(all)
      expect(all).toHaveLength(6)
    })

    it('shows a unit its own, and what it leads', async () => {
      expect((await list({}, reporter)).duties.map((duty) => duty.unit.id)).toEqual([county.units.bureau])
      const town = await list({}, { role: 'unitHead', unit: county.units.town })
      expect(new Set(town.duties.map((duty) => duty.unit.id))).toEqual(
        new Set([county.units.town, county.units.village]),
      )
    })

    it('filters by light and state', async () => {
      await county.run(answer, { dutyId })
      await runOn('2026-11-07')
      expect((await list({ light: 'red' })).duties).toHaveLength(4)
      expect((await list({ state: 'submitted' })).duties.map((duty) => duty.id)).toEqual([dutyId])
      expect((await list({ kind: 'milestone', open: true })).duties).toHaveLength(1)
    })

    it('sums supervision by unit, the worst first, with the step that runs', async () => {
      await county.run(answer, { dutyId })
      await runOn('2026-11-08')
      const page = (await county.run(showSupervision, {})) as Supervision
      expect(page.lights).toEqual({ green: 2, amber: 0, red: 4 })
      expect(page.units[0]).toMatchObject({
        unit: { id: county.units.office },
        open: 3,
        overdue: 2,
        longestDays: 2,
        step: 'reminderLetter',
      })
      expect(page.clock).toMatchObject({ lastOn: '2026-11-08', held: null, next: [{ on: '2026-11-13', count: 4 }, {}] })
      expect(page.ladder.map((step) => step.after.zh).slice(0, 3)).toEqual([
        '到期前 5 个工作日',
        '到期前 1 个工作日',
        '逾期第 1 日（自到期次日起算）',
      ])
      expect(page.designationDocNo).toBeNull()
      const own = (await county.run(showSupervision, {}, reporter)) as Supervision
      expect(own.units.map((row) => row.unit.id)).toEqual([county.units.bureau])
    })
  })
})
