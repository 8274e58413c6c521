-- Printed by scripts/generate.ts from a freshly migrated database. Do not edit: change it by a migration, or where a register is declared.

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

create table advantage_enterprise (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  enterprise_name text,
  enterprise_id text,
  title text,
  level text,
  recognised_on date,
  valid_until date,
  reviewed_on date,
  ended_on date,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint advantage_enterprise_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX advantage_enterprise_enterprise_id ON advantage_enterprise USING btree (jurisdiction, enterprise_id);
CREATE UNIQUE INDEX advantage_enterprise_identity ON advantage_enterprise USING btree (jurisdiction, identity);
CREATE INDEX advantage_enterprise_level ON advantage_enterprise USING btree (jurisdiction, level, id);
CREATE INDEX advantage_enterprise_name ON advantage_enterprise USING btree (jurisdiction, pinyin, id);
CREATE INDEX advantage_enterprise_recognised_on ON advantage_enterprise USING btree (jurisdiction, recognised_on, id);
CREATE INDEX advantage_enterprise_run ON advantage_enterprise USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX advantage_enterprise_search ON advantage_enterprise USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX advantage_enterprise_title ON advantage_enterprise USING btree (jurisdiction, title, id);
CREATE INDEX advantage_enterprise_unit ON advantage_enterprise USING btree (jurisdiction, unit_id, id);
CREATE INDEX advantage_enterprise_valid_until ON advantage_enterprise USING btree (jurisdiction, valid_until, id);
grant delete, insert, select, update on advantage_enterprise to qx_app;
create policy one_jurisdiction on advantage_enterprise using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table advantage_enterprise_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  enterprise_name text,
  enterprise_id text,
  title text,
  level text,
  recognised_on date,
  valid_until date,
  reviewed_on date,
  ended_on date,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint advantage_enterprise_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX advantage_enterprise_past_run ON advantage_enterprise_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX advantage_enterprise_past_span ON advantage_enterprise_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on advantage_enterprise_past to qx_app;
create policy demonstration_only on advantage_enterprise_past using demonstration;
create policy one_jurisdiction on advantage_enterprise_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table agency_year (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  agency_name text,
  agency_id text,
  year date,
  year_precision text,
  as_of date,
  staff bigint,
  attorneys bigint,
  revenue bigint,
  survey_name text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint agency_year_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX agency_year_agency_id ON agency_year USING btree (jurisdiction, agency_id);
CREATE INDEX agency_year_as_of ON agency_year USING btree (jurisdiction, as_of, id);
CREATE UNIQUE INDEX agency_year_identity ON agency_year USING btree (jurisdiction, identity);
CREATE INDEX agency_year_name ON agency_year USING btree (jurisdiction, pinyin, id);
CREATE INDEX agency_year_revenue ON agency_year USING btree (jurisdiction, revenue, id);
CREATE INDEX agency_year_run ON agency_year USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX agency_year_search ON agency_year USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX agency_year_staff ON agency_year USING btree (jurisdiction, staff, id);
CREATE INDEX agency_year_unit ON agency_year USING btree (jurisdiction, unit_id, id);
CREATE INDEX agency_year_year ON agency_year USING btree (jurisdiction, year, id);
grant delete, insert, select, update on agency_year to qx_app;
create policy one_jurisdiction on agency_year using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table agency_year_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  agency_name text,
  agency_id text,
  year date,
  year_precision text,
  as_of date,
  staff bigint,
  attorneys bigint,
  revenue bigint,
  survey_name text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint agency_year_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX agency_year_past_run ON agency_year_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX agency_year_past_span ON agency_year_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on agency_year_past to qx_app;
create policy demonstration_only on agency_year_past using demonstration;
create policy one_jurisdiction on agency_year_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table agreement (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  category text,
  partners text,
  signed_on date,
  valid_until date,
  ended_on date,
  substance text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint agreement_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX agreement_category ON agreement USING btree (jurisdiction, category, id);
CREATE UNIQUE INDEX agreement_identity ON agreement USING btree (jurisdiction, identity);
CREATE INDEX agreement_name ON agreement USING btree (jurisdiction, pinyin, id);
CREATE INDEX agreement_run ON agreement USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX agreement_search ON agreement USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX agreement_signed_on ON agreement USING btree (jurisdiction, signed_on, id);
CREATE INDEX agreement_unit ON agreement USING btree (jurisdiction, unit_id, id);
CREATE INDEX agreement_valid_until ON agreement USING btree (jurisdiction, valid_until, id);
grant delete, insert, select, update on agreement to qx_app;
create policy one_jurisdiction on agreement using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table agreement_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  category text,
  partners text,
  signed_on date,
  valid_until date,
  ended_on date,
  substance text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint agreement_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX agreement_past_run ON agreement_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX agreement_past_span ON agreement_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on agreement_past to qx_app;
create policy demonstration_only on agreement_past using demonstration;
create policy one_jurisdiction on agreement_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table approval (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  category text,
  level text,
  issued_by text,
  document_no text,
  applied_on date,
  approved_on date,
  accepted_on date,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint approval_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX approval_accepted_on ON approval USING btree (jurisdiction, accepted_on, id);
CREATE INDEX approval_approved_on ON approval USING btree (jurisdiction, approved_on, id);
CREATE INDEX approval_category ON approval USING btree (jurisdiction, category, id);
CREATE INDEX approval_ended_on ON approval USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX approval_identity ON approval USING btree (jurisdiction, identity);
CREATE INDEX approval_level ON approval USING btree (jurisdiction, level, id);
CREATE INDEX approval_name ON approval USING btree (jurisdiction, pinyin, id);
CREATE INDEX approval_run ON approval USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX approval_search ON approval USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX approval_unit ON approval USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on approval to qx_app;
create policy one_jurisdiction on approval using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table approval_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  category text,
  level text,
  issued_by text,
  document_no text,
  applied_on date,
  approved_on date,
  accepted_on date,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint approval_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX approval_past_run ON approval_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX approval_past_span ON approval_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on approval_past to qx_app;
create policy demonstration_only on approval_past using demonstration;
create policy one_jurisdiction on approval_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table assessment_activity (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  kind text,
  year date,
  year_precision text,
  published_on date,
  score numeric,
  questionnaires bigint,
  method text,
  conducted_by text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint assessment_activity_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE UNIQUE INDEX assessment_activity_identity ON assessment_activity USING btree (jurisdiction, identity);
CREATE INDEX assessment_activity_kind ON assessment_activity USING btree (jurisdiction, kind, id);
CREATE INDEX assessment_activity_name ON assessment_activity USING btree (jurisdiction, pinyin, id);
CREATE INDEX assessment_activity_published_on ON assessment_activity USING btree (jurisdiction, published_on, id);
CREATE INDEX assessment_activity_questionnaires ON assessment_activity USING btree (jurisdiction, questionnaires, id);
CREATE INDEX assessment_activity_run ON assessment_activity USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX assessment_activity_score ON assessment_activity USING btree (jurisdiction, score, id);
CREATE INDEX assessment_activity_search ON assessment_activity USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX assessment_activity_unit ON assessment_activity USING btree (jurisdiction, unit_id, id);
CREATE INDEX assessment_activity_year ON assessment_activity USING btree (jurisdiction, year, id);
grant delete, insert, select, update on assessment_activity to qx_app;
create policy one_jurisdiction on assessment_activity using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table assessment_activity_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  kind text,
  year date,
  year_precision text,
  published_on date,
  score numeric,
  questionnaires bigint,
  method text,
  conducted_by text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint assessment_activity_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX assessment_activity_past_run ON assessment_activity_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX assessment_activity_past_span ON assessment_activity_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on assessment_activity_past to qx_app;
create policy demonstration_only on assessment_activity_past using demonstration;
create policy one_jurisdiction on assessment_activity_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table calendar_year (
  jurisdiction text not null,
  id text not null,
  year integer not null,
  days jsonb not null,
  source text not null,
  loaded_at timestamp with time zone not null,
  by_label text not null,
  constraint calendar_year_pkey PRIMARY KEY (jurisdiction, id),
  constraint calendar_year_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint calendar_year_source_check CHECK ((source <> ''::text))
);
CREATE INDEX calendar_year_newest ON calendar_year USING btree (jurisdiction, year, loaded_at DESC);
grant insert, select on calendar_year to qx_app;
create policy one_jurisdiction on calendar_year using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table cultivation_centre (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  level text,
  lead_name text,
  lead_id text,
  partners text,
  field text,
  funding bigint,
  approved_on date,
  accepted_on date,
  valid_until date,
  ended_on date,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint cultivation_centre_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX cultivation_centre_accepted_on ON cultivation_centre USING btree (jurisdiction, accepted_on, id);
CREATE INDEX cultivation_centre_approved_on ON cultivation_centre USING btree (jurisdiction, approved_on, id);
CREATE INDEX cultivation_centre_ended_on ON cultivation_centre USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX cultivation_centre_identity ON cultivation_centre USING btree (jurisdiction, identity);
CREATE INDEX cultivation_centre_lead_id ON cultivation_centre USING btree (jurisdiction, lead_id);
CREATE INDEX cultivation_centre_level ON cultivation_centre USING btree (jurisdiction, level, id);
CREATE INDEX cultivation_centre_name ON cultivation_centre USING btree (jurisdiction, pinyin, id);
CREATE INDEX cultivation_centre_run ON cultivation_centre USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX cultivation_centre_search ON cultivation_centre USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX cultivation_centre_unit ON cultivation_centre USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on cultivation_centre to qx_app;
create policy one_jurisdiction on cultivation_centre using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table cultivation_centre_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  level text,
  lead_name text,
  lead_id text,
  partners text,
  field text,
  funding bigint,
  approved_on date,
  accepted_on date,
  valid_until date,
  ended_on date,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint cultivation_centre_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX cultivation_centre_past_run ON cultivation_centre_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX cultivation_centre_past_span ON cultivation_centre_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on cultivation_centre_past to qx_app;
create policy demonstration_only on cultivation_centre_past using demonstration;
create policy one_jurisdiction on cultivation_centre_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table culture_event (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  title text,
  category text,
  organiser text,
  held_on date,
  place text,
  visitors bigint,
  summary text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint culture_event_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX culture_event_category ON culture_event USING btree (jurisdiction, category, id);
CREATE INDEX culture_event_held_on ON culture_event USING btree (jurisdiction, held_on, id);
CREATE UNIQUE INDEX culture_event_identity ON culture_event USING btree (jurisdiction, identity);
CREATE INDEX culture_event_name ON culture_event USING btree (jurisdiction, pinyin, id);
CREATE INDEX culture_event_run ON culture_event USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX culture_event_search ON culture_event USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX culture_event_unit ON culture_event USING btree (jurisdiction, unit_id, id);
CREATE INDEX culture_event_visitors ON culture_event USING btree (jurisdiction, visitors, id);
grant delete, insert, select, update on culture_event to qx_app;
create policy one_jurisdiction on culture_event using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table culture_event_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  title text,
  category text,
  organiser text,
  held_on date,
  place text,
  visitors bigint,
  summary text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint culture_event_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX culture_event_past_run ON culture_event_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX culture_event_past_span ON culture_event_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on culture_event_past to qx_app;
create policy demonstration_only on culture_event_past using demonstration;
create policy one_jurisdiction on culture_event_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table document_template (
  jurisdiction text not null,
  id text not null,
  matter_type text not null,
  document text not null,
  version integer not null,
  file_name text not null,
  file bytea not null,
  sha256 text not null,
  placeholders jsonb not null,
  reason text not null,
  uploaded_at timestamp with time zone not null,
  by_label text not null,
  constraint document_template_pkey PRIMARY KEY (jurisdiction, id),
  constraint document_template_jurisdiction_matter_type_document_version_key UNIQUE (jurisdiction, matter_type, document, version),
  constraint document_template_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint document_template_reason_check CHECK ((reason <> ''::text)),
  constraint document_template_version_check CHECK ((version > 0))
);
grant insert, select on document_template to qx_app;
create policy one_jurisdiction on document_template using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table document_template_choice (
  jurisdiction text not null,
  id text not null,
  matter_type text not null,
  document text not null,
  template_id text,
  reason text not null,
  chosen_at timestamp with time zone not null,
  by_label text not null,
  constraint document_template_choice_pkey PRIMARY KEY (jurisdiction, id),
  constraint document_template_choice_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint document_template_choice_jurisdiction_template_id_fkey FOREIGN KEY (jurisdiction, template_id) REFERENCES document_template(jurisdiction, id),
  constraint document_template_choice_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX document_template_choice_newest ON document_template_choice USING btree (jurisdiction, matter_type, document, chosen_at DESC, id DESC);
grant insert, select on document_template_choice to qx_app;
create policy one_jurisdiction on document_template_choice using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table draft_material (
  jurisdiction text not null,
  id text not null,
  draft_id text not null,
  material text not null,
  evidence_id text not null,
  file_name text not null,
  origin text not null,
  origin_ref jsonb,
  at timestamp with time zone not null,
  by_label text not null,
  constraint draft_material_pkey PRIMARY KEY (jurisdiction, id),
  constraint draft_material_jurisdiction_draft_id_fkey FOREIGN KEY (jurisdiction, draft_id) REFERENCES matter_draft(jurisdiction, id) ON DELETE CASCADE,
  constraint draft_material_jurisdiction_evidence_id_fkey FOREIGN KEY (jurisdiction, evidence_id) REFERENCES evidence(jurisdiction, id),
  constraint draft_material_origin_check CHECK ((origin = ANY (ARRAY['applicant'::text, 'window'::text, 'register'::text, 'earlier'::text])))
);
CREATE INDEX draft_material_draft ON draft_material USING btree (jurisdiction, draft_id);
CREATE INDEX draft_material_evidence ON draft_material USING btree (jurisdiction, evidence_id);
grant delete, insert, select, update on draft_material to qx_app;
create policy one_jurisdiction on draft_material using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table draw (
  jurisdiction text not null,
  id text not null,
  purpose text not null,
  subject_kind text not null,
  subject_id text not null,
  unit_id text,
  commitment text not null,
  seed_cipher bytea not null,
  inputs jsonb not null,
  inputs_digest text not null,
  at timestamp with time zone not null,
  by_label text not null,
  demonstration boolean not null default false,
  constraint draw_pkey PRIMARY KEY (jurisdiction, id),
  constraint draw_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint draw_jurisdiction_unit_id_fkey FOREIGN KEY (jurisdiction, unit_id) REFERENCES party(jurisdiction, id),
  constraint draw_purpose_check CHECK ((purpose <> ''::text))
);
CREATE INDEX draw_newest ON draw USING btree (jurisdiction, at DESC);
CREATE INDEX draw_subject ON draw USING btree (jurisdiction, subject_kind, subject_id);
CREATE INDEX draw_unit ON draw USING btree (jurisdiction, unit_id);
grant delete, insert, select on draw to qx_app;
create policy demonstration_only on draw using demonstration;
create policy one_jurisdiction on draw using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table draw_result (
  jurisdiction text not null,
  draw_id text not null,
  seed text not null,
  public_value text not null,
  result jsonb not null,
  at timestamp with time zone not null,
  by_label text not null,
  demonstration boolean not null default false,
  constraint draw_result_pkey PRIMARY KEY (jurisdiction, draw_id),
  constraint draw_result_jurisdiction_draw_id_fkey FOREIGN KEY (jurisdiction, draw_id) REFERENCES draw(jurisdiction, id)
);
grant delete, insert, select on draw_result to qx_app;
create policy demonstration_only on draw_result using demonstration;
create policy one_jurisdiction on draw_result using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table event_attendance (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  enrolment_no text,
  event_name text,
  event_id text,
  person_name_blind text,
  person_name_cipher bytea,
  person_name_masked text,
  group_kind text,
  people bigint,
  came_on date,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint event_attendance_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX event_attendance_came_on ON event_attendance USING btree (jurisdiction, came_on, id);
CREATE INDEX event_attendance_event_id ON event_attendance USING btree (jurisdiction, event_id);
CREATE INDEX event_attendance_group_kind ON event_attendance USING btree (jurisdiction, group_kind, id);
CREATE UNIQUE INDEX event_attendance_identity ON event_attendance USING btree (jurisdiction, identity);
CREATE INDEX event_attendance_name ON event_attendance USING btree (jurisdiction, pinyin, id);
CREATE INDEX event_attendance_people ON event_attendance USING btree (jurisdiction, people, id);
CREATE INDEX event_attendance_person_name_blind ON event_attendance USING btree (jurisdiction, person_name_blind);
CREATE INDEX event_attendance_run ON event_attendance USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX event_attendance_search ON event_attendance USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX event_attendance_unit ON event_attendance USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on event_attendance to qx_app;
create policy one_jurisdiction on event_attendance using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table event_attendance_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  enrolment_no text,
  event_name text,
  event_id text,
  person_name_blind text,
  person_name_cipher bytea,
  person_name_masked text,
  group_kind text,
  people bigint,
  came_on date,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint event_attendance_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX event_attendance_past_run ON event_attendance_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX event_attendance_past_span ON event_attendance_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on event_attendance_past to qx_app;
create policy demonstration_only on event_attendance_past using demonstration;
create policy one_jurisdiction on event_attendance_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table expert (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  specialities text[],
  employer text,
  post text,
  appointed_on date,
  term_ends_on date,
  ended_on date,
  document_no text,
  id_number_blind text,
  id_number_cipher bytea,
  id_number_masked text,
  phone_blind text,
  phone_cipher bytea,
  phone_masked text,
  email_blind text,
  email_cipher bytea,
  email_masked text,
  conflicts text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint expert_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX expert_appointed_on ON expert USING btree (jurisdiction, appointed_on, id);
CREATE INDEX expert_email_blind ON expert USING btree (jurisdiction, email_blind);
CREATE INDEX expert_id_number_blind ON expert USING btree (jurisdiction, id_number_blind);
CREATE UNIQUE INDEX expert_identity ON expert USING btree (jurisdiction, identity);
CREATE INDEX expert_name ON expert USING btree (jurisdiction, pinyin, id);
CREATE INDEX expert_phone_blind ON expert USING btree (jurisdiction, phone_blind);
CREATE INDEX expert_run ON expert USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX expert_search ON expert USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX expert_term_ends_on ON expert USING btree (jurisdiction, term_ends_on, id);
CREATE INDEX expert_unit ON expert USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on expert to qx_app;
create policy one_jurisdiction on expert using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table expert_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  specialities text[],
  employer text,
  post text,
  appointed_on date,
  term_ends_on date,
  ended_on date,
  document_no text,
  id_number_blind text,
  id_number_cipher bytea,
  id_number_masked text,
  phone_blind text,
  phone_cipher bytea,
  phone_masked text,
  email_blind text,
  email_cipher bytea,
  email_masked text,
  conflicts text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint expert_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX expert_past_run ON expert_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX expert_past_span ON expert_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on expert_past to qx_app;
create policy demonstration_only on expert_past using demonstration;
create policy one_jurisdiction on expert_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table expert_question (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  question_no text,
  topic text,
  question text,
  answer text,
  answered_by text,
  asked_on date,
  answered_on date,
  may_be_published text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint expert_question_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX expert_question_answered_on ON expert_question USING btree (jurisdiction, answered_on, id);
CREATE INDEX expert_question_asked_on ON expert_question USING btree (jurisdiction, asked_on, id);
CREATE UNIQUE INDEX expert_question_identity ON expert_question USING btree (jurisdiction, identity);
CREATE INDEX expert_question_name ON expert_question USING btree (jurisdiction, pinyin, id);
CREATE INDEX expert_question_run ON expert_question USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX expert_question_search ON expert_question USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX expert_question_topic ON expert_question USING btree (jurisdiction, topic, id);
CREATE INDEX expert_question_unit ON expert_question USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on expert_question to qx_app;
create policy one_jurisdiction on expert_question using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table expert_question_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  question_no text,
  topic text,
  question text,
  answer text,
  answered_by text,
  asked_on date,
  answered_on date,
  may_be_published text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint expert_question_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX expert_question_past_run ON expert_question_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX expert_question_past_span ON expert_question_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on expert_question_past to qx_app;
create policy demonstration_only on expert_question_past using demonstration;
create policy one_jurisdiction on expert_question_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table geographical_indication (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  road text,
  registration_no text,
  holder text,
  product text,
  production_area text,
  quality_features text,
  standard_no text,
  registered_on date,
  ended_on date,
  is_eu_listed boolean,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint geographical_indication_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX geographical_indication_ended_on ON geographical_indication USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX geographical_indication_identity ON geographical_indication USING btree (jurisdiction, identity);
CREATE INDEX geographical_indication_name ON geographical_indication USING btree (jurisdiction, pinyin, id);
CREATE INDEX geographical_indication_registered_on ON geographical_indication USING btree (jurisdiction, registered_on, id);
CREATE INDEX geographical_indication_road ON geographical_indication USING btree (jurisdiction, road, id);
CREATE INDEX geographical_indication_run ON geographical_indication USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX geographical_indication_search ON geographical_indication USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX geographical_indication_unit ON geographical_indication USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on geographical_indication to qx_app;
create policy one_jurisdiction on geographical_indication using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table geographical_indication_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  road text,
  registration_no text,
  holder text,
  product text,
  production_area text,
  quality_features text,
  standard_no text,
  registered_on date,
  ended_on date,
  is_eu_listed boolean,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint geographical_indication_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX geographical_indication_past_run ON geographical_indication_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX geographical_indication_past_span ON geographical_indication_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on geographical_indication_past to qx_app;
create policy demonstration_only on geographical_indication_past using demonstration;
create policy one_jurisdiction on geographical_indication_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table germplasm (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  accession_no text,
  name text,
  species text,
  category text,
  keeper_name text,
  keeper_id text,
  collected_on date,
  collected_on_precision text,
  collected_at text,
  location_longitude numeric,
  location_latitude numeric,
  copies bigint,
  stored_on date,
  ended_on date,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint germplasm_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX germplasm_category ON germplasm USING btree (jurisdiction, category, id);
CREATE INDEX germplasm_ended_on ON germplasm USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX germplasm_identity ON germplasm USING btree (jurisdiction, identity);
CREATE INDEX germplasm_keeper_id ON germplasm USING btree (jurisdiction, keeper_id);
CREATE INDEX germplasm_name ON germplasm USING btree (jurisdiction, pinyin, id);
CREATE INDEX germplasm_run ON germplasm USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX germplasm_search ON germplasm USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX germplasm_stored_on ON germplasm USING btree (jurisdiction, stored_on, id);
CREATE INDEX germplasm_unit ON germplasm USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on germplasm to qx_app;
create policy one_jurisdiction on germplasm using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table germplasm_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  accession_no text,
  name text,
  species text,
  category text,
  keeper_name text,
  keeper_id text,
  collected_on date,
  collected_on_precision text,
  collected_at text,
  location_longitude numeric,
  location_latitude numeric,
  copies bigint,
  stored_on date,
  ended_on date,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint germplasm_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX germplasm_past_run ON germplasm_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX germplasm_past_span ON germplasm_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on germplasm_past to qx_app;
create policy demonstration_only on germplasm_past using demonstration;
create policy one_jurisdiction on germplasm_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table gi_sales (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  gi_name text,
  gi_id text,
  user_name text,
  user_id text,
  year date,
  year_precision text,
  output numeric,
  sales bigint,
  price_basis text,
  marks_used bigint,
  reported_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint gi_sales_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX gi_sales_gi_id ON gi_sales USING btree (jurisdiction, gi_id);
CREATE UNIQUE INDEX gi_sales_identity ON gi_sales USING btree (jurisdiction, identity);
CREATE INDEX gi_sales_marks_used ON gi_sales USING btree (jurisdiction, marks_used, id);
CREATE INDEX gi_sales_name ON gi_sales USING btree (jurisdiction, pinyin, id);
CREATE INDEX gi_sales_run ON gi_sales USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX gi_sales_sales ON gi_sales USING btree (jurisdiction, sales, id);
CREATE INDEX gi_sales_search ON gi_sales USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX gi_sales_unit ON gi_sales USING btree (jurisdiction, unit_id, id);
CREATE INDEX gi_sales_user_id ON gi_sales USING btree (jurisdiction, user_id);
CREATE INDEX gi_sales_year ON gi_sales USING btree (jurisdiction, year, id);
grant delete, insert, select, update on gi_sales to qx_app;
create policy one_jurisdiction on gi_sales using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table gi_sales_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  gi_name text,
  gi_id text,
  user_name text,
  user_id text,
  year date,
  year_precision text,
  output numeric,
  sales bigint,
  price_basis text,
  marks_used bigint,
  reported_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint gi_sales_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX gi_sales_past_run ON gi_sales_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX gi_sales_past_span ON gi_sales_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on gi_sales_past to qx_app;
create policy demonstration_only on gi_sales_past using demonstration;
create policy one_jurisdiction on gi_sales_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table gi_user (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  gi_name text,
  gi_id text,
  user_name text,
  user_id text,
  basis text,
  document_no text,
  approved_on date,
  last_used_on date,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint gi_user_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX gi_user_approved_on ON gi_user USING btree (jurisdiction, approved_on, id);
CREATE INDEX gi_user_ended_on ON gi_user USING btree (jurisdiction, ended_on, id);
CREATE INDEX gi_user_gi_id ON gi_user USING btree (jurisdiction, gi_id);
CREATE UNIQUE INDEX gi_user_identity ON gi_user USING btree (jurisdiction, identity);
CREATE INDEX gi_user_last_used_on ON gi_user USING btree (jurisdiction, last_used_on, id);
CREATE INDEX gi_user_name ON gi_user USING btree (jurisdiction, pinyin, id);
CREATE INDEX gi_user_run ON gi_user USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX gi_user_search ON gi_user USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX gi_user_unit ON gi_user USING btree (jurisdiction, unit_id, id);
CREATE INDEX gi_user_user_id ON gi_user USING btree (jurisdiction, user_id);
grant delete, insert, select, update on gi_user to qx_app;
create policy one_jurisdiction on gi_user using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table gi_user_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  gi_name text,
  gi_id text,
  user_name text,
  user_id text,
  basis text,
  document_no text,
  approved_on date,
  last_used_on date,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint gi_user_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX gi_user_past_run ON gi_user_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX gi_user_past_span ON gi_user_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on gi_user_past to qx_app;
create policy demonstration_only on gi_user_past using demonstration;
create policy one_jurisdiction on gi_user_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table grant_award (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  award_no text,
  call_name text,
  call_id text,
  enterprise_name text,
  enterprise_id text,
  project_title text,
  review_score text,
  awarded_on date,
  amount bigint,
  paid_amount bigint,
  last_paid_on date,
  voucher_no text,
  finished_on date,
  audited_on date,
  audit_result text,
  recovered_amount bigint,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint grant_award_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX grant_award_amount ON grant_award USING btree (jurisdiction, amount, id);
CREATE INDEX grant_award_audit_result ON grant_award USING btree (jurisdiction, audit_result, id);
CREATE INDEX grant_award_awarded_on ON grant_award USING btree (jurisdiction, awarded_on, id);
CREATE INDEX grant_award_call_id ON grant_award USING btree (jurisdiction, call_id);
CREATE INDEX grant_award_enterprise_id ON grant_award USING btree (jurisdiction, enterprise_id);
CREATE UNIQUE INDEX grant_award_identity ON grant_award USING btree (jurisdiction, identity);
CREATE INDEX grant_award_name ON grant_award USING btree (jurisdiction, pinyin, id);
CREATE INDEX grant_award_paid_amount ON grant_award USING btree (jurisdiction, paid_amount, id);
CREATE INDEX grant_award_run ON grant_award USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX grant_award_search ON grant_award USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX grant_award_unit ON grant_award USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on grant_award to qx_app;
create policy one_jurisdiction on grant_award using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table grant_award_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  award_no text,
  call_name text,
  call_id text,
  enterprise_name text,
  enterprise_id text,
  project_title text,
  review_score text,
  awarded_on date,
  amount bigint,
  paid_amount bigint,
  last_paid_on date,
  voucher_no text,
  finished_on date,
  audited_on date,
  audit_result text,
  recovered_amount bigint,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint grant_award_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX grant_award_past_run ON grant_award_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX grant_award_past_span ON grant_award_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on grant_award_past to qx_app;
create policy demonstration_only on grant_award_past using demonstration;
create policy one_jurisdiction on grant_award_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table grant_call (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  call_no text,
  title text,
  pays_for text,
  rule text,
  conditions text[],
  least_inventions bigint,
  opens_on date,
  closes_on date,
  budget bigint,
  per_project_most bigint,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint grant_call_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX grant_call_closes_on ON grant_call USING btree (jurisdiction, closes_on, id);
CREATE UNIQUE INDEX grant_call_identity ON grant_call USING btree (jurisdiction, identity);
CREATE INDEX grant_call_name ON grant_call USING btree (jurisdiction, pinyin, id);
CREATE INDEX grant_call_opens_on ON grant_call USING btree (jurisdiction, opens_on, id);
CREATE INDEX grant_call_pays_for ON grant_call USING btree (jurisdiction, pays_for, id);
CREATE INDEX grant_call_per_project_most ON grant_call USING btree (jurisdiction, per_project_most, id);
CREATE INDEX grant_call_run ON grant_call USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX grant_call_search ON grant_call USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX grant_call_unit ON grant_call USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on grant_call to qx_app;
create policy one_jurisdiction on grant_call using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table grant_call_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  call_no text,
  title text,
  pays_for text,
  rule text,
  conditions text[],
  least_inventions bigint,
  opens_on date,
  closes_on date,
  budget bigint,
  per_project_most bigint,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint grant_call_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX grant_call_past_run ON grant_call_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX grant_call_past_span ON grant_call_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on grant_call_past to qx_app;
create policy demonstration_only on grant_call_past using demonstration;
create policy one_jurisdiction on grant_call_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table institute_settlement (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  institute_type text,
  level text,
  partner text,
  settled_on date,
  ended_on date,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint institute_settlement_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX institute_settlement_ended_on ON institute_settlement USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX institute_settlement_identity ON institute_settlement USING btree (jurisdiction, identity);
CREATE INDEX institute_settlement_institute_type ON institute_settlement USING btree (jurisdiction, institute_type, id);
CREATE INDEX institute_settlement_level ON institute_settlement USING btree (jurisdiction, level, id);
CREATE INDEX institute_settlement_name ON institute_settlement USING btree (jurisdiction, pinyin, id);
CREATE INDEX institute_settlement_run ON institute_settlement USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX institute_settlement_search ON institute_settlement USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX institute_settlement_settled_on ON institute_settlement USING btree (jurisdiction, settled_on, id);
CREATE INDEX institute_settlement_unit ON institute_settlement USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on institute_settlement to qx_app;
create policy one_jurisdiction on institute_settlement using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table institute_settlement_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  institute_type text,
  level text,
  partner text,
  settled_on date,
  ended_on date,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint institute_settlement_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX institute_settlement_past_run ON institute_settlement_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX institute_settlement_past_span ON institute_settlement_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on institute_settlement_past to qx_app;
create policy demonstration_only on institute_settlement_past using demonstration;
create policy one_jurisdiction on institute_settlement_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table ip_review (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  handled_by text,
  review_no text,
  project_title text,
  owner_name text,
  owner_id text,
  trigger text,
  amount bigint,
  accepted_on date,
  reported_on date,
  risk text,
  conclusion text,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint ip_review_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX ip_review_conclusion ON ip_review USING btree (jurisdiction, conclusion, id);
CREATE UNIQUE INDEX ip_review_identity ON ip_review USING btree (jurisdiction, identity);
CREATE INDEX ip_review_name ON ip_review USING btree (jurisdiction, pinyin, id);
CREATE INDEX ip_review_owner_id ON ip_review USING btree (jurisdiction, owner_id);
CREATE INDEX ip_review_reported_on ON ip_review USING btree (jurisdiction, reported_on, id);
CREATE INDEX ip_review_risk ON ip_review USING btree (jurisdiction, risk, id);
CREATE INDEX ip_review_run ON ip_review USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX ip_review_search ON ip_review USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX ip_review_trigger ON ip_review USING btree (jurisdiction, trigger, id);
CREATE INDEX ip_review_unit ON ip_review USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on ip_review to qx_app;
create policy one_jurisdiction on ip_review using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table ip_review_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  handled_by text,
  review_no text,
  project_title text,
  owner_name text,
  owner_id text,
  trigger text,
  amount bigint,
  accepted_on date,
  reported_on date,
  risk text,
  conclusion text,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint ip_review_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX ip_review_past_run ON ip_review_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX ip_review_past_span ON ip_review_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on ip_review_past to qx_app;
create policy demonstration_only on ip_review_past using demonstration;
create policy one_jurisdiction on ip_review_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table ipc_industry (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  symbol text,
  industry text,
  table_version text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint ipc_industry_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE UNIQUE INDEX ipc_industry_identity ON ipc_industry USING btree (jurisdiction, identity);
CREATE INDEX ipc_industry_industry ON ipc_industry USING btree (jurisdiction, industry, id);
CREATE INDEX ipc_industry_name ON ipc_industry USING btree (jurisdiction, pinyin, id);
CREATE INDEX ipc_industry_run ON ipc_industry USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX ipc_industry_search ON ipc_industry USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX ipc_industry_unit ON ipc_industry USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on ipc_industry to qx_app;
create policy one_jurisdiction on ipc_industry using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table ipc_industry_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  symbol text,
  industry text,
  table_version text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint ipc_industry_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX ipc_industry_past_run ON ipc_industry_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX ipc_industry_past_span ON ipc_industry_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on ipc_industry_past to qx_app;
create policy demonstration_only on ipc_industry_past using demonstration;
create policy one_jurisdiction on ipc_industry_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table layout_design (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  name text,
  category text,
  owners_names text[],
  owners_ids text[],
  creators text,
  completed_on date,
  first_used_on date,
  applied_on date,
  registered_on date,
  expires_on date,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint layout_design_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX layout_design_applied_on ON layout_design USING btree (jurisdiction, applied_on, id);
CREATE INDEX layout_design_expires_on ON layout_design USING btree (jurisdiction, expires_on, id);
CREATE UNIQUE INDEX layout_design_identity ON layout_design USING btree (jurisdiction, identity);
CREATE INDEX layout_design_name ON layout_design USING btree (jurisdiction, pinyin, id);
CREATE INDEX layout_design_owners_ids ON layout_design USING gin (owners_ids);
CREATE INDEX layout_design_registered_on ON layout_design USING btree (jurisdiction, registered_on, id);
CREATE INDEX layout_design_run ON layout_design USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX layout_design_search ON layout_design USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX layout_design_unit ON layout_design USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on layout_design to qx_app;
create policy one_jurisdiction on layout_design using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table layout_design_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  name text,
  category text,
  owners_names text[],
  owners_ids text[],
  creators text,
  completed_on date,
  first_used_on date,
  applied_on date,
  registered_on date,
  expires_on date,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint layout_design_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX layout_design_past_run ON layout_design_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX layout_design_past_span ON layout_design_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on layout_design_past to qx_app;
create policy demonstration_only on layout_design_past using demonstration;
create policy one_jurisdiction on layout_design_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table licence (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  contract_no text,
  kind text,
  patent_name text,
  patent_id text,
  from_name text,
  from_id text,
  to_name text,
  to_id text,
  recorded_on date,
  effective_on date,
  ends_on date,
  amount bigint,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint licence_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX licence_amount ON licence USING btree (jurisdiction, amount, id);
CREATE INDEX licence_from_id ON licence USING btree (jurisdiction, from_id);
CREATE UNIQUE INDEX licence_identity ON licence USING btree (jurisdiction, identity);
CREATE INDEX licence_kind ON licence USING btree (jurisdiction, kind, id);
CREATE INDEX licence_name ON licence USING btree (jurisdiction, pinyin, id);
CREATE INDEX licence_patent_id ON licence USING btree (jurisdiction, patent_id);
CREATE INDEX licence_recorded_on ON licence USING btree (jurisdiction, recorded_on, id);
CREATE INDEX licence_run ON licence USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX licence_search ON licence USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX licence_to_id ON licence USING btree (jurisdiction, to_id);
CREATE INDEX licence_unit ON licence USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on licence to qx_app;
create policy one_jurisdiction on licence using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table licence_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  contract_no text,
  kind text,
  patent_name text,
  patent_id text,
  from_name text,
  from_id text,
  to_name text,
  to_id text,
  recorded_on date,
  effective_on date,
  ends_on date,
  amount bigint,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint licence_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX licence_past_run ON licence_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX licence_past_span ON licence_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on licence_past to qx_app;
create policy demonstration_only on licence_past using demonstration;
create policy one_jurisdiction on licence_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table madrid_registration (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  name text,
  owners_names text[],
  owners_ids text[],
  nice_classes text[],
  class_count bigint,
  designations text[],
  basic_no text,
  registered_on date,
  expires_on date,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint madrid_registration_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX madrid_registration_expires_on ON madrid_registration USING btree (jurisdiction, expires_on, id);
CREATE UNIQUE INDEX madrid_registration_identity ON madrid_registration USING btree (jurisdiction, identity);
CREATE INDEX madrid_registration_name ON madrid_registration USING btree (jurisdiction, pinyin, id);
CREATE INDEX madrid_registration_owners_ids ON madrid_registration USING gin (owners_ids);
CREATE INDEX madrid_registration_registered_on ON madrid_registration USING btree (jurisdiction, registered_on, id);
CREATE INDEX madrid_registration_run ON madrid_registration USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX madrid_registration_search ON madrid_registration USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX madrid_registration_unit ON madrid_registration USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on madrid_registration to qx_app;
create policy one_jurisdiction on madrid_registration using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table madrid_registration_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  name text,
  owners_names text[],
  owners_ids text[],
  nice_classes text[],
  class_count bigint,
  designations text[],
  basic_no text,
  registered_on date,
  expires_on date,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint madrid_registration_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX madrid_registration_past_run ON madrid_registration_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX madrid_registration_past_span ON madrid_registration_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on madrid_registration_past to qx_app;
create policy demonstration_only on madrid_registration_past using demonstration;
create policy one_jurisdiction on madrid_registration_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table market_entity (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  former_names text,
  uscc text,
  entity_type text,
  town text,
  address text,
  location_longitude numeric,
  location_latitude numeric,
  industry text,
  established_on date,
  ended_on date,
  staff bigint,
  scale text,
  contact_name_blind text,
  contact_name_cipher bytea,
  contact_name_masked text,
  contact_phone_blind text,
  contact_phone_cipher bytea,
  contact_phone_masked text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint market_entity_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX market_entity_contact_name_blind ON market_entity USING btree (jurisdiction, contact_name_blind);
CREATE INDEX market_entity_contact_phone_blind ON market_entity USING btree (jurisdiction, contact_phone_blind);
CREATE INDEX market_entity_ended_on ON market_entity USING btree (jurisdiction, ended_on, id);
CREATE INDEX market_entity_entity_type ON market_entity USING btree (jurisdiction, entity_type, id);
CREATE INDEX market_entity_established_on ON market_entity USING btree (jurisdiction, established_on, id);
CREATE UNIQUE INDEX market_entity_identity ON market_entity USING btree (jurisdiction, identity);
CREATE INDEX market_entity_name ON market_entity USING btree (jurisdiction, pinyin, id);
CREATE INDEX market_entity_run ON market_entity USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX market_entity_search ON market_entity USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX market_entity_unit ON market_entity USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on market_entity to qx_app;
create policy one_jurisdiction on market_entity using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table market_entity_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  former_names text,
  uscc text,
  entity_type text,
  town text,
  address text,
  location_longitude numeric,
  location_latitude numeric,
  industry text,
  established_on date,
  ended_on date,
  staff bigint,
  scale text,
  contact_name_blind text,
  contact_name_cipher bytea,
  contact_name_masked text,
  contact_phone_blind text,
  contact_phone_cipher bytea,
  contact_phone_masked text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint market_entity_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX market_entity_past_run ON market_entity_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX market_entity_past_span ON market_entity_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on market_entity_past to qx_app;
create policy demonstration_only on market_entity_past using demonstration;
create policy one_jurisdiction on market_entity_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter (
  jurisdiction text not null,
  id text not null,
  number text not null,
  matter_type text not null,
  version integer not null,
  area text not null,
  title text not null,
  snapshot jsonb not null,
  phases text[] not null,
  status text not null,
  turn text,
  outcome text,
  unit_id text not null,
  handler_account text,
  handler_label text,
  entrance text not null,
  applicant_label text not null,
  applicant_account text,
  applicant_visit text,
  applicant_record text,
  phone_blind text,
  phone_cipher bytea,
  phone_tail_blind text,
  email_cipher bytea,
  values jsonb not null,
  origins jsonb not null,
  due_on date,
  due_limit text,
  warn_on date,
  is_provisional boolean not null default false,
  urged integer not null default 0,
  act_count integer not null,
  revision integer not null,
  submitted_at timestamp with time zone not null,
  submitted_on date not null,
  accepted_on date,
  ended_at timestamp with time zone,
  ended_on date,
  last_act_at timestamp with time zone not null,
  tokens text not null,
  search tsvector generated always as (array_to_tsvector((string_to_array(tokens, ' '::text) || ('='::text || unit_id)))) stored,
  parent_id text,
  demonstration boolean not null default false,
  constraint matter_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint matter_jurisdiction_matter_type_version_fkey FOREIGN KEY (jurisdiction, matter_type, version) REFERENCES matter_version(jurisdiction, matter_type, version),
  constraint matter_jurisdiction_unit_id_fkey FOREIGN KEY (jurisdiction, unit_id) REFERENCES party(jurisdiction, id),
  constraint matter_entrance_check CHECK ((entrance = ANY (ARRAY['account'::text, 'visit'::text, 'anonymous'::text, 'window'::text, 'staff'::text]))),
  constraint matter_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text, 'lapsed'::text, 'withdrawn'::text, 'terminated'::text, 'done'::text]))),
  constraint matter_status_check CHECK ((status = ANY (ARRAY['open'::text, 'suspended'::text, 'ended'::text]))),
  constraint matter_turn_check CHECK ((turn = ANY (ARRAY['applicant'::text, 'unit'::text, 'expert'::text, 'other'::text])))
);
CREATE INDEX matter_applicant_account ON matter USING btree (jurisdiction, applicant_account) WHERE (applicant_account IS NOT NULL);
CREATE INDEX matter_applicant_record ON matter USING btree (jurisdiction, applicant_record) WHERE (applicant_record IS NOT NULL);
CREATE INDEX matter_applicant_visit ON matter USING btree (jurisdiction, applicant_visit) WHERE (applicant_visit IS NOT NULL);
CREATE UNIQUE INDEX matter_by_number ON matter USING btree (jurisdiction, number);
CREATE INDEX matter_due ON matter USING btree (jurisdiction, due_on, id) INCLUDE (unit_id, matter_type, handler_account, status, warn_on, submitted_on) WHERE (status <> 'ended'::text);
CREATE INDEX matter_ended ON matter USING btree (jurisdiction, ended_on) INCLUDE (unit_id, matter_type, outcome, accepted_on, submitted_on, status) WHERE (ended_on IS NOT NULL);
CREATE INDEX matter_handler_open ON matter USING btree (jurisdiction, handler_account, due_on, id) INCLUDE (unit_id, matter_type, status, warn_on, submitted_on) WHERE (status <> 'ended'::text);
CREATE INDEX matter_last_act ON matter USING btree (jurisdiction, last_act_at, id) INCLUDE (status, unit_id, matter_type);
CREATE INDEX matter_parent ON matter USING btree (jurisdiction, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX matter_phone ON matter USING btree (jurisdiction, phone_blind) WHERE (phone_blind IS NOT NULL);
CREATE INDEX matter_received ON matter USING btree (jurisdiction, submitted_on) INCLUDE (unit_id, matter_type);
CREATE INDEX matter_search ON matter USING gin (search);
CREATE INDEX matter_type_last ON matter USING btree (jurisdiction, matter_type, last_act_at, id) INCLUDE (status, unit_id);
CREATE INDEX matter_type_open ON matter USING btree (jurisdiction, matter_type, due_on, id) INCLUDE (unit_id, handler_account, status, warn_on, submitted_on) WHERE (status <> 'ended'::text);
CREATE INDEX matter_type_version ON matter USING btree (jurisdiction, matter_type, version);
CREATE INDEX matter_unit_last ON matter USING btree (jurisdiction, unit_id, last_act_at, id) INCLUDE (status, matter_type);
CREATE INDEX matter_unit_open ON matter USING btree (jurisdiction, unit_id, due_on, id) INCLUDE (matter_type, handler_account, status, warn_on, submitted_on) WHERE (status <> 'ended'::text);
CREATE INDEX matter_unit_type_last ON matter USING btree (jurisdiction, unit_id, matter_type, last_act_at, id) INCLUDE (status);
CREATE INDEX matter_untaken ON matter USING btree (jurisdiction, unit_id, due_on, id) INCLUDE (matter_type, handler_account, status, warn_on, submitted_on) WHERE ((status <> 'ended'::text) AND (handler_account IS NULL));
grant delete, insert, select, update on matter to qx_app;
create policy one_jurisdiction on matter using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_act (
  jurisdiction text not null,
  matter_id text not null,
  ordinal integer not null,
  act text not null,
  label text not null,
  at timestamp with time zone not null,
  on_day date not null,
  by_account text,
  by_visit text,
  by_label text not null,
  by_kind text not null,
  unit_id text,
  from_phases text[] not null,
  to_phases text[] not null,
  input jsonb not null,
  opinion text,
  for_applicant boolean not null,
  document_id text,
  request_key text,
  demonstration boolean not null default false,
  constraint matter_act_pkey PRIMARY KEY (jurisdiction, matter_id, ordinal),
  constraint matter_act_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint matter_act_by_kind_check CHECK ((by_kind = ANY (ARRAY['applicant'::text, 'handler'::text, 'head'::text, 'window'::text, 'expert'::text, 'called'::text, 'clock'::text, 'office'::text, 'system'::text])))
);
CREATE UNIQUE INDEX matter_act_request ON matter_act USING btree (jurisdiction, matter_id, request_key) WHERE (request_key IS NOT NULL);
grant delete, insert, select on matter_act to qx_app;
create policy demonstration_only on matter_act using demonstration;
create policy one_jurisdiction on matter_act using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_call (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  kind text not null,
  to_unit text,
  to_account text,
  to_label text not null,
  words text not null,
  by_account text,
  by_label text not null,
  at timestamp with time zone not null,
  due_on date,
  answer text,
  answer_words text,
  answered_by_label text,
  answered_at timestamp with time zone,
  demonstration boolean not null default false,
  constraint matter_call_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_call_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint matter_call_answer_check CHECK ((answer = ANY (ARRAY['agrees'::text, 'objects'::text, 'seen'::text, 'withdrawn'::text]))),
  constraint matter_call_kind_check CHECK ((kind = ANY (ARRAY['countersign'::text, 'addSigner'::text, 'delegate'::text, 'copy'::text])))
);
CREATE INDEX matter_call_account ON matter_call USING btree (jurisdiction, to_account, matter_id) WHERE (to_account IS NOT NULL);
CREATE INDEX matter_call_matter ON matter_call USING btree (jurisdiction, matter_id);
CREATE INDEX matter_call_unit ON matter_call USING btree (jurisdiction, to_unit, matter_id) WHERE (to_unit IS NOT NULL);
grant delete, insert, select, update on matter_call to qx_app;
create policy one_jurisdiction on matter_call using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_comment (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  words text not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  withdrawn_at timestamp with time zone,
  demonstration boolean not null default false,
  constraint matter_comment_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_comment_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint matter_comment_words_check CHECK ((words <> ''::text))
);
CREATE INDEX matter_comment_matter ON matter_comment USING btree (jurisdiction, matter_id);
grant delete, insert, select, update on matter_comment to qx_app;
create policy one_jurisdiction on matter_comment using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_document (
  jurisdiction text not null,
  id text not null,
  matter_id text,
  document text not null,
  label text not null,
  number text not null,
  title text not null,
  content jsonb not null,
  content_sha256 text not null,
  verification_code text not null,
  seal jsonb,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  by_label text not null,
  delivered jsonb,
  revoked_at timestamp with time zone,
  revoked_reason text,
  demonstration boolean not null default false,
  template_id text,
  constraint matter_document_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_document_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint matter_document_template FOREIGN KEY (jurisdiction, template_id) REFERENCES document_template(jurisdiction, id)
);
CREATE UNIQUE INDEX matter_document_by_number ON matter_document USING btree (jurisdiction, document, number);
CREATE UNIQUE INDEX matter_document_code ON matter_document USING btree (jurisdiction, verification_code);
CREATE INDEX matter_document_matter ON matter_document USING btree (jurisdiction, matter_id);
CREATE INDEX matter_document_template ON matter_document USING btree (jurisdiction, template_id) WHERE (template_id IS NOT NULL);
grant delete, insert, select, update on matter_document to qx_app;
create policy one_jurisdiction on matter_document using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_draft (
  jurisdiction text not null,
  id text not null,
  matter_type text not null,
  version integer not null,
  entrance text not null,
  account_id text,
  visit_id text,
  desk_account text,
  reception_id text,
  ticket_id text,
  party_label text,
  party_cipher bytea,
  phone_blind text,
  applicant_record text,
  entries jsonb not null,
  origins jsonb not null,
  step text not null,
  revision integer not null,
  twin_hash text,
  twin_expires_at timestamp with time zone,
  twin_seen_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  matter_id text,
  demonstration boolean not null default false,
  constraint matter_draft_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_draft_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint matter_draft_jurisdiction_matter_type_version_fkey FOREIGN KEY (jurisdiction, matter_type, version) REFERENCES matter_version(jurisdiction, matter_type, version),
  constraint matter_draft_entrance_check CHECK ((entrance = ANY (ARRAY['account'::text, 'visit'::text, 'anonymous'::text, 'window'::text, 'staff'::text])))
);
CREATE INDEX matter_draft_account ON matter_draft USING btree (jurisdiction, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX matter_draft_desk ON matter_draft USING btree (jurisdiction, desk_account) WHERE (desk_account IS NOT NULL);
CREATE INDEX matter_draft_expires ON matter_draft USING btree (jurisdiction, expires_at);
CREATE INDEX matter_draft_phone ON matter_draft USING btree (jurisdiction, phone_blind) WHERE (phone_blind IS NOT NULL);
CREATE INDEX matter_draft_twin ON matter_draft USING btree (jurisdiction, twin_hash) WHERE (twin_hash IS NOT NULL);
CREATE INDEX matter_draft_type ON matter_draft USING btree (jurisdiction, matter_type, version);
CREATE INDEX matter_draft_visit ON matter_draft USING btree (jurisdiction, visit_id) WHERE (visit_id IS NOT NULL);
grant delete, insert, select, update on matter_draft to qx_app;
create policy one_jurisdiction on matter_draft using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_limit (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  limit_id text not null,
  kind text not null,
  label text not null,
  rule text not null,
  rule_from date not null,
  whose text not null,
  length_n integer not null,
  length_unit text not null,
  started_on date not null,
  started_at timestamp with time zone,
  raw_due date not null,
  due_on date not null,
  is_provisional boolean not null,
  stops jsonb not null,
  extensions jsonb not null,
  status text not null,
  ended_on date,
  step integer not null default 0,
  next_step_on date,
  on_missed text,
  demonstration boolean not null default false,
  constraint matter_limit_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_limit_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint matter_limit_kind_check CHECK ((kind = ANY (ARRAY['legal'::text, 'promised'::text]))),
  constraint matter_limit_length_unit_check CHECK ((length_unit = ANY (ARRAY['workingDay'::text, 'calendarDay'::text, 'month'::text, 'year'::text, 'hour'::text]))),
  constraint matter_limit_status_check CHECK ((status = ANY (ARRAY['running'::text, 'stopped'::text, 'met'::text, 'missed'::text, 'void'::text]))),
  constraint matter_limit_whose_check CHECK ((whose = ANY (ARRAY['unit'::text, 'applicant'::text])))
);
CREATE INDEX matter_limit_due ON matter_limit USING btree (jurisdiction, due_on) WHERE (status = ANY (ARRAY['running'::text, 'stopped'::text]));
CREATE INDEX matter_limit_matter ON matter_limit USING btree (jurisdiction, matter_id);
CREATE INDEX matter_limit_next ON matter_limit USING btree (jurisdiction, next_step_on, id) WHERE (next_step_on IS NOT NULL);
grant delete, insert, select, update on matter_limit to qx_app;
create policy one_jurisdiction on matter_limit using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_link (
  jurisdiction text not null,
  from_matter text not null,
  to_matter text not null,
  kind text not null,
  at timestamp with time zone not null,
  by_label text not null,
  demonstration boolean not null default false,
  constraint matter_link_pkey PRIMARY KEY (jurisdiction, from_matter, to_matter, kind),
  constraint matter_link_jurisdiction_from_matter_fkey FOREIGN KEY (jurisdiction, from_matter) REFERENCES matter(jurisdiction, id),
  constraint matter_link_jurisdiction_to_matter_fkey FOREIGN KEY (jurisdiction, to_matter) REFERENCES matter(jurisdiction, id),
  constraint matter_link_kind_check CHECK ((kind = ANY (ARRAY['splitFrom'::text, 'joinedInto'::text, 'continues'::text, 'complaintOf'::text])))
);
CREATE INDEX matter_link_to ON matter_link USING btree (jurisdiction, to_matter);
grant delete, insert, select, update on matter_link to qx_app;
create policy one_jurisdiction on matter_link using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_material (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  material text not null,
  label text not null,
  evidence_id text,
  file_name text,
  origin text not null,
  origin_ref jsonb,
  status text not null,
  later_by date,
  note text,
  at timestamp with time zone not null,
  by_label text not null,
  demonstration boolean not null default false,
  constraint matter_material_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_material_jurisdiction_evidence_id_fkey FOREIGN KEY (jurisdiction, evidence_id) REFERENCES evidence(jurisdiction, id),
  constraint matter_material_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint matter_material_origin_check CHECK ((origin = ANY (ARRAY['applicant'::text, 'window'::text, 'register'::text, 'earlier'::text, 'staff'::text]))),
  constraint matter_material_status_check CHECK ((status = ANY (ARRAY['given'::text, 'later'::text, 'accepted'::text, 'rejected'::text])))
);
CREATE INDEX matter_material_evidence ON matter_material USING btree (jurisdiction, evidence_id);
CREATE INDEX matter_material_matter ON matter_material USING btree (jurisdiction, matter_id);
grant delete, insert, select, update on matter_material to qx_app;
create policy one_jurisdiction on matter_material using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_number (
  jurisdiction text not null,
  series text not null,
  period text not null,
  last integer not null,
  constraint matter_number_pkey PRIMARY KEY (jurisdiction, series, period),
  constraint matter_number_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on matter_number to qx_app;
create policy one_jurisdiction on matter_number using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_publication (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  matter_type text not null,
  title text not null,
  body jsonb not null,
  published_on date not null,
  objections_until date,
  shown_until date,
  withdrawn_on date,
  withdrawn_reason text,
  demonstration boolean not null default false,
  constraint matter_publication_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_publication_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id)
);
CREATE INDEX matter_publication_matter ON matter_publication USING btree (jurisdiction, matter_id);
CREATE INDEX matter_publication_newest ON matter_publication USING btree (jurisdiction, published_on DESC, id);
grant delete, insert, select, update on matter_publication to qx_app;
create policy one_jurisdiction on matter_publication using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_review (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  expert_record text not null,
  expert_label text not null,
  draw_id text,
  code text not null,
  status text not null,
  recused_reason text,
  scores jsonb,
  total numeric,
  opinion text,
  asked_at timestamp with time zone not null,
  due_on date,
  submitted_at timestamp with time zone,
  demonstration boolean not null default false,
  constraint matter_review_pkey PRIMARY KEY (jurisdiction, id),
  constraint matter_review_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint matter_review_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'recused'::text, 'submitted'::text, 'cancelled'::text])))
);
CREATE INDEX matter_review_expert ON matter_review USING btree (jurisdiction, expert_record, asked_at DESC);
CREATE UNIQUE INDEX matter_review_once ON matter_review USING btree (jurisdiction, matter_id, expert_record);
grant delete, insert, select, update on matter_review to qx_app;
create policy one_jurisdiction on matter_review using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table matter_version (
  jurisdiction text not null,
  matter_type text not null,
  version integer not null,
  declaration text not null,
  digest text not null,
  published_at timestamp with time zone not null,
  reason text not null,
  by_label text not null,
  constraint matter_version_pkey PRIMARY KEY (jurisdiction, matter_type, version),
  constraint matter_version_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint matter_version_version_check CHECK ((version > 0))
);
grant insert, select on matter_version to qx_app;
create policy one_jurisdiction on matter_version using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table message (
  jurisdiction text not null,
  id text not null,
  channel text not null,
  to_cipher bytea not null,
  to_masked text not null,
  title text not null,
  body text not null,
  secret_cipher bytea,
  subject_kind text not null,
  subject_id text not null,
  webhook_id text,
  status text not null,
  attempts integer not null default 0,
  next_at timestamp with time zone,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  sent_at timestamp with time zone,
  trouble text,
  demonstration boolean not null default false,
  constraint message_pkey PRIMARY KEY (jurisdiction, id),
  constraint message_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint message_jurisdiction_webhook_id_fkey FOREIGN KEY (jurisdiction, webhook_id) REFERENCES webhook(jurisdiction, id),
  constraint message_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text, 'webhook'::text]))),
  constraint message_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'givenUp'::text])))
);
CREATE INDEX message_newest ON message USING btree (jurisdiction, created_at DESC, id DESC);
CREATE INDEX message_subject ON message USING btree (jurisdiction, subject_kind, subject_id);
CREATE INDEX message_waiting ON message USING btree (jurisdiction, channel, next_at, id) WHERE (status = 'waiting'::text);
CREATE INDEX message_waiting_webhook ON message USING btree (jurisdiction, webhook_id, next_at, id) WHERE ((status = 'waiting'::text) AND (webhook_id IS NOT NULL));
CREATE INDEX message_webhook ON message USING btree (jurisdiction, webhook_id) WHERE (webhook_id IS NOT NULL);
grant delete, insert, select, update on message to qx_app;
create policy one_jurisdiction on message using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table opinion_template (
  jurisdiction text not null,
  id text not null,
  account_id text,
  unit_id text,
  matter_type text,
  act text,
  words text not null,
  created_at timestamp with time zone not null,
  by_label text not null,
  constraint opinion_template_pkey PRIMARY KEY (jurisdiction, id),
  constraint opinion_template_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint opinion_template_words_check CHECK ((words <> ''::text))
);
CREATE INDEX opinion_template_account ON opinion_template USING btree (jurisdiction, account_id);
CREATE INDEX opinion_template_unit ON opinion_template USING btree (jurisdiction, unit_id);
grant delete, insert, select, update on opinion_template to qx_app;
create policy one_jurisdiction on opinion_template using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table overseas_patent (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  office text,
  publication_no text,
  application_no text,
  patent_type text,
  title text,
  owners_names text[],
  owners_ids text[],
  filed_on date,
  granted_on date,
  expires_on date,
  ended_on date,
  domestic_patent_name text,
  domestic_patent_id text,
  family_no text,
  is_validation boolean,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint overseas_patent_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX overseas_patent_domestic_patent_id ON overseas_patent USING btree (jurisdiction, domestic_patent_id);
CREATE INDEX overseas_patent_expires_on ON overseas_patent USING btree (jurisdiction, expires_on, id);
CREATE INDEX overseas_patent_granted_on ON overseas_patent USING btree (jurisdiction, granted_on, id);
CREATE UNIQUE INDEX overseas_patent_identity ON overseas_patent USING btree (jurisdiction, identity);
CREATE INDEX overseas_patent_name ON overseas_patent USING btree (jurisdiction, pinyin, id);
CREATE INDEX overseas_patent_owners_ids ON overseas_patent USING gin (owners_ids);
CREATE INDEX overseas_patent_run ON overseas_patent USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX overseas_patent_search ON overseas_patent USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX overseas_patent_unit ON overseas_patent USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on overseas_patent to qx_app;
create policy one_jurisdiction on overseas_patent using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table overseas_patent_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  office text,
  publication_no text,
  application_no text,
  patent_type text,
  title text,
  owners_names text[],
  owners_ids text[],
  filed_on date,
  granted_on date,
  expires_on date,
  ended_on date,
  domestic_patent_name text,
  domestic_patent_id text,
  family_no text,
  is_validation boolean,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint overseas_patent_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX overseas_patent_past_run ON overseas_patent_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX overseas_patent_past_span ON overseas_patent_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on overseas_patent_past to qx_app;
create policy demonstration_only on overseas_patent_past using demonstration;
create policy one_jurisdiction on overseas_patent_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table park (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  level text,
  managed_by text,
  leading_industry text,
  approved_on date,
  ended_on date,
  area numeric,
  enterprises bigint,
  location_longitude numeric,
  location_latitude numeric,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint park_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX park_approved_on ON park USING btree (jurisdiction, approved_on, id);
CREATE INDEX park_ended_on ON park USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX park_identity ON park USING btree (jurisdiction, identity);
CREATE INDEX park_level ON park USING btree (jurisdiction, level, id);
CREATE INDEX park_name ON park USING btree (jurisdiction, pinyin, id);
CREATE INDEX park_run ON park USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX park_search ON park USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX park_unit ON park USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on park to qx_app;
create policy one_jurisdiction on park using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table park_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  level text,
  managed_by text,
  leading_industry text,
  approved_on date,
  ended_on date,
  area numeric,
  enterprises bigint,
  location_longitude numeric,
  location_latitude numeric,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint park_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX park_past_run ON park_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX park_past_span ON park_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on park_past to qx_app;
create policy demonstration_only on park_past using demonstration;
create policy one_jurisdiction on park_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table park_title (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  park text,
  title text,
  category text,
  level text,
  awarded_on date,
  valid_until date,
  ended_on date,
  document_no text,
  issued_by text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint park_title_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX park_title_awarded_on ON park_title USING btree (jurisdiction, awarded_on, id);
CREATE INDEX park_title_category ON park_title USING btree (jurisdiction, category, id);
CREATE UNIQUE INDEX park_title_identity ON park_title USING btree (jurisdiction, identity);
CREATE INDEX park_title_level ON park_title USING btree (jurisdiction, level, id);
CREATE INDEX park_title_name ON park_title USING btree (jurisdiction, pinyin, id);
CREATE INDEX park_title_run ON park_title USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX park_title_search ON park_title USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX park_title_unit ON park_title USING btree (jurisdiction, unit_id, id);
CREATE INDEX park_title_valid_until ON park_title USING btree (jurisdiction, valid_until, id);
grant delete, insert, select, update on park_title to qx_app;
create policy one_jurisdiction on park_title using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table park_title_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  park text,
  title text,
  category text,
  level text,
  awarded_on date,
  valid_until date,
  ended_on date,
  document_no text,
  issued_by text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint park_title_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX park_title_past_run ON park_title_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX park_title_past_span ON park_title_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on park_title_past to qx_app;
create policy demonstration_only on park_title_past using demonstration;
create policy one_jurisdiction on park_title_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table patent (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  application_no text,
  patent_type text,
  route text,
  title text,
  owners_names text[],
  owners_ids text[],
  owner_type text,
  inventors text,
  status text,
  status_since date,
  status_history jsonb,
  filed_on date,
  published_on date,
  publication_no text,
  granted_on date,
  expires_on date,
  ended_on date,
  end_reason text,
  ipc text[],
  locarno text[],
  family_no text,
  priority_no text,
  claims bigint,
  fee_state text,
  fee_paid_until date,
  fee_due_on date,
  fee_reduced boolean,
  agency text,
  product text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint patent_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX patent_ended_on ON patent USING btree (jurisdiction, ended_on, id);
CREATE INDEX patent_filed_on ON patent USING btree (jurisdiction, filed_on, id);
CREATE INDEX patent_granted_on ON patent USING btree (jurisdiction, granted_on, id);
CREATE UNIQUE INDEX patent_identity ON patent USING btree (jurisdiction, identity);
CREATE INDEX patent_name ON patent USING btree (jurisdiction, pinyin, id);
CREATE INDEX patent_owners_ids ON patent USING gin (owners_ids);
CREATE INDEX patent_patent_type ON patent USING btree (jurisdiction, patent_type, id);
CREATE INDEX patent_run ON patent USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX patent_search ON patent USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX patent_status ON patent USING btree (jurisdiction, status, id);
CREATE INDEX patent_unit ON patent USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on patent to qx_app;
create policy one_jurisdiction on patent using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table patent_award (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  patent_name text,
  patent_id text,
  title text,
  award_kind text,
  level text,
  grade text,
  edition bigint,
  owners_names text[],
  owners_ids text[],
  awarded_on date,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint patent_award_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX patent_award_award_kind ON patent_award USING btree (jurisdiction, award_kind, id);
CREATE INDEX patent_award_awarded_on ON patent_award USING btree (jurisdiction, awarded_on, id);
CREATE INDEX patent_award_grade ON patent_award USING btree (jurisdiction, grade, id);
CREATE UNIQUE INDEX patent_award_identity ON patent_award USING btree (jurisdiction, identity);
CREATE INDEX patent_award_level ON patent_award USING btree (jurisdiction, level, id);
CREATE INDEX patent_award_name ON patent_award USING btree (jurisdiction, pinyin, id);
CREATE INDEX patent_award_owners_ids ON patent_award USING gin (owners_ids);
CREATE INDEX patent_award_patent_id ON patent_award USING btree (jurisdiction, patent_id);
CREATE INDEX patent_award_run ON patent_award USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX patent_award_search ON patent_award USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX patent_award_unit ON patent_award USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on patent_award to qx_app;
create policy one_jurisdiction on patent_award using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table patent_award_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  patent_name text,
  patent_id text,
  title text,
  award_kind text,
  level text,
  grade text,
  edition bigint,
  owners_names text[],
  owners_ids text[],
  awarded_on date,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint patent_award_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX patent_award_past_run ON patent_award_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX patent_award_past_span ON patent_award_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on patent_award_past to qx_app;
create policy demonstration_only on patent_award_past using demonstration;
create policy one_jurisdiction on patent_award_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table patent_event (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  patent_name text,
  patent_id text,
  event_type text,
  on_ date,
  effective_on date,
  details text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint patent_event_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX patent_event_event_type ON patent_event USING btree (jurisdiction, event_type, id);
CREATE UNIQUE INDEX patent_event_identity ON patent_event USING btree (jurisdiction, identity);
CREATE INDEX patent_event_name ON patent_event USING btree (jurisdiction, pinyin, id);
CREATE INDEX patent_event_on_ ON patent_event USING btree (jurisdiction, on_, id);
CREATE INDEX patent_event_patent_id ON patent_event USING btree (jurisdiction, patent_id);
CREATE INDEX patent_event_run ON patent_event USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX patent_event_search ON patent_event USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX patent_event_unit ON patent_event USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on patent_event to qx_app;
create policy one_jurisdiction on patent_event using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table patent_event_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  patent_name text,
  patent_id text,
  event_type text,
  on_ date,
  effective_on date,
  details text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint patent_event_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX patent_event_past_run ON patent_event_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX patent_event_past_span ON patent_event_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on patent_event_past to qx_app;
create policy demonstration_only on patent_event_past using demonstration;
create policy one_jurisdiction on patent_event_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table patent_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  application_no text,
  patent_type text,
  route text,
  title text,
  owners_names text[],
  owners_ids text[],
  owner_type text,
  inventors text,
  status text,
  status_since date,
  status_history jsonb,
  filed_on date,
  published_on date,
  publication_no text,
  granted_on date,
  expires_on date,
  ended_on date,
  end_reason text,
  ipc text[],
  locarno text[],
  family_no text,
  priority_no text,
  claims bigint,
  fee_state text,
  fee_paid_until date,
  fee_due_on date,
  fee_reduced boolean,
  agency text,
  product text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint patent_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX patent_past_run ON patent_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX patent_past_span ON patent_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on patent_past to qx_app;
create policy demonstration_only on patent_past using demonstration;
create policy one_jurisdiction on patent_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pct_application (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  application_no text,
  publication_no text,
  title text,
  owners_names text[],
  owners_ids text[],
  filed_on date,
  priority_on date,
  national_phase_due_on date,
  entered_offices text[],
  domestic_patent_name text,
  domestic_patent_id text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint pct_application_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX pct_application_domestic_patent_id ON pct_application USING btree (jurisdiction, domestic_patent_id);
CREATE INDEX pct_application_filed_on ON pct_application USING btree (jurisdiction, filed_on, id);
CREATE UNIQUE INDEX pct_application_identity ON pct_application USING btree (jurisdiction, identity);
CREATE INDEX pct_application_name ON pct_application USING btree (jurisdiction, pinyin, id);
CREATE INDEX pct_application_national_phase_due_on ON pct_application USING btree (jurisdiction, national_phase_due_on, id);
CREATE INDEX pct_application_owners_ids ON pct_application USING gin (owners_ids);
CREATE INDEX pct_application_run ON pct_application USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pct_application_search ON pct_application USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX pct_application_unit ON pct_application USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on pct_application to qx_app;
create policy one_jurisdiction on pct_application using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pct_application_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  application_no text,
  publication_no text,
  title text,
  owners_names text[],
  owners_ids text[],
  filed_on date,
  priority_on date,
  national_phase_due_on date,
  entered_offices text[],
  domestic_patent_name text,
  domestic_patent_id text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint pct_application_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX pct_application_past_run ON pct_application_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pct_application_past_span ON pct_application_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on pct_application_past to qx_app;
create policy demonstration_only on pct_application_past using demonstration;
create policy one_jurisdiction on pct_application_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table personal_data_key (
  fingerprint text not null,
  first_used_at timestamp with time zone not null,
  constraint personal_data_key_pkey PRIMARY KEY (fingerprint)
);
grant insert, select on personal_data_key to qx_app;

create table phone_code (
  jurisdiction text not null,
  id text not null,
  phone_blind text not null,
  address_blind text,
  code_hash text not null,
  attempts integer not null default 0,
  on_day date not null,
  ordinal integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint phone_code_pkey PRIMARY KEY (jurisdiction, id),
  constraint phone_code_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
CREATE INDEX phone_code_address ON phone_code USING btree (jurisdiction, address_blind, created_at);
CREATE INDEX phone_code_created ON phone_code USING btree (jurisdiction, created_at);
CREATE UNIQUE INDEX phone_code_once ON phone_code USING btree (jurisdiction, phone_blind, on_day, ordinal);
CREATE INDEX phone_code_phone ON phone_code USING btree (jurisdiction, phone_blind, created_at);
grant delete, insert, select, update on phone_code to qx_app;
create policy one_jurisdiction on phone_code using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pilot_school (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  grade text,
  level text,
  approved_on date,
  ended_on date,
  pupils bigint,
  hours_per_year numeric,
  document_no text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint pilot_school_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX pilot_school_approved_on ON pilot_school USING btree (jurisdiction, approved_on, id);
CREATE INDEX pilot_school_ended_on ON pilot_school USING btree (jurisdiction, ended_on, id);
CREATE INDEX pilot_school_grade ON pilot_school USING btree (jurisdiction, grade, id);
CREATE UNIQUE INDEX pilot_school_identity ON pilot_school USING btree (jurisdiction, identity);
CREATE INDEX pilot_school_level ON pilot_school USING btree (jurisdiction, level, id);
CREATE INDEX pilot_school_name ON pilot_school USING btree (jurisdiction, pinyin, id);
CREATE INDEX pilot_school_pupils ON pilot_school USING btree (jurisdiction, pupils, id);
CREATE INDEX pilot_school_run ON pilot_school USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pilot_school_search ON pilot_school USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX pilot_school_unit ON pilot_school USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on pilot_school to qx_app;
create policy one_jurisdiction on pilot_school using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pilot_school_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  grade text,
  level text,
  approved_on date,
  ended_on date,
  pupils bigint,
  hours_per_year numeric,
  document_no text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint pilot_school_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX pilot_school_past_run ON pilot_school_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pilot_school_past_span ON pilot_school_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on pilot_school_past to qx_app;
create policy demonstration_only on pilot_school_past using demonstration;
create policy one_jurisdiction on pilot_school_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table plant_variety (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  grant_no text,
  name text,
  species text,
  plant_kind text,
  owners_names text[],
  owners_ids text[],
  breeders text,
  applied_on date,
  granted_on date,
  expires_on date,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint plant_variety_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX plant_variety_expires_on ON plant_variety USING btree (jurisdiction, expires_on, id);
CREATE INDEX plant_variety_granted_on ON plant_variety USING btree (jurisdiction, granted_on, id);
CREATE UNIQUE INDEX plant_variety_identity ON plant_variety USING btree (jurisdiction, identity);
CREATE INDEX plant_variety_name ON plant_variety USING btree (jurisdiction, pinyin, id);
CREATE INDEX plant_variety_owners_ids ON plant_variety USING gin (owners_ids);
CREATE INDEX plant_variety_run ON plant_variety USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX plant_variety_search ON plant_variety USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX plant_variety_unit ON plant_variety USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on plant_variety to qx_app;
create policy one_jurisdiction on plant_variety using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table plant_variety_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  grant_no text,
  name text,
  species text,
  plant_kind text,
  owners_names text[],
  owners_ids text[],
  breeders text,
  applied_on date,
  granted_on date,
  expires_on date,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint plant_variety_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX plant_variety_past_run ON plant_variety_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX plant_variety_past_span ON plant_variety_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on plant_variety_past to qx_app;
create policy demonstration_only on plant_variety_past using demonstration;
create policy one_jurisdiction on plant_variety_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pledge (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  right_type text,
  pledgor_name text,
  pledgor_id text,
  pledgee text,
  loan_contract_no text,
  secured_amount bigint,
  ip_amount bigint,
  loan_amount bigint,
  appraisal bigint,
  interest_rate numeric,
  rights bigint,
  registered_on date,
  debt_ends_on date,
  released_on date,
  is_renewal boolean,
  product text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint pledge_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE UNIQUE INDEX pledge_identity ON pledge USING btree (jurisdiction, identity);
CREATE INDEX pledge_name ON pledge USING btree (jurisdiction, pinyin, id);
CREATE INDEX pledge_pledgor_id ON pledge USING btree (jurisdiction, pledgor_id);
CREATE INDEX pledge_registered_on ON pledge USING btree (jurisdiction, registered_on, id);
CREATE INDEX pledge_released_on ON pledge USING btree (jurisdiction, released_on, id);
CREATE INDEX pledge_right_type ON pledge USING btree (jurisdiction, right_type, id);
CREATE INDEX pledge_run ON pledge USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pledge_search ON pledge USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX pledge_secured_amount ON pledge USING btree (jurisdiction, secured_amount, id);
CREATE INDEX pledge_unit ON pledge USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on pledge to qx_app;
create policy one_jurisdiction on pledge using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pledge_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  right_type text,
  pledgor_name text,
  pledgor_id text,
  pledgee text,
  loan_contract_no text,
  secured_amount bigint,
  ip_amount bigint,
  loan_amount bigint,
  appraisal bigint,
  interest_rate numeric,
  rights bigint,
  registered_on date,
  debt_ends_on date,
  released_on date,
  is_renewal boolean,
  product text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint pledge_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX pledge_past_run ON pledge_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pledge_past_span ON pledge_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on pledge_past to qx_app;
create policy demonstration_only on pledge_past using demonstration;
create policy one_jurisdiction on pledge_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pledged_right (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  pledge_name text,
  pledge_id text,
  patent_name text,
  patent_id text,
  attributed_amount bigint,
  registered_on date,
  released_on date,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint pledged_right_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX pledged_right_attributed_amount ON pledged_right USING btree (jurisdiction, attributed_amount, id);
CREATE UNIQUE INDEX pledged_right_identity ON pledged_right USING btree (jurisdiction, identity);
CREATE INDEX pledged_right_name ON pledged_right USING btree (jurisdiction, pinyin, id);
CREATE INDEX pledged_right_patent_id ON pledged_right USING btree (jurisdiction, patent_id);
CREATE INDEX pledged_right_pledge_id ON pledged_right USING btree (jurisdiction, pledge_id);
CREATE INDEX pledged_right_registered_on ON pledged_right USING btree (jurisdiction, registered_on, id);
CREATE INDEX pledged_right_released_on ON pledged_right USING btree (jurisdiction, released_on, id);
CREATE INDEX pledged_right_run ON pledged_right USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pledged_right_search ON pledged_right USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX pledged_right_unit ON pledged_right USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on pledged_right to qx_app;
create policy one_jurisdiction on pledged_right using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table pledged_right_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  pledge_name text,
  pledge_id text,
  patent_name text,
  patent_id text,
  attributed_amount bigint,
  registered_on date,
  released_on date,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint pledged_right_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX pledged_right_past_run ON pledged_right_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX pledged_right_past_span ON pledged_right_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on pledged_right_past to qx_app;
create policy demonstration_only on pledged_right_past using demonstration;
create policy one_jurisdiction on pledged_right_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table publication_objection (
  jurisdiction text not null,
  id text not null,
  publication_id text not null,
  words text not null,
  by_account text,
  phone_blind text,
  name_cipher bytea,
  name_masked text,
  phone_cipher bytea,
  phone_masked text,
  at timestamp with time zone not null,
  answer text,
  upheld boolean,
  answered_at timestamp with time zone,
  answered_by_label text,
  demonstration boolean not null default false,
  constraint publication_objection_pkey PRIMARY KEY (jurisdiction, id),
  constraint publication_objection_jurisdiction_publication_id_fkey FOREIGN KEY (jurisdiction, publication_id) REFERENCES matter_publication(jurisdiction, id),
  constraint publication_objection_words_check CHECK ((words <> ''::text))
);
CREATE INDEX publication_objection_publication ON publication_objection USING btree (jurisdiction, publication_id);
grant delete, insert, select, update on publication_objection to qx_app;
create policy one_jurisdiction on publication_objection using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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
CREATE INDEX quality_finding_unit ON quality_finding USING btree (jurisdiction, unit_id, status);
grant delete, insert, select, update on quality_finding to qx_app;
create policy one_jurisdiction on quality_finding using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table queue_ticket (
  jurisdiction text not null,
  id text not null,
  day date not null,
  number text not null,
  hall text not null,
  matter_types text[] not null,
  phone_masked text,
  phone_blind text,
  code_hash text not null,
  status text not null,
  booked_for text,
  desk text,
  taken_at timestamp with time zone not null,
  called_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  by_account text,
  demonstration boolean not null default false,
  constraint queue_ticket_pkey PRIMARY KEY (jurisdiction, id),
  constraint queue_ticket_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint queue_ticket_booked_for_check CHECK ((booked_for ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
  constraint queue_ticket_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'served'::text, 'missed'::text, 'cancelled'::text])))
);
CREATE UNIQUE INDEX queue_ticket_number ON queue_ticket USING btree (jurisdiction, hall, day, number);
CREATE INDEX queue_ticket_waiting ON queue_ticket USING btree (jurisdiction, hall, day, taken_at);
grant delete, insert, select, update on queue_ticket to qx_app;
create policy one_jurisdiction on queue_ticket using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table qx_migration (
  id text not null,
  digest text not null,
  made_at timestamp with time zone not null,
  constraint qx_migration_pkey PRIMARY KEY (id)
);

create table rating (
  jurisdiction text not null,
  id text not null,
  matter_id text,
  ticket_id text,
  round integer not null default 1,
  matter_type text,
  unit_id text,
  channel text not null,
  level integer not null,
  dimensions jsonb not null,
  words text,
  at timestamp with time zone not null,
  on_day date not null,
  status text not null,
  contact_by date,
  rectify_by date,
  appeal_by date,
  closed_on date,
  answer text,
  demonstration boolean not null default false,
  constraint rating_pkey PRIMARY KEY (jurisdiction, id),
  constraint rating_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint rating_jurisdiction_matter_id_fkey FOREIGN KEY (jurisdiction, matter_id) REFERENCES matter(jurisdiction, id),
  constraint rating_jurisdiction_ticket_id_fkey FOREIGN KEY (jurisdiction, ticket_id) REFERENCES queue_ticket(jurisdiction, id),
  constraint rating_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'window'::text, 'code'::text, 'phone'::text]))),
  constraint rating_level_check CHECK (((level >= 1) AND (level <= 5))),
  constraint rating_round_check CHECK ((round = ANY (ARRAY[1, 2]))),
  constraint rating_status_check CHECK ((status = ANY (ARRAY['none'::text, 'open'::text, 'contacted'::text, 'rectified'::text, 'appealed'::text, 'excluded'::text])))
);
CREATE INDEX rating_day ON rating USING btree (jurisdiction, on_day);
CREATE UNIQUE INDEX rating_once ON rating USING btree (jurisdiction, matter_id, round) WHERE (matter_id IS NOT NULL);
CREATE UNIQUE INDEX rating_once_visit ON rating USING btree (jurisdiction, ticket_id, round) WHERE (ticket_id IS NOT NULL);
CREATE INDEX rating_open ON rating USING btree (jurisdiction, unit_id, rectify_by) WHERE (status = ANY (ARRAY['open'::text, 'contacted'::text, 'appealed'::text]));
grant delete, insert, select, update on rating to qx_app;
create policy one_jurisdiction on rating using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table rating_act (
  jurisdiction text not null,
  id text not null,
  rating_id text not null,
  act text not null,
  words text not null,
  at timestamp with time zone not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  constraint rating_act_pkey PRIMARY KEY (jurisdiction, id),
  constraint rating_act_jurisdiction_rating_id_fkey FOREIGN KEY (jurisdiction, rating_id) REFERENCES rating(jurisdiction, id),
  constraint rating_act_act_check CHECK ((act = ANY (ARRAY['contact'::text, 'rectify'::text, 'appeal'::text, 'firstCheck'::text, 'secondCheck'::text, 'reject'::text])))
);
CREATE INDEX rating_act_rating ON rating_act USING btree (jurisdiction, rating_id);
grant delete, insert, select on rating_act to qx_app;
create policy demonstration_only on rating_act using demonstration;
create policy one_jurisdiction on rating_act using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table rights_assistance_case (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  handled_by text,
  case_no text,
  applicant_name_blind text,
  applicant_name_cipher bytea,
  applicant_name_masked text,
  enterprise_name text,
  enterprise_id text,
  help_kinds text[],
  right_kind text,
  right_no text,
  overseas text,
  accepted_on date,
  closed_on date,
  result text,
  document_no text,
  satisfaction text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint rights_assistance_case_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX rights_assistance_case_accepted_on ON rights_assistance_case USING btree (jurisdiction, accepted_on, id);
CREATE INDEX rights_assistance_case_applicant_name_blind ON rights_assistance_case USING btree (jurisdiction, applicant_name_blind);
CREATE INDEX rights_assistance_case_closed_on ON rights_assistance_case USING btree (jurisdiction, closed_on, id);
CREATE INDEX rights_assistance_case_enterprise_id ON rights_assistance_case USING btree (jurisdiction, enterprise_id);
CREATE UNIQUE INDEX rights_assistance_case_identity ON rights_assistance_case USING btree (jurisdiction, identity);
CREATE INDEX rights_assistance_case_name ON rights_assistance_case USING btree (jurisdiction, pinyin, id);
CREATE INDEX rights_assistance_case_result ON rights_assistance_case USING btree (jurisdiction, result, id);
CREATE INDEX rights_assistance_case_right_kind ON rights_assistance_case USING btree (jurisdiction, right_kind, id);
CREATE INDEX rights_assistance_case_run ON rights_assistance_case USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX rights_assistance_case_search ON rights_assistance_case USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX rights_assistance_case_unit ON rights_assistance_case USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on rights_assistance_case to qx_app;
create policy one_jurisdiction on rights_assistance_case using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table rights_assistance_case_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  handled_by text,
  case_no text,
  applicant_name_blind text,
  applicant_name_cipher bytea,
  applicant_name_masked text,
  enterprise_name text,
  enterprise_id text,
  help_kinds text[],
  right_kind text,
  right_no text,
  overseas text,
  accepted_on date,
  closed_on date,
  result text,
  document_no text,
  satisfaction text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint rights_assistance_case_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX rights_assistance_case_past_run ON rights_assistance_case_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX rights_assistance_case_past_span ON rights_assistance_case_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on rights_assistance_case_past to qx_app;
create policy demonstration_only on rights_assistance_case_past using demonstration;
create policy one_jurisdiction on rights_assistance_case_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table rights_centre (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  centre_type text,
  level text,
  industry text,
  approved_on date,
  accepted_on date,
  ended_on date,
  document_no text,
  address text,
  location_longitude numeric,
  location_latitude numeric,
  phone text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint rights_centre_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX rights_centre_accepted_on ON rights_centre USING btree (jurisdiction, accepted_on, id);
CREATE INDEX rights_centre_approved_on ON rights_centre USING btree (jurisdiction, approved_on, id);
CREATE INDEX rights_centre_centre_type ON rights_centre USING btree (jurisdiction, centre_type, id);
CREATE INDEX rights_centre_ended_on ON rights_centre USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX rights_centre_identity ON rights_centre USING btree (jurisdiction, identity);
CREATE INDEX rights_centre_level ON rights_centre USING btree (jurisdiction, level, id);
CREATE INDEX rights_centre_name ON rights_centre USING btree (jurisdiction, pinyin, id);
CREATE INDEX rights_centre_run ON rights_centre USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX rights_centre_search ON rights_centre USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX rights_centre_unit ON rights_centre USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on rights_centre to qx_app;
create policy one_jurisdiction on rights_centre using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table rights_centre_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  centre_type text,
  level text,
  industry text,
  approved_on date,
  accepted_on date,
  ended_on date,
  document_no text,
  address text,
  location_longitude numeric,
  location_latitude numeric,
  phone text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint rights_centre_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX rights_centre_past_run ON rights_centre_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX rights_centre_past_span ON rights_centre_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on rights_centre_past to qx_app;
create policy demonstration_only on rights_centre_past using demonstration;
create policy one_jurisdiction on rights_centre_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table rural_speciality (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  category text,
  producer text,
  gi_name text,
  gi_id text,
  protection text,
  area numeric,
  output numeric,
  listed_on date,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint rural_speciality_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX rural_speciality_category ON rural_speciality USING btree (jurisdiction, category, id);
CREATE INDEX rural_speciality_ended_on ON rural_speciality USING btree (jurisdiction, ended_on, id);
CREATE INDEX rural_speciality_gi_id ON rural_speciality USING btree (jurisdiction, gi_id);
CREATE UNIQUE INDEX rural_speciality_identity ON rural_speciality USING btree (jurisdiction, identity);
CREATE INDEX rural_speciality_listed_on ON rural_speciality USING btree (jurisdiction, listed_on, id);
CREATE INDEX rural_speciality_name ON rural_speciality USING btree (jurisdiction, pinyin, id);
CREATE INDEX rural_speciality_protection ON rural_speciality USING btree (jurisdiction, protection, id);
CREATE INDEX rural_speciality_run ON rural_speciality USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX rural_speciality_search ON rural_speciality USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX rural_speciality_unit ON rural_speciality USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on rural_speciality to qx_app;
create policy one_jurisdiction on rural_speciality using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table rural_speciality_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  category text,
  producer text,
  gi_name text,
  gi_id text,
  protection text,
  area numeric,
  output numeric,
  listed_on date,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint rural_speciality_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX rural_speciality_past_run ON rural_speciality_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX rural_speciality_past_span ON rural_speciality_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on rural_speciality_past to qx_app;
create policy demonstration_only on rural_speciality_past using demonstration;
create policy one_jurisdiction on rural_speciality_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table service_agency (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  uscc text,
  entity_name text,
  entity_id text,
  agency_types text[],
  licence_no text,
  is_branch boolean,
  opened_on date,
  closed_on date,
  has_office boolean,
  attorneys bigint,
  address text,
  phone text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint service_agency_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX service_agency_closed_on ON service_agency USING btree (jurisdiction, closed_on, id);
CREATE INDEX service_agency_entity_id ON service_agency USING btree (jurisdiction, entity_id);
CREATE UNIQUE INDEX service_agency_identity ON service_agency USING btree (jurisdiction, identity);
CREATE INDEX service_agency_name ON service_agency USING btree (jurisdiction, pinyin, id);
CREATE INDEX service_agency_opened_on ON service_agency USING btree (jurisdiction, opened_on, id);
CREATE INDEX service_agency_run ON service_agency USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX service_agency_search ON service_agency USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX service_agency_unit ON service_agency USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on service_agency to qx_app;
create policy one_jurisdiction on service_agency using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table service_agency_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  uscc text,
  entity_name text,
  entity_id text,
  agency_types text[],
  licence_no text,
  is_branch boolean,
  opened_on date,
  closed_on date,
  has_office boolean,
  attorneys bigint,
  address text,
  phone text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint service_agency_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX service_agency_past_run ON service_agency_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX service_agency_past_span ON service_agency_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on service_agency_past to qx_app;
create policy demonstration_only on service_agency_past using demonstration;
create policy one_jurisdiction on service_agency_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table service_institution (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  institution_type text,
  level text,
  host text,
  approved_on date,
  ended_on date,
  document_no text,
  address text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint service_institution_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX service_institution_approved_on ON service_institution USING btree (jurisdiction, approved_on, id);
CREATE INDEX service_institution_ended_on ON service_institution USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX service_institution_identity ON service_institution USING btree (jurisdiction, identity);
CREATE INDEX service_institution_institution_type ON service_institution USING btree (jurisdiction, institution_type, id);
CREATE INDEX service_institution_level ON service_institution USING btree (jurisdiction, level, id);
CREATE INDEX service_institution_name ON service_institution USING btree (jurisdiction, pinyin, id);
CREATE INDEX service_institution_run ON service_institution USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX service_institution_search ON service_institution USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX service_institution_unit ON service_institution USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on service_institution to qx_app;
create policy one_jurisdiction on service_institution using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table service_institution_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  institution_type text,
  level text,
  host text,
  approved_on date,
  ended_on date,
  document_no text,
  address text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint service_institution_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX service_institution_past_run ON service_institution_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX service_institution_past_span ON service_institution_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on service_institution_past to qx_app;
create policy demonstration_only on service_institution_past using demonstration;
create policy one_jurisdiction on service_institution_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table service_state (
  jurisdiction text not null,
  matter_type text not null,
  is_open boolean not null,
  reason text not null,
  changed_at timestamp with time zone not null,
  by_label text not null,
  constraint service_state_pkey PRIMARY KEY (jurisdiction, matter_type),
  constraint service_state_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction),
  constraint service_state_reason_check CHECK ((reason <> ''::text))
);
grant delete, insert, select, update on service_state to qx_app;
create policy one_jurisdiction on service_state using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table software_registration (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  certificate_no text,
  name text,
  version text,
  owners_names text[],
  owners_ids text[],
  completed_on date,
  first_published_on date,
  registered_on date,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint software_registration_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX software_registration_ended_on ON software_registration USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX software_registration_identity ON software_registration USING btree (jurisdiction, identity);
CREATE INDEX software_registration_name ON software_registration USING btree (jurisdiction, pinyin, id);
CREATE INDEX software_registration_owners_ids ON software_registration USING gin (owners_ids);
CREATE INDEX software_registration_registered_on ON software_registration USING btree (jurisdiction, registered_on, id);
CREATE INDEX software_registration_run ON software_registration USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX software_registration_search ON software_registration USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX software_registration_unit ON software_registration USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on software_registration to qx_app;
create policy one_jurisdiction on software_registration using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table software_registration_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  certificate_no text,
  name text,
  version text,
  owners_names text[],
  owners_ids text[],
  completed_on date,
  first_published_on date,
  registered_on date,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint software_registration_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX software_registration_past_run ON software_registration_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX software_registration_past_span ON software_registration_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on software_registration_past to qx_app;
create policy demonstration_only on software_registration_past using demonstration;
create policy one_jurisdiction on software_registration_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table standard_adoption (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  enterprise_name text,
  enterprise_id text,
  standard text,
  stage text,
  filed_on date,
  planned_for date,
  advised_by text,
  certificate_no text,
  document_no text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint standard_adoption_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX standard_adoption_enterprise_id ON standard_adoption USING btree (jurisdiction, enterprise_id);
CREATE INDEX standard_adoption_filed_on ON standard_adoption USING btree (jurisdiction, filed_on, id);
CREATE UNIQUE INDEX standard_adoption_identity ON standard_adoption USING btree (jurisdiction, identity);
CREATE INDEX standard_adoption_name ON standard_adoption USING btree (jurisdiction, pinyin, id);
CREATE INDEX standard_adoption_planned_for ON standard_adoption USING btree (jurisdiction, planned_for, id);
CREATE INDEX standard_adoption_run ON standard_adoption USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX standard_adoption_search ON standard_adoption USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX standard_adoption_stage ON standard_adoption USING btree (jurisdiction, stage, id);
CREATE INDEX standard_adoption_standard ON standard_adoption USING btree (jurisdiction, standard, id);
CREATE INDEX standard_adoption_unit ON standard_adoption USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on standard_adoption to qx_app;
create policy one_jurisdiction on standard_adoption using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table standard_adoption_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  enterprise_name text,
  enterprise_id text,
  standard text,
  stage text,
  filed_on date,
  planned_for date,
  advised_by text,
  certificate_no text,
  document_no text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint standard_adoption_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX standard_adoption_past_run ON standard_adoption_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX standard_adoption_past_span ON standard_adoption_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on standard_adoption_past to qx_app;
create policy demonstration_only on standard_adoption_past using demonstration;
create policy one_jurisdiction on standard_adoption_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table standard_certificate (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  certificate_no text,
  enterprise_name text,
  enterprise_id text,
  standard text,
  grade_level bigint,
  scope text[],
  certified_by text,
  issued_on date,
  valid_until date,
  last_survey_on date,
  ended_on date,
  end_reason text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint standard_certificate_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX standard_certificate_ended_on ON standard_certificate USING btree (jurisdiction, ended_on, id);
CREATE INDEX standard_certificate_enterprise_id ON standard_certificate USING btree (jurisdiction, enterprise_id);
CREATE INDEX standard_certificate_grade_level ON standard_certificate USING btree (jurisdiction, grade_level, id);
CREATE UNIQUE INDEX standard_certificate_identity ON standard_certificate USING btree (jurisdiction, identity);
CREATE INDEX standard_certificate_issued_on ON standard_certificate USING btree (jurisdiction, issued_on, id);
CREATE INDEX standard_certificate_name ON standard_certificate USING btree (jurisdiction, pinyin, id);
CREATE INDEX standard_certificate_run ON standard_certificate USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX standard_certificate_search ON standard_certificate USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX standard_certificate_standard ON standard_certificate USING btree (jurisdiction, standard, id);
CREATE INDEX standard_certificate_unit ON standard_certificate USING btree (jurisdiction, unit_id, id);
CREATE INDEX standard_certificate_valid_until ON standard_certificate USING btree (jurisdiction, valid_until, id);
grant delete, insert, select, update on standard_certificate to qx_app;
create policy one_jurisdiction on standard_certificate using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table standard_certificate_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  certificate_no text,
  enterprise_name text,
  enterprise_id text,
  standard text,
  grade_level bigint,
  scope text[],
  certified_by text,
  issued_on date,
  valid_until date,
  last_survey_on date,
  ended_on date,
  end_reason text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint standard_certificate_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX standard_certificate_past_run ON standard_certificate_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX standard_certificate_past_span ON standard_certificate_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on standard_certificate_past to qx_app;
create policy demonstration_only on standard_certificate_past using demonstration;
create policy one_jurisdiction on standard_certificate_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table statistic (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  series text,
  area text,
  on_ date,
  on_precision text,
  value numeric,
  unit text,
  published_on date,
  data_source text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint statistic_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE UNIQUE INDEX statistic_identity ON statistic USING btree (jurisdiction, identity);
CREATE INDEX statistic_name ON statistic USING btree (jurisdiction, pinyin, id);
CREATE INDEX statistic_on_ ON statistic USING btree (jurisdiction, on_, id);
CREATE INDEX statistic_published_on ON statistic USING btree (jurisdiction, published_on, id);
CREATE INDEX statistic_run ON statistic USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX statistic_search ON statistic USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX statistic_unit ON statistic USING btree (jurisdiction, unit_id, id);
CREATE INDEX statistic_value ON statistic USING btree (jurisdiction, value, id);
grant delete, insert, select, update on statistic to qx_app;
create policy one_jurisdiction on statistic using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table statistic_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  series text,
  area text,
  on_ date,
  on_precision text,
  value numeric,
  unit text,
  published_on date,
  data_source text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint statistic_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX statistic_past_run ON statistic_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX statistic_past_span ON statistic_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on statistic_past to qx_app;
create policy demonstration_only on statistic_past using demonstration;
create policy one_jurisdiction on statistic_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table technical_investigator (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  specialities text[],
  employer text,
  post text,
  appointed_on date,
  term_ends_on date,
  ended_on date,
  document_no text,
  id_number_blind text,
  id_number_cipher bytea,
  id_number_masked text,
  phone_blind text,
  phone_cipher bytea,
  phone_masked text,
  email_blind text,
  email_cipher bytea,
  email_masked text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint technical_investigator_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX technical_investigator_appointed_on ON technical_investigator USING btree (jurisdiction, appointed_on, id);
CREATE INDEX technical_investigator_email_blind ON technical_investigator USING btree (jurisdiction, email_blind);
CREATE INDEX technical_investigator_id_number_blind ON technical_investigator USING btree (jurisdiction, id_number_blind);
CREATE UNIQUE INDEX technical_investigator_identity ON technical_investigator USING btree (jurisdiction, identity);
CREATE INDEX technical_investigator_name ON technical_investigator USING btree (jurisdiction, pinyin, id);
CREATE INDEX technical_investigator_phone_blind ON technical_investigator USING btree (jurisdiction, phone_blind);
CREATE INDEX technical_investigator_run ON technical_investigator USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX technical_investigator_search ON technical_investigator USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX technical_investigator_term_ends_on ON technical_investigator USING btree (jurisdiction, term_ends_on, id);
CREATE INDEX technical_investigator_unit ON technical_investigator USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on technical_investigator to qx_app;
create policy one_jurisdiction on technical_investigator using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table technical_investigator_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  specialities text[],
  employer text,
  post text,
  appointed_on date,
  term_ends_on date,
  ended_on date,
  document_no text,
  id_number_blind text,
  id_number_cipher bytea,
  id_number_masked text,
  phone_blind text,
  phone_cipher bytea,
  phone_masked text,
  email_blind text,
  email_cipher bytea,
  email_masked text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint technical_investigator_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX technical_investigator_past_run ON technical_investigator_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX technical_investigator_past_span ON technical_investigator_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on technical_investigator_past to qx_app;
create policy demonstration_only on technical_investigator_past using demonstration;
create policy one_jurisdiction on technical_investigator_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table throttle (
  jurisdiction text not null,
  key text not null,
  since timestamp with time zone not null,
  count integer not null,
  amount bigint not null default 0,
  constraint throttle_pkey PRIMARY KEY (jurisdiction, key),
  constraint throttle_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
CREATE INDEX throttle_since ON throttle USING btree (jurisdiction, since);
grant delete, insert, select, update on throttle to qx_app;
create policy one_jurisdiction on throttle using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table townsman (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  specialities text[],
  employer text,
  post text,
  city text,
  tie text,
  registered_on date,
  consented boolean,
  last_contact_on date,
  ended_on date,
  id_number_blind text,
  id_number_cipher bytea,
  id_number_masked text,
  phone_blind text,
  phone_cipher bytea,
  phone_masked text,
  email_blind text,
  email_cipher bytea,
  email_masked text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint townsman_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX townsman_email_blind ON townsman USING btree (jurisdiction, email_blind);
CREATE INDEX townsman_ended_on ON townsman USING btree (jurisdiction, ended_on, id);
CREATE INDEX townsman_id_number_blind ON townsman USING btree (jurisdiction, id_number_blind);
CREATE UNIQUE INDEX townsman_identity ON townsman USING btree (jurisdiction, identity);
CREATE INDEX townsman_name ON townsman USING btree (jurisdiction, pinyin, id);
CREATE INDEX townsman_phone_blind ON townsman USING btree (jurisdiction, phone_blind);
CREATE INDEX townsman_registered_on ON townsman USING btree (jurisdiction, registered_on, id);
CREATE INDEX townsman_run ON townsman USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX townsman_search ON townsman USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX townsman_unit ON townsman USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on townsman to qx_app;
create policy one_jurisdiction on townsman using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table townsman_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  specialities text[],
  employer text,
  post text,
  city text,
  tie text,
  registered_on date,
  consented boolean,
  last_contact_on date,
  ended_on date,
  id_number_blind text,
  id_number_cipher bytea,
  id_number_masked text,
  phone_blind text,
  phone_cipher bytea,
  phone_masked text,
  email_blind text,
  email_cipher bytea,
  email_masked text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint townsman_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX townsman_past_run ON townsman_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX townsman_past_span ON townsman_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on townsman_past to qx_app;
create policy demonstration_only on townsman_past using demonstration;
create policy one_jurisdiction on townsman_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table trademark (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  nice_class text,
  name text,
  mark_type text,
  owners_names text[],
  owners_ids text[],
  goods text,
  similar_groups text[],
  filed_on date,
  registered_on date,
  expires_on date,
  renewed_on date,
  ended_on date,
  end_reason text,
  is_gi boolean,
  gi_name text,
  gi_id text,
  brand_level text,
  agency text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint trademark_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX trademark_expires_on ON trademark USING btree (jurisdiction, expires_on, id);
CREATE INDEX trademark_gi_id ON trademark USING btree (jurisdiction, gi_id);
CREATE UNIQUE INDEX trademark_identity ON trademark USING btree (jurisdiction, identity);
CREATE INDEX trademark_mark_type ON trademark USING btree (jurisdiction, mark_type, id);
CREATE INDEX trademark_name ON trademark USING btree (jurisdiction, pinyin, id);
CREATE INDEX trademark_owners_ids ON trademark USING gin (owners_ids);
CREATE INDEX trademark_registered_on ON trademark USING btree (jurisdiction, registered_on, id);
CREATE INDEX trademark_run ON trademark USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX trademark_search ON trademark USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX trademark_unit ON trademark USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on trademark to qx_app;
create policy one_jurisdiction on trademark using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table trademark_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  nice_class text,
  name text,
  mark_type text,
  owners_names text[],
  owners_ids text[],
  goods text,
  similar_groups text[],
  filed_on date,
  registered_on date,
  expires_on date,
  renewed_on date,
  ended_on date,
  end_reason text,
  is_gi boolean,
  gi_name text,
  gi_id text,
  brand_level text,
  agency text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint trademark_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX trademark_past_run ON trademark_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX trademark_past_span ON trademark_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on trademark_past to qx_app;
create policy demonstration_only on trademark_past using demonstration;
create policy one_jurisdiction on trademark_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table training_attendance (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  session_name text,
  session_id text,
  person_no text,
  person_name_blind text,
  person_name_cipher bytea,
  person_name_masked text,
  employer_name text,
  employer_id text,
  signed_in_on date,
  result text,
  signed_in_at text,
  sign_in_step bigint,
  sign_in_proof text,
  enrolment_no text,
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint training_attendance_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX training_attendance_employer_id ON training_attendance USING btree (jurisdiction, employer_id);
CREATE UNIQUE INDEX training_attendance_identity ON training_attendance USING btree (jurisdiction, identity);
CREATE INDEX training_attendance_name ON training_attendance USING btree (jurisdiction, pinyin, id);
CREATE INDEX training_attendance_person_name_blind ON training_attendance USING btree (jurisdiction, person_name_blind);
CREATE INDEX training_attendance_run ON training_attendance USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX training_attendance_search ON training_attendance USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX training_attendance_session_id ON training_attendance USING btree (jurisdiction, session_id);
CREATE INDEX training_attendance_signed_in_on ON training_attendance USING btree (jurisdiction, signed_in_on, id);
CREATE INDEX training_attendance_unit ON training_attendance USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on training_attendance to qx_app;
create policy one_jurisdiction on training_attendance using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table training_attendance_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  session_name text,
  session_id text,
  person_no text,
  person_name_blind text,
  person_name_cipher bytea,
  person_name_masked text,
  employer_name text,
  employer_id text,
  signed_in_on date,
  result text,
  signed_in_at text,
  sign_in_step bigint,
  sign_in_proof text,
  enrolment_no text,
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint training_attendance_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX training_attendance_past_run ON training_attendance_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX training_attendance_past_span ON training_attendance_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on training_attendance_past to qx_app;
create policy demonstration_only on training_attendance_past using demonstration;
create policy one_jurisdiction on training_attendance_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table training_session (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  session_no text,
  title text,
  category text,
  organiser text,
  held_on date,
  starts_at text,
  ends_at text,
  hours numeric,
  teachers text,
  place text,
  places bigint,
  enrol_until date,
  walk_ins boolean,
  certificate boolean,
  enrolled bigint,
  satisfaction numeric,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint training_session_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX training_session_category ON training_session USING btree (jurisdiction, category, id);
CREATE INDEX training_session_enrolled ON training_session USING btree (jurisdiction, enrolled, id);
CREATE INDEX training_session_held_on ON training_session USING btree (jurisdiction, held_on, id);
CREATE INDEX training_session_hours ON training_session USING btree (jurisdiction, hours, id);
CREATE UNIQUE INDEX training_session_identity ON training_session USING btree (jurisdiction, identity);
CREATE INDEX training_session_name ON training_session USING btree (jurisdiction, pinyin, id);
CREATE INDEX training_session_run ON training_session USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX training_session_search ON training_session USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX training_session_unit ON training_session USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on training_session to qx_app;
create policy one_jurisdiction on training_session using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table training_session_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  session_no text,
  title text,
  category text,
  organiser text,
  held_on date,
  starts_at text,
  ends_at text,
  hours numeric,
  teachers text,
  place text,
  places bigint,
  enrol_until date,
  walk_ins boolean,
  certificate boolean,
  enrolled bigint,
  satisfaction numeric,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint training_session_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX training_session_past_run ON training_session_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX training_session_past_span ON training_session_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on training_session_past to qx_app;
create policy demonstration_only on training_session_past using demonstration;
create policy one_jurisdiction on training_session_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

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

create table violation_report (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  handled_by text,
  report_no text,
  kind text,
  reported_by text,
  subject_name text,
  subject_id text,
  violation_kind text,
  received_on date,
  complaint_outcome text,
  complaint_closed_on date,
  report_outcome text,
  report_closed_on date,
  referred_to text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint violation_report_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX violation_report_complaint_outcome ON violation_report USING btree (jurisdiction, complaint_outcome, id);
CREATE UNIQUE INDEX violation_report_identity ON violation_report USING btree (jurisdiction, identity);
CREATE INDEX violation_report_kind ON violation_report USING btree (jurisdiction, kind, id);
CREATE INDEX violation_report_name ON violation_report USING btree (jurisdiction, pinyin, id);
CREATE INDEX violation_report_received_on ON violation_report USING btree (jurisdiction, received_on, id);
CREATE INDEX violation_report_report_outcome ON violation_report USING btree (jurisdiction, report_outcome, id);
CREATE INDEX violation_report_run ON violation_report USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX violation_report_search ON violation_report USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX violation_report_subject_id ON violation_report USING btree (jurisdiction, subject_id);
CREATE INDEX violation_report_unit ON violation_report USING btree (jurisdiction, unit_id, id);
CREATE INDEX violation_report_violation_kind ON violation_report USING btree (jurisdiction, violation_kind, id);
grant delete, insert, select, update on violation_report to qx_app;
create policy one_jurisdiction on violation_report using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table violation_report_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  handled_by text,
  report_no text,
  kind text,
  reported_by text,
  subject_name text,
  subject_id text,
  violation_kind text,
  received_on date,
  complaint_outcome text,
  complaint_closed_on date,
  report_outcome text,
  report_closed_on date,
  referred_to text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint violation_report_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX violation_report_past_run ON violation_report_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX violation_report_past_span ON violation_report_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on violation_report_past to qx_app;
create policy demonstration_only on violation_report_past using demonstration;
create policy one_jurisdiction on violation_report_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table visit (
  jurisdiction text not null,
  id text not null,
  token_hash text not null,
  phone_blind text not null,
  phone_cipher bytea,
  phone_masked text not null,
  address_blind text,
  browser text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  demonstration boolean not null default false,
  constraint visit_pkey PRIMARY KEY (jurisdiction, id),
  constraint visit_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
CREATE INDEX visit_address ON visit USING btree (jurisdiction, address_blind, created_at);
CREATE INDEX visit_phone ON visit USING btree (jurisdiction, phone_blind);
CREATE UNIQUE INDEX visit_token ON visit USING btree (jurisdiction, token_hash);
grant delete, insert, select, update on visit to qx_app;
create policy one_jurisdiction on visit using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table webhook (
  jurisdiction text not null,
  id text not null,
  label text not null,
  url text not null,
  secret_cipher bytea not null,
  kinds text[] not null,
  is_active boolean not null,
  created_at timestamp with time zone not null,
  by_label text not null,
  last_ok_at timestamp with time zone,
  last_failure text,
  last_failure_at timestamp with time zone,
  constraint webhook_pkey PRIMARY KEY (jurisdiction, id),
  constraint webhook_jurisdiction_fkey FOREIGN KEY (jurisdiction) REFERENCES jurisdiction(jurisdiction)
);
grant delete, insert, select, update on webhook to qx_app;
create policy one_jurisdiction on webhook using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table work_registration (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  title text,
  category text,
  owners_names text[],
  owners_ids text[],
  authors text,
  completed_on date,
  completed_at text,
  first_published_on date,
  creation_way text,
  ownership_way text,
  registered_on date,
  registered_by text,
  ended_on date,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint work_registration_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX work_registration_category ON work_registration USING btree (jurisdiction, category, id);
CREATE INDEX work_registration_completed_on ON work_registration USING btree (jurisdiction, completed_on, id);
CREATE INDEX work_registration_ended_on ON work_registration USING btree (jurisdiction, ended_on, id);
CREATE UNIQUE INDEX work_registration_identity ON work_registration USING btree (jurisdiction, identity);
CREATE INDEX work_registration_name ON work_registration USING btree (jurisdiction, pinyin, id);
CREATE INDEX work_registration_owners_ids ON work_registration USING gin (owners_ids);
CREATE INDEX work_registration_registered_on ON work_registration USING btree (jurisdiction, registered_on, id);
CREATE INDEX work_registration_run ON work_registration USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX work_registration_search ON work_registration USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX work_registration_unit ON work_registration USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on work_registration to qx_app;
create policy one_jurisdiction on work_registration using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table work_registration_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  registration_no text,
  title text,
  category text,
  owners_names text[],
  owners_ids text[],
  authors text,
  completed_on date,
  completed_at text,
  first_published_on date,
  creation_way text,
  ownership_way text,
  registered_on date,
  registered_by text,
  ended_on date,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint work_registration_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX work_registration_past_run ON work_registration_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX work_registration_past_span ON work_registration_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on work_registration_past to qx_app;
create policy demonstration_only on work_registration_past using demonstration;
create policy one_jurisdiction on work_registration_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table workstation (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  kinds text[],
  hosted_by text,
  established_on date,
  closed_on date,
  document_no text,
  staff bigint,
  duties text[],
  score bigint,
  stars bigint,
  address text,
  location_longitude numeric,
  location_latitude numeric,
  contact_name_blind text,
  contact_name_cipher bytea,
  contact_name_masked text,
  contact_phone_blind text,
  contact_phone_cipher bytea,
  contact_phone_masked text,
  evidence text[],
  remarks text,
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '::text))) stored,
  constraint workstation_pkey PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX workstation_closed_on ON workstation USING btree (jurisdiction, closed_on, id);
CREATE INDEX workstation_contact_name_blind ON workstation USING btree (jurisdiction, contact_name_blind);
CREATE INDEX workstation_contact_phone_blind ON workstation USING btree (jurisdiction, contact_phone_blind);
CREATE INDEX workstation_established_on ON workstation USING btree (jurisdiction, established_on, id);
CREATE UNIQUE INDEX workstation_identity ON workstation USING btree (jurisdiction, identity);
CREATE INDEX workstation_name ON workstation USING btree (jurisdiction, pinyin, id);
CREATE INDEX workstation_run ON workstation USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX workstation_search ON workstation USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX workstation_staff ON workstation USING btree (jurisdiction, staff, id);
CREATE INDEX workstation_stars ON workstation USING btree (jurisdiction, stars, id);
CREATE INDEX workstation_unit ON workstation USING btree (jurisdiction, unit_id, id);
grant delete, insert, select, update on workstation to qx_app;
create policy one_jurisdiction on workstation using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));

create table workstation_past (
  jurisdiction text not null,
  id text not null,
  revision integer not null,
  identity text not null,
  unit_id text,
  expected_on date,
  label text not null,
  pinyin text not null,
  tokens text not null,
  doubts jsonb,
  digest text not null,
  origin text not null,
  run_id text,
  sheet text,
  row_number bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  act text not null,
  reason text,
  demonstration boolean not null,
  name text,
  kinds text[],
  hosted_by text,
  established_on date,
  closed_on date,
  document_no text,
  staff bigint,
  duties text[],
  score bigint,
  stars bigint,
  address text,
  location_longitude numeric,
  location_latitude numeric,
  contact_name_blind text,
  contact_name_cipher bytea,
  contact_name_masked text,
  contact_phone_blind text,
  contact_phone_cipher bytea,
  contact_phone_masked text,
  evidence text[],
  remarks text,
  replaced_at timestamp with time zone not null,
  ended_by text not null,
  merged_into text,
  ended_by_label text not null,
  ended_reason text,
  constraint workstation_past_pkey PRIMARY KEY (jurisdiction, id, revision)
);
CREATE INDEX workstation_past_run ON workstation_past USING btree (jurisdiction, run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX workstation_past_span ON workstation_past USING btree (jurisdiction, replaced_at, recorded_at);
grant delete, insert, select on workstation_past to qx_app;
create policy demonstration_only on workstation_past using demonstration;
create policy one_jurisdiction on workstation_past using (jurisdiction = NULLIF(current_setting('app.jurisdiction'::text, true), ''::text));
