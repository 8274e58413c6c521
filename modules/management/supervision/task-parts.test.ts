import { execute } from '@qiangxian/kernel/operations/execute'
import type { Extension, TaskPart, TaskProgress } from '@qiangxian/kernel/progress/progress.schemas'
import { requestAs } from '@qiangxian/kernel/testing/test-kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { weightsOf } from './decide-parts.ts'
import { askExtension, decideExtension } from './extension.command.ts'
import { actOnTaskPart } from './part-act.command.ts'
import { openSupervisedCounty, type SupervisedCounty, type Who } from './supervision.fixture.ts'
import { showTaskProgress } from './task.operations.ts'
import { setTaskParts } from './task-parts.command.ts'

describe('the parts of a task (分工)', () => {
  let county: SupervisedCounty

  beforeAll(async () => {
    county = await openSupervisedCounty()
  })
  beforeEach(async () => {
    await county.forget()
    county.setDay('2026-11-02')
    await county.runClock()
  })
  afterAll(() => county.close())

  const show = async (who?: Who, itemId = 'task-1') =>
    (await county.run(showTaskProgress, { itemId }, who)) as TaskProgress
  const lead = () => ({ unitId: county.units.office, share: 'lead', content: '健全管理体系' })
  const town = () => ({ unitId: county.units.town, share: 'support', content: '建工作站' })
  const set = async (parts: readonly object[], who?: Who, seen?: readonly object[]) => {
    const known = seen ?? (await show()).parts.map(({ id, revision }) => ({ id, revision }))
    return (await county.run(setTaskParts, { itemId: 'task-1', parts, seen: known }, who)) as TaskProgress
  }
  const refused = (code: string) => ({ code: `supervision.${code}` })
  const headOf = (unit: string): Who => ({ role: 'unitHead', unit })
  const entries = async () => (await county.rows('select count(*)::int as count from journal'))[0].count

  it('gives the leading units of the plan a part each by itself, members of a set included', async () => {
    expect((await show()).parts).toMatchObject([
      { unit: { id: county.units.office }, share: 'lead', status: 'waiting', content: '健全管理体系', weight: null },
    ])
    const parts = (await show(undefined, 'task-2')).parts.map((part) => part.unit.id)
    expect(parts.sort()).toEqual([county.units.town, county.units.village].sort())
  })

  it('shows the sum of weights under a hundred with what is missing', async () => {
    const task = await set([
      { ...lead(), weight: 33.3 },
      { ...town(), weight: 33.3 },
    ])
    expect(task.weights).toEqual({ sum: 66.6, difference: 33.4, missing: 0 })
    expect(weightsOf([{ weight: 0.1 }, { weight: 0.2 }, { weight: 99.7 }])).toMatchObject({ sum: 100, over: 0 })
  })

  it('refuses 120 %, and says by how much', async () => {
    const attempt = set([
      { ...lead(), weight: 70 },
      { ...town(), weight: 50 },
    ])
    await expect(attempt).rejects.toMatchObject(refused('weightsOverFull'))
    await expect(attempt).rejects.toThrow('合计 120%，超出 100% 共 20 个百分点')
    expect((await show()).parts).toHaveLength(1)
  })

  it.each([
    { what: 'a set of units', code: 'setCannotCarry', part: () => ({ ...town(), unitId: county.units.towns }) },
    { what: 'a unit twice', code: 'unitTwice', part: lead },
    { what: 'a unit that is not there', code: 'noSuchUnit', part: () => ({ ...town(), unitId: 'BIEXIAN' }) },
    { what: 'a second lead', code: 'notALead', part: () => ({ ...town(), share: 'lead' }) },
    { what: 'a day that is none', code: 'noSuchDay', part: () => ({ ...town(), dueOn: '2026-02-30' }) },
    {
      what: 'an end before the start',
      code: 'dueBeforeStart',
      part: () => ({ ...town(), startsOn: '2026-12-02', dueOn: '2026-12-01' }),
    },
  ])('refuses $what', async ({ code, part }) => {
    await expect(set([lead(), part()])).rejects.toMatchObject(refused(code))
  })

  it('refuses to leave the lead out', async () => {
    await expect(set([town()])).rejects.toMatchObject(refused('leadNeeded'))
  })

  it('refuses a dissolved unit and names its successor', async () => {
    await county.rows("update party set dissolved_on = '2026-10-01', successor_id = $1 where id = $2", [
      county.units.village,
      county.units.town,
    ])
    try {
      await expect(set([lead(), town()])).rejects.toThrow('请改选承接单位“张渚镇”')
    } finally {
      await county.rows('update party set dissolved_on = null, successor_id = null')
    }
  })

  it('tells the second of two people, who loses nothing', async () => {
    const seen = (await show()).parts.map(({ id, revision }) => ({ id, revision }))
    await set([{ ...lead(), weight: 60 }, town()], undefined, seen)
    await expect(set([{ ...lead(), weight: 80 }], undefined, seen)).rejects.toMatchObject(refused('changedMeanwhile'))
    expect((await show()).parts.map((part) => part.weight)).toEqual([60, null])
  })

  it('changes nothing when the same request comes twice', async () => {
    const seen = (await show()).parts.map(({ id, revision }) => ({ id, revision }))
    await set([{ ...lead(), weight: 60 }], undefined, seen)
    const before = await entries()
    await set([{ ...lead(), weight: 60 }], undefined, seen)
    expect(await entries()).toBe(before)
  })

  it('leaves a day that is set to the office: the head of the lead brings it forward and never puts it off', async () => {
    const head = headOf(county.units.office)
    const by = (leadDue: string | null, townDue: string | null) => [
      { ...lead(), dueOn: leadDue },
      { ...town(), dueOn: townDue },
    ]
    await set(by('2026-11-20', '2026-12-20'), head)
    await expect(set(by('2026-12-31', '2026-12-20'), head)).rejects.toMatchObject(refused('dayByOffice'))
    await expect(set(by(null, '2026-12-20'), head)).rejects.toMatchObject(refused('dayByOffice'))
    await expect(set(by('2026-11-20', '2027-01-31'), head)).rejects.toMatchObject(refused('dayByOffice'))
    await set([{ ...lead(), dueOn: '2026-11-20' }], head)
    // Taken away and given again, the part has the day that it had.
    await expect(set(by('2026-11-20', '2027-01-31'), head)).rejects.toThrow('2026-12-20')
    await set(by('2026-11-18', '2026-12-20'), head)
    await set(by('2026-12-31', null))
    expect((await show()).parts.map((part) => part.dueOn)).toEqual(['2026-12-31', null])
  })

  it('lets the head of the leading unit hand out, and nobody else', async () => {
    await set([lead(), town()], headOf(county.units.office))
    await expect(set([lead()], headOf(county.units.bureau))).rejects.toMatchObject(refused('notYours'))
    await expect(set([lead()], { role: 'unitReporter', unit: county.units.office })).rejects.toMatchObject(
      refused('notYours'),
    )
    await expect(set([lead()], { role: 'leader' })).rejects.toMatchObject(refused('notYours'))
    await expect(set([lead()], headOf(county.units.village))).rejects.toMatchObject({ code: 'operation.notFound' })
  })

  it('withdraws a part that is left out, keeps it with its duties, and gives it back to the same unit', async () => {
    const first = await set([lead(), { ...town(), dueOn: '2026-12-10' }])
    const part = first.parts.find((each) => each.unit.id === county.units.town)
    await set([lead()])
    expect(await county.rows("select closed_on, outcome from duty where kind = 'part'")).toEqual([
      { closed_on: '2026-11-02', outcome: 'withdrawn' },
    ])
    const again = await set([lead(), { ...town(), dueOn: '2026-12-20' }])
    expect(again.parts.find((each) => each.unit.id === county.units.town)).toMatchObject({
      id: part?.id,
      status: 'waiting',
    })
    expect(await county.rows("select due_on, closed_on from duty where kind = 'part'")).toEqual([
      { due_on: '2026-12-20', closed_on: null },
    ])
  })

  it('stores a script as the text that it is', async () => {
    const script = '<script>alert(1)</script>'
    const task = await set([{ ...lead(), content: script }])
    expect(task.parts[0]?.content).toBe(script)
  })

  it('shows all parts to the lead, and to a supporting unit its own', async () => {
    await set([lead(), town(), { unitId: county.units.bureau, share: 'support', content: '指导' }])
    expect((await show(headOf(county.units.office))).parts).toHaveLength(3)
    expect((await show(headOf(county.units.bureau))).parts.map((part) => part.content)).toEqual(['指导'])
    // The plan does not name the town; the part that it was given shows it the task.
    expect((await show(headOf(county.units.town))).parts.map((part) => part.content)).toEqual(['建工作站'])
    await expect(show(headOf(county.units.village))).rejects.toMatchObject({ code: 'operation.notFound' })
    expect((await show({ role: 'leader' })).may.assign).toMatchObject({ may: false })
  })

  describe('from receiving to closing', () => {
    const part = async (): Promise<TaskPart> => {
      const [first] = (await show()).parts
      if (first === undefined) throw new Error('the lead has no part')
      return first
    }
    const act = async (name: string, who?: Who, reason?: string) => {
      const { id, revision } = await part()
      const input = { partId: id, act: name, revision, ...(reason === undefined ? {} : { reason }) }
      return (await county.run(actOnTaskPart, input, who)) as TaskPart
    }
    const dutyRow = async () => (await county.rows("select * from duty where kind = 'part'"))[0]

    it('goes by two hands: the head reports it complete, the office accepts; its duty goes along', async () => {
      await set([{ ...lead(), dueOn: '2026-11-20' }])
      const head = headOf(county.units.office)
      expect(await act('receive', { role: 'unitReporter', unit: county.units.office })).toMatchObject({
        status: 'ongoing',
      })
      await expect(act('accept')).rejects.toMatchObject(refused('actNotNow'))
      expect(await act('complete', head)).toMatchObject({ status: 'reported', light: 'green' })
      expect(await dutyRow()).toMatchObject({ answered_on: '2026-11-02', next_act_on: null })
      await expect(act('return')).rejects.toMatchObject(refused('reasonNeeded'))
      expect(await act('return', undefined, '缺少印证材料')).toMatchObject({ status: 'ongoing' })
      expect(await dutyRow()).toMatchObject({ answered_on: null, return_due_on: null, next_act_on: '2026-11-13' })
      await act('complete', head)
      expect(await act('accept')).toMatchObject({ status: 'done', light: 'blue', progress: 100 })
      expect(await dutyRow()).toMatchObject({ outcome: 'met', closed_on: '2026-11-02' })
      expect(await act('close')).toMatchObject({ status: 'closed' })
      expect((await show()).light).toBe('blue')
      expect(await act('reopen', undefined, '验收发现问题')).toMatchObject({ status: 'ongoing', progress: null })
      expect(await dutyRow()).toMatchObject({ outcome: null, closed_on: null })
    })

    it('is not accepted by who reported it complete, also when they hold both roles', async () => {
      const both = requestAs('office', {
        accountId: 'shuangjiao',
        roles: [
          { role: 'office', partyId: undefined },
          { role: 'unitHead', partyId: county.units.office },
        ],
      })
      const { id, revision } = await part()
      const by = (name: string, seen: number, request = both) =>
        execute(county.kernel, actOnTaskPart, request, { partId: id, act: name, revision: seen })
      await by('complete', revision)
      await expect(by('accept', revision + 1)).rejects.toMatchObject(refused('ownCompletion'))
      expect(await by('accept', revision + 1, requestAs('office', { accountId: 'lingyiren' }))).toMatchObject({
        status: 'done',
      })
    })

    it('a reporter does not report it complete, the unit does not accept its own', async () => {
      const reporter: Who = { role: 'unitReporter', unit: county.units.office }
      await expect(act('complete', reporter)).rejects.toMatchObject(refused('notYours'))
      await expect(act('accept', headOf(county.units.office))).rejects.toMatchObject(refused('notYours'))
      await expect(act('receive', headOf(county.units.village))).rejects.toMatchObject({ code: 'operation.notFound' })
    })

    it('an act that came twice changes nothing, an act on an older state is told', async () => {
      const reporter: Who = { role: 'unitReporter', unit: county.units.office }
      const { id, revision } = await part()
      await county.run(actOnTaskPart, { partId: id, act: 'receive', revision }, reporter)
      const before = await entries()
      await county.run(actOnTaskPart, { partId: id, act: 'receive', revision }, reporter)
      expect(await entries()).toBe(before)
      const stale = { partId: id, act: 'complete', revision }
      await expect(county.run(actOnTaskPart, stale, headOf(county.units.office))).rejects.toMatchObject(
        refused('changedMeanwhile'),
      )
    })

    it('goes by the day to which the part was put off', async () => {
      await set([{ ...lead(), dueOn: '2026-11-20' }])
      const [duty] = await county.rows("select id from duty where kind = 'part' and closed_on is null")
      const asked = { dutyId: duty.id, to: '2026-12-15', reason: '场地未交付（演示）' }
      const { id } = (await county.run(askExtension, asked, headOf(county.units.office))) as Extension
      await county.run(decideExtension, { extensionId: id, granted: true, revision: 1 })
      await county.rows("update duty set closed_on = '2026-11-03', outcome = 'met' where kind = 'report'")
      county.setDay('2026-12-14')
      const [part] = (await show()).parts
      expect(part).toMatchObject({ light: 'amber' })
      expect(part?.why.zh).toContain('应于 2026-12-15 办结，还剩 1 个工作日')
      county.setDay('2026-12-16')
      expect((await show()).parts[0]?.why.zh).toContain('应于 2026-12-15 办结，已逾期 1 日')
    })

    it('is red with the reason when a report of the lead is overdue, whatever the others do', async () => {
      await set([lead(), town()])
      county.setDay('2026-11-09')
      await county.runClock()
      const task = await show()
      expect(task.light).toBe('red')
      expect(task.why.zh).toBe('红灯：“2026年10月 任务 1 进展：健全管理体系”应于 2026-11-06 报送，已逾期 3 日')
      expect(task.parts.find((each) => each.share === 'support')?.light).not.toBe('red')
    })
  })
})
