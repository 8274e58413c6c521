import type { Migration } from '../migrate.ts'

/**
 * What is to be told to people, what they were told, and what the platform does by itself.
 *
 * An announcement is a row of the outbox, written in the transaction of what it tells about. A delivery is its way
 * through one channel; a notice is what the channel inside the platform leaves for one account. A run of a job is a
 * row from the moment somebody asks for it or it begins.
 */
export const outbox: Migration = {
  id: '2026-11-25-04-outbox',
  tables: { outbox: 'tenant', delivery: 'tenant', notice: 'tenant', job_run: 'tenant' },
  sql: `
create table outbox (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  topic text not null check (topic <> ''),
  payload jsonb not null,
  key text check (key <> ''),
  demonstration boolean not null default false,
  created_at timestamptz not null,
  dispatched_at timestamptz,
  primary key (jurisdiction, id),
  unique (jurisdiction, topic, key)
);
create index outbox_waiting on outbox (jurisdiction, created_at, id) where dispatched_at is null;

create table delivery (
  jurisdiction text not null,
  outbox_id text not null,
  channel text not null check (channel <> ''),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  last_error text,
  primary key (jurisdiction, outbox_id, channel),
  foreign key (jurisdiction, outbox_id) references outbox (jurisdiction, id)
);
create index delivery_due on delivery (jurisdiction, channel, next_attempt_at, outbox_id) where delivered_at is null;

create table notice (
  jurisdiction text not null,
  id text not null,
  outbox_id text not null,
  account_id text not null,
  kind text not null check (kind <> ''),
  title text not null check (title <> ''),
  body text not null,
  path text not null check (path like '/%'),
  subject_kind text not null,
  subject_id text not null,
  demonstration boolean not null default false,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (jurisdiction, id),
  unique (jurisdiction, outbox_id, account_id),
  foreign key (jurisdiction, outbox_id) references outbox (jurisdiction, id),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);
create index notice_own on notice (jurisdiction, account_id, created_at desc, id desc);
create index notice_unread on notice (jurisdiction, account_id, created_at desc, id desc) where read_at is null;

create table job_run (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  job_id text not null check (job_id <> ''),
  requested_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'idle', 'failed', 'interrupted')),
  detail jsonb,
  request_id text,
  primary key (jurisdiction, id),
  check ((ended_at is null) = (outcome is null))
);
create index job_run_latest on job_run (jurisdiction, job_id, requested_at desc, id desc);
create unique index job_run_asked on job_run (jurisdiction, job_id) where started_at is null;
`,
}
