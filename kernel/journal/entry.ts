import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '@qiangxian/engines/canonical-json/canonical-json'

/**
 * One entry of the journal (日志): who did what to which thing, when, and what it was before and after.
 *
 * Entries of a jurisdiction are numbered from 1 without gaps, and each carries the hash of the one before it. The hash
 * is SHA-256 over the canonical JSON (RFC 8785) of everything else in the entry, so whoever holds the last hash can
 * tell whether any earlier entry was changed, removed or inserted.
 */
export interface JournalEntry {
  readonly jurisdiction: string
  readonly sequence: number
  /** UTC instant, ISO 8601 with milliseconds */
  readonly at: string
  readonly actorAccount: string | null
  readonly actorLabel: string
  readonly roles: string
  readonly via: string
  readonly requestId: string
  readonly command: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: Json
  readonly after: Json
  readonly reason: string | null
  readonly previousHash: string
}

/** What the first entry of a jurisdiction carries in place of an earlier hash. */
export const beginningOfChain = '0'.repeat(64)

export function hashOf(entry: JournalEntry): string {
  return createHash('sha256')
    .update(canonicalJson({ ...entry }))
    .digest('hex')
}
