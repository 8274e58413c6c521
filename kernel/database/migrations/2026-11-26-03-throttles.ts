import type { Migration } from '../migrate.ts'

/**
 * Counts that slow down whoever guesses or floods: every program that serves a jurisdiction sees the same, and a restart
 * forgets none of them. A row is one kind of thing of one address, matter or person in one window of time; its key is a
 * blind index, so the table names nobody. What is over is deleted by the job of the doors.
 */
export const throttles: Migration = {
  id: '2026-11-26-03-throttles',
  tables: { throttle: 'tenant' },
  sql: `
create table throttle (
  jurisdiction text not null references jurisdiction (jurisdiction),
  key text not null,
  since timestamptz not null,
  -- things counted since then: wrong guesses, tickets, files
  count integer not null,
  -- bytes, where bytes are bounded
  amount bigint not null default 0,
  primary key (jurisdiction, key)
);
create index throttle_since on throttle (jurisdiction, since);
`,
}
