import { addCalendarDays, daysBetween } from '@qiangxian/engines/work-calendar/civil-date'
import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { answerDuty, extendDuty, lockDuty, returnDuty, withdrawAnswer } from '@qiangxian/kernel/progress/duties'
import fc from 'fast-check'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmClock } from './clock.command.ts'
import { openSupervisedCounty, type SupervisedCounty } from './supervision.fixture.ts'

/** What happens to a duty from outside of the clock: the acts of reports and of extensions, as commands of the test. */
const disturb = defineCommand({
  id: 'test.disturb',
  label: { zh: '办理', en: 'Act' },
  about: { zh: '测试用。', en: 'For tests.' },
  permission: 'clock.run',
  route: { method: 'POST', path: '/test/disturb' },
  input: Type.Object({
    dutyId: Type.String(),
    act: Type.Enum(['answer', 'withdraw', 'return', 'extend']),
    to: Type.Optional(Type.String()),
  }),
  output: Type.Object({}),
  run: async (context, { dutyId, act, to }) => {
    const duty = await lockDuty(context, dutyId)
    if (act === 'answer') await answerDuty(context, duty)
    if (act === 'withdraw') await withdrawAnswer(context, duty)
    if (act === 'return') await returnDuty(context, duty)
    if (act === 'extend') await extendDuty(context, duty, to ?? '')
    await context.record({ subject: { kind: 'duty', id: dutyId }, before: null, after: { act } })
    return {}
  },
})

const calendar = workCalendar(notices)
const order = ['reminder:-5', 'reminder:-1', 'reminderLetter', 'supervisionNotice', 'circular', 'talk']

/** The clock in a few lines: one duty, its due day, and what was sent for it. */
interface Model {
  today: string
  due: string
  answered: boolean
  answeredOn: string
  /** steps after this day are armed */
  armedFrom: string
  /** place of the furthest step that was sent for the due day */
  sent: number
  urgings: { step: string; due: string; on: string }[]
  lastOn: string
  confirmed: string | undefined
}

interface Real {
  readonly county: SupervisedCounty
  readonly dutyId: string
}

function daysOf(due: string): string[] {
  const after = [1, 7, 15, 30].map((days) => addCalendarDays(due, days))
  return [addWorkingDays(due, -5, calendar).due, addWorkingDays(due, -1, calendar).due, ...after]
}

function modelHolds({ today, lastOn, confirmed }: Model): boolean {
  if (today < lastOn) return true
  const from = confirmed !== undefined && confirmed > lastOn && confirmed <= today ? confirmed : lastOn
  return daysBetween(from, today) > 10
}

function modelRuns(model: Model): void {
  if (modelHolds(model)) return
  model.lastOn = model.today
  model.confirmed = undefined
  if (model.answered) return
  const armed = daysOf(model.due).map((on, place) => ({ on, place }))
  const due = armed.filter(({ on, place }) => on > model.armedFrom && on <= model.today && place > model.sent)
  if (due.length > 0) {
    model.sent = Math.max(...due.map(({ place }) => place))
    model.urgings.push({ step: order[model.sent] ?? '', due: model.due, on: model.today })
    model.armedFrom = model.today
  }
}

function modelRedates(model: Model, due: string): void {
  if (due > model.due) {
    model.due = due
    model.sent = -1
  }
  model.armedFrom = model.today
}

type Step = fc.AsyncCommand<Model, Real>

async function sameUrgings(model: Model, { county, dutyId }: Real): Promise<void> {
  const rows = await county.rows(
    'select step, due_on as due, on_date as "on" from urging where duty_id = $1 order by at, id',
    [dutyId],
  )
  expect(rows).toEqual(model.urgings)
}

const move = (days: number): Step => ({
  check: () => true,
  run: async (model, { county }) => {
    model.today = addCalendarDays(model.today, days)
    county.setDay(model.today)
  },
  toString: () => `${days} days on`,
})

/** The runner works, once or twice; days that were moved on without it are days on which it was dead. */
const run = (times: number): Step => ({
  check: () => true,
  run: async (model, real) => {
    for (let time = 0; time < times; time += 1) {
      const held = modelHolds(model)
      modelRuns(model)
      const steps = await real.county.runClock()
      expect(steps.at(-1)?.held !== null).toBe(held)
      await sameUrgings(model, real)
    }
  },
  toString: () => `the clock runs ${times} times`,
})

const confirm: Step = {
  check: () => true,
  run: async (model, { county }) => {
    if (modelHolds(model)) {
      if (model.today < model.lastOn) {
        model.lastOn = model.today
        model.confirmed = undefined
      } else model.confirmed = model.today
    }
    await county.run(confirmClock, {})
  },
  toString: () => 'a person confirms the day',
}

const act = (name: 'answer' | 'withdraw' | 'return' | 'extend', days = 0): Step => ({
  check: (model) => (name === 'withdraw' || name === 'return' ? model.answered : !model.answered),
  run: async (model, { county, dutyId }) => {
    const to = addCalendarDays(model.due, days)
    await county.run(disturb, { dutyId, act: name, to })
    model.answered = name === 'answer'
    if (name === 'answer') model.answeredOn = model.today
    if (name === 'withdraw') model.armedFrom = model.answeredOn
    if (name === 'return') modelRedates(model, addWorkingDays(model.today, 3, calendar).due)
    if (name === 'extend') modelRedates(model, to)
  },
  toString: () => (name === 'extend' ? `put off by ${days} days` : name),
})

describe('the clock of one duty beside a small model', () => {
  let county: SupervisedCounty

  beforeAll(async () => {
    county = await openSupervisedCounty()
  })
  afterAll(() => county.close())

  it('sends what the model sends, whatever happens in whichever order', async () => {
    const kinds: fc.Arbitrary<Step>[] = [
      fc.integer({ min: 1, max: 4 }).map(move),
      fc.integer({ min: 5, max: 16 }).map(move),
      fc.constant(move(-3)),
      fc.integer({ min: 1, max: 2 }).map(run),
      fc.integer({ min: 1, max: 2 }).map(run),
      fc.constant(confirm),
      fc.constant(act('answer')),
      fc.constant(act('withdraw')),
      fc.constant(act('return')),
      fc.integer({ min: 1, max: 20 }).map((days) => act('extend', days)),
    ]
    const steps = fc.commands(kinds, { maxCommands: 25 })
    await fc.assert(
      fc.asyncProperty(steps, async (commands) => {
        await county.forget()
        county.setDay('2026-09-01')
        await county.runClock()
        const [{ id: dutyId }] = await county.rows(
          "select id from duty where item_id = 'target-1' and scope = 'county'",
        )
        const model: Model = {
          ...{
            today: '2026-09-01',
            due: '2026-09-07',
            answered: false,
            answeredOn: '',
            armedFrom: '2026-09-01',
            sent: -1,
          },
          ...{ urgings: [], lastOn: '2026-09-01', confirmed: undefined },
        }
        const setup = () => ({ model, real: { county, dutyId } })
        await fc.asyncModelRun(setup, commands)
        await neverTwice(dutyId)
      }),
      { numRuns: 12 },
    )
  }, 180_000)

  /** What holds for every history, whatever the model says. */
  async function neverTwice(dutyId: string): Promise<void> {
    const urgings = await county.rows('select step, due_on, on_date from urging where duty_id = $1', [dutyId])
    const keys = urgings.map((each) => `${each.step} ${each.due_on}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { step, due_on: due, on_date: on } of urgings) {
      expect(on >= (daysOf(due)[order.indexOf(step)] ?? '9999')).toBe(true)
    }
    const [{ numbers, letters }] = await county.rows(
      'select count(distinct number)::int as numbers, count(number)::int as letters from urging',
    )
    expect(numbers).toBe(letters)
  }
})
