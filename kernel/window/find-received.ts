import { sql } from 'kysely'
import { nowOf } from '../matters/applying/own-matters.ts'
import { mattersReceivedBy } from '../matters/sight.ts'
import { matterVersion } from '../matters/versions.ts'
import type { QueryContext } from '../operations/context.ts'
import type { WindowMatterRow } from './window.schemas.ts'

const shown = 30

interface Line extends Omit<WindowMatterRow, 'typeLabel' | 'now'> {
  readonly version: number
  readonly phases: readonly string[]
}

/**
 * Cases received at the reader's hall, those in hand first, the one touched last on top.
 *
 * @param q a part of the number, of the applicant's label or of the title; a whole telephone number is compared blind
 */
export async function findReceived(context: QueryContext, q: string): Promise<WindowMatterRow[]> {
  const { tx, jurisdiction, secrets } = context
  const words = q.normalize('NFKC').trim()
  const digits = words.replaceAll(/[\s-]/g, '')
  const like = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const asked =
    words === ''
      ? sql``
      : /^(?:\+?86)?1\d{10}$/.test(digits)
        ? sql`and m.phone_blind = ${secrets.blind(digits, jurisdiction)}`
        : sql`and (m.number ilike ${like} or m.applicant_label ilike ${like} or m.title ilike ${like})`
  const { rows } = await sql<Line>`
    select m.id, m.number, m.matter_type as type, m.version, m.title, m.phases, m.status, m.turn,
      m.applicant_label as applicant, m.due_on as "dueOn", m.submitted_on as "submittedOn", m.ended_on as "endedOn",
      m.demonstration
    from matter m where m.jurisdiction = ${jurisdiction} and ${mattersReceivedBy(context)} ${asked}
    order by (m.status = 'ended'), m.last_act_at desc, m.id desc limit ${shown}`.execute(tx)
  const found: WindowMatterRow[] = []
  for (const { version, phases, ...row } of rows) {
    const declaration = await matterVersion(context, row.type, version)
    found.push({ ...row, typeLabel: declaration.label, now: nowOf(declaration, row.status, phases) })
  }
  return found
}
