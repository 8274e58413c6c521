import { sql } from 'kysely'
import Type from 'typebox'
import { newId } from '../ids/new-id.ts'
import { defineCommand } from '../operations/operation.ts'

const AnnouncedNotice = Type.Object({
  outboxId: Type.String(),
  accountIds: Type.Array(Type.String()),
  kind: Type.String(),
  title: Type.String(),
  body: Type.String(),
  path: Type.String(),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  announcedAt: Type.String({ description: 'instant, ISO 8601' }),
  demonstration: Type.Boolean(),
})

/**
 * Leaves notices for accounts. Part of no interface: the channel inside the platform runs it for the dispatcher.
 *
 * An account that has the notice of an announcement already gets no second one, so that a delivery may be repeated.
 */
export const deliverNotices = defineCommand({
  id: 'notice.deliver',
  label: { zh: '送达站内消息', en: 'Deliver notices' },
  about: { zh: '系统任务：把通知写成各账号的站内消息。', en: 'The dispatcher leaves notices for accounts.' },
  permission: 'clock.run',
  route: { method: 'POST', path: '/notices/delivery' },
  input: Type.Object({ announcements: Type.Array(AnnouncedNotice) }),
  output: Type.Object({ notices: Type.Integer() }),
  run: async (context, { announcements }) => {
    const { tx, jurisdiction } = context
    const rows = announcements.flatMap((announcement) => {
      const at = new Date(announcement.announcedAt)
      return announcement.accountIds.map((accountId) => ({
        id: newId(at),
        outbox_id: announcement.outboxId,
        account_id: accountId,
        kind: announcement.kind,
        title: announcement.title,
        body: announcement.body,
        path: announcement.path,
        subject_kind: announcement.subject.kind,
        subject_id: announcement.subject.id,
        demonstration: announcement.demonstration,
        created_at: announcement.announcedAt,
      }))
    })
    const { numAffectedRows } = await sql`
      insert into notice (jurisdiction, id, outbox_id, account_id, kind, title, body, path, subject_kind, subject_id,
        demonstration, created_at)
      select ${jurisdiction}, id, outbox_id, account_id, kind, title, body, path, subject_kind, subject_id,
        demonstration, created_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id text, outbox_id text, account_id text,
        kind text, title text, body text, path text, subject_kind text, subject_id text, demonstration boolean,
        created_at timestamptz)
      on conflict (jurisdiction, outbox_id, account_id) do nothing`.execute(tx)
    const notices = Number(numAffectedRows ?? 0)
    if (notices === 0) context.unchanged()
    else await context.record(entryOf(announcements, notices))
    return { notices }
  },
})

/** One entry for the batch: what was said stands in the journal of what it is about, and in the notices. */
function entryOf(announcements: readonly { readonly outboxId: string; readonly kind: string }[], notices: number) {
  const kinds: Record<string, number> = {}
  for (const { kind } of announcements) kinds[kind] = (kinds[kind] ?? 0) + 1
  return {
    subject: { kind: 'outbox', id: announcements[0]?.outboxId ?? '' },
    before: null,
    after: { announcements: announcements.length, notices, kinds },
  }
}
