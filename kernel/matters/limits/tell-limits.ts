import { sql } from 'kysely'
import { announceToApplicant } from '../../channels/announce-to-applicant.ts'
import type { CommandContext } from '../../operations/context.ts'
import type { MovedDay } from '../../rules/recount.types.ts'
import type { MatterState } from '../effects.types.ts'
import type { MovedLimit } from './recount-limits.ts'

type Told = Pick<
  MatterState,
  'id' | 'number' | 'unitId' | 'handlerAccount' | 'applicantAccount' | 'phoneCipher' | 'emailCipher' | 'demonstration'
>

/** Who handles a matter is told by the caller; whoever applied is told here, where the time is theirs. */
export async function tellLimits(context: CommandContext, days: readonly MovedLimit[]): Promise<readonly MovedDay[]> {
  if (days.length === 0) return []
  const { tx, jurisdiction } = context
  const ids = [...new Set(days.map(({ matterId }) => matterId))]
  const { rows } = await sql<Told>`
    select id, number, unit_id as "unitId", handler_account as "handlerAccount", applicant_account as "applicantAccount",
      phone_cipher as "phoneCipher", email_cipher as "emailCipher", demonstration
    from matter where jurisdiction = ${jurisdiction} and id = any(${ids}::text[])`.execute(tx)
  const matters = new Map(rows.map((row) => [row.id, row]))
  const moved: MovedDay[] = []
  for (const { matterId, label, whose, before, after } of days) {
    const matter = matters.get(matterId)
    if (matter === undefined) continue
    const { handlerAccount, unitId, number, demonstration } = matter
    moved.push({
      ...(handlerAccount === null
        ? { to: { partyRoles: [{ partyId: unitId, role: 'caseOfficer' }] }, addressee: unitId }
        : { to: { accountIds: [handlerAccount] }, addressee: handlerAccount }),
      ...{ what: `${number} ${label}`, before, after, path: `/matters/${matterId}`, demonstration },
    })
    if (whose !== 'applicant') continue
    await announceToApplicant(context, matter, {
      kind: 'matter.limitMoved',
      title: `${label}的最后一天有变`,
      body: `因节假日安排有变，办件 ${number} 的“${label}”改为 ${after}（原为 ${before}）。`,
    })
  }
  return moved
}
