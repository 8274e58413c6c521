import { sql } from 'kysely'
import { newId } from '../ids/new-id.ts'
import { hintJob } from '../jobs/job-hints.ts'
import type { CommandContext } from '../operations/context.ts'
import type { Announcement } from './announcement.ts'
import { dispatchJobId } from './dispatch.job.ts'

/** What an announcement needs of the command that makes it. */
export type AnnouncingContext = Pick<CommandContext, 'tx' | 'jurisdiction' | 'now' | 'afterCommit'>

/**
 * Announces something, in the transaction of the command: it goes out when that is committed, and never when it fails.
 *
 * @example
 * await announce(context, {
 *   to: { partyIds: [report.partyId] },
 *   kind: 'report.returned',
 *   title: '10 月报送被退回',
 *   body: '缺少合同扫描件',
 *   path: `/reports/${report.id}`,
 *   subject: { kind: 'report', id: report.id },
 * })
 */
export function announce(context: AnnouncingContext, announcement: Announcement): Promise<void> {
  return announceAll(context, [announcement])
}

/** rows of one statement; as JSON they are a single parameter, so only their weight counts */
const rowsAStatement = 2_000

/** Announces many things in one go. */
export async function announceAll(context: AnnouncingContext, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return
  const { tx, jurisdiction, now } = context
  for (let from = 0; from < announcements.length; from += rowsAStatement) {
    const rows = announcements.slice(from, from + rowsAStatement).map((announcement) => rowOf(announcement, now))
    await sql`
      insert into outbox (jurisdiction, id, topic, payload, key, demonstration, created_at)
      select ${jurisdiction}, id, topic, payload, key, demonstration, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (id text, topic text, payload jsonb, key text, demonstration boolean)
      on conflict (jurisdiction, topic, key) do nothing`.execute(tx)
  }
  context.afterCommit(() => hintJob(jurisdiction, dispatchJobId))
}

function rowOf({ kind, key, demonstration, to, title, body, path, subject }: Announcement, now: Date) {
  // Found now, by whoever wrote the call, and not again and again when it is to be delivered.
  if (title.trim() === '' || !path.startsWith('/')) throw new Error(`${kind} has no title or no path: ${title} ${path}`)
  const payload = { to, title, body, path, subject }
  return { id: newId(now), topic: kind, payload, key: key ?? null, demonstration: demonstration ?? false }
}
