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

create table account_entity (
  jurisdiction text not null,
  account_id text not null,
  register text not null,
  record_id text not null,
  granted_at timestamp with time zone not null,
  granted_by_label text not null,
  constraint account_entity_pkey PRIMARY KEY (jurisdiction, account_id, record_id),
  constraint account_entity_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id)
);
grant delete, insert, select, update on account_entity to qx_app;
create policy one_jurisdiction on account_entity using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table breakdown (
  jurisdiction text not null,
  id text not null,
  item_id text not null,
  axis text not null,
  year integer,
  method text not null,
  statistic_id text,
  total numeric not null,
  reason text,
  decided_at timestamp with time zone not null,
  decided_by text,
  decided_by_label text not null,
  demonstration boolean not null default false,
  constraint breakdown_pkey PRIMARY KEY (jurisdiction, id),
  constraint breakdown_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint breakdown_jurisdiction_statistic_id_fkey FOREIGN KEY (jurisdiction, statistic_id) REFERENCES unit_statistic(jurisdiction, id),
  constraint breakdown_axis_check CHECK ((axis = ANY (ARRAY['year'::text, 'unit'::text]))),
  constraint breakdown_check CHECK (((axis = 'unit'::text) OR (year IS NULL))),
  constraint breakdown_method_check CHECK ((method = ANY (ARRAY['equal'::text, 'statistic'::text, 'manual'::text])))
);
CREATE INDEX breakdown_item ON breakdown USING btree (jurisdiction, item_id, axis, decided_at);
grant delete, insert, select on breakdown to qx_app;
create policy demonstration_only on breakdown using demonstration;
create policy one_jurisdiction on breakdown using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table breakdown_share (
  jurisdiction text not null,
  breakdown_id text not null,
  ordinal integer not null,
  year integer,
  party_id text,
  value numeric,
  demonstration boolean not null default false,
  constraint breakdown_share_pkey PRIMARY KEY (jurisdiction, breakdown_id, ordinal),
  constraint breakdown_share_jurisdiction_breakdown_id_fkey FOREIGN KEY (jurisdiction, breakdown_id) REFERENCES breakdown(jurisdiction, id),
  constraint breakdown_share_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint breakdown_share_check CHECK (((year IS NULL) <> (party_id IS NULL)))
);
grant delete, insert, select on breakdown_share to qx_app;
create policy demonstration_only on breakdown_share using demonstration;
create policy one_jurisdiction on breakdown_share using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table clock_state (
  jurisdiction text not null,
  last_on date not null,
  last_at timestamp with time zone not null,
  held_from date,
  held_to date,
  held_at timestamp with time zone,
  confirmed_on date,
  constraint clock_state_pkey PRIMARY KEY (jurisdiction),
  constraint clock_state_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on clock_state to qx_app;
create policy one_jurisdiction on clock_state using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table computed_state (
  jurisdiction text not null,
  indicator text not null,
  definition_version integer not null,
  computed_from jsonb not null,
  through date not null,
  computed_at timestamp with time zone not null,
  trouble text,
  constraint computed_state_pkey PRIMARY KEY (jurisdiction, indicator),
  constraint computed_state_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on computed_state to qx_app;
create policy one_jurisdiction on computed_state using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table computed_value (
  jurisdiction text not null,
  indicator text not null,
  scope_key text not null,
  on_date date not null,
  state text not null,
  value numeric,
  reason text,
  inputs jsonb not null,
  definition_version integer not null,
  computed_at timestamp with time zone not null,
  constraint computed_value_pkey PRIMARY KEY (jurisdiction, indicator, scope_key, on_date),
  constraint computed_value_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint computed_value_check CHECK (((state = 'value'::text) = (value IS NOT NULL))),
  constraint computed_value_state_check CHECK ((state = ANY (ARRAY['value'::text, 'missing'::text])))
);
CREATE INDEX computed_value_scope ON computed_value USING btree (jurisdiction, scope_key, on_date);
grant delete, insert, select, update on computed_value to qx_app;
create policy one_jurisdiction on computed_value using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table counter (
  jurisdiction text not null,
  name text not null,
  value bigint not null,
  constraint counter_pkey PRIMARY KEY (jurisdiction, name),
  constraint counter_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on counter to qx_app;
create policy one_jurisdiction on counter using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table definition_version (
  jurisdiction text not null,
  kind text not null,
  id text not null,
  version integer not null,
  valid_from date not null,
  definition jsonb not null,
  origin text not null,
  reason text not null,
  decided_at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  constraint definition_version_pkey PRIMARY KEY (jurisdiction, kind, id, version),
  constraint definition_version_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint definition_version_kind_check CHECK ((kind = ANY (ARRAY['indicator'::text, 'condition'::text, 'rule'::text]))),
  constraint definition_version_origin_check CHECK ((origin = ANY (ARRAY['declared'::text, 'edited'::text]))),
  constraint definition_version_version_check CHECK ((version > 0))
);
grant insert, select on definition_version to qx_app;
create policy one_jurisdiction on definition_version using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table delivery (
  jurisdiction text not null,
  outbox_id text not null,
  channel text not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  last_error text,
  constraint delivery_pkey PRIMARY KEY (jurisdiction, outbox_id, channel),
  constraint delivery_jurisdiction_outbox_id_fkey FOREIGN KEY (jurisdiction, outbox_id) REFERENCES outbox(jurisdiction, id),
  constraint delivery_channel_check CHECK ((channel <> ''::text))
);
CREATE INDEX delivery_due ON delivery USING btree (jurisdiction, channel, next_attempt_at, outbox_id) WHERE (delivered_at IS NULL);
grant delete, insert, select, update on delivery to qx_app;
create policy one_jurisdiction on delivery using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table duty (
  jurisdiction text not null,
  id text not null,
  kind text not null,
  item_kind text not null,
  item_id text not null,
  part_id text,
  party_id text not null,
  scope text not null,
  period text not null,
  period_start date,
  period_end date,
  title text not null,
  opened_on date not null,
  due_on date not null,
  provisional boolean not null,
  extended_to date,
  return_due_on date,
  answered_on date,
  closed_on date,
  outcome text,
  next_act_on date,
  last_step text,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  demonstration boolean not null default false,
  constraint duty_pkey PRIMARY KEY (jurisdiction, id),
  constraint duty_jurisdiction_kind_item_id_party_id_scope_period_key UNIQUE (jurisdiction, kind, item_id, party_id, scope, period),
  constraint duty_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint duty_jurisdiction_part_id_fkey FOREIGN KEY (jurisdiction, part_id) REFERENCES task_part(jurisdiction, id),
  constraint duty_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint duty_check CHECK (((closed_on IS NULL) = (outcome IS NULL))),
  constraint duty_item_kind_check CHECK ((item_kind = ANY (ARRAY['target'::text, 'task'::text, 'milestone'::text]))),
  constraint duty_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'part'::text, 'milestone'::text]))),
  constraint duty_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'withdrawn'::text]))),
  constraint duty_scope_check CHECK ((scope = ANY (ARRAY['county'::text, 'unit'::text])))
);
CREATE INDEX duty_clock ON duty USING btree (jurisdiction, next_act_on) WHERE ((closed_on IS NULL) AND (next_act_on IS NOT NULL));
CREATE INDEX duty_closed ON duty USING btree (jurisdiction, party_id, closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX duty_item ON duty USING btree (jurisdiction, item_id, period_end);
CREATE INDEX duty_open ON duty USING btree (jurisdiction, party_id, due_on) WHERE (closed_on IS NULL);
CREATE INDEX duty_part ON duty USING btree (jurisdiction, part_id) WHERE (part_id IS NOT NULL);
CREATE INDEX duty_party ON duty USING btree (jurisdiction, party_id, due_on);
CREATE INDEX duty_period ON duty USING btree (jurisdiction, period);
grant delete, insert, select, update on duty to qx_app;
create policy one_jurisdiction on duty using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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
  demonstration boolean not null default false,
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

create table extension_request (
  jurisdiction text not null,
  id text not null,
  duty_id text not null,
  ordinal integer not null,
  asked_to date not null,
  reason text not null,
  asked_on date not null,
  asked_at timestamp with time zone not null,
  asked_by text,
  asked_by_label text not null,
  decision text,
  granted_to date,
  decided_at timestamp with time zone,
  decided_by text,
  decided_by_label text,
  decision_reason text,
  revision integer not null default 1,
  demonstration boolean not null default false,
  constraint extension_request_pkey PRIMARY KEY (jurisdiction, id),
  constraint extension_request_jurisdiction_duty_id_ordinal_key UNIQUE (jurisdiction, duty_id, ordinal),
  constraint extension_request_jurisdiction_duty_id_fkey FOREIGN KEY (jurisdiction, duty_id) REFERENCES duty(jurisdiction, id),
  constraint extension_request_check CHECK (((decision IS NULL) = (decided_at IS NULL))),
  constraint extension_request_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint extension_request_ordinal_check CHECK ((ordinal > 0)),
  constraint extension_request_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX extension_request_open ON extension_request USING btree (jurisdiction, asked_at) WHERE (decision IS NULL);
grant delete, insert, select, update on extension_request to qx_app;
create policy one_jurisdiction on extension_request using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table import_batch (
  jurisdiction text not null,
  run_id text not null,
  batch_no integer not null,
  sheet text not null,
  first_row bigint not null,
  last_row bigint not null,
  row_count integer not null,
  new_count integer not null,
  changed_count integer not null,
  named_count integer not null,
  digest text not null,
  committed_at timestamp with time zone not null,
  demonstration boolean not null default false,
  constraint import_batch_pkey PRIMARY KEY (jurisdiction, run_id, batch_no),
  constraint import_batch_jurisdiction_run_id_fkey FOREIGN KEY (jurisdiction, run_id) REFERENCES import_run(jurisdiction, id)
);
grant delete, insert, select on import_batch to qx_app;
create policy demonstration_only on import_batch using demonstration;
create policy one_jurisdiction on import_batch using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table import_decision (
  jurisdiction text not null,
  run_id text not null,
  sheet text not null,
  row_number bigint not null,
  decision text not null,
  decided_at timestamp with time zone not null,
  by_label text not null,
  constraint import_decision_pkey PRIMARY KEY (jurisdiction, run_id, sheet, row_number),
  constraint import_decision_jurisdiction_run_id_fkey FOREIGN KEY (jurisdiction, run_id) REFERENCES import_run(jurisdiction, id),
  constraint import_decision_decision_check CHECK ((decision = ANY (ARRAY['take'::text, 'skip'::text])))
);
grant delete, insert, select, update on import_decision to qx_app;
create policy one_jurisdiction on import_decision using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table import_heading (
  jurisdiction text not null,
  register text not null,
  heading text not null,
  field text,
  times integer not null,
  learned_at timestamp with time zone not null,
  constraint import_heading_pkey PRIMARY KEY (jurisdiction, register, heading),
  constraint import_heading_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on import_heading to qx_app;
create policy one_jurisdiction on import_heading using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table import_row (
  jurisdiction text not null,
  run_id text not null,
  sheet text not null,
  row_number bigint not null,
  verdict text not null,
  record_id text,
  label text not null,
  written jsonb not null,
  faults jsonb not null,
  changes jsonb,
  constraint import_row_pkey PRIMARY KEY (jurisdiction, run_id, sheet, row_number),
  constraint import_row_jurisdiction_run_id_fkey FOREIGN KEY (jurisdiction, run_id) REFERENCES import_run(jurisdiction, id),
  constraint import_row_verdict_check CHECK ((verdict = ANY (ARRAY['faulty'::text, 'doubtful'::text, 'changed'::text])))
);
CREATE INDEX import_row_verdict ON import_row USING btree (jurisdiction, run_id, verdict, sheet, row_number);
grant delete, insert, select, update on import_row to qx_app;
create policy one_jurisdiction on import_row using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table import_run (
  jurisdiction text not null,
  id text not null,
  register text not null,
  evidence_id text not null,
  sha256 text not null,
  file_name text not null,
  format text not null,
  status text not null,
  layout jsonb not null,
  mapping jsonb not null,
  rows_total bigint,
  rows_done bigint not null default 0,
  new_count bigint not null default 0,
  changed_count bigint not null default 0,
  same_count bigint not null default 0,
  faulty_count bigint not null default 0,
  doubtful_count bigint not null default 0,
  bytes_done bigint not null default 0,
  bytes_total bigint not null,
  trouble jsonb,
  started_at timestamp with time zone not null,
  phase_began_at timestamp with time zone,
  ended_at timestamp with time zone,
  by_account text,
  by_label text not null,
  undo_reason text,
  options jsonb not null,
  allowed_units text[],
  reached_sheet text,
  reached_row bigint,
  batches integer not null default 0,
  named_count bigint not null default 0,
  worker text,
  worker_until timestamp with time zone,
  demonstration boolean not null default false,
  constraint import_run_pkey PRIMARY KEY (jurisdiction, id),
  constraint import_run_jurisdiction_evidence_id_fkey FOREIGN KEY (jurisdiction, evidence_id) REFERENCES evidence(jurisdiction, id),
  constraint import_run_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint import_run_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text, 'json'::text, 'st96'::text]))),
  constraint import_run_status_check CHECK ((status = ANY (ARRAY['mapping'::text, 'reading'::text, 'ready'::text, 'committing'::text, 'committed'::text, 'undoing'::text, 'undone'::text, 'failed'::text, 'discarded'::text])))
);
CREATE INDEX import_run_register ON import_run USING btree (jurisdiction, register, started_at DESC);
CREATE INDEX import_run_waiting ON import_run USING btree (jurisdiction, started_at) WHERE (status = ANY (ARRAY['reading'::text, 'committing'::text, 'undoing'::text]));
grant delete, insert, select, update on import_run to qx_app;
create policy one_jurisdiction on import_run using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table indicator_value (
  jurisdiction text not null,
  item_id text not null,
  scope_key text not null,
  period text not null,
  period_end date not null,
  observation_id text not null,
  value_state text not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  reason text,
  cutoff_on date,
  status text not null,
  status_at timestamp with time zone not null,
  approved_observation_id text,
  approved_state text,
  approved_value numeric,
  approved_numerator numeric,
  approved_denominator numeric,
  approved_reason text,
  approved_cutoff_on date,
  demonstration boolean not null default false,
  constraint indicator_value_pkey PRIMARY KEY (jurisdiction, item_id, scope_key, period),
  constraint indicator_value_jurisdiction_approved_observation_id_fkey FOREIGN KEY (jurisdiction, approved_observation_id) REFERENCES observation(jurisdiction, id),
  constraint indicator_value_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint indicator_value_jurisdiction_observation_id_fkey FOREIGN KEY (jurisdiction, observation_id) REFERENCES observation(jurisdiction, id),
  constraint indicator_value_status_check CHECK ((status = ANY (ARRAY['reported'::text, 'checked'::text, 'approved'::text, 'returned'::text])))
);
CREATE INDEX indicator_value_approved ON indicator_value USING btree (jurisdiction, approved_observation_id);
CREATE INDEX indicator_value_observation ON indicator_value USING btree (jurisdiction, observation_id);
CREATE INDEX indicator_value_scope ON indicator_value USING btree (jurisdiction, scope_key, item_id, period_end DESC);
grant delete, insert, select, update on indicator_value to qx_app;
create policy one_jurisdiction on indicator_value using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table item_setting (
  jurisdiction text not null,
  id text not null,
  item_kind text not null,
  item_id text not null,
  cycle text,
  baseline numeric,
  baseline_on date,
  reason text,
  decided_at timestamp with time zone not null,
  decided_by text,
  decided_by_label text not null,
  demonstration boolean not null default false,
  constraint item_setting_pkey PRIMARY KEY (jurisdiction, id),
  constraint item_setting_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint item_setting_cycle_check CHECK ((cycle = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text]))),
  constraint item_setting_item_kind_check CHECK ((item_kind = ANY (ARRAY['target'::text, 'task'::text, 'milestone'::text])))
);
CREATE INDEX item_setting_item ON item_setting USING btree (jurisdiction, item_kind, item_id, decided_at);
grant delete, insert, select on item_setting to qx_app;
create policy demonstration_only on item_setting using demonstration;
create policy one_jurisdiction on item_setting using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table job_run (
  jurisdiction text not null,
  id text not null,
  job_id text not null,
  requested_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  outcome text,
  detail jsonb,
  request_id text,
  constraint job_run_pkey PRIMARY KEY (jurisdiction, id),
  constraint job_run_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint job_run_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint job_run_job_id_check CHECK ((job_id <> ''::text)),
  constraint job_run_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'idle'::text, 'failed'::text, 'interrupted'::text])))
);
CREATE UNIQUE INDEX job_run_asked ON job_run USING btree (jurisdiction, job_id) WHERE (started_at IS NULL);
CREATE INDEX job_run_latest ON job_run USING btree (jurisdiction, job_id, requested_at DESC, id DESC);
grant delete, insert, select, update on job_run to qx_app;
create policy one_jurisdiction on job_run using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table light_change (
  jurisdiction text not null,
  id text not null,
  item_kind text not null,
  item_id text not null,
  basis text not null,
  ordinal integer not null,
  on_date date not null,
  from_light text,
  to_light text not null,
  why_zh text not null,
  why_en text not null,
  at timestamp with time zone not null,
  demonstration boolean not null default false,
  constraint light_change_pkey PRIMARY KEY (jurisdiction, id),
  constraint light_change_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint light_change_basis_check CHECK ((basis = ANY (ARRAY['reported'::text, 'approved'::text]))),
  constraint light_change_ordinal_check CHECK ((ordinal > 0))
);
CREATE INDEX light_change_day ON light_change USING btree (jurisdiction, on_date);
CREATE UNIQUE INDEX light_change_next ON light_change USING btree (jurisdiction, item_kind, item_id, basis, ordinal);
grant delete, insert, select on light_change to qx_app;
create policy demonstration_only on light_change using demonstration;
create policy one_jurisdiction on light_change using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table milestone_standing (
  jurisdiction text not null,
  item_id text not null,
  parts jsonb not null,
  applied_on date,
  done_on date,
  progress_on date,
  status text not null,
  report_id text not null,
  updated_at timestamp with time zone not null,
  demonstration boolean not null default false,
  constraint milestone_standing_pkey PRIMARY KEY (jurisdiction, item_id),
  constraint milestone_standing_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint milestone_standing_jurisdiction_report_id_fkey FOREIGN KEY (jurisdiction, report_id) REFERENCES report(jurisdiction, id),
  constraint milestone_standing_status_check CHECK ((status = ANY (ARRAY['reported'::text, 'checked'::text, 'approved'::text, 'returned'::text])))
);
grant delete, insert, select, update on milestone_standing to qx_app;
create policy one_jurisdiction on milestone_standing using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table name_match (
  jurisdiction text not null,
  id text not null,
  register text not null,
  written text not null,
  written_key text not null,
  status text not null,
  record_id text,
  confidence numeric,
  candidates jsonb not null,
  uses bigint not null default 0,
  first_seen_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  by_label text,
  demonstration boolean not null default false,
  constraint name_match_pkey PRIMARY KEY (jurisdiction, id),
  constraint name_match_jurisdiction_register_written_key_key UNIQUE (jurisdiction, register, written_key),
  constraint name_match_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint name_match_status_check CHECK ((status = ANY (ARRAY['open'::text, 'decided'::text, 'none'::text])))
);
CREATE INDEX name_match_open ON name_match USING btree (jurisdiction, register, uses DESC) WHERE (status = 'open'::text);
grant delete, insert, select, update on name_match to qx_app;
create policy one_jurisdiction on name_match using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table notice (
  jurisdiction text not null,
  id text not null,
  outbox_id text not null,
  account_id text not null,
  kind text not null,
  title text not null,
  body text not null,
  path text not null,
  subject_kind text not null,
  subject_id text not null,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (jurisdiction, id),
  constraint notice_jurisdiction_outbox_id_account_id_key UNIQUE (jurisdiction, outbox_id, account_id),
  constraint notice_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id),
  constraint notice_jurisdiction_outbox_id_fkey FOREIGN KEY (jurisdiction, outbox_id) REFERENCES outbox(jurisdiction, id),
  constraint notice_kind_check CHECK ((kind <> ''::text)),
  constraint notice_path_check CHECK ((path ~~ '/%'::text)),
  constraint notice_title_check CHECK ((title <> ''::text))
);
CREATE INDEX notice_own ON notice USING btree (jurisdiction, account_id, created_at DESC, id DESC);
CREATE INDEX notice_unread ON notice USING btree (jurisdiction, account_id, created_at DESC, id DESC) WHERE (read_at IS NULL);
grant delete, insert, select, update on notice to qx_app;
create policy one_jurisdiction on notice using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table observation (
  jurisdiction text not null,
  id text not null,
  item_id text not null,
  scope_key text not null,
  party_id text not null,
  period text not null,
  period_end date not null,
  value_state text not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  reason text,
  cutoff_on date,
  source text not null,
  report_id text,
  corrects text,
  correction_reason text,
  plan_version integer not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  constraint observation_pkey PRIMARY KEY (jurisdiction, id),
  constraint observation_jurisdiction_corrects_fkey FOREIGN KEY (jurisdiction, corrects) REFERENCES observation(jurisdiction, id),
  constraint observation_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint observation_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint observation_jurisdiction_report_id_fkey FOREIGN KEY (jurisdiction, report_id) REFERENCES report(jurisdiction, id),
  constraint observation_check CHECK (((value_state = 'value'::text) = (value IS NOT NULL))),
  constraint observation_check1 CHECK (((corrects IS NULL) = (correction_reason IS NULL))),
  constraint observation_value_state_check CHECK ((value_state = ANY (ARRAY['value'::text, 'missing'::text, 'notApplicable'::text, 'suppressed'::text])))
);
CREATE INDEX observation_corrects ON observation USING btree (jurisdiction, corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX observation_item ON observation USING btree (jurisdiction, item_id, scope_key, period_end, at);
CREATE INDEX observation_report ON observation USING btree (jurisdiction, report_id);
grant delete, insert, select on observation to qx_app;
create policy demonstration_only on observation using demonstration;
create policy one_jurisdiction on observation using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table observation_mark (
  jurisdiction text not null,
  observation_id text not null,
  mark text not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  reason text,
  demonstration boolean not null default false,
  constraint observation_mark_pkey PRIMARY KEY (jurisdiction, observation_id, mark),
  constraint observation_mark_jurisdiction_observation_id_fkey FOREIGN KEY (jurisdiction, observation_id) REFERENCES observation(jurisdiction, id),
  constraint observation_mark_mark_check CHECK ((mark = ANY (ARRAY['checked'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text])))
);
CREATE INDEX observation_mark_day ON observation_mark USING btree (jurisdiction, mark, at);
grant delete, insert, select on observation_mark to qx_app;
create policy demonstration_only on observation_mark using demonstration;
create policy one_jurisdiction on observation_mark using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table outbox (
  jurisdiction text not null,
  id text not null,
  topic text not null,
  payload jsonb not null,
  key text,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null,
  dispatched_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (jurisdiction, id),
  constraint outbox_jurisdiction_topic_key_key UNIQUE (jurisdiction, topic, key),
  constraint outbox_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint outbox_key_check CHECK ((key <> ''::text)),
  constraint outbox_topic_check CHECK ((topic <> ''::text))
);
CREATE INDEX outbox_waiting ON outbox USING btree (jurisdiction, created_at, id) WHERE (dispatched_at IS NULL);
grant delete, insert, select, update on outbox to qx_app;
create policy one_jurisdiction on outbox using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table quality_finding (
  jurisdiction text not null,
  id text not null,
  rule text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_label text not null,
  field text not null default ''::text,
  severity text not null,
  message jsonb not null,
  remedy jsonb not null,
  unit_id text,
  found_on date not null,
  due_on date,
  status text not null,
  explanation text,
  settled_at timestamp with time zone,
  settled_by_label text,
  demonstration boolean not null default false,
  constraint quality_finding_pkey PRIMARY KEY (jurisdiction, id),
  constraint quality_finding_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint quality_finding_jurisdiction_unit_id_fkey FOREIGN KEY (jurisdiction, unit_id) REFERENCES party(jurisdiction, id),
  constraint quality_finding_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'note'::text]))),
  constraint quality_finding_status_check CHECK ((status = ANY (ARRAY['open'::text, 'resolved'::text, 'explained'::text])))
);
CREATE UNIQUE INDEX quality_finding_open ON quality_finding USING btree (jurisdiction, rule, subject_kind, subject_id, field) WHERE (status <> 'resolved'::text);
CREATE INDEX quality_finding_rule ON quality_finding USING btree (jurisdiction, status, severity, due_on);
CREATE INDEX quality_finding_subject ON quality_finding USING btree (jurisdiction, subject_kind, subject_id);
grant delete, insert, select, update on quality_finding to qx_app;
create policy one_jurisdiction on quality_finding using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table qx_migration (
  id text not null,
  digest text not null,
  made_at timestamp with time zone not null,
  constraint qx_migration_pkey PRIMARY KEY (id)
);

create table record_merge (
  jurisdiction text not null,
  id text not null,
  register text not null,
  kept_id text not null,
  merged_ids text[] not null,
  before jsonb not null,
  reason text not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  undone_at timestamp with time zone,
  undone_by_label text,
  demonstration boolean not null default false,
  constraint record_merge_pkey PRIMARY KEY (jurisdiction, id),
  constraint record_merge_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
CREATE INDEX record_merge_kept ON record_merge USING btree (jurisdiction, register, kept_id);
grant delete, insert, select, update on record_merge to qx_app;
create policy one_jurisdiction on record_merge using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table record_mistake (
  jurisdiction text not null,
  id text not null,
  register text not null,
  record_id text not null,
  field text,
  words text not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  answer text,
  outcome text,
  answered_at timestamp with time zone,
  answered_by_label text,
  demonstration boolean not null default false,
  constraint record_mistake_pkey PRIMARY KEY (jurisdiction, id),
  constraint record_mistake_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint record_mistake_outcome_check CHECK ((outcome = ANY (ARRAY['corrected'::text, 'kept'::text]))),
  constraint record_mistake_words_check CHECK ((words <> ''::text))
);
CREATE INDEX record_mistake_open ON record_mistake USING btree (jurisdiction, at) WHERE (answered_at IS NULL);
CREATE INDEX record_mistake_record ON record_mistake USING btree (jurisdiction, register, record_id);
grant delete, insert, select, update on record_mistake to qx_app;
create policy one_jurisdiction on record_mistake using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table register_change (
  jurisdiction text not null,
  register text not null,
  change_no bigint not null,
  changed_at timestamp with time zone not null,
  constraint register_change_pkey PRIMARY KEY (jurisdiction, register),
  constraint register_change_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on register_change to qx_app;
create policy one_jurisdiction on register_change using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table register_table (
  table_name text not null,
  register text not null,
  shape jsonb not null,
  made_at timestamp with time zone not null,
  constraint register_table_pkey PRIMARY KEY (table_name)
);
grant delete, insert, select, update on register_table to qx_app;

create table report (
  jurisdiction text not null,
  id text not null,
  duty_id text not null,
  item_kind text not null,
  item_id text not null,
  party_id text not null,
  scope text not null,
  period text not null,
  period_end date,
  state text not null,
  progress numeric,
  narrative text not null default ''::text,
  problems text not null default ''::text,
  next_steps text not null default ''::text,
  value_state text,
  value numeric,
  numerator numeric,
  denominator numeric,
  value_reason text,
  cutoff_on date,
  parts jsonb,
  observation_id text,
  revision integer not null default 1,
  updated_at timestamp with time zone not null,
  updated_by text,
  updated_by_label text not null,
  submitted_at timestamp with time zone,
  submitted_by text,
  demonstration boolean not null default false,
  constraint report_pkey PRIMARY KEY (jurisdiction, id),
  constraint report_jurisdiction_duty_id_key UNIQUE (jurisdiction, duty_id),
  constraint report_jurisdiction_duty_id_fkey FOREIGN KEY (jurisdiction, duty_id) REFERENCES duty(jurisdiction, id),
  constraint report_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint report_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint report_check CHECK (((value IS NULL) OR (value_state = 'value'::text))),
  constraint report_item_kind_check CHECK ((item_kind = ANY (ARRAY['target'::text, 'task'::text, 'milestone'::text]))),
  constraint report_progress_check CHECK (((progress >= (0)::numeric) AND (progress <= (100)::numeric))),
  constraint report_scope_check CHECK ((scope = ANY (ARRAY['county'::text, 'unit'::text]))),
  constraint report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'checked'::text, 'approved'::text, 'returned'::text]))),
  constraint report_value_state_check CHECK ((value_state = ANY (ARRAY['value'::text, 'missing'::text, 'notApplicable'::text, 'suppressed'::text])))
);
CREATE INDEX report_item ON report USING btree (jurisdiction, item_id, party_id, scope, period_end);
CREATE INDEX report_party ON report USING btree (jurisdiction, party_id, updated_at, duty_id);
CREATE INDEX report_state ON report USING btree (jurisdiction, state, updated_at);
grant delete, insert, select, update on report to qx_app;
create policy one_jurisdiction on report using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table report_act (
  jurisdiction text not null,
  id text not null,
  report_id text not null,
  act text not null,
  on_date date not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  reason text,
  snapshot jsonb not null,
  demonstration boolean not null default false,
  constraint report_act_pkey PRIMARY KEY (jurisdiction, id),
  constraint report_act_jurisdiction_report_id_fkey FOREIGN KEY (jurisdiction, report_id) REFERENCES report(jurisdiction, id),
  constraint report_act_act_check CHECK ((act = ANY (ARRAY['submit'::text, 'withdraw'::text, 'check'::text, 'approve'::text, 'return'::text, 'correct'::text])))
);
CREATE INDEX report_act_report ON report_act USING btree (jurisdiction, report_id, at);
grant delete, insert, select on report_act to qx_app;
create policy demonstration_only on report_act using demonstration;
create policy one_jurisdiction on report_act using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table report_evidence (
  jurisdiction text not null,
  report_id text not null,
  evidence_id text not null,
  ordinal integer not null,
  demonstration boolean not null default false,
  constraint report_evidence_pkey PRIMARY KEY (jurisdiction, report_id, evidence_id),
  constraint report_evidence_jurisdiction_evidence_id_fkey FOREIGN KEY (jurisdiction, evidence_id) REFERENCES evidence(jurisdiction, id),
  constraint report_evidence_jurisdiction_report_id_fkey FOREIGN KEY (jurisdiction, report_id) REFERENCES report(jurisdiction, id)
);
CREATE INDEX report_evidence_evidence ON report_evidence USING btree (jurisdiction, evidence_id);
grant delete, insert, select, update on report_evidence to qx_app;
create policy one_jurisdiction on report_evidence using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table saved_view (
  jurisdiction text not null,
  id text not null,
  register text not null,
  account_id text,
  label text not null,
  is_shared boolean not null,
  state jsonb not null,
  created_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (jurisdiction, id),
  constraint saved_view_jurisdiction_account_id_fkey FOREIGN KEY (jurisdiction, account_id) REFERENCES account(jurisdiction, id),
  constraint saved_view_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint saved_view_label_check CHECK ((label <> ''::text))
);
CREATE INDEX saved_view_register ON saved_view USING btree (jurisdiction, register);
grant delete, insert, select, update on saved_view to qx_app;
create policy one_jurisdiction on saved_view using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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
  audience text not null default 'public'::text,
  party_id text,
  demonstration boolean not null default false,
  constraint search_entry_pkey PRIMARY KEY (jurisdiction, kind, id),
  constraint search_entry_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint search_entry_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'staff'::text])))
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

create table sheet_import (
  jurisdiction text not null,
  id text not null,
  party_id text not null,
  period text not null,
  file_name text not null,
  rows jsonb not null,
  issues jsonb not null,
  state text not null,
  created_at timestamp with time zone not null,
  created_by text,
  created_by_label text not null,
  decided_at timestamp with time zone,
  demonstration boolean not null default false,
  constraint sheet_import_pkey PRIMARY KEY (jurisdiction, id),
  constraint sheet_import_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint sheet_import_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint sheet_import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'discarded'::text])))
);
grant delete, insert, select, update on sheet_import to qx_app;
create policy one_jurisdiction on sheet_import using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table target_task_weight (
  jurisdiction text not null,
  item_id text not null,
  task_item_id text not null,
  weight numeric not null,
  demonstration boolean not null default false,
  constraint target_task_weight_pkey PRIMARY KEY (jurisdiction, item_id, task_item_id),
  constraint target_task_weight_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint target_task_weight_weight_check CHECK (((weight >= (0)::numeric) AND (weight <= (100)::numeric)))
);
grant delete, insert, select, update on target_task_weight to qx_app;
create policy one_jurisdiction on target_task_weight using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table task_part (
  jurisdiction text not null,
  id text not null,
  task_item_id text not null,
  party_id text not null,
  share text not null,
  content text not null,
  standard text,
  person text,
  weight numeric,
  starts_on date,
  due_on date,
  status text not null,
  progress numeric,
  progress_status text,
  progress_on date,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  demonstration boolean not null default false,
  constraint task_part_pkey PRIMARY KEY (jurisdiction, id),
  constraint task_part_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint task_part_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint task_part_check CHECK ((due_on >= starts_on)),
  constraint task_part_progress_check CHECK (((progress >= (0)::numeric) AND (progress <= (100)::numeric))),
  constraint task_part_progress_status_check CHECK ((progress_status = ANY (ARRAY['reported'::text, 'checked'::text, 'approved'::text]))),
  constraint task_part_share_check CHECK ((share = ANY (ARRAY['lead'::text, 'support'::text]))),
  constraint task_part_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'ongoing'::text, 'reported'::text, 'done'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint task_part_weight_check CHECK (((weight >= (0)::numeric) AND (weight <= (100)::numeric)))
);
CREATE UNIQUE INDEX task_part_living ON task_part USING btree (jurisdiction, task_item_id, party_id) WHERE (status <> 'withdrawn'::text);
CREATE INDEX task_part_party ON task_part USING btree (jurisdiction, party_id);
grant delete, insert, select, update on task_part to qx_app;
create policy one_jurisdiction on task_part using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table task_part_act (
  jurisdiction text not null,
  id text not null,
  part_id text not null,
  act text not null,
  on_date date not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  reason text,
  demonstration boolean not null default false,
  constraint task_part_act_pkey PRIMARY KEY (jurisdiction, id),
  constraint task_part_act_jurisdiction_part_id_fkey FOREIGN KEY (jurisdiction, part_id) REFERENCES task_part(jurisdiction, id),
  constraint task_part_act_act_check CHECK ((act = ANY (ARRAY['assign'::text, 'receive'::text, 'complete'::text, 'accept'::text, 'return'::text, 'close'::text, 'reopen'::text, 'withdraw'::text])))
);
CREATE INDEX task_part_act_part ON task_part_act USING btree (jurisdiction, part_id, at);
grant delete, insert, select on task_part_act to qx_app;
create policy demonstration_only on task_part_act using demonstration;
create policy one_jurisdiction on task_part_act using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table unit_statistic (
  jurisdiction text not null,
  id text not null,
  label text not null,
  unit text not null,
  source text not null,
  demonstration boolean not null default false,
  constraint unit_statistic_pkey PRIMARY KEY (jurisdiction, id),
  constraint unit_statistic_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint unit_statistic_label_check CHECK ((label <> ''::text))
);
grant delete, insert, select, update on unit_statistic to qx_app;
create policy one_jurisdiction on unit_statistic using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table unit_statistic_value (
  jurisdiction text not null,
  statistic_id text not null,
  party_id text not null,
  on_date date not null,
  value numeric,
  demonstration boolean not null default false,
  constraint unit_statistic_value_pkey PRIMARY KEY (jurisdiction, statistic_id, party_id, on_date),
  constraint unit_statistic_value_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id),
  constraint unit_statistic_value_jurisdiction_statistic_id_fkey FOREIGN KEY (jurisdiction, statistic_id) REFERENCES unit_statistic(jurisdiction, id)
);
grant delete, insert, select, update on unit_statistic_value to qx_app;
create policy one_jurisdiction on unit_statistic_value using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table urging (
  jurisdiction text not null,
  id text not null,
  duty_id text not null,
  party_id text not null,
  step text not null,
  due_on date not null,
  number text,
  on_date date not null,
  words text not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  constraint urging_pkey PRIMARY KEY (jurisdiction, id),
  constraint urging_jurisdiction_duty_id_fkey FOREIGN KEY (jurisdiction, duty_id) REFERENCES duty(jurisdiction, id),
  constraint urging_jurisdiction_party_id_fkey FOREIGN KEY (jurisdiction, party_id) REFERENCES party(jurisdiction, id)
);
CREATE INDEX urging_day ON urging USING btree (jurisdiction, on_date);
CREATE INDEX urging_duty ON urging USING btree (jurisdiction, duty_id, at);
CREATE UNIQUE INDEX urging_once ON urging USING btree (jurisdiction, duty_id, step, due_on) WHERE (step <> 'manual'::text);
CREATE INDEX urging_party ON urging USING btree (jurisdiction, party_id, at);
grant delete, insert, select on urging to qx_app;
create policy demonstration_only on urging using demonstration;
create policy one_jurisdiction on urging using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table urging_reply (
  jurisdiction text not null,
  id text not null,
  urging_id text not null,
  words text not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  constraint urging_reply_pkey PRIMARY KEY (jurisdiction, id),
  constraint urging_reply_jurisdiction_urging_id_fkey FOREIGN KEY (jurisdiction, urging_id) REFERENCES urging(jurisdiction, id),
  constraint urging_reply_words_check CHECK ((words <> ''::text))
);
CREATE INDEX urging_reply_urging ON urging_reply USING btree (jurisdiction, urging_id, at);
grant delete, insert, select on urging_reply to qx_app;
create policy demonstration_only on urging_reply using demonstration;
create policy one_jurisdiction on urging_reply using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table value_freeze (
  jurisdiction text not null,
  id text not null,
  indicator text not null,
  scope_key text not null,
  period text not null,
  on_date date not null,
  state text not null,
  value numeric,
  inputs jsonb not null,
  definition_version integer not null,
  resolved jsonb not null,
  known_at timestamp with time zone not null,
  observation_id text,
  reason text,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  constraint value_freeze_pkey PRIMARY KEY (jurisdiction, id),
  constraint value_freeze_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint value_freeze_state_check CHECK ((state = ANY (ARRAY['value'::text, 'missing'::text])))
);
CREATE INDEX value_freeze_of ON value_freeze USING btree (jurisdiction, indicator, scope_key, on_date, known_at DESC);
grant delete, insert, select on value_freeze to qx_app;
create policy demonstration_only on value_freeze using demonstration;
create policy one_jurisdiction on value_freeze using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));
