import type { CommandContext } from '../operations/context.ts'
import { announceAll } from '../outbox/announce.ts'
import { kindOf } from './capacities.ts'
import type {
  Deed,
  DoneAct,
  DoneSoFar,
  EffectOutcome,
  IssuedDocument,
  MatterState,
  WrittenEntry,
} from './effects.types.ts'
import { missingMaterials } from './form/needed-materials.ts'
import { openValues, ownerOfValues, sealFields, sealValues } from './form/sealed-values.ts'
import { givenMaterials, type Hand } from './hand.ts'
import type { MatterDeclaration } from './matter.types.ts'
import type { Matters } from './matters.ts'
import type { PlannedAct } from './planned-act.ts'
import { titleOf, tokensOf } from './title.ts'
import { writeAct } from './write-act.ts'

/** What came of an act. */
export interface ActOutcome {
  readonly matterId: string
  readonly number: string
  readonly revision: number
  readonly phases: readonly string[]
  readonly status: 'open' | 'suspended' | 'ended'
  readonly act: string
  readonly label: string
  readonly ordinal: number
  /** the request had come before: nothing was done a second time */
  readonly wasDone: boolean
  readonly documents: readonly IssuedDocument[]
  readonly written: readonly WrittenEntry[]
}

/** A locked matter with what lies with it, and the declaration on which it runs. */
export interface MatterInHand {
  readonly matter: MatterState
  readonly declaration: MatterDeclaration
  readonly hand: Hand
}

/** What a clerk does, they do for who applied and stands there: both are named. */
function byLabelOf(label: string, { capacity }: PlannedAct, { applicantLabel }: MatterState): string {
  return capacity === 'window' ? `${label}（窗口，代${applicantLabel}办理）` : label
}

/**
 * Does a planned act: its effects, the act itself, the matter after it, the journal entry, and who is told; all of it or
 * nothing.
 */
export async function carryOut(
  context: CommandContext,
  matters: Matters,
  { matter, declaration, hand }: MatterInHand,
  planned: PlannedAct,
  requestKey: string | null,
): Promise<ActOutcome> {
  const { secrets, jurisdiction, actor } = context
  const owner = ownerOfValues(jurisdiction, matter.id)
  const values = { ...openValues(secrets, owner, matter.storedValues, declaration.sealed), ...planned.changes.values }
  const after = afterAct(context, matter, declaration, planned, values)
  const act: DoneAct = {
    ...{ id: planned.id, kind: planned.kind, label: planned.label, declaration: planned.declaration },
    ...{ ordinal: after.actCount, by: kindOf(planned.capacity), byLabel: byLabelOf(actor.label, planned, matter) },
  }
  const { move } = planned
  const materials = materialsInHand(declaration, values, hand)
  const so = await runEffects(context, matters, {
    ...{ matters, declaration, before: matter, after, act, values, materials },
    ...{ input: planned.input, opinion: planned.opinion },
    events: [`act:${planned.id}`, ...(move?.entered ?? []).map((state) => `state:${state}`)],
    ...{ entered: move?.entered ?? [], left: move?.left ?? [] },
  })
  const late = matter.dueOn !== null && context.today > matter.dueOn && move !== undefined && matter.turn !== null
  const input = {
    ...sealFields(secrets, owner, planned.fields, planned.input),
    ...(late ? { lateSince: matter.dueOn } : {}),
  }
  const tokens = after.title === matter.title && planned.changes.values === undefined ? undefined : tokensOf(after)
  await writeAct(
    context,
    after,
    {
      ...{ act, fromPhases: matter.phases, input, opinion: planned.opinion },
      ...{ forApplicant: planned.forApplicant, requestKey },
    },
    { so, tokens },
  )
  await planned.also?.()
  await announceAll(context, planned.announcements)
  await context.record({
    subject: { kind: 'matter', id: matter.id },
    before: { phases: matter.phases, status: matter.status, handler: matter.handlerLabel, unit: matter.unitName },
    after: {
      ...{ number: after.number, act: planned.id, ordinal: act.ordinal, phases: after.phases, status: after.status },
      ...{ handler: after.handlerLabel, unit: after.unitName },
      ...(so.documents.length === 0 ? {} : { documents: so.documents.map(({ number }) => number) }),
      ...(so.written.length === 0 ? {} : { records: so.written.map(({ register, recordId }) => [register, recordId]) }),
    },
  })
  return outcomeOf(after, act, so)
}

export function outcomeOf(after: MatterState, act: DoneAct, so: DoneSoFar): ActOutcome {
  return {
    ...{ matterId: after.id, number: after.number, revision: after.revision },
    ...{ phases: after.phases, status: after.status, act: act.id, label: act.label, ordinal: act.ordinal },
    ...{ wasDone: false, documents: so.documents, written: so.written },
  }
}

export const nothingSoFar: DoneSoFar = { due: undefined, documents: [], written: [], publications: [] }

/** Each effect sees what those before it did. */
export async function runEffects(
  context: CommandContext,
  { effects }: Matters,
  deed: Omit<Deed, 'so'>,
): Promise<DoneSoFar> {
  let so = nothingSoFar
  for (const effect of effects) so = added(so, await effect.run(context, { ...deed, so }))
  return so
}

function added(so: DoneSoFar, outcome: EffectOutcome | undefined): DoneSoFar {
  if (outcome === undefined) return so
  return {
    due: outcome.due ?? so.due,
    documents: [...so.documents, ...(outcome.documents ?? [])],
    written: [...so.written, ...(outcome.written ?? [])],
    publications: [...so.publications, ...(outcome.publications ?? [])],
  }
}

export function materialsInHand(
  declaration: MatterDeclaration,
  values: Readonly<Record<string, unknown>>,
  { materials }: Pick<Hand, 'materials'>,
): Deed['materials'] {
  const given = givenMaterials(materials)
  const { missing, later } = missingMaterials(declaration, values, given)
  const promised = materials.filter(({ status }) => status === 'later').map(({ material }) => material)
  const isPromised = (id: string) => promised.includes(id)
  return {
    given,
    missing: missing.map(({ id }) => id).filter((id) => !isPromised(id)),
    later: [...new Set([...later.map(({ id }) => id), ...promised])],
  }
}

function afterAct(
  { secrets, jurisdiction, now, today, actor }: CommandContext,
  matter: MatterState,
  declaration: MatterDeclaration,
  { id, move, capacity, changes, kind }: PlannedAct,
  values: Readonly<Record<string, unknown>>,
): MatterState {
  const standing = move?.standing ?? matter
  const { values: corrected, ...others } = changes
  const stored =
    corrected === undefined
      ? matter.storedValues
      : {
          ...matter.storedValues,
          ...sealValues(secrets, ownerOfValues(jurisdiction, matter.id), declaration, corrected),
        }
  const takes = kind === 'declared' && capacity === 'handler' && matter.handlerAccount === null
  return {
    ...matter,
    ...(takes && actor.accountId !== undefined ? { handlerAccount: actor.accountId, handlerLabel: actor.label } : {}),
    ...others,
    snapshot: standing.snapshot,
    phases: standing.phases,
    status: standing.status,
    turn: standing.turn,
    outcome: standing.outcome,
    storedValues: stored,
    title: corrected === undefined ? matter.title : titleOf(declaration, values, matter.title),
    acceptedOn: matter.acceptedOn ?? (id === 'accept' ? today : null),
    endedOn: standing.status === 'ended' ? (matter.status === 'ended' ? matter.endedOn : today) : null,
    actCount: matter.actCount + 1,
    revision: matter.revision + 1,
    lastActAt: now,
  }
}
