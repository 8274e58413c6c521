import { sql } from 'kysely'
import type { CommandContext } from '../../operations/context.ts'
import { deleteDrafts } from './forget-files.ts'

/** rows of one step; the job repeats it until nothing is left */
const atATime = 500
/** a visit is needed as long as a draft of it may be taken up again, and a submitted draft to answer a second sending */
const visitKeptDays = 180
const submittedKeptDays = 30

export interface Expired {
  readonly drafts: number
  readonly visits: number
}

/** Forgets drafts whose time is over, with their materials, and visits that nobody can come back to. */
export async function expireDrafts(context: CommandContext): Promise<Expired> {
  const { tx, jurisdiction, now } = context
  const before = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)
  const { rows: drafts } = await sql<{ id: string }>`
      select id from matter_draft
      where jurisdiction = ${jurisdiction} and ((matter_id is null and expires_at <= ${now})
        or (matter_id is not null and updated_at < ${before(submittedKeptDays)}))
      order by id limit ${atATime}`.execute(tx)
  await deleteDrafts(
    context,
    drafts.map(({ id }) => id),
  )
  const visits = await sql`
    delete from visit where jurisdiction = ${jurisdiction} and id in (
      select id from visit v where v.jurisdiction = ${jurisdiction} and v.expires_at < ${before(visitKeptDays)}
        and not exists (select from matter_draft d where d.jurisdiction = ${jurisdiction} and d.visit_id = v.id)
      order by id limit ${atATime})`.execute(tx)
  return { drafts: drafts.length, visits: Number(visits.numAffectedRows ?? 0n) }
}
