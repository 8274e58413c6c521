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
export async function recordEntry(tx: Transaction, occasion: JournalOccasion, note: JournalNote): Promise<void> {
  const head = await lockHead(tx, occasion.jurisdiction)
  const entry: JournalEntry = {
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
  const hash = hashOf(entry)
  await tx
    .insertInto('journal')
    .values({
      jurisdiction: entry.jurisdiction,
      sequence: entry.sequence,
      at: occasion.now,
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
    })
    .execute()
  await tx
    .updateTable('journal_head')
    .set({ sequence: entry.sequence, hash })
    .where('jurisdiction', '=', occasion.jurisdiction)
    .execute()
}

async function lockHead(tx: Transaction, jurisdiction: string): Promise<{ sequence: number; hash: string }> {
  await tx
    .insertInto('journal_head')
    .values({ jurisdiction, sequence: 0, hash: beginningOfChain })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { rows } = await sql<{ sequence: number; hash: string }>`
    select sequence, hash from journal_head where jurisdiction = ${jurisdiction} for update`.execute(tx)
  const [head] = rows
  if (head === undefined) throw new Error(`jurisdiction ${jurisdiction} has no journal head`)
  return head
}
