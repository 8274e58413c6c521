import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { sql } from 'kysely'
import { type Actor, rolesOf } from '../accounts/actor.ts'
import type { Transaction } from '../database/database.ts'
import { beginningOfChain, hashOf, type JournalEntry } from './entry.ts'

/** What a command says about its change; the rest of the entry is known from the request. */
export interface JournalNote {
  readonly subject: { readonly kind: string; readonly id: string }
  /** null for a thing that did not exist, or no longer does */
  readonly before: Json
  readonly after: Json
  readonly reason?: string | null
}

export interface JournalOccasion {
  readonly jurisdiction: string
  readonly actor: Actor
  readonly command: string
  readonly requestId: string
  readonly now: Date
}

/**
 * Writes the next entry of the jurisdiction's journal, in the transaction of the change itself.
 *
 * The head row is locked from here to the end of the transaction, so two commands cannot take the same place in the
 * chain. Record last, when everything else of the command is written, and the lock is held for a moment only.
 */
export function recordEntry(tx: Transaction, occasion: JournalOccasion, note: JournalNote): Promise<void> {
  return recordEntries(tx, occasion, [note])
}

/** rows of one statement; as JSON they are a single parameter, so only their weight counts */
const entriesAStatement = 1_000

/**
 * Writes the next entries of the jurisdiction's journal in the order of the notes, as if each were recorded alone: the
 * head is locked once, and the chain is computed in memory. No notes, no entries.
 */
export async function recordEntries(
  tx: Transaction,
  occasion: JournalOccasion,
  notes: readonly JournalNote[],
): Promise<void> {
  if (notes.length === 0) return
  const { jurisdiction } = occasion
  let head = await lockHead(tx, jurisdiction)
  for (let from = 0; from < notes.length; from += entriesAStatement) {
    const rows: (JournalEntry & Pick<Head, 'hash'>)[] = []
    for (const note of notes.slice(from, from + entriesAStatement)) {
      const entry = entryAfter(head, occasion, note)
      const hash = hashOf(entry)
      head = { sequence: entry.sequence, hash }
      rows.push({ ...entry, hash })
    }
    // What an entry says travels as text within the text, or its null would become no value at all.
    const given = rows.map((row) => ({
      ...row,
      before: JSON.stringify(row.before),
      after: JSON.stringify(row.after),
    }))
    await sql`
      insert into journal (jurisdiction, sequence, at, actor_account, actor_label, roles, via, request_id, command,
        subject_kind, subject_id, before, after, reason, previous_hash, hash)
      select ${jurisdiction}, sequence, at, "actorAccount", "actorLabel", roles, via, "requestId", command,
        "subjectKind", "subjectId", before::jsonb, after::jsonb, reason, "previousHash", hash
      from json_to_recordset(${JSON.stringify(given)}::json) as given (sequence bigint, at timestamptz,
        "actorAccount" text, "actorLabel" text, roles text, via text, "requestId" text, command text,
        "subjectKind" text, "subjectId" text, before text, after text, reason text, "previousHash" text, hash text)
      `.execute(tx)
  }
  await tx.updateTable('journal_head').set(head).where('jurisdiction', '=', jurisdiction).execute()
}

interface Head {
  readonly sequence: number
  readonly hash: string
}

function entryAfter(head: Head, occasion: JournalOccasion, note: JournalNote): JournalEntry {
  return {
    jurisdiction: occasion.jurisdiction,
    sequence: head.sequence + 1,
    at: occasion.now.toISOString(),
    actorAccount: occasion.actor.accountId ?? null,
    actorLabel: occasion.actor.label,
    roles: rolesOf(occasion.actor).join(' '),
    via: occasion.actor.via,
    requestId: occasion.requestId,
    command: occasion.command,
    subjectKind: note.subject.kind,
    subjectId: note.subject.id,
    before: note.before,
    after: note.after,
    reason: note.reason ?? null,
    previousHash: head.hash,
  }
}

async function lockHead(tx: Transaction, jurisdiction: string): Promise<Head> {
  const found = await findHead(tx, jurisdiction)
  if (found !== undefined) return found
  await tx
    .insertInto('journal_head')
    .values({ jurisdiction, sequence: 0, hash: beginningOfChain })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await findHead(tx, jurisdiction)
  if (made === undefined) throw new Error(`jurisdiction ${jurisdiction} has no journal head`)
  return made
}

async function findHead(tx: Transaction, jurisdiction: string): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select sequence, hash from journal_head where jurisdiction = ${jurisdiction} for update`.execute(tx)
  return rows[0]
}
