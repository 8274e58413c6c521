import { sql } from 'kysely'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext } from '../../operations/context.ts'
import { entitiesActedFor, entityRegister } from '../../registers/sight.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import { matterErrors } from '../matter-errors.ts'
import type { Matters } from '../matters.ts'
import { newestVersion } from '../versions.ts'
import { draftErrors } from './draft-errors.ts'
import { partyOfDraft, sealTold, type ToldParty } from './draft-party.ts'
import { type DraftEntry, type DraftState, getDraft, ownDrafts } from './draft-row.ts'
import { draftSettings } from './draft-settings.ts'
import { sealEntries } from './draft-values.ts'
import { prefillFields } from './prefill.ts'
import { keptUntil } from './touch-draft.ts'

type Entrance = DraftState['entrance']

/** Who begins, and for whom. */
export interface DraftBeginning {
  readonly type: string
  readonly entrance: Entrance
  readonly accountId?: string | undefined
  readonly visitId?: string | undefined
  readonly deskAccount?: string | undefined
  readonly receptionId?: string | undefined
  readonly ticketId?: string | undefined
  readonly recordId?: string | undefined
  readonly told?: ToldParty | undefined
  readonly partyLabel?: string | undefined
  readonly phoneBlind?: string | undefined
}

/**
 * Begins a form for whoever asks: an account, for itself or for the enterprise for which it acts; a visit; or somebody who
 * does not say who they are, where the matter may be filed so.
 *
 * @throws matter.typeUnknown, matter.wrongEntrance, draft.whoAreYou, draft.otherEntity, draft.tooMany
 */
export async function beginOwnDraft(
  context: CommandContext,
  matters: Matters,
  input: { readonly type: string; readonly applicantRecord?: string | undefined },
): Promise<DraftState> {
  const { actor } = context
  const { declaration } = await declarationNow(context, input.type)
  await refuseTooMany(context)
  if (actor.accountId !== undefined) {
    const recordId = await entityOf(context, matters, input.applicantRecord)
    return beginDraft(context, matters, { type: input.type, entrance: 'account', accountId: actor.accountId, recordId })
  }
  const { visit } = actor
  if (visit === undefined) throw draftErrors.whoAreYou({ label: declaration.label })
  return beginDraft(context, matters, {
    ...{ type: input.type, visitId: visit.id, phoneBlind: visit.phoneBlind },
    entrance: visit.isAnonymous === true ? 'anonymous' : 'visit',
  })
}

/**
 * Writes the draft, on the newest version, filled with what is known. Its maker finds it again; the journal keeps only that
 * personal data of a register was opened for it: a form that is being typed is nobody's act yet.
 */
export async function beginDraft(
  context: CommandContext,
  matters: Matters,
  beginning: DraftBeginning,
): Promise<DraftState> {
  const { tx, jurisdiction, now } = context
  const { version, declaration } = await declarationNow(context, beginning.type)
  if (!declaration.entrances.includes(beginning.entrance)) throw wrongEntrance(declaration)
  const id = newId(now)
  await tx
    .insertInto('matter_draft')
    .values({
      ...{ jurisdiction, id, matter_type: beginning.type, version, entrance: beginning.entrance },
      account_id: beginning.accountId ?? null,
      visit_id: beginning.visitId ?? null,
      desk_account: beginning.deskAccount ?? null,
      reception_id: beginning.receptionId ?? null,
      ticket_id: beginning.ticketId ?? null,
      party_label: beginning.partyLabel ?? null,
      party_cipher: beginning.told === undefined ? null : sealTold(context, id, beginning.told),
      phone_blind: beginning.phoneBlind ?? null,
      applicant_record: beginning.recordId ?? null,
      ...{ entries: '{}', origins: '{}', step: declaration.form.steps[0]?.id ?? '', revision: 1 },
      ...{ created_at: now, updated_at: now, expires_at: keptUntil(context, beginning.entrance) },
    })
    .execute()
  const draft = await getDraft(context, id, { where: sql<boolean>`d.jurisdiction = ${jurisdiction}` })
  return fillWithKnown(context, matters, declaration, draft)
}

async function fillWithKnown(
  context: CommandContext,
  matters: Matters,
  declaration: MatterDeclaration,
  draft: DraftState,
): Promise<DraftState> {
  const { tx, jurisdiction, now } = context
  const party = await partyOfDraft(context, draft)
  const { fields, opened } = await prefillFields(context, matters.registers, declaration, {
    party,
    values: {},
    wanted: () => true,
  })
  const at = now.toISOString()
  const entries: Record<string, DraftEntry> = {}
  for (const [name, { value }] of Object.entries(fields))
    entries[name] = { value, by: 'prefill', at, revision: draft.revision }
  const kept = {
    entries: sealEntries(context, draft.id, declaration, entries),
    origins: Object.fromEntries(Object.entries(fields).map(([name, { origin }]) => [name, origin])),
  }
  await tx
    .updateTable('matter_draft')
    .set({ entries: JSON.stringify(kept.entries), origins: JSON.stringify(kept.origins) })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', draft.id)
    .execute()
  if (opened.length === 0) context.unchanged()
  await context.recordAll(
    opened.map(({ register, record, fields: names }) => ({
      subject: { kind: register, id: record },
      before: null,
      after: { disclosed: [...names], draft: draft.id },
      reason: `带入“${declaration.label}”申请表，由申请人确认`,
    })),
  )
  return { ...draft, ...kept }
}

/** @throws matter.typeUnknown */
export async function declarationNow(context: CommandContext, type: string) {
  const newest = await newestVersion(context, type)
  if (newest === undefined) throw matterErrors.typeUnknown({ type })
  return newest
}

const wayLabels: Readonly<Record<Entrance, { readonly zh: string; readonly en: string }>> = {
  account: { zh: '登录账号', en: 'an account' },
  visit: { zh: '手机验证码', en: 'a code by telephone' },
  anonymous: { zh: '匿名', en: 'anonymously' },
  window: { zh: '窗口', en: 'the window' },
  staff: { zh: '工作人员', en: 'staff' },
}

function wrongEntrance({ label, entrances }: MatterDeclaration) {
  const ways = entrances.map((entrance) => wayLabels[entrance])
  return matterErrors.wrongEntrance({
    label,
    ways: { zh: ways.map(({ zh }) => zh).join('、'), en: ways.map(({ en }) => en).join(', ') },
  })
}

/** The enterprise for which an account applies: the one that was named, or the only one. @throws draft.otherEntity */
async function entityOf(
  context: CommandContext,
  { registers }: Matters,
  named: string | undefined,
): Promise<string | undefined> {
  const register = entityRegister(registers)
  const own = register === undefined ? [] : await entitiesActedFor(context, register)
  if (named === undefined) return own.length === 1 ? own[0] : undefined
  if (!own.includes(named)) throw draftErrors.otherEntity({})
  return named
}

async function refuseTooMany(context: CommandContext): Promise<void> {
  const most = draftSettings(context.county).mostDrafts
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from matter_draft d
    where d.jurisdiction = ${context.jurisdiction} and ${ownDrafts(context)} and d.desk_account is null
      and d.matter_id is null`.execute(context.tx)
  if ((rows[0]?.n ?? 0) >= most) throw draftErrors.tooMany({ most })
}
