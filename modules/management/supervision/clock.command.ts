import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { announce, announceAll } from '@qiangxian/kernel/outbox/announce'
import { IsoDate, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { type PlanReading, readPlanIfAny } from '@qiangxian/kernel/plan/read-plan'
import { noteLights } from '@qiangxian/kernel/progress/note-lights'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import { calendarOf } from '@qiangxian/kernel/rules/calendar-of'
import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import { announceDay, announcementsOfOpening } from './clock-announcements.ts'
import { confirmDay, finishDay, holdClock, jumpOf, lockClock } from './clock-state.ts'
import { openDuties } from './open-duties.ts'
import { sendSteps } from './send-steps.ts'
import { settleDuties } from './settle-duties.ts'
import { supervisionErrors } from './supervision-errors.ts'

const Jump = Type.Object({ from: IsoDate, to: IsoDate })

export const ClockStep = Type.Object({
  on: IsoDate,
  opened: Type.Integer(),
  /** gone to the successor of a dissolved unit */
  moved: Type.Integer(),
  withdrawn: Type.Integer(),
  reminded: Type.Integer(),
  escalated: Type.Integer(),
  /** steps of the ladder that were not sent, since a further one was due at once */
  skipped: Type.Integer(),
  lights: Type.Integer(),
  /** what is still to be done today, as far as it is known; call again while `finished` is false */
  left: Type.Integer(),
  finished: Type.Boolean(),
  /** the clock jumped: nothing was done */
  held: Nullable(Jump),
})
export type ClockStep = Static<typeof ClockStep>

const STEP = 500

/**
 * One step of the clock of supervision (催办时钟): brings duties into line with plan, units and calendar, sends what is
 * due to at most `limit` duties, opens at most as many new ones, and notes the lights when nothing else is left.
 *
 * A step is short, so that nobody waits for it: the head of the journal is locked at its end. What it finds it works
 * off, so it may be called at any time, twice, or after days.
 */
export const stepClock = defineCommand({
  id: 'clock.step',
  label: { zh: '运行催办时钟', en: 'Run the clock of supervision' },
  about: {
    zh: '开启应办事项，发出到期催办和逾期提醒函、督办单、通报、约谈，记录灯色变化。每次办理一批，反复运行不会重发。',
    en: 'Opens duties, sends reminders and the steps of the ladder, notes changes of lights; a batch at a time, and never twice.',
  },
  permission: 'clock.run',
  route: { method: 'POST', path: '/clock/step' },
  cli: 'clock step',
  input: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000 })) }),
  output: ClockStep,
  run: async (context, { limit = STEP }) => {
    const { today } = context
    // A year that another process loaded is known from here on.
    await calendarOf(context)
    const state = await lockClock(context)
    const jump = jumpOf(state, today, progressSettings(context.county).longestGapDays)
    if (jump !== undefined) return hold(context, jump, state?.heldFrom === jump.from && state.heldTo === jump.to)
    const reading = await readPlanIfAny(context)
    if (reading === undefined) {
      context.unchanged()
      return { ...nothing(today), finished: true }
    }
    return work(context, reading, state?.lastOn ?? null, limit)
  },
})

async function work(
  context: CommandContext,
  reading: PlanReading,
  lastOn: string | null,
  limit: number,
): Promise<ClockStep> {
  const { today } = context
  const settled = await settleDuties(context, reading)
  const sent = await sendSteps(context, limit)
  // The rest of the duties comes first: opening looks at the whole plan.
  const opening = sent.looked < limit ? await openDuties(context, reading, lastOn, limit) : { opened: [], left: 0 }
  const left = (await countDue(context)) + opening.left
  const finished = left === 0 && sent.looked < limit
  const firstOfDay = lastOn !== today
  const lights = finished && firstOfDay ? (await noteLights(context)).length : 0
  if (finished && firstOfDay) {
    await announceDay(context)
    await finishDay(context)
  }
  await announceAll(context, [...sent.announcements, ...announcementsOfOpening(opening.opened)])
  const result = {
    on: today,
    opened: opening.opened.length,
    moved: settled.moved.length,
    withdrawn: settled.withdrawn.length,
    reminded: sent.reminded.length,
    escalated: sent.escalated.length,
    skipped: sent.skipped,
    lights,
    left,
    finished,
    held: null,
  }
  const summed = {
    opened: opening.opened.map((duty) => duty.id),
    reminded: [...sent.reminded],
    moved: [...settled.moved],
    withdrawn: [...settled.withdrawn],
    redated: [...settled.redated],
    parts: [...settled.parts],
  }
  const didSomething = sent.escalated.length > 0 || lights > 0 || Object.values(summed).some((ids) => ids.length > 0)
  if (!didSomething && !(finished && firstOfDay)) {
    context.unchanged()
    return result
  }
  const { held: _, ...counts } = result
  const note = { subject: { kind: 'clock', id: today }, before: null, after: { ...counts, ids: summed } }
  await context.recordAll([...sent.escalated, note])
  return result
}

/** Nothing is sent while the day may be wrong: the office is told once for each jump. */
async function hold(
  context: CommandContext,
  jump: { readonly from: string; readonly to: string },
  alreadyHeld: boolean,
): Promise<ClockStep> {
  if (alreadyHeld || jump.to < jump.from) {
    // A day that lies before the last one needs nobody while it is the clock that was set wrong and comes back.
    context.unchanged()
    return { ...nothing(context.today), held: jump }
  }
  await holdClock(context, jump)
  await announce(context, {
    to: { roles: ['office', 'administrator'] },
    kind: 'clock.held',
    key: `${jump.from} ${jump.to}`,
    title: `催办时钟暂停：日期从 ${jump.from} 跳到 ${jump.to}`,
    body: '停运过久或服务器日期不对时，催办暂不发出。请核对日期，在“督办”页确认后继续。',
    path: '/supervision',
    subject: { kind: 'clock', id: jump.to },
  })
  await context.record({ subject: { kind: 'clock', id: jump.to }, before: null, after: { held: { ...jump } } })
  return { ...nothing(context.today), held: jump }
}

export const confirmClock = defineCommand({
  id: 'clock.confirm',
  label: { zh: '确认时钟日期', en: 'Confirm the day of the clock' },
  about: {
    zh: '时钟停运过久或日期跳变后，由人确认今天的日期无误，催办继续。',
    en: 'After a long standstill or a jump, a person says that the day is right, and the clock goes on.',
  },
  permission: 'clock.run',
  route: { method: 'POST', path: '/clock/confirmation' },
  cli: 'clock confirm',
  input: Type.Object({
    /** the day that was read on the page */
    on: Type.Optional(IsoDate),
  }),
  output: Type.Object({ confirmed: Nullable(Jump) }),
  run: async (context, { on }) => {
    const { today } = context
    if (on !== undefined && on !== today) throw supervisionErrors.dayIsOther({ confirmed: on, today })
    const state = await lockClock(context)
    const jump = jumpOf(state, today, progressSettings(context.county).longestGapDays)
    if (state === undefined || jump === undefined) {
      context.unchanged()
      return { confirmed: null }
    }
    await confirmDay(context, state)
    await context.record({
      subject: { kind: 'clock', id: today },
      before: { lastOn: state.lastOn },
      after: { confirmed: { ...jump } },
    })
    return { confirmed: jump }
  },
})

async function countDue({ tx, jurisdiction, today }: CommandContext): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from duty
    where jurisdiction = ${jurisdiction} and closed_on is null and next_act_on <= ${today}::date`.execute(tx)
  return rows[0]?.count ?? 0
}

function nothing(on: string): ClockStep {
  const none = { opened: 0, moved: 0, withdrawn: 0, reminded: 0, escalated: 0, skipped: 0, lights: 0, left: 0 }
  return { on, ...none, finished: false, held: null }
}
