import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import type { SealedValue } from '../form/sealed-values.ts'
import { draftErrors } from './draft-errors.ts'

export type TypedBy = 'applicant' | 'clerk' | 'prefill'

/** One field of a draft: what was typed, who typed it, when, and at which revision of the draft. */
export interface DraftEntry {
  readonly value: unknown
  readonly by: TypedBy
  readonly at: string
  readonly revision: number
}

/** A personal value stands sealed in the place of the value. */
export type StoredEntry = Omit<DraftEntry, 'value'> & { readonly value: unknown | SealedValue }

/** Where a value came from that nobody typed here, and whether the applicant said that it may be used. */
export interface PrefillOrigin {
  readonly from: 'entity' | 'person' | 'link' | 'earlier'
  /** in words for the page: 主体名录，上次填报（YX-IP-…） */
  readonly words: string
  readonly register?: string
  readonly record?: string
  readonly matter?: string
  /** what it may be used for: this matter type and no other (国令第716号第七条) */
  readonly purpose: string
  readonly confirmed: boolean
}

export interface DraftState {
  readonly id: string
  readonly type: string
  readonly version: number
  readonly entrance: 'account' | 'visit' | 'anonymous' | 'window' | 'staff'
  readonly accountId: string | null
  readonly visitId: string | null
  readonly deskAccount: string | null
  readonly receptionId: string | null
  readonly ticketId: string | null
  readonly partyLabel: string | null
  readonly partyCipher: Uint8Array | null
  readonly phoneBlind: string | null
  readonly applicantRecord: string | null
  readonly entries: Readonly<Record<string, StoredEntry>>
  readonly origins: Readonly<Record<string, PrefillOrigin>>
  readonly step: string
  readonly revision: number
  readonly twinHash: string | null
  readonly twinExpiresAt: Date | null
  readonly twinSeenAt: Date | null
  readonly updatedAt: Date
  readonly expiresAt: Date
  readonly matterId: string | null
}

const columns = sql`
  d.id, d.matter_type as type, d.version, d.entrance, d.account_id as "accountId", d.visit_id as "visitId",
  d.desk_account as "deskAccount", d.reception_id as "receptionId", d.ticket_id as "ticketId",
  d.party_label as "partyLabel", d.party_cipher as "partyCipher", d.phone_blind as "phoneBlind",
  d.applicant_record as "applicantRecord", d.entries, d.origins, d.step, d.revision, d.twin_hash as "twinHash",
  d.twin_expires_at as "twinExpiresAt", d.twin_seen_at as "twinSeenAt", d.updated_at as "updatedAt",
  d.expires_at as "expiresAt", d.matter_id as "matterId"`

/**
 * Which drafts are the reader's own: by their account, by the telephone number that they showed, in the browser of an
 * anonymous visit, or received by their hand at the window. Nobody else finds them, in whatever office.
 */
export function ownDrafts({ actor, jurisdiction, now }: QueryContext): RawBuilder<boolean> {
  const { accountId, visit } = actor
  const ways = [
    ...(accountId === undefined ? [] : [sql`d.account_id = ${accountId}`, sql`d.desk_account = ${accountId}`]),
    ...(visit === undefined ? [] : [sql`(d.phone_blind = ${visit.phoneBlind} and d.visit_id is not null)`]),
  ]
  const own = ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` or `)})`
  return sql<boolean>`d.jurisdiction = ${jurisdiction} and d.expires_at > ${now} and ${own}`
}

/** The one draft to which this screen was paired at the window. */
export function twinDraft({ actor, jurisdiction, now }: QueryContext): RawBuilder<boolean> {
  const id = actor.twin?.draftId ?? ''
  return sql<boolean>`d.jurisdiction = ${jurisdiction} and d.expires_at > ${now} and d.id = ${id} and d.matter_id is null`
}

/** @throws draft.unknown */
export async function getDraft(
  context: QueryContext,
  draftId: string,
  { lock = false, where = ownDrafts(context) }: { readonly lock?: boolean; readonly where?: RawBuilder<boolean> } = {},
): Promise<DraftState> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<DraftState>`
    select ${columns} from matter_draft d
    where d.jurisdiction = ${jurisdiction} and d.id = ${draftId} and ${where}
    ${lock ? sql`for update` : sql``}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw draftErrors.unknown({ id: draftId })
  return row
}

/**
 * Whether somebody typed into a draft since: by its number alone, which is asked for several times a second.
 *
 * @throws draft.unknown
 */
export async function revisionOf(
  { tx, jurisdiction }: QueryContext,
  draftId: string,
  where: RawBuilder<boolean>,
): Promise<{ readonly revision: number; readonly isSubmitted: boolean }> {
  const { rows } = await sql<{ revision: number; isSubmitted: boolean }>`
    select d.revision, d.matter_id is not null as "isSubmitted" from matter_draft d
    where d.jurisdiction = ${jurisdiction} and d.id = ${draftId} and ${where}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw draftErrors.unknown({ id: draftId })
  return row
}

/** @throws draft.unknown, draft.submitted */
export async function lockOpenDraft(
  context: QueryContext,
  draftId: string,
  where: RawBuilder<boolean> = ownDrafts(context),
): Promise<DraftState> {
  const draft = await getDraft(context, draftId, { lock: true, where })
  if (draft.matterId !== null) throw draftErrors.submitted({})
  return draft
}

/** The reader's drafts that are not submitted, the one last touched first. */
export async function listOwnDrafts(context: QueryContext): Promise<readonly DraftState[]> {
  const { rows } = await sql<DraftState>`
    select ${columns} from matter_draft d
    where d.jurisdiction = ${context.jurisdiction} and ${ownDrafts(context)} and d.matter_id is null
    order by d.updated_at desc, d.id limit 200`.execute(context.tx)
  return rows
}

/** To whom what is sealed in a draft belongs: moved to another it does not open. */
export function ownerOfDraft(jurisdiction: string, draftId: string): string {
  return `${jurisdiction}/draft/${draftId}`
}
