import type { Column } from './registers.ts'

export interface StandardColumn {
  readonly name: string
  readonly type: Column['type'] | 'integer' | 'timestamptz'
  readonly nullable: boolean
}

/**
 * The columns that the table of every register has beside those of its fields.
 *
 * `identity` is what tells two records apart: the values of the key, or the digest of all values where nothing
 * identifies a record. `digest` is over all values: two records with one digest say the same.
 */
export const standardColumns: readonly StandardColumn[] = [
  { name: 'jurisdiction', type: 'text', nullable: false },
  { name: 'id', type: 'text', nullable: false },
  { name: 'revision', type: 'integer', nullable: false },
  { name: 'identity', type: 'text', nullable: false },
  { name: 'unit_id', type: 'text', nullable: true },
  { name: 'expected_on', type: 'date', nullable: true },
  { name: 'label', type: 'text', nullable: false },
  { name: 'pinyin', type: 'text', nullable: false },
  { name: 'tokens', type: 'text', nullable: false },
  { name: 'doubts', type: 'jsonb', nullable: true },
  { name: 'digest', type: 'text', nullable: false },
  { name: 'origin', type: 'text', nullable: false },
  { name: 'run_id', type: 'text', nullable: true },
  { name: 'sheet', type: 'text', nullable: true },
  { name: 'row_number', type: 'bigint', nullable: true },
  { name: 'recorded_at', type: 'timestamptz', nullable: false },
  { name: 'recorded_by', type: 'text', nullable: false },
  { name: 'act', type: 'text', nullable: false },
  { name: 'reason', type: 'text', nullable: true },
  { name: 'demonstration', type: 'boolean', nullable: false },
]

/** What the table of earlier revisions says besides: until when, and what ended it. */
export const pastColumns: readonly StandardColumn[] = [
  { name: 'replaced_at', type: 'timestamptz', nullable: false },
  // changed · merged · removed · undone
  { name: 'ended_by', type: 'text', nullable: false },
  { name: 'merged_into', type: 'text', nullable: true },
  { name: 'ended_by_label', type: 'text', nullable: false },
  { name: 'ended_reason', type: 'text', nullable: true },
]

/** Made by PostgreSQL from `tokens`; in the table of living records only. */
export const searchColumn = 'search'

/** Names that no column of a field may have. */
export const takenColumns: ReadonlySet<string> = new Set([
  ...standardColumns.map(({ name }) => name),
  ...pastColumns.map(({ name }) => name),
  searchColumn,
])
