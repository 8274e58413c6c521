-- Printed by scripts/generate.ts from a freshly migrated database. Do not edit: change it by a migration.

create table account (
  jurisdiction text not null,
  id text not null,
  login text not null,
  display_name text not null,
  password_hash text not null,
  must_change_password boolean not null,
  disabled_at timestamp with time zone,
  locked_until timestamp with time zone,
  last_sign_in_at timestamp with time zone,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (jurisdiction, id),
  constraint account_jurisdiction_login_key UNIQUE (jurisdiction, login),
  constraint account_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint account_display_name_check CHECK ((display_name <> ''::text)),
  constraint account_login_check CHECK (((login = lower(login)) AND (login <> ''::text)))
);
grant delete, insert, select, update on account to qx_app;
create policy one_jurisdiction on account using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table account_identity (
  jurisdiction text not null,
  id text not null,
  account_id text not null,
  issuer text not null,
  subject text not null,
  linked_at timestamp with time zone not null,
  linked_by text not null,
  last_used_at timestamp with time zone,
  constraint account_identity_pkey PRIMARY KEY (jurisdiction, id),
  constraint account_identity_jurisdiction_issuer_subject_key UNIQUE (jurisdiction, issuer, subject),
  constraint account_identity_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id)
);
CREATE INDEX account_identity_account ON account_identity USING btree (jurisdiction, account_id);
grant delete, insert, select, update on account_identity to qx_app;
create policy one_jurisdiction on account_identity using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table account_recovery_code (
  jurisdiction text not null,
  account_id text not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint account_recovery_code_pkey PRIMARY KEY (jurisdiction, account_id, code_hash),
  constraint account_recovery_code_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id)
);
grant delete, insert, select, update on account_recovery_code to qx_app;
create policy one_jurisdiction on account_recovery_code using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table account_role (
  jurisdiction text not null,
  account_id text not null,
  role text not null,
  party_id text,
  ordinal integer not null,
  constraint account_role_pkey PRIMARY KEY (jurisdiction, account_id, ordinal),
  constraint account_role_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id),
  constraint account_role_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id)
);
grant delete, insert, select, update on account_role to qx_app;
create policy one_jurisdiction on account_role using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table account_second_factor (
  jurisdiction text not null,
  account_id text not null,
  secret text not null,
  confirmed_at timestamp with time zone,
  last_step bigint,
  created_at timestamp with time zone not null,
  constraint account_second_factor_pkey PRIMARY KEY (jurisdiction, account_id),
  constraint account_second_factor_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id)
);
grant delete, insert, select, update on account_second_factor to qx_app;
create policy one_jurisdiction on account_second_factor using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table evidence (
  jurisdiction text not null,
  id text not null,
  sha256 text not null,
  name text not null,
  purpose text not null,
  given_by text,
  given_by_label text not null,
  visibility text not null,
  given_at timestamp with time zone not null,
  constraint evidence_pkey PRIMARY KEY (jurisdiction, id),
  constraint evidence_jurisdiction_given_by_fkey FOREIGN KEY (jurisdiction, given_by) REFERENCES account(jurisdiction, id),
  constraint evidence_jurisdiction_sha256_fkey FOREIGN KEY (jurisdiction, sha256) REFERENCES evidence_blob(jurisdiction, sha256),
  constraint evidence_name_check CHECK ((name <> ''::text)),
  constraint evidence_visibility_check CHECK ((visibility = ANY (ARRAY['giver'::text, 'office'::text, 'public'::text])))
);
CREATE INDEX evidence_sha256 ON evidence USING btree (jurisdiction, sha256);
grant delete, insert, select, update on evidence to qx_app;
create policy one_jurisdiction on evidence using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table evidence_blob (
  jurisdiction text not null,
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  scanned_by text,
  scan_verdict text not null,
  stored_at timestamp with time zone not null,
  constraint evidence_blob_pkey PRIMARY KEY (jurisdiction, sha256),
  constraint evidence_blob_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint evidence_blob_scan_verdict_check CHECK ((scan_verdict = ANY (ARRAY['clean'::text, 'notScanned'::text]))),
  constraint evidence_blob_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_blob_size_check CHECK ((size > 0))
);
grant delete, insert, select, update on evidence_blob to qx_app;
create policy one_jurisdiction on evidence_blob using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table identity_reference (
  jurisdiction text not null,
  reference text not null,
  issuer text not null,
  subject text not null,
  expires_at timestamp with time zone not null,
  constraint identity_reference_pkey PRIMARY KEY (jurisdiction, reference),
  constraint identity_reference_jurisdiction_issuer_subject_key UNIQUE (jurisdiction, issuer, subject),
  constraint identity_reference_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on identity_reference to qx_app;
create policy one_jurisdiction on identity_reference using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table identity_visit (
  jurisdiction text not null,
  id text not null,
  state_hash text not null,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  account_id text,
  next_path text not null,
  expires_at timestamp with time zone not null,
  constraint identity_visit_pkey PRIMARY KEY (jurisdiction, id),
  constraint identity_visit_jurisdiction_state_hash_key UNIQUE (jurisdiction, state_hash),
  constraint identity_visit_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id)
);
grant delete, insert, select, update on identity_visit to qx_app;
create policy one_jurisdiction on identity_visit using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table journal (
  jurisdiction text not null,
  sequence bigint not null,
  at timestamp with time zone not null,
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
  constraint journal_pkey PRIMARY KEY (jurisdiction, sequence),
  constraint journal_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint journal_sequence_check CHECK ((sequence > 0))
);
CREATE INDEX journal_request ON journal USING btree (jurisdiction, request_id);
CREATE INDEX journal_subject ON journal USING btree (jurisdiction, subject_kind, subject_id, sequence);
grant insert, select on journal to qx_app;
create policy one_jurisdiction on journal using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table journal_head (
  jurisdiction text not null,
  sequence bigint not null,
  hash text not null,
  constraint journal_head_pkey PRIMARY KEY (jurisdiction),
  constraint journal_head_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on journal_head to qx_app;
create policy one_jurisdiction on journal_head using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table jurisdiction (
  jurisdiction text not null,
  label text not null,
  label_en text not null,
  demonstration boolean not null,
  created_at timestamp with time zone not null,
  constraint jurisdiction_pkey PRIMARY KEY (jurisdiction),
  constraint jurisdiction_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9a-z-]{2,32}$'::text))
);
grant delete, insert, select, update on jurisdiction to qx_app;
create policy one_jurisdiction on jurisdiction using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table party (
  jurisdiction text not null,
  id text not null,
  parent_id text,
  name text not null,
  short_name text not null,
  kind text not null,
  ordinal integer not null,
  established_on date,
  dissolved_on date,
  successor_id text,
  pinyin text not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  constraint party_pkey PRIMARY KEY (jurisdiction, id),
  constraint party_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint party_jurisdiction_parent_id_fkey FOREIGN KEY (jurisdiction, parent_id) REFERENCES party(jurisdiction, id),
  constraint party_jurisdiction_successor_id_fkey FOREIGN KEY (jurisdiction, successor_id) REFERENCES party(jurisdiction, id),
  constraint party_check CHECK ((parent_id <> id)),
  constraint party_check1 CHECK ((dissolved_on >= established_on)),
  constraint party_name_check CHECK ((name <> ''::text)),
  constraint party_short_name_check CHECK ((short_name <> ''::text))
);
CREATE UNIQUE INDEX party_living_name ON party USING btree (jurisdiction, name) WHERE (dissolved_on IS NULL);
CREATE INDEX party_parent ON party USING btree (jurisdiction, parent_id);
grant delete, insert, select, update on party to qx_app;
create policy one_jurisdiction on party using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table party_alias (
  jurisdiction text not null,
  alias text not null,
  party_id text not null,
  learned_from text not null,
  created_at timestamp with time zone not null,
  constraint party_alias_pkey PRIMARY KEY (jurisdiction, alias),
  constraint party_alias_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint party_alias_alias_check CHECK ((alias <> ''::text))
);
CREATE INDEX party_alias_party ON party_alias USING btree (jurisdiction, party_id);
grant delete, insert, select, update on party_alias to qx_app;
create policy one_jurisdiction on party_alias using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table party_member (
  jurisdiction text not null,
  set_id text not null,
  member_id text not null,
  constraint party_member_pkey PRIMARY KEY (jurisdiction, set_id, member_id),
  constraint party_member_jurisdiction_member_id_fkey FOREIGN KEY (jurisdiction, member_id) REFERENCES party(jurisdiction, id),
  constraint party_member_jurisdiction_set_id_fkey FOREIGN KEY (jurisdiction, set_id) REFERENCES party(jurisdiction, id)
);
CREATE INDEX party_member_member ON party_member USING btree (jurisdiction, member_id);
grant delete, insert, select, update on party_member to qx_app;
create policy one_jurisdiction on party_member using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan (
  jurisdiction text not null,
  id text not null,
  current_version integer not null,
  created_at timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (jurisdiction, id),
  constraint plan_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on plan to qx_app;
create policy one_jurisdiction on plan using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_group (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  number integer not null,
  title text not null,
  area text not null,
  constraint plan_group_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id),
  constraint plan_group_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version)
);
grant insert, select on plan_group to qx_app;
create policy one_jurisdiction on plan_group using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_import (
  jurisdiction text not null,
  id text not null,
  plan_id text,
  base_version integer,
  status text not null,
  evidence_id text,
  file_name text,
  source_format text,
  source_text text not null,
  notes jsonb not null,
  adopted_version integer,
  created_by text,
  created_by_label text not null,
  created_at timestamp with time zone not null,
  constraint plan_import_pkey PRIMARY KEY (jurisdiction, id),
  constraint plan_import_jurisdiction_evidence_id_fkey FOREIGN KEY (jurisdiction, evidence_id) REFERENCES evidence(jurisdiction, id),
  constraint plan_import_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint plan_import_jurisdiction_plan_id_fkey FOREIGN KEY (jurisdiction, plan_id) REFERENCES plan(jurisdiction, id),
  constraint plan_import_status_check CHECK ((status = ANY (ARRAY['review'::text, 'adopted'::text, 'discarded'::text])))
);
grant delete, insert, select, update on plan_import to qx_app;
create policy one_jurisdiction on plan_import using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_import_item (
  jurisdiction text not null,
  import_id text not null,
  id text not null,
  kind text not null,
  ordinal integer not null,
  content jsonb not null,
  original jsonb,
  base_item_id text,
  against text,
  span_start integer,
  span_end integer,
  words text,
  confidence real,
  decision text not null,
  decided_by text,
  decided_at timestamp with time zone,
  revision integer not null,
  constraint plan_import_item_pkey PRIMARY KEY (jurisdiction, import_id, id),
  constraint plan_import_item_jurisdiction_import_id_fkey FOREIGN KEY (jurisdiction, import_id) REFERENCES plan_import(jurisdiction, id),
  constraint plan_import_item_against_check CHECK ((against = ANY (ARRAY['same'::text, 'changed'::text, 'added'::text, 'missing'::text]))),
  constraint plan_import_item_decision_check CHECK ((decision = ANY (ARRAY['pending'::text, 'confirmed'::text, 'corrected'::text, 'added'::text, 'struck'::text])))
);
grant delete, insert, select, update on plan_import_item to qx_app;
create policy one_jurisdiction on plan_import_item using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_item_owner (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  party_id text not null,
  ordinal integer not null,
  constraint plan_item_owner_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id, party_id),
  constraint plan_item_owner_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint plan_item_owner_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version)
);
CREATE INDEX plan_item_owner_party ON plan_item_owner USING btree (jurisdiction, party_id);
grant insert, select on plan_item_owner to qx_app;
create policy one_jurisdiction on plan_item_owner using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_item_task (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  task_item_id text not null,
  constraint plan_item_task_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id, task_item_id),
  constraint plan_item_task_jurisdiction_plan_id_version_task_item_id_fkey FOREIGN KEY (jurisdiction, plan_id, version, task_item_id) REFERENCES plan_task(jurisdiction, plan_id, version, item_id)
);
grant insert, select on plan_item_task to qx_app;
create policy one_jurisdiction on plan_item_task using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_milestone (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  code text not null,
  name text not null,
  level text not null,
  area text not null,
  due_on date,
  parts jsonb not null,
  words text,
  span_start integer,
  span_end integer,
  constraint plan_milestone_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id),
  constraint plan_milestone_jurisdiction_plan_id_version_code_key UNIQUE (jurisdiction, plan_id, version, code),
  constraint plan_milestone_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version),
  constraint plan_milestone_level_check CHECK ((level = ANY (ARRAY['achieve'::text, 'strive'::text])))
);
grant insert, select on plan_milestone to qx_app;
create policy one_jurisdiction on plan_milestone using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_phase (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  name text not null,
  starts_on date,
  ends_on date,
  summary text not null,
  words text,
  span_start integer,
  span_end integer,
  constraint plan_phase_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id),
  constraint plan_phase_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version),
  constraint plan_phase_check CHECK ((ends_on >= starts_on))
);
grant insert, select on plan_phase to qx_app;
create policy one_jurisdiction on plan_phase using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_question (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  message text not null,
  answer text,
  constraint plan_question_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id),
  constraint plan_question_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version)
);
grant insert, select on plan_question to qx_app;
create policy one_jurisdiction on plan_question using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_responsibility (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  task_item_id text not null,
  party_id text not null,
  share text not null,
  ordinal integer not null,
  printed text not null,
  constraint plan_responsibility_pkey PRIMARY KEY (jurisdiction, plan_id, version, task_item_id, party_id, share),
  constraint plan_responsibility_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint plan_responsibility_jurisdiction_plan_id_version_task_item_fkey FOREIGN KEY (jurisdiction, plan_id, version, task_item_id) REFERENCES plan_task(jurisdiction, plan_id, version, item_id),
  constraint plan_responsibility_share_check CHECK ((share = ANY (ARRAY['lead'::text, 'support'::text])))
);
CREATE INDEX plan_responsibility_party ON plan_responsibility USING btree (jurisdiction, party_id);
grant insert, select on plan_responsibility to qx_app;
create policy one_jurisdiction on plan_responsibility using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_safeguard (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  number integer not null,
  title text not null,
  summary text not null,
  words text,
  span_start integer,
  span_end integer,
  constraint plan_safeguard_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id),
  constraint plan_safeguard_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version)
);
grant insert, select on plan_safeguard to qx_app;
create policy one_jurisdiction on plan_safeguard using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_statement (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  place text not null,
  words text not null,
  span_start integer,
  span_end integer,
  constraint plan_statement_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id, ordinal),
  constraint plan_statement_jurisdiction_plan_id_version_item_id_fkey FOREIGN KEY (jurisdiction, plan_id, version, item_id) REFERENCES plan_target(jurisdiction, plan_id, version, item_id)
);
grant insert, select on plan_statement to qx_app;
create policy one_jurisdiction on plan_statement using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_target (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  code text not null,
  name text not null,
  short_name text not null,
  area text not null,
  kind text,
  comparator text not null,
  value numeric not null,
  value_high numeric,
  unit text not null,
  base_value numeric not null,
  base_value_high numeric,
  base_unit text not null,
  deadline date,
  definition jsonb,
  words text,
  span_start integer,
  span_end integer,
  constraint plan_target_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id),
  constraint plan_target_jurisdiction_plan_id_version_code_key UNIQUE (jurisdiction, plan_id, version, code),
  constraint plan_target_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version),
  constraint plan_target_check CHECK (((comparator = 'range'::text) = (value_high IS NOT NULL))),
  constraint plan_target_check1 CHECK ((value_high > value)),
  constraint plan_target_comparator_check CHECK ((comparator = ANY (ARRAY['gte'::text, 'gt'::text, 'eq'::text, 'lte'::text, 'lt'::text, 'range'::text])))
);
grant insert, select on plan_target to qx_app;
create policy one_jurisdiction on plan_target using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_target_year (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  year integer not null,
  value numeric,
  constraint plan_target_year_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id, year),
  constraint plan_target_year_jurisdiction_plan_id_version_item_id_fkey FOREIGN KEY (jurisdiction, plan_id, version, item_id) REFERENCES plan_target(jurisdiction, plan_id, version, item_id)
);
grant insert, select on plan_target_year to qx_app;
create policy one_jurisdiction on plan_target_year using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_task (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  number integer not null,
  title text not null,
  group_title text,
  area text not null,
  summary text not null,
  responsibility_text text,
  words text,
  span_start integer,
  span_end integer,
  constraint plan_task_pkey PRIMARY KEY (jurisdiction, plan_id, version, item_id),
  constraint plan_task_jurisdiction_plan_id_version_fkey FOREIGN KEY (jurisdiction, plan_id, version) REFERENCES plan_version(jurisdiction, plan_id, version)
);
grant insert, select on plan_task to qx_app;
create policy one_jurisdiction on plan_task using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plan_version (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  title text not null,
  issuer text,
  document_no text,
  issued_on date,
  period_start date not null,
  period_end date not null,
  goal text,
  effective_from date not null,
  reason text,
  adopted_at timestamp with time zone not null,
  adopted_by text,
  adopted_by_label text not null,
  import_id text,
  evidence_id text,
  source_text text,
  constraint plan_version_pkey PRIMARY KEY (jurisdiction, plan_id, version),
  constraint plan_version_jurisdiction_evidence_id_fkey FOREIGN KEY (jurisdiction, evidence_id) REFERENCES evidence(jurisdiction, id),
  constraint plan_version_jurisdiction_import_id_fkey FOREIGN KEY (jurisdiction, import_id) REFERENCES plan_import(jurisdiction, id),
  constraint plan_version_jurisdiction_plan_id_fkey FOREIGN KEY (jurisdiction, plan_id) REFERENCES plan(jurisdiction, id),
  constraint plan_version_check CHECK ((period_end >= period_start)),
  constraint plan_version_title_check CHECK ((title <> ''::text)),
  constraint plan_version_version_check CHECK ((version > 0))
);
grant insert, select on plan_version to qx_app;
create policy one_jurisdiction on plan_version using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table qx_migration (
  id text not null,
  digest text not null,
  made_at timestamp with time zone not null,
  constraint qx_migration_pkey PRIMARY KEY (id)
);

create table search_entry (
  jurisdiction text not null,
  kind text not null,
  id text not null,
  title text not null,
  context text not null,
  path text not null,
  weight integer not null,
  tokens text not null,
  search tsvector generated always as (to_tsvector('simple'::regconfig, tokens)) stored,
  constraint search_entry_pkey PRIMARY KEY (jurisdiction, kind, id),
  constraint search_entry_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
CREATE INDEX search_entry_search ON search_entry USING gin (search);
grant delete, insert, select, update on search_entry to qx_app;
create policy one_jurisdiction on search_entry using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table session (
  jurisdiction text not null,
  id text not null,
  token_hash text not null,
  account_id text not null,
  device text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  browser text,
  opened_by text not null default 'password'::text,
  ended_because text,
  used_from text,
  owner_told_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (jurisdiction, id),
  constraint session_jurisdiction_token_hash_key UNIQUE (jurisdiction, token_hash),
  constraint session_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id)
);
CREATE INDEX session_account ON session USING btree (jurisdiction, account_id) WHERE (ended_at IS NULL);
CREATE INDEX session_stolen ON session USING btree (jurisdiction, account_id) WHERE (ended_because = 'otherBrowser'::text);
grant delete, insert, select, update on session to qx_app;
create policy one_jurisdiction on session using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table sign_in_attempt (
  jurisdiction text not null,
  id text not null,
  login_hash text not null,
  address_hash text not null,
  succeeded boolean not null,
  at timestamp with time zone not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (jurisdiction, id),
  constraint sign_in_attempt_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt USING btree (jurisdiction, address_hash, at);
CREATE INDEX sign_in_attempt_login ON sign_in_attempt USING btree (jurisdiction, login_hash, at);
grant delete, insert, select, update on sign_in_attempt to qx_app;
create policy one_jurisdiction on sign_in_attempt using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table sign_in_step (
  jurisdiction text not null,
  id text not null,
  token_hash text not null,
  account_id text not null,
  device text not null,
  browser text not null,
  opened_by text not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_step_pkey PRIMARY KEY (jurisdiction, id),
  constraint sign_in_step_jurisdiction_token_hash_key UNIQUE (jurisdiction, token_hash),
  constraint sign_in_step_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id),
  constraint sign_in_step_opened_by_check CHECK ((opened_by = ANY (ARRAY['password'::text, 'identity'::text])))
);
grant delete, insert, select, update on sign_in_step to qx_app;
create policy one_jurisdiction on sign_in_step using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));
