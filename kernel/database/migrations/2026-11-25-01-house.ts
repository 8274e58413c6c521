import type { Migration } from '../migrate.ts'

/**
 * The ground of the house: jurisdictions, parties, accounts, sessions, evidence, and the journal.
 *
 * Rules that hold for every table (they let one schema run on the embedded server, on an installed one and on Citus):
 * the jurisdiction is the first column of every key, every reference between tenant tables carries it, ids are made in
 * the application, and there are no triggers and no serial numbers.
 */
export const house: Migration = {
  id: '2026-11-25-01-house',
  tables: {
    jurisdiction: 'tenant',
    party: 'tenant',
    party_alias: 'tenant',
    party_member: 'tenant',
    account: 'tenant',
    account_role: 'tenant',
    session: 'tenant',
    sign_in_attempt: 'tenant',
    evidence_blob: 'tenant',
    evidence: 'tenant',
    journal_head: 'tenant',
    journal: 'tenant',
    search_entry: 'tenant',
  },
  sql: `
create table jurisdiction (
  jurisdiction text primary key check (jurisdiction ~ '^[0-9a-z-]{2,32}$'),
  label text not null,
  label_en text not null,
  demonstration boolean not null,
  created_at timestamptz not null
);

create table party (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  parent_id text,
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  kind text not null,
  ordinal integer not null,
  established_on date,
  dissolved_on date,
  successor_id text,
  pinyin text not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, parent_id) references party (jurisdiction, id),
  foreign key (jurisdiction, successor_id) references party (jurisdiction, id),
  check (parent_id <> id),
  check (dissolved_on >= established_on)
);
create unique index party_living_name on party (jurisdiction, name) where dissolved_on is null;
create index party_parent on party (jurisdiction, parent_id);

create table party_alias (
  jurisdiction text not null,
  alias text not null check (alias <> ''),
  party_id text not null,
  learned_from text not null,
  created_at timestamptz not null,
  primary key (jurisdiction, alias),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id)
);
create index party_alias_party on party_alias (jurisdiction, party_id);

create table party_member (
  jurisdiction text not null,
  set_id text not null,
  member_id text not null,
  primary key (jurisdiction, set_id, member_id),
  foreign key (jurisdiction, set_id) references party (jurisdiction, id),
  foreign key (jurisdiction, member_id) references party (jurisdiction, id)
);
create index party_member_member on party_member (jurisdiction, member_id);

create table account (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  login text not null check (login = lower(login) and login <> ''),
  display_name text not null check (display_name <> ''),
  password_hash text not null,
  must_change_password boolean not null,
  disabled_at timestamptz,
  locked_until timestamptz,
  last_sign_in_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, login)
);

create table account_role (
  jurisdiction text not null,
  account_id text not null,
  role text not null,
  party_id text,
  ordinal integer not null,
  primary key (jurisdiction, account_id, ordinal),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id)
);

create table session (
  jurisdiction text not null,
  id text not null,
  token_hash text not null,
  account_id text not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (jurisdiction, id),
  unique (jurisdiction, token_hash),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);
create index session_account on session (jurisdiction, account_id) where ended_at is null;

create table sign_in_attempt (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  login_hash text not null,
  address_hash text not null,
  succeeded boolean not null,
  at timestamptz not null,
  primary key (jurisdiction, id)
);
create index sign_in_attempt_login on sign_in_attempt (jurisdiction, login_hash, at);
create index sign_in_attempt_address on sign_in_attempt (jurisdiction, address_hash, at);

create table evidence_blob (
  jurisdiction text not null references jurisdiction (jurisdiction),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  scanned_by text,
  scan_verdict text not null check (scan_verdict in ('clean', 'notScanned')),
  stored_at timestamptz not null,
  primary key (jurisdiction, sha256)
);

create table evidence (
  jurisdiction text not null,
  id text not null,
  sha256 text not null,
  name text not null check (name <> ''),
  purpose text not null,
  given_by text,
  given_by_label text not null,
  visibility text not null check (visibility in ('giver', 'office', 'public')),
  given_at timestamptz not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, sha256) references evidence_blob (jurisdiction, sha256),
  foreign key (jurisdiction, given_by) references account (jurisdiction, id)
);
create index evidence_sha256 on evidence (jurisdiction, sha256);

create table journal_head (
  jurisdiction text primary key references jurisdiction (jurisdiction),
  sequence bigint not null,
  hash text not null
);

create table journal (
  jurisdiction text not null references jurisdiction (jurisdiction),
  sequence bigint not null check (sequence > 0),
  at timestamptz not null,
  actor_account text,
  actor_label text not null,
  roles text not null,
  via text not null,
  request_id text not null,
  command text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  previous_hash text not null,
  hash text not null,
  primary key (jurisdiction, sequence)
);
create index journal_subject on journal (jurisdiction, subject_kind, subject_id, sequence);
create index journal_request on journal (jurisdiction, request_id);

create table search_entry (
  jurisdiction text not null references jurisdiction (jurisdiction),
  kind text not null,
  id text not null,
  title text not null,
  context text not null,
  path text not null,
  weight integer not null,
  tokens text not null,
  search tsvector generated always as (to_tsvector('simple', tokens)) stored,
  primary key (jurisdiction, kind, id)
);
create index search_entry_search on search_entry using gin (search);
`,
}
