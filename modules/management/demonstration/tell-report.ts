import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { inBase } from '@qiangxian/kernel/progress/printed-unit'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { type DutyEvent, extensionEvents, runDuty, tellExtensions } from './duty-story.ts'
import type { CourseAct } from './report-course.ts'
import type { ReportTale } from './report-tale.ts'
import { type Seeded, seeded, seedFor } from './seeded.ts'
import { instantOn, type Person, type StoryUnit, type Telling } from './telling.ts'

export interface ToldReport {
  readonly reportId: string | null
  readonly state: 'draft' | 'submitted' | 'checked' | 'approved' | 'returned' | null
}

/** Writes the duty, its report, what was done with it, and the value that came of it. */
export function tellReport(telling: Telling, tale: ReportTale): ToldReport {
  const { rows, story, asOf } = telling
  const random = seeded(seedFor(story.seed, 'acts', tale.itemKey, tale.unit.key, tale.scope, tale.period))
  const asked = story.extensions.filter(
    (each) =>
      each.item === tale.itemKey &&
      each.organisation === tale.unit.key &&
      each.scope === tale.scope &&
      each.period === tale.period,
  )
  const events = [...tale.acts.flatMap((_, index) => dutyEvents(tale, index)), ...extensionEvents(asked, asOf)].sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  )
  const end = runDuty(tale, events, telling)
  const dutyId = newId(instantOn(tale.openedOn, 1))
  rows.duty.push({
    id: dutyId,
    kind: tale.kind,
    item_kind: tale.itemKind,
    item_id: tale.itemId,
    part_id: tale.partId,
    party_id: tale.unit.id,
    scope: tale.scope,
    period: tale.period,
    period_start: tale.periodStart,
    period_end: tale.periodEnd,
    title: tale.title,
    opened_on: tale.openedOn,
    due_on: tale.dueOn,
    provisional: tale.provisional,
    extended_to: end.duty.extendedTo,
    return_due_on: end.duty.returnDueOn,
    answered_on: end.duty.answeredOn,
    closed_on: end.duty.closedOn,
    outcome: end.duty.outcome,
    next_act_on: tale.striven === true ? null : end.duty.nextActOn,
    last_step: end.duty.lastStep,
    revision: end.revision,
    created_at: instantOn(tale.openedOn, 1),
  })
  tellExtensions(telling, dutyId, tale.unit.id, asked)
  const { kind, title, unit } = tale
  telling.sent.push(...end.sent.map((step) => ({ ...step, dutyId, kind, title, unit })))
  const told = tale.acts.length === 0 && !tale.drafted ? null : tellActs(telling, tale, dutyId, random)
  return {
    reportId: told?.reportId ?? null,
    state: told?.state ?? null,
  }
}

function dutyEvents({ acts, contentAt, settles }: ReportTale, index: number): DutyEvent[] {
  const { act, on } = acts[index] ?? { act: 'check', on: '' }
  switch (act) {
    case 'submit':
      return [{ kind: 'answer', on }]
    case 'return':
      return [{ kind: 'return', on }]
    case 'approve': {
      if (!settles(contentAt(index))) return [{ kind: 'reopen', on }]
      // A duty that was met stays met when its approved value is corrected later.
      const isFirst = acts.findIndex((each, at) => each.act === 'approve' && settles(contentAt(at))) === index
      return isFirst ? [{ kind: 'close', on }] : []
    }
    default:
      return []
  }
}

const states = {
  submit: 'submitted',
  correct: 'submitted',
  check: 'checked',
  approve: 'approved',
  return: 'returned',
} as const

function tellActs(telling: Telling, tale: ReportTale, dutyId: string, random: Seeded) {
  const { rows, asOf } = telling
  const { unit, acts } = tale
  const reportId = newId(instantOn(acts[0]?.on ?? asOf, 8))
  let observation: Observation | undefined
  let last: { readonly at: Date; readonly by: Person } | undefined
  let submittedAt: Date | null = null
  const values: ValueCourse = { current: undefined, approved: undefined }
  const observations: string[] = []
  for (const [index, { act, on, reason }] of acts.entries()) {
    const at = instantOn(on, hours[act], random.between(0, 55))
    const by = byWhom(telling, unit, act)
    const content = tale.contentAt(index)
    last = { at, by }
    if (act === 'submit' || act === 'correct') submittedAt = at
    rows.report_act.push({
      id: newId(at),
      report_id: reportId,
      act,
      on_date: on,
      at,
      by_account: by.accountId,
      by_label: by.label,
      reason,
      snapshot: content as unknown as Json,
    })
    if (tale.target === null) continue
    if (act === 'submit' || act === 'correct') {
      const corrects =
        act === 'correct' && observation !== undefined ? { id: observation.id, reason: reason ?? '' } : null
      observation = observe(telling, tale, { content, reportId, at, by, corrects, target: tale.target })
      observations.push(observation.id)
      values.current = { ...observation, status: 'reported', at }
      noteStep(telling, tale, tale.target, values, on)
    } else if (observation !== undefined) {
      const mark = act === 'check' ? 'checked' : act === 'approve' ? 'approved' : 'returned'
      rows.observation_mark.push({
        observation_id: observation.id,
        mark,
        at,
        by_account: by.accountId,
        by_label: by.label,
        reason,
      })
      values.current = { ...observation, status: mark, at }
      if (mark === 'approved') values.approved = observation
      noteStep(telling, tale, tale.target, values, on)
    }
  }
  if (tale.target !== null) tellValue(telling, tale, tale.target, values)
  const state = acts.length === 0 ? ('draft' as const) : states[acts.at(-1)?.act ?? 'submit']
  const saved = last ?? { at: instantOn(asOf, 9, 40), by: unit.reporter }
  const { content } = tale
  rows.report.push({
    id: reportId,
    duty_id: dutyId,
    item_kind: tale.itemKind,
    item_id: tale.itemId,
    party_id: unit.id,
    scope: tale.scope,
    period: tale.period,
    period_end: tale.periodEnd,
    state,
    progress: content.progress,
    narrative: content.narrative,
    problems: content.problems,
    next_steps: content.nextSteps,
    value_state: content.valueState,
    ...storedFigures(tale.target, content),
    value_reason: content.valueReason,
    cutoff_on: content.cutoffOn,
    parts: content.parts as unknown as Json,
    observation_id: observations.at(-1) ?? null,
    revision: acts.length + 1,
    updated_at: saved.at,
    updated_by: saved.by.accountId,
    updated_by_label: saved.by.label,
    submitted_at: submittedAt,
    submitted_by: submittedAt === null ? null : unit.head.accountId,
  })
  return { reportId, state }
}

/** Within a day people act in this order, so that instants never run against the course. */
const hours = { submit: 9, correct: 9, check: 11, return: 14, approve: 16 } as const

function byWhom({ office }: Telling, unit: StoryUnit, act: CourseAct['act']): Person {
  if (act === 'submit' || act === 'correct') return unit.head
  return act === 'approve' ? office.approver : office.checker
}

interface Observation {
  readonly id: string
  readonly content: ReportContent
}

interface ValueCourse {
  current:
    | (Observation & { readonly status: 'reported' | 'checked' | 'approved' | 'returned'; readonly at: Date })
    | undefined
  approved: Observation | undefined
}

/** In the base unit of the target, as every stored value is. */
function storedFigures(target: PlanTarget | null, { value, numerator, denominator }: ReportContent) {
  return { value: value === null || target === null ? value : inBase(target, value), numerator, denominator }
}

function observe(
  { rows, plan }: Telling,
  tale: ReportTale,
  given: {
    readonly content: ReportContent
    readonly reportId: string
    readonly at: Date
    readonly by: Person
    readonly corrects: { readonly id: string; readonly reason: string } | null
    readonly target: PlanTarget
  },
): Observation {
  const { content, at, by, corrects } = given
  const id = newId(at)
  rows.observation.push({
    id,
    item_id: tale.itemId,
    scope_key: scopeKey(tale),
    party_id: tale.unit.id,
    period: tale.period,
    period_end: tale.periodEnd ?? tale.dueOn,
    value_state: content.valueState ?? 'missing',
    ...storedFigures(given.target, content),
    reason: content.valueReason,
    cutoff_on: content.cutoffOn,
    source: '部门报送（演示）',
    report_id: given.reportId,
    corrects: corrects?.id ?? null,
    correction_reason: corrects?.reason ?? null,
    plan_version: plan.head.version,
    at,
    by_account: by.accountId,
    by_label: by.label,
  })
  return { id, content }
}

function scopeKey({ scope, unit }: ReportTale): string {
  return scope === 'county' ? 'county' : unit.id
}

/** Lights of the county rest on its values; each step of one may change them. */
function noteStep(telling: Telling, tale: ReportTale, target: PlanTarget, values: ValueCourse, on: string): void {
  const { current, approved } = values
  if (tale.scope !== 'county' || current === undefined) return
  const { itemId, period } = tale
  const at = { itemId, scopeKey: 'county', period, periodEnd: tale.periodEnd ?? tale.dueOn }
  const readingOf = ({ id, content }: Observation) => ({
    ...at,
    observationId: id,
    state: content.valueState ?? ('missing' as const),
    ...storedFigures(target, content),
    reason: content.valueReason,
    cutoffOn: content.cutoffOn,
  })
  telling.valueSteps.push({
    itemId,
    on,
    reported: { ...readingOf(current), status: current.status },
    approved: approved === undefined ? null : { ...readingOf(approved), status: 'approved' },
  })
}

function tellValue({ rows }: Telling, tale: ReportTale, target: PlanTarget, { current, approved }: ValueCourse): void {
  if (current === undefined) return
  const figures = storedFigures(target, current.content)
  const published = approved === undefined ? undefined : storedFigures(target, approved.content)
  rows.indicator_value.push({
    item_id: tale.itemId,
    scope_key: scopeKey(tale),
    period: tale.period,
    period_end: tale.periodEnd ?? tale.dueOn,
    observation_id: current.id,
    value_state: current.content.valueState ?? 'missing',
    ...figures,
    reason: current.content.valueReason,
    cutoff_on: current.content.cutoffOn,
    status: current.status,
    status_at: current.at,
    approved_observation_id: approved?.id ?? null,
    approved_state: approved?.content.valueState ?? null,
    approved_value: published?.value ?? null,
    approved_numerator: published?.numerator ?? null,
    approved_denominator: published?.denominator ?? null,
    approved_reason: approved?.content.valueReason ?? null,
    approved_cutoff_on: approved?.content.cutoffOn ?? null,
  })
}
