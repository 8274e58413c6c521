import Type, { type Static } from 'typebox'
import { defineCommand, type Operation } from '../../operations/operation.ts'
import { Id, Nullable } from '../../plan/programme.schemas.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import type { Matters } from '../matters.ts'
import { doMissedAct } from './clock-acts.ts'
import { keepSteps, stepsOf, takeDue } from './clock-steps.ts'
import { announceSteps } from './clock-words.ts'

export const MatterClockStep = Type.Object({
  warned: Type.Integer(),
  missed: Type.Integer(),
  /** what lasted (公示期) and is over */
  over: Type.Integer(),
  toHead: Type.Integer(),
  toOffice: Type.Integer(),
  /** steps that were due before a further one, and are not told any more */
  skipped: Type.Integer(),
  /** nothing is left that nobody else holds; call again while it is false */
  finished: Type.Boolean(),
})
export type MatterClockStep = Static<typeof MatterClockStep>

/** limits of one transaction: few, so that neither who acts on one of them nor who reads a page waits for the clock */
const aStep = 400

export function matterClockOperations(matters: Matters): readonly Operation[] {
  return [stepMatterClock(matters), actOfMatterClock(matters)]
}

/**
 * One step of the clock of limits: tells what ends soon, what is over, and who has to look after it. A limit is told of
 * each step once; after days without a clock only of the furthest.
 */
export function stepMatterClock(matters: Pick<Matters, 'rules'>) {
  return defineCommand({
    id: 'matter.clock-step',
    label: { zh: '运行办件期限时钟', en: 'Run the clock of limits' },
    about: {
      zh: '提醒快到期的办件，标出超期的，逐级告知负责人和领导小组办公室。每次办理一批，不会重复提醒。',
      en: 'Warns of limits that end soon, tells of those that are over, then the head and the office; a batch at a time, never twice.',
    },
    permission: 'clock.run',
    route: { method: 'POST', path: '/matter-clock/step' },
    cli: 'matter clock',
    input: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000 })) }),
    output: MatterClockStep,
    run: async (context, { limit = aStep }) => {
      const { county, today } = context
      const by = { rules: matters.rules, county, today, calendar: await calendarOf(context) }
      const due = await takeDue(context, limit)
      if (due.length === 0) {
        context.unchanged()
        return { warned: 0, missed: 0, over: 0, toHead: 0, toOffice: 0, skipped: 0, finished: true }
      }
      const steps = await stepsOf(context, due, by)
      await keepSteps(context, steps)
      await announceSteps(context, steps)
      const ids = (name: (typeof steps)[number]['step']) =>
        steps.filter(({ step }) => step === name).map(({ limit: one }) => one.id)
      const [warned, missed, over] = [ids('warned'), ids('missed'), ids('over')]
      const [toHead, toOffice] = [ids('toHead'), ids('toOffice')]
      const result = {
        ...{ warned: warned.length, missed: missed.length, over: over.length },
        ...{ toHead: toHead.length, toOffice: toOffice.length },
        skipped: steps.reduce((sum, { skipped }) => sum + skipped, 0),
        finished: due.length < limit,
      }
      if (steps.every(({ step }) => step === undefined)) context.unchanged()
      else {
        await context.record({
          subject: { kind: 'matterClock', id: today },
          before: null,
          after: { warned, missed, over, toHead, toOffice, skipped: result.skipped },
        })
      }
      return result
    },
  })
}

/** The act that a declaration has for a missed limit, done by the clock. */
export function actOfMatterClock(matters: Matters) {
  return defineCommand({
    id: 'matter.clock-act',
    label: { zh: '期限届满自动办理', en: 'Do the act of a missed limit' },
    about: {
      zh: '期限届满后，由系统办理事项规定的动作，如逾期未补正视为放弃；办理不了的告知单位负责人。',
      en: 'When a limit is over, does what the matter says then, such as a lapse; where that is refused, the head is told.',
    },
    permission: 'clock.run',
    route: { method: 'POST', path: '/matter-clock/acts' },
    cli: 'matter clock-act',
    input: Type.Object({ limitId: Id }),
    output: Type.Object({ outcome: Type.Enum(['done', 'refused', 'nothing']), why: Nullable(Type.String()) }),
    run: (context, { limitId }) => doMissedAct(context, matters, limitId),
  })
}
