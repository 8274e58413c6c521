import { newId } from '@qiangxian/kernel/ids/new-id'
import type { StoryExtension } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import { type ClockedDuty, dueStep, effectiveDue, nextAct } from '@qiangxian/kernel/progress/duty-clock'
import { instantOn, type Telling, workingDayAfter } from './telling.ts'

/** What moves the clock of a duty, from outside of it. */
export type DutyEvent =
  | { readonly kind: 'answer' | 'return' | 'reopen' | 'close'; readonly on: string }
  | { readonly kind: 'extend'; readonly on: string; readonly to: string }

export interface SentStep {
  readonly step: string
  readonly on: string
  readonly dueOn: string
  readonly skipped: readonly string[]
}

export interface DutyEnd {
  readonly duty: ClockedDuty & { readonly nextActOn: string | null; readonly outcome: 'met' | null }
  readonly sent: readonly SentStep[]
  readonly revision: number
}

/**
 * Lets the clock run over one duty from its opening to the last day of the story, with the same rules by which it runs
 * every night: first the clock of a day, then what people did on it.
 */
export function runDuty(
  begun: Pick<ClockedDuty, 'openedOn' | 'dueOn'>,
  events: readonly DutyEvent[],
  { settings, calendar, asOf }: Pick<Telling, 'settings' | 'calendar' | 'asOf'>,
): DutyEnd {
  let duty: ClockedDuty = {
    ...begun,
    extendedTo: null,
    returnDueOn: null,
    answeredOn: null,
    closedOn: null,
    lastStep: null,
  }
  let outcome: 'met' | null = null
  let revision = 1
  // As on the night of its opening: a reminder that falls on that day or before it is not sent.
  let nextActOn = nextAct(duty, settings, calendar, begun.openedOn)
  const sent: SentStep[] = []
  const runTo = (day: string) => {
    while (nextActOn !== null && nextActOn <= day) {
      const on = nextActOn
      const due = dueStep({ ...duty, nextActOn }, settings, calendar, on)
      if (due !== undefined) {
        const skipped = due.skipped.map(({ step }) => step)
        sent.push({ step: due.step.step, on, dueOn: effectiveDue(duty), skipped })
        duty = { ...duty, lastStep: due.step.step }
        revision += 1
      }
      nextActOn = nextAct(duty, settings, calendar, on)
    }
  }
  for (const event of events) {
    runTo(event.on)
    duty = after(duty, event, { settings, calendar })
    if (event.kind === 'close') outcome = 'met'
    revision += 1
    nextActOn = nextAct(duty, settings, calendar, event.on)
  }
  runTo(asOf)
  return { duty: { ...duty, nextActOn, outcome }, sent, revision }
}

function after(duty: ClockedDuty, event: DutyEvent, { settings, calendar }: Pick<Telling, 'settings' | 'calendar'>) {
  switch (event.kind) {
    case 'answer':
      return { ...duty, answeredOn: event.on }
    case 'reopen':
      return { ...duty, answeredOn: null }
    case 'close':
      return { ...duty, closedOn: event.on }
    case 'extend':
      return { ...duty, extendedTo: event.to, lastStep: null }
    case 'return': {
      const due = workingDayAfter(event.on, settings.returnWorkingDays, calendar)
      if (due <= effectiveDue(duty)) return { ...duty, answeredOn: null }
      return { ...duty, answeredOn: null, returnDueOn: due, lastStep: null }
    }
  }
}

/** What was asked and granted for a duty, as far as it has happened. */
export function extensionEvents(extensions: readonly StoryExtension[], asOf: string): DutyEvent[] {
  return extensions.flatMap(({ decision, decidedOn, grantedTo }) =>
    decision === 'granted' && decidedOn !== null && grantedTo !== null && decidedOn <= asOf
      ? [{ kind: 'extend' as const, on: decidedOn, to: grantedTo }]
      : [],
  )
}

/** The rows of what was asked, with the decision as far as it has been made. */
export function tellExtensions(
  { rows, office, asOf, unitById }: Telling,
  dutyId: string,
  partyId: string,
  extensions: readonly StoryExtension[],
): void {
  const { head } = unitById(partyId)
  for (const [at, asked] of extensions.filter(({ askedOn }) => askedOn <= asOf).entries()) {
    const decided = asked.decidedOn !== null && asked.decidedOn <= asOf ? asked.decidedOn : null
    const askedAt = instantOn(asked.askedOn, 14, 20)
    rows.extension_request.push({
      id: newId(askedAt),
      duty_id: dutyId,
      ordinal: at + 1,
      asked_to: asked.askedTo,
      reason: asked.reason,
      asked_on: asked.askedOn,
      asked_at: askedAt,
      asked_by: head.accountId,
      asked_by_label: head.label,
      decision: decided === null ? null : asked.decision,
      granted_to: decided === null ? null : asked.grantedTo,
      decided_at: decided === null ? null : instantOn(decided, 10, 5),
      decided_by: decided === null ? null : office.checker.accountId,
      decided_by_label: decided === null ? null : office.checker.label,
      decision_reason: decided === null ? null : asked.decisionReason,
      revision: decided === null ? 1 : 2,
    })
  }
}
