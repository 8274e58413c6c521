import { sql } from 'kysely'
import { announceToApplicant } from '../../channels/announce-to-applicant.ts'
import { civilDateInChina } from '../../clock/civil-date.ts'
import { putOffDay } from '../../rules/moved-day.ts'
import type { MovedDay, Recount } from '../../rules/recount.types.ts'
import type { MatterState } from '../effects.types.ts'

interface Owed
  extends Pick<
    MatterState,
    'number' | 'applicantAccount' | 'phoneCipher' | 'emailCipher' | 'demonstration' | 'unitId' | 'handlerAccount'
  > {
  readonly id: string
  readonly matterId: string
  readonly label: string
  readonly at: Date
  readonly laterBy: string
}

/**
 * 容缺后补: by when a promised material comes. Whoever promised holds a receipt with a day on it: it is put off, and never
 * brought forward.
 */
export const recountLaterMaterials: Recount = {
  id: 'laterMaterial',
  label: '容缺材料补交日期',
  run: async (context, change) => {
    const { tx, jurisdiction, today } = context
    const { rows } = await sql<Owed>`
      select t.id, t.label, t.at, t.later_by as "laterBy", m.id as "matterId", m.number, m.unit_id as "unitId",
        m.applicant_account as "applicantAccount", m.phone_cipher as "phoneCipher", m.email_cipher as "emailCipher",
        m.handler_account as "handlerAccount", m.demonstration
      from matter_material t join matter m on m.jurisdiction = ${jurisdiction} and m.jurisdiction = t.jurisdiction
        and m.id = t.matter_id
      where t.jurisdiction = ${jurisdiction} and t.status = 'later' and m.status <> 'ended'
        and t.later_by >= ${[today, change.from].sort()[1] ?? today}
      order by t.id for update of t`.execute(tx)
    const changes = rows.flatMap((row) => {
      const after = putOffDay(civilDateInChina(row.at), row.laterBy, change)
      return after === row.laterBy ? [] : [{ ...row, after }]
    })
    if (changes.length > 0) {
      const given = JSON.stringify(changes.map(({ id, after }) => ({ id, after })))
      await sql`
        update matter_material t set later_by = given.after
        from jsonb_to_recordset(${given}::jsonb) as given (id text, after date)
        where t.jurisdiction = ${jurisdiction} and t.id = given.id`.execute(tx)
    }
    for (const { matterId, label, number, after, ...owed } of changes) {
      await announceToApplicant(
        context,
        { ...owed, id: matterId, number },
        {
          kind: 'matter.laterMaterialPutOff',
          title: `补交日期顺延：${label}`,
          body: `因节假日安排有变，办件 ${number} 的“${label}”可在 ${after} 前补交。`,
        },
      )
    }
    return {
      changed: changes.length,
      moved: changes.map(
        ({ handlerAccount, unitId, number, label, laterBy, after, matterId, demonstration }): MovedDay => ({
          ...(handlerAccount === null
            ? { to: { partyRoles: [{ partyId: unitId, role: 'caseOfficer' }] }, addressee: unitId }
            : { to: { accountIds: [handlerAccount] }, addressee: handlerAccount }),
          ...{ what: `${number} ${label}`, before: laterBy, after, path: `/matters/${matterId}`, demonstration },
        }),
      ),
    }
  },
}
