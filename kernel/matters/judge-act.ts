import type { QxError } from '../errors/define-errors.ts'
import type { QueryContext } from '../operations/context.ts'
import { standingOf } from '../reviews/review-standing.ts'
import { type Capacity, capacitiesOf, conflictOf, whoWords } from './capacities.ts'
import { type MatterInHand, materialsInHand } from './carry-out.ts'
import { actsIn, type PlacedAct, phaseLabels, statesOf } from './chart/states.ts'
import { openValues, ownerOfValues } from './form/sealed-values.ts'
import { askGuards } from './guards.ts'
import { lasts } from './limits/recount.ts'
import type { ActBy, GuardFacts, MatterDeclaration } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'
import type { Matters } from './matters.ts'

/** Whether somebody may do something here, and in what capacity; or what stands against it. */
export type Judgement =
  | { readonly capacity: Capacity; readonly refusal: undefined }
  /** nobody: it is not theirs at all, and is not even shown to them */
  | { readonly capacity: Capacity | undefined; readonly refusal: QxError }

/** Who may do it: the first of its capacities that the actor has, and whether it is theirs to do without a conflict. */
export function judgeWho(
  context: Pick<QueryContext, 'actor'>,
  { matter, hand }: MatterInHand,
  {
    label,
    by,
    notTheHandler,
  }: { readonly label: string; readonly by: readonly Capacity[]; readonly notTheHandler: boolean },
  as?: ActBy,
): Judgement {
  const held = capacitiesOf(context, matter, hand)
  const fitting = by.filter((each) => held.has(each) && (as === undefined || each === as))
  const free = fitting.find((capacity) => conflictOf(context, matter, hand, { capacity, notTheHandler }) === undefined)
  if (free !== undefined) return { capacity: free, refusal: undefined }
  const [capacity] = fitting
  const why = capacity === undefined ? undefined : conflictOf(context, matter, hand, { capacity, notTheHandler })
  if (capacity !== undefined && why !== undefined) {
    return { capacity, refusal: matterErrors.conflictOfInterest({ act: label, why }) }
  }
  const handler = by.includes('handler') ? matter.handlerLabel : null
  return { capacity: undefined, refusal: matterErrors.notForYou({ act: label, who: whoWords(by), handler }) }
}

/** What guards look at. */
export function guardFacts(
  matters: Pick<Matters, 'rules'>,
  { secrets, jurisdiction, actor, today }: QueryContext,
  { matter, declaration, hand }: MatterInHand,
  input: Readonly<Record<string, unknown>>,
  corrected: Readonly<Record<string, unknown>> = {},
): GuardFacts {
  const stored = openValues(secrets, ownerOfValues(jurisdiction, matter.id), matter.storedValues)
  const values = { ...stored, ...corrected }
  const { given, missing } = materialsInHand(declaration, values, hand)
  return {
    ...{ values, input, given, missing, today, submittedOn: matter.submittedOn, dueOn: matter.dueOn },
    lastsUntil: lastsUntil(matters, hand),
    acts: hand.acts.map(({ act, on, byAccount }) => ({ act, on, byAccount })),
    byAccount: actor.accountId ?? null,
    unanswered: hand.calls
      .filter(({ kind }) => kind === 'countersign' || kind === 'addSigner')
      .map(({ toLabel }) => toLabel),
    ...(declaration.review === undefined ? {} : { review: standingOf(hand.reviews ?? [], declaration.review) }),
    supplementsAsked: hand.acts.filter(({ act }) => asksForSupplement(declaration, act)).length,
  }
}

function lastsUntil({ rules }: Pick<Matters, 'rules'>, { limits }: MatterInHand['hand']): string | null {
  const days = limits.filter((limit) => lasts(limit, rules)).map(({ dueOn }) => dueOn)
  return days.sort().at(-1) ?? null
}

/** Everything that stands against an act by its guards; undefined when nothing does. */
export function judgeGuards(
  matters: Matters,
  { act }: PlacedAct,
  facts: GuardFacts,
  options: { readonly beforeInput?: boolean } = {},
): QxError | undefined {
  const ids = [
    ...(act.guards ?? []),
    ...(act.asksForSupplement === true ? ['supplement-once'] : []),
    ...(act.needsCountersigns === true ? ['no-open-countersigns'] : []),
  ]
  const { refusals, unknown } = askGuards(matters.guards, ids, facts, options)
  const gone = unknown.map((id) => ({
    zh: `条件“${id}”已不在程序中，不能判断。请移交或终止本件，或请平台管理员恢复这一条件。`,
    en: `The condition “${id}” is no longer part of the program. Transfer or end the matter, or have it put back.`,
  }))
  const reasons = [...refusals, ...gone]
  return reasons.length === 0 ? undefined : matterErrors.refusedByGuard({ act: act.label, reasons })
}

/** The act of that name where the matter is; @throws matter.notAllowedNow, which says what is possible instead */
export function placedActOrThrow({ matter, declaration }: MatterInHand, name: string): PlacedAct {
  const here = matter.status === 'open' ? actsIn(declaration, matter.phases) : []
  const found = here.find((each) => each.name === name)
  if (found !== undefined) return found
  throw notAllowedNow({ matter, declaration }, labelOfAct(declaration, name) ?? name)
}

export function notAllowedNow(
  { matter, declaration }: Pick<MatterInHand, 'matter' | 'declaration'>,
  act: string,
): QxError {
  const phase = phaseLabels(declaration, matter.phases)
    .map(({ label }) => label)
    .join('、')
  const here = matter.status === 'open' ? actsIn(declaration, matter.phases) : []
  return matterErrors.notAllowedNow({
    ...{ number: matter.number, act, phase: matter.status === 'suspended' ? `中止（${phase}）` : phase },
    possible: here.map((each) => each.act.label),
  })
}

function asksForSupplement(declaration: MatterDeclaration, act: string): boolean {
  return [...statesOf(declaration).values()].some(({ state }) => state.acts?.[act]?.asksForSupplement === true)
}

function labelOfAct(declaration: MatterDeclaration, name: string): string | undefined {
  for (const { state } of statesOf(declaration).values()) {
    const label = state.acts?.[name]?.label
    if (label !== undefined) return label
  }
  return undefined
}
