import type { Migration } from '../migrate.ts'

/**
 * People: the second factor, sessions that belong to one browser, and identities of an outside identity service.
 *
 * - `account_second_factor`: the shared secret of a code generator; it counts from `confirmed_at` on. `last_step` is the
 *   thirty-second step of the last code that was taken, so that no code is taken twice.
 * - `account_recovery_code`: digests of the codes that stand in for a lost generator, each good once.
 * - `sign_in_step`: who has shown the first proof (password or identity) and still owes the second; minutes only.
 * - `account_identity`: an account and who its person is at an identity service; never by name or mail address.
 * - `identity_visit`: a visit to the identity service that has not come back yet; consumed when it does.
 * - `identity_reference`: a short number under which an administrator can link an identity that no account has.
 */
export const people: Migration = {
  id: '2026-11-25-03-people',
  tables: {
    account_second_factor: 'tenant',
    account_recovery_code: 'tenant',
    sign_in_step: 'tenant',
    account_identity: 'tenant',
    identity_visit: 'tenant',
    identity_reference: 'tenant',
  },
  sql: `
alter table session
  add column browser text,
  add column opened_by text not null default 'password',
  add column ended_because text,
  add column used_from text,
  add column owner_told_at timestamptz;
create index session_stolen on session (jurisdiction, account_id) where ended_because = 'otherBrowser';

create table account_second_factor (
  jurisdiction text not null,
  account_id text not null,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint,
  created_at timestamptz not null,
  primary key (jurisdiction, account_id),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);

create table account_recovery_code (
  jurisdiction text not null,
  account_id text not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (jurisdiction, account_id, code_hash),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);

create table sign_in_step (
  jurisdiction text not null,
  id text not null,
  token_hash text not null,
  account_id text not null,
  device text not null,
  browser text not null,
  opened_by text not null check (opened_by in ('password', 'identity')),
  expires_at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, token_hash),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);

create table account_identity (
  jurisdiction text not null,
  id text not null,
  account_id text not null,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  linked_by text not null,
  last_used_at timestamptz,
  primary key (jurisdiction, id),
  unique (jurisdiction, issuer, subject),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);
create index account_identity_account on account_identity (jurisdiction, account_id);

create table identity_visit (
  jurisdiction text not null,
  id text not null,
  state_hash text not null,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  account_id text,
  next_path text not null,
  expires_at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, state_hash),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);

create table identity_reference (
  jurisdiction text not null references jurisdiction (jurisdiction),
  reference text not null,
  issuer text not null,
  subject text not null,
  expires_at timestamptz not null,
  primary key (jurisdiction, reference),
  unique (jurisdiction, issuer, subject)
);
`,
}
