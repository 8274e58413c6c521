import { type SqlBool, sql } from 'kysely'
import Type from 'typebox'
import type { Localized } from '../errors/define-errors.ts'
import type { QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'

export const NoticeRow = Type.Object({
  id: Type.String(),
  kind: Type.String({ description: 'subject.event, as report.returned' }),
  title: Type.String(),
  body: Type.String(),
  path: Type.String({ description: 'the page that shows it' }),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  demonstration: Type.Boolean(),
  announcedAt: Type.String(),
  readAt: Type.Union([Type.String(), Type.Null()]),
})

/** as far as unread notices are counted: a badge says 999+ beyond */
const countedTo = 999

export const UnreadCount = Type.Object({
  count: Type.Integer({ minimum: 0, maximum: countedTo }),
  more: Type.Boolean({ description: `there are more than ${countedTo}` }),
})

export const listNotices = defineQuery({
  id: 'notice.list',
  label: { zh: '我的消息', en: 'My notices' },
  about: {
    zh: '按时间倒序列出自己的消息，可只看未读。',
    en: 'One’s own notices, newest first; may be narrowed to those that were not read.',
  },
  permission: 'notice.own',
  route: { method: 'GET', path: '/notices' },
  cli: 'notice list',
  input: Type.Object({
    unread: Type.Optional(Type.Boolean({ description: 'only those that were not read' })),
    before: Type.Optional(Type.String({ maxLength: 64, description: 'id of a notice: those that are older' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 30 })),
  }),
  output: Type.Object({
    notices: Type.Array(NoticeRow),
    next: Type.Union([Type.String(), Type.Null()]),
    unread: UnreadCount,
  }),
  run: async (context, input) => {
    const { tx, jurisdiction } = context
    const accountId = ownAccountId(context, listNotices.label)
    const limit = input.limit ?? 30
    let query = tx
      .selectFrom('notice')
      .selectAll()
      .where('jurisdiction', '=', jurisdiction)
      .where('account_id', '=', accountId)
    if (input.unread === true) query = query.where('read_at', 'is', null)
    if (input.before !== undefined) {
      // A notice of somebody else marks no place: nothing is older than it.
      query = query.where(sql<SqlBool>`(created_at, id) < (select n.created_at, n.id from notice n
        where n.jurisdiction = ${jurisdiction} and n.account_id = ${accountId} and n.id = ${input.before})`)
    }
    const rows = await query
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit)
    return {
      notices: shown.map((row) => ({
        id: row.id,
        kind: row.kind,
        title: row.title,
        body: row.body,
        path: row.path,
        subject: { kind: row.subject_kind, id: row.subject_id },
        demonstration: row.demonstration,
        announcedAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      })),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      unread: await countUnread(context, accountId),
    }
  },
})

export const readNotices = defineCommand({
  id: 'notice.read',
  label: { zh: '标为已读', en: 'Mark notices as read' },
  about: {
    zh: '把自己的若干条或全部未读消息标为已读；别人的消息不受影响。',
    en: 'Marks some or all of one’s own notices as read; those of others are not touched.',
  },
  permission: 'notice.own',
  route: { method: 'POST', path: '/notices/read' },
  cli: 'notice read',
  input: Type.Object({
    ids: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 1_000 })),
    all: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ read: Type.Integer({ description: 'how many were unread until now' }), unread: UnreadCount }),
  run: async (context, { ids, all }) => {
    const { tx, jurisdiction, now } = context
    const accountId = ownAccountId(context, readNotices.label)
    if (ids === undefined && all !== true) throw operationErrors.badInput({ count: 1 }, { problems: [nothingNamed] })
    let marking = tx
      .updateTable('notice')
      .set({ read_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('account_id', '=', accountId)
      .where('read_at', 'is', null)
    if (all !== true && ids !== undefined) marking = marking.where('id', 'in', ids)
    const { numUpdatedRows } = await marking.executeTakeFirst()
    const read = Number(numUpdatedRows)
    if (read === 0) context.unchanged()
    else await context.record({ subject: { kind: 'notices', id: accountId }, before: null, after: { read } })
    return { read, unread: await countUnread(context, accountId) }
  },
})

const nothingNamed = {
  path: '/ids',
  message: {
    zh: '没有说明要把哪些消息标为已读。请给出 ids，或者用 all 表示全部。',
    en: 'It is not said which notices were read. Give their ids, or all for every one.',
  },
}

function ownAccountId({ actor }: QueryContext, label: Localized): string {
  if (actor.accountId === undefined) throw operationErrors.signInNeeded({ label })
  return actor.accountId
}

/** Counted no further than a badge can say, so that ten thousand cost no more than a thousand. */
async function countUnread({ tx, jurisdiction }: QueryContext, accountId: string) {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (
      select from notice where jurisdiction = ${jurisdiction} and account_id = ${accountId} and read_at is null
      limit ${countedTo + 1}) unread`.execute(tx)
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, countedTo), more: count > countedTo }
}
