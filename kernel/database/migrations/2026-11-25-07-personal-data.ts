import type { Migration } from '../migrate.ts'

/** By which key the personal data of this database was sealed: a few characters that tell keys apart, and not the key. */
export const personalData: Migration = {
  id: '2026-11-25-07-personal-data',
  tables: { personal_data_key: 'local' },
  appendOnly: ['personal_data_key'],
  sql: `
create table personal_data_key (
  fingerprint text primary key,
  first_used_at timestamptz not null
);
`,
}
