import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import { sql } from 'kysely'
import { announceToApplicant } from '../../channels/announce-to-applicant.ts'
import type { CommandContext } from '../../operations/context.ts'
import { announce } from '../../outbox/announce.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import type { MatterState } from '../effects.types.ts'

/** working days before the day on which whoever promised is reminded */
const remindBefore = 2
const atATime = 200

interface Owed
  extends Pick<
    MatterState,
    'number' | 'applicantAccount' | 'phoneCipher' | 'emailCipher' | 'demonstration' | 'unitId'
  > {
  readonly materialId: string
  readonly matterId: string
  readonly label: string
  readonly laterBy: string
  readonly handlerAccount: string | null
  readonly isOver: boolean
}

/**
 * 容缺后补: reminds whoever promised a material two working days before its day, and tells the officer when the day has
 * gone by. Each is said once, whatever the job does: what was said stands in the outbox by its key.
 *
 * @returns how many were told
 */
export async function remindLaterMaterials(context: CommandContext): Promise<number> {
  const { tx, jurisdiction, today } = context
  const soon = addWorkingDays(today, remindBefore, await calendarOf(context)).due
  const { rows } = await sql<Owed>`
    select t.id as "materialId", t.label, t.later_by as "laterBy", t.later_by < ${today} as "isOver", m.id as "matterId",
      m.number, m.applicant_account as "applicantAccount", m.phone_cipher as "phoneCipher",
      m.email_cipher as "emailCipher", m.demonstration, m.handler_account as "handlerAccount", m.unit_id as "unitId"
    from matter_material t join matter m on m.jurisdiction = ${jurisdiction} and m.jurisdiction = t.jurisdiction
      and m.id = t.matter_id
    where t.jurisdiction = ${jurisdiction} and t.status = 'later' and t.later_by <= ${soon} and m.status <> 'ended'
      and not exists (select from outbox o where o.jurisdiction = ${jurisdiction} and o.topic = 'matter.laterMaterial'
        and o.key = t.id || (case when t.later_by < ${today} then ':over' else ':soon' end))
    order by t.later_by, t.id limit ${atATime}`.execute(tx)
  for (const owed of rows) await tell(context, owed)
  return rows.length
}

async function tell(context: CommandContext, owed: Owed): Promise<void> {
  const { matterId, number, label, laterBy, isOver } = owed
  const body = isOver
    ? `办件 ${number} 承诺于 ${laterBy} 前补交的“${label}”还没有收到。`
    : `办件 ${number} 的“${label}”请于 ${laterBy} 前补交。`
  const title = isOver ? `容缺材料到期未交：${label}` : `容缺材料将到期：${label}`
  // The officer's announcement is the mark that it was said, so it is made in any case.
  await announce(context, {
    to:
      owed.handlerAccount === null
        ? { partyRoles: [{ partyId: owed.unitId, role: 'caseOfficer' }] }
        : { accountIds: [owed.handlerAccount] },
    ...{ kind: 'matter.laterMaterial', title, body, path: `/matters/${matterId}` },
    subject: { kind: 'matter', id: matterId },
    key: `${owed.materialId}${isOver ? ':over' : ':soon'}`,
  })
  await announceToApplicant(context, { ...owed, id: matterId }, { kind: 'matter.laterMaterialOwed', title, body })
}
