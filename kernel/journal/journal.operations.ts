import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import Type from 'typebox'
import type { Transaction } from '../database/database.ts'
import { defineQuery } from '../operations/operation.ts'
import { beginningOfChain, hashOf } from './entry.ts'

const Entry = Type.Object({
  sequence: Type.Integer(),
  at: Type.String(),
  actor: Type.String(),
  roles: Type.String(),
  via: Type.String(),
  requestId: Type.String(),
  command: Type.String(),
  subjectKind: Type.String(),
  subjectId: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
  reason: Type.Union([Type.String(), Type.Null()]),
  previousHash: Type.String(),
  hash: Type.String(),
})

export const listJournal = defineQuery({
  id: 'journal.list',
  label: { zh: '查看日志', en: 'Read the journal' },
  about: {
    zh: '按时间倒序列出变更记录，可按对象筛选。',
    en: 'Changes, newest first; may be narrowed to one subject.',
  },
  permission: 'journal.read',
  route: { method: 'GET', path: '/journal' },
  cli: 'journal list',
  input: Type.Object({
    subject: Type.Optional(Type.String({ maxLength: 64, description: 'id of the thing that was changed' })),
    command: Type.Optional(Type.String({ maxLength: 64 })),
    before: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'entries with a smaller sequence number',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  output: Type.Object({ entries: Type.Array(Entry), next: Type.Union([Type.Integer(), Type.Null()]) }),
  run: async ({ tx, jurisdiction }, input) => {
    const limit = input.limit ?? 50
    let query = tx.selectFrom('journal').selectAll().where('jurisdiction', '=', jurisdiction)
    if (input.subject !== undefined) query = query.where('subject_id', '=', input.subject)
    if (input.command !== undefined) query = query.where('command', '=', input.command)
    if (input.before !== undefined) query = query.where('sequence', '<', input.before)
    const rows = await query
      .orderBy('sequence', 'desc')
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit)
    return {
      entries: shown.map((row) => ({
        sequence: row.sequence,
        at: row.at.toISOString(),
        actor: row.actor_label,
        roles: row.roles,
        via: row.via,
        requestId: row.request_id,
        command: row.command,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        before: row.before,
        after: row.after,
        reason: row.reason,
        previousHash: row.previous_hash,
        hash: row.hash,
      })),
      next: rows.length > limit ? (shown.at(-1)?.sequence ?? null) : null,
    }
  },
})

export const verifyJournal = defineQuery({
  id: 'journal.verify',
  label: { zh: '校验日志', en: 'Verify the journal' },
  about: {
    zh: '从第一条起重算每一条的摘要，指出第一处不符。',
    en: 'Recomputes every hash from the first entry on and names the first that does not fit.',
  },
  permission: 'journal.read',
  route: { method: 'GET', path: '/journal/verification' },
  cli: 'journal verify',
  input: Type.Object({}),
  output: Type.Object({
    entries: Type.Integer(),
    verified: Type.Boolean(),
    head: Type.Object({ sequence: Type.Integer(), hash: Type.String() }),
    brokenAt: Type.Union([Type.Integer(), Type.Null()]),
  }),
  run: ({ tx, jurisdiction }) => verifyChain(tx, jurisdiction),
})

/** Walks the chain in batches, so that a journal of any length is verified in flat memory. */
export async function verifyChain(tx: Transaction, jurisdiction: string) {
  const batch = 1_000
  // Asked first: what others write meanwhile comes after it, and is walked through as well.
  const head = await tx
    .selectFrom('journal_head')
    .select(['sequence', 'hash'])
    .where('jurisdiction', '=', jurisdiction)
    .executeTakeFirst()
  let hashAtHead = beginningOfChain
  let sequence = 0
  let hash = beginningOfChain
  for (;;) {
    const rows = await tx
      .selectFrom('journal')
      .selectAll()
      .where('jurisdiction', '=', jurisdiction)
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(batch)
      .execute()
    for (const row of rows) {
      const expected = hashOf({
        jurisdiction: row.jurisdiction,
        sequence: row.sequence,
        at: row.at.toISOString(),
        actorAccount: row.actor_account,
        actorLabel: row.actor_label,
        roles: row.roles,
        via: row.via,
        requestId: row.request_id,
        command: row.command,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        before: row.before as Json,
        after: row.after as Json,
        reason: row.reason,
        previousHash: row.previous_hash,
      })
      const fits = row.sequence === sequence + 1 && row.previous_hash === hash && row.hash === expected
      if (!fits) return { entries: sequence, verified: false, head: { sequence, hash }, brokenAt: row.sequence }
      sequence = row.sequence
      hash = row.hash
      if (sequence === head?.sequence) hashAtHead = hash
    }
    if (rows.length < batch) break
  }
  // Entries cut off at the end leave a chain that fits; the head remembers how long it was.
  const complete = head === undefined ? sequence === 0 : head.sequence <= sequence && head.hash === hashAtHead
  return { entries: sequence, verified: complete, head: { sequence, hash }, brokenAt: complete ? null : sequence + 1 }
}
