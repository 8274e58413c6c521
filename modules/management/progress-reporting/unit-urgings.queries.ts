import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { UnitRef } from '@qiangxian/kernel/parties/unit-ref'
import { stepLabel } from '@qiangxian/kernel/progress/ladder'
import type { Urging } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'
import type { Static } from 'typebox'

interface UrgingRecord {
  id: string
  dutyId: string
  dutyTitle: string
  step: string
  number: string | null
  on: string
  words: string
  by: string
  byAccount: string | null
  replies: { id: string; words: string; at: string; by: string }[]
}

const mostShown = 100

/** What the unit was urged to since a day, the last first, with what it answered. */
export async function urgingsOf(
  { tx, jurisdiction }: QueryContext,
  unit: UnitRef,
  since: string,
): Promise<Static<typeof Urging>[]> {
  const { rows } = await sql<UrgingRecord>`
    select u.id, u.duty_id as "dutyId", d.title as "dutyTitle", u.step, u.number, u.on_date as on, u.words,
      u.by_label as by, u.by_account as "byAccount",
      (select coalesce(json_agg(json_build_object('id', a.id, 'words', a.words, 'by', a.by_label,
          'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.at), '[]')
        from urging_reply a where a.jurisdiction = ${jurisdiction} and a.urging_id = u.id) as replies
    from urging u join duty d on d.jurisdiction = ${jurisdiction} and d.id = u.duty_id
    where u.jurisdiction = ${jurisdiction} and u.party_id = ${unit.id} and u.at >= ${`${since}T00:00:00+08:00`}
    order by u.at desc, u.id desc limit ${mostShown}`.execute(tx)
  return rows.map(({ byAccount, ...urging }) => ({
    ...urging,
    unit: { ...unit },
    label: { ...stepLabel(urging.step) },
    automatic: byAccount === null && urging.step !== 'manual',
  }))
}
