import { versionOn } from '../../rules/define-rule.ts'
import { getVersionOn, lengthHere } from '../../rules/due-of.ts'
import type { Length, StopReason } from '../../rules/rule.types.ts'
import { ruleErrors } from '../../rules/rule-errors.ts'
import { statesOf } from '../chart/states.ts'
import type { Deed } from '../effects.types.ts'
import { holds } from '../form/conditions.ts'
import type { LimitDeclaration, MatterDeclaration } from '../matter.types.ts'
import { limitErrors } from './limit-errors.ts'
import type { LimitRecord } from './limit-record.ts'
import { type CountingBy, lasts, recounted, ruleOf } from './recount.ts'

/** What a deed says to its limits. */
export type LimitDeed = Pick<Deed, 'declaration' | 'before' | 'after' | 'act' | 'input' | 'opinion' | 'events'> &
  Partial<Pick<Deed, 'values'>>

export interface LimitPlan {
  readonly added: readonly LimitRecord[]
  readonly changed: readonly LimitRecord[]
  /** all limits of the matter afterwards */
  readonly all: readonly LimitRecord[]
}

export interface PlanningBy extends CountingBy {
  readonly now: Date
  readonly newId: () => string
}

/**
 * What an act does to the limits of its matter: those that it ends, those that it begins, those that it stops or lets
 * run on, those that it extends. Ends come before beginnings, so that an act which does both counts anew.
 *
 * @throws limit.notRunning, limit.isOver, limit.ruleGone, rule.tooOftenExtended
 */
export function planLimits(deed: LimitDeed, kept: readonly LimitRecord[], by: PlanningBy): LimitPlan {
  const ended = kept.map((limit) => endedBy(limit, deed, by))
  const begun = deed.declaration.limits.flatMap((declared) =>
    startsNow(declared, deed) && !ended.some((limit) => limit.limitId === declared.id && isOpen(limit))
      ? beginLimits(declared, deed, by)
      : [],
  )
  const extended = deed.act.id === 'extend' && deed.act.kind === 'common' ? extendedBy(ended, deed, by) : ended
  const all = [...extended, ...begun].map((limit) => standingStill(limit, deed, by))
  const before = new Map(kept.map((limit) => [limit.id, limit]))
  return {
    all,
    added: all.filter(({ id }) => !before.has(id)),
    changed: all.filter(
      (limit) => before.has(limit.id) && JSON.stringify(before.get(limit.id)) !== JSON.stringify(limit),
    ),
  }
}

export function isOpen({ status }: Pick<LimitRecord, 'status'>): boolean {
  return status === 'running' || status === 'stopped'
}

function startsNow({ startsWith, when }: LimitDeclaration, { events, after, values = {} }: LimitDeed): boolean {
  if (after.status === 'ended' || !startsWith.some((event) => events.includes(event))) return false
  return when === undefined || holds(when, values)
}

function endedBy(limit: LimitRecord, { declaration, events, after, act }: LimitDeed, by: PlanningBy): LimitRecord {
  if (!isOpen(limit)) return limit
  const declared = declaration.limits.find(({ id }) => id === limit.limitId)
  // What the clock does because a limit is over ends it, whatever the declaration forgot.
  const isOfClock = act.by === 'clock' && act.id === declared?.onMissed && by.today > limit.dueOn
  const isDone = isOfClock || (declared?.endsWith.some((event) => events.includes(event)) ?? false)
  if (!isDone && after.status !== 'ended') return limit
  // What stands still has not run out, whatever day was counted before; and what lasts (公示期) is over when its days are.
  const isLate = limit.status === 'running' && by.today > limit.dueOn && !lasts(limit, by.rules)
  const status = isLate ? 'missed' : isDone ? 'met' : 'void'
  const closed = stopClosed(limit, by)
  return { ...closed, status, endedOn: by.today, nextStepOn: null, onMissed: null }
}

function beginLimits(declared: LimitDeclaration, deed: LimitDeed, by: PlanningBy): readonly LimitRecord[] {
  const rule = by.rules.find(declared.rule)
  // A rule that the program no longer knows opens nothing: the promise runs alone.
  const on = declared.versionOn === 'submittedOn' ? deed.after.submittedOn : by.today
  const version = rule === undefined ? undefined : (versionOn(rule, on) ?? getVersionOn(rule, on))
  const legal = version === undefined ? undefined : lengthHere(version.length, by.county)
  const promised = promisedLength(declared, deed.declaration, by)
  const row = (kind: LimitRecord['kind'], length: Length): LimitRecord => {
    const isInHours = length.unit === 'hour'
    const begun: LimitRecord = {
      ...{ id: by.newId(), matterId: deed.after.id, limitId: declared.id, kind, label: declared.label },
      ...{ rule: declared.rule, ruleFrom: version?.from ?? by.today, whose: declared.whose },
      ...{ length: { n: length.n, unit: length.unit }, startedOn: by.today, startedAt: isInHours ? by.now : null },
      ...{ rawDue: by.today, dueOn: by.today, isProvisional: false, stops: [], extensions: [], status: 'running' },
      ...{ endedOn: null, step: 0, nextStepOn: null, onMissed: kind === 'legal' ? (declared.onMissed ?? null) : null },
      demonstration: deed.after.demonstration,
    }
    return recounted(begun, by)
  }
  return [
    ...(legal === undefined ? [] : [row('legal', legal)]),
    ...(promised === undefined ? [] : [row('promised', promised)]),
  ]
}

/** What the county promises for this matter; its own word comes before that of the declaration. */
export function promisedLength(
  declared: LimitDeclaration,
  declaration: Pick<MatterDeclaration, 'id'>,
  { county }: Pick<CountingBy, 'county'>,
): Length | undefined {
  const here = county.services.matters.find(({ matter }) => matter === declaration.id)?.promised[declared.id]
  const promised = here ?? declared.promised
  return promised === undefined ? undefined : lengthHere(promised, county)
}

/** Why the clock of a limit stands still after the deed; undefined: it runs. */
function stopReasonOf(limit: LimitRecord, deed: LimitDeed, by: PlanningBy): StopReason | undefined {
  const allowed = ruleOf(limit, by.rules)?.version.stops ?? []
  if (deed.after.status === 'suspended') {
    const asked = deed.act.id === 'suspend' ? deed.input['reason'] : limit.stops.find(({ to }) => to === null)?.reason
    const reason = allowed.find((each) => each === asked)
    return reason ?? (allowed.includes('suspension') ? 'suspension' : undefined)
  }
  const { stopsIn } = deed.declaration.limits.find(({ id }) => id === limit.limitId) ?? {}
  const states = statesOf(deed.declaration)
  for (const phase of deed.after.phases) {
    for (
      let at = states.get(phase);
      at !== undefined;
      at = at.parent === undefined ? undefined : states.get(at.parent)
    ) {
      const reason = at.state.stops
      if (reason === undefined || !allowed.includes(reason)) continue
      // A state that waits for the applicant stops the unit's clock, and never the one that it waits by.
      if (stopsIn === undefined ? limit.whose === 'unit' : stopsIn.includes(at.name)) return reason
    }
  }
  return undefined
}

/** A limit whose clock is stopped, or let run on, by where the matter stands now. */
function standingStill(limit: LimitRecord, deed: LimitDeed, by: PlanningBy): LimitRecord {
  if (!isOpen(limit)) return limit
  const reason = stopReasonOf(limit, deed, by)
  const running = limit.stops.find(({ to }) => to === null)
  // What is over stays over: a stop does not take back that somebody was late.
  if (running === undefined && by.today > limit.dueOn) return limit
  if (reason === running?.reason) return limit
  const closed = stopClosed(limit, by)
  if (reason === undefined) return recounted({ ...closed, status: 'running' }, by)
  const stops = [...closed.stops, { from: by.today, to: null, reason }]
  return recounted({ ...closed, stops, status: 'stopped' }, by)
}

function stopClosed(limit: LimitRecord, by: PlanningBy): LimitRecord {
  if (!limit.stops.some(({ to }) => to === null)) return limit
  const stops = limit.stops.map((stop) => (stop.to === null ? { ...stop, to: by.today } : stop))
  return recounted({ ...limit, stops }, by)
}

function extendedBy(limits: readonly LimitRecord[], deed: LimitDeed, by: PlanningBy): readonly LimitRecord[] {
  const asked = String(deed.input['limit'] ?? '')
  const open = limits.filter(isOpen)
  const meant = open.filter(({ id, limitId, label }) => [id, limitId, label].includes(asked))
  const ids = new Set(meant.map(({ limitId }) => limitId))
  const chosen = open.filter(({ limitId }) => ids.has(limitId))
  const [first] = chosen
  if (first === undefined) {
    throw limitErrors.notRunning({ limit: asked, running: [...new Set(open.map(({ label }) => label))] })
  }
  const legal = chosen.find(({ kind }) => kind === 'legal') ?? first
  const known = ruleOf(legal, by.rules)
  if (known === undefined) throw limitErrors.ruleGone({ label: legal.label, rule: legal.rule })
  const allowed = known.version.extensions ?? []
  const extension = allowed[legal.extensions.length]
  if (extension === undefined) {
    throw ruleErrors.tooOftenExtended({
      label: known.rule.label,
      asked: legal.extensions.length + 1,
      allowed: allowed.length,
    })
  }
  if (legal.status === 'running' && by.today > legal.dueOn) {
    throw limitErrors.isOver({ label: legal.label, dueOn: legal.dueOn })
  }
  const { n, unit } = lengthHere(extension.length, by.county)
  const taken = { n, unit, by: extension.by, on: by.today, reason: deed.opinion ?? '' }
  return limits.map((limit) =>
    chosen.includes(limit) ? recounted({ ...limit, extensions: [...limit.extensions, taken] }, by) : limit,
  )
}
