import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { MatterState } from './effects.types.ts'
import { matterErrors } from './matter-errors.ts'
import { mattersSeenBy } from './sight.ts'

const columns = sql`
  m.id, m.number, m.matter_type as type, m.version, m.area, m.title, m.snapshot, m.phases, m.status, m.turn, m.outcome,
  m.unit_id as "unitId", p.name as "unitName", m.handler_account as "handlerAccount",
  m.handler_label as "handlerLabel", m.entrance, m.applicant_label as "applicantLabel",
  m.applicant_account as "applicantAccount", m.applicant_visit as "applicantVisit",
  m.applicant_record as "applicantRecord", m.phone_blind as "phoneBlind", m.phone_cipher as "phoneCipher",
  m.email_cipher as "emailCipher", m.values as "storedValues", m.due_on::text as "dueOn", m.due_limit as "dueLimit",
  m.urged, m.act_count as "actCount", m.revision, m.submitted_at as "submittedAt",
  m.submitted_on::text as "submittedOn", m.accepted_on::text as "acceptedOn", m.ended_on::text as "endedOn",
  m.last_act_at as "lastActAt", m.parent_id as "parentId", m.demonstration`

/** A matter that the reader sees; undefined where there is none. */
export async function findMatter(context: QueryContext, matterId: string): Promise<MatterState | undefined> {
  return readMatter(context, matterId, mattersSeenBy(context), false)
}

/** @throws matter.unknown */
export async function getMatter(context: QueryContext, matterId: string): Promise<MatterState> {
  const matter = await findMatter(context, matterId)
  if (matter === undefined) throw matterErrors.unknown({ id: matterId })
  return matter
}

/**
 * A matter that is going to be acted on: nobody else acts on it until this transaction is over.
 *
 * @param sight who may find it; left out: whoever sees it
 * @throws matter.unknown
 */
export async function lockMatter(
  context: QueryContext,
  matterId: string,
  sight: RawBuilder<boolean> = mattersSeenBy(context),
): Promise<MatterState> {
  const matter = await readMatter(context, matterId, sight, true)
  if (matter === undefined) throw matterErrors.unknown({ id: matterId })
  return matter
}

export async function readMatter(
  { tx, jurisdiction }: QueryContext,
  matterId: string,
  sight: RawBuilder<boolean>,
  isLocked: boolean,
): Promise<MatterState | undefined> {
  const { rows } = await sql<MatterState>`
    select ${columns}
    from matter m join party p on p.jurisdiction = ${jurisdiction} and p.id = m.unit_id
    where m.jurisdiction = ${jurisdiction} and m.id = ${matterId} and ${sight}
    ${isLocked ? sql`for update of m` : sql``}`.execute(tx)
  return rows[0]
}
