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

/** Fits the limit of 65,535 parameters a statement three times over. */
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
  let head = await lockHead(tx, occasion.jurisdiction)
  for (let from = 0; from < notes.length; from += entriesAStatement) {
    const rows = []
    for (const note of notes.slice(from, from + entriesAStatement)) {
      const entry = entryAfter(head, occasion, note)
      const hash = hashOf(entry)
      head = { sequence: entry.sequence, hash }
      rows.push(rowOf(entry, hash, occasion.now))
    }
    await tx.insertInto('journal').values(rows).execute()
  }
  await tx.updateTable('journal_head').set(head).where('jurisdiction', '=', occasion.jurisdiction).execute()
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

function rowOf(entry: JournalEntry, hash: string, at: Date) {
  return {
    jurisdiction: entry.jurisdiction,
    sequence: entry.sequence,
    at,
    actor_account: entry.actorAccount,
    actor_label: entry.actorLabel,
    roles: entry.roles,
    via: entry.via,
    request_id: entry.requestId,
    command: entry.command,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    before: JSON.stringify(entry.before),
    after: JSON.stringify(entry.after),
    reason: entry.reason,
    previous_hash: entry.previousHash,
    hash,
  }
}

async function lockHead(tx: Transaction, jurisdiction: string): Promise<Head> {
  await tx
    .insertInto('journal_head')
    .values({ jurisdiction, sequence: 0, hash: beginningOfChain })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { rows } = await sql<Head>`
    select sequence, hash from journal_head where jurisdiction = ${jurisdiction} for update`.execute(tx)
  const [head] = rows
  if (head === undefined) throw new Error(`jurisdiction ${jurisdiction} has no journal head`)
  return head
}
