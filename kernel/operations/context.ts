import type { Actor } from '../accounts/actor.ts'
import type { Transaction } from '../database/database.ts'
import type { Language } from '../errors/define-errors.ts'
import type { ByteSource } from '../evidence/byte-source.ts'
import type { UploadedFile } from '../evidence/uploaded-file.ts'
import type { JournalNote } from '../journal/record-entry.ts'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { FieldSecrets } from '../personal-data/field-secrets.ts'
import type { Outside } from './outside.ts'

/** What a reading operation is given. */
export interface QueryContext {
  readonly tx: Transaction
  readonly jurisdiction: string
  readonly actor: Actor
  readonly county: CountyFacts
  /** seals and opens personal data; who opens it records that it was read */
  readonly secrets: FieldSecrets
  /** what is configured of seal, mail, telephone messages and webhooks */
  readonly outside: Outside
  /** the civil date in the county (Asia/Shanghai), ISO; no rule reads a clock of its own */
  readonly today: string
  /** the instant of the request */
  readonly now: Date
  readonly requestId: string
  readonly language: Language
}

/** What a changing operation is given: the same, and the pen of the journal. */
export interface CommandContext extends QueryContext {
  /** Writes the journal entry of this change, in the same transaction. */
  record(note: JournalNote): Promise<void>
  /**
   * Writes one entry for each of many changes, in their order and in one go. No notes write no entry: a command that
   * may find nothing to do says so by `unchanged`.
   */
  recordAll(notes: readonly JournalNote[]): Promise<void>
  /** Says that the act was already done and nothing was changed, so that no entry is due. */
  unchanged(): void
  /**
   * Runs something small when the command is committed, in this process only: a hint to whoever waits for its rows.
   * It may be lost, and must not throw.
   */
  afterCommit(hint: () => void): void
  /** the file that came with the command, received and judged; undefined when there was none */
  readonly upload: UploadedFile | undefined
}

/** What the preparation of a command is given: the file that came with it, and ways to read. */
export interface Preparation {
  readonly actor: Actor
  /** Reads in a transaction that is over before anything slow begins; what is read may change until the command runs. */
  read<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  readonly upload: UploadedFile | undefined
  readonly files: StoredFiles
  readonly county: CountyFacts
  readonly secrets: FieldSecrets
  readonly language: Language
}

/** Reads stored files by their digest. Whoever calls has already decided that the reader may see the file. */
export interface StoredFiles {
  readAll(sha256: string): Promise<Uint8Array>
  /** From the first byte to the last, without holding all of them in memory. */
  open(sha256: string): Promise<AsyncIterable<Uint8Array>>
  /** Bytes from any place, for what begins at its end, as a workbook does. Whoever opens it closes it. */
  source(sha256: string): Promise<StoredSource>
}

export interface StoredSource extends ByteSource {
  close(): Promise<void>
}
