import type { Migration } from '../migrate.ts'

/**
 * The living programme: how targets are broken down, what each unit owes by when, what it reported, what the value of
 * an indicator is, and what the clock did.
 *
 * Facts are added and never changed: a breakdown, a value, an act on a report, an urging. Beside them stand the rows
 * that say how things are now (`duty`, `report`, `indicator_value`, `task_part`, `milestone_standing`); they are
 * written by the same command as the fact and could be made again from the facts.
 *
 * Values are kept in the base unit of their target. `value_state` tells a value from missing 缺数, notApplicable
 * 不适用 and suppressed 不公开; only `value` carries a number, and 0 is one.
 */
export const progress: Migration = {
  id: '2026-11-25-05-progress',
  tables: {
    counter: 'tenant',
    clock_state: 'tenant',
    item_setting: 'tenant',
    unit_statistic: 'tenant',
    unit_statistic_value: 'tenant',
    breakdown: 'tenant',
    breakdown_share: 'tenant',
    target_task_weight: 'tenant',
    task_part: 'tenant',
    task_part_act: 'tenant',
    duty: 'tenant',
    urging: 'tenant',
    urging_reply: 'tenant',
    extension_request: 'tenant',
    report: 'tenant',
    report_act: 'tenant',
    report_evidence: 'tenant',
    observation: 'tenant',
    observation_mark: 'tenant',
    indicator_value: 'tenant',
    milestone_standing: 'tenant',
    light_change: 'tenant',
    sheet_import: 'tenant',
  },
  appendOnly: [
    'item_setting',
    'breakdown',
    'breakdown_share',
    'task_part_act',
    'urging',
    'urging_reply',
    'report_act',
    'observation',
    'observation_mark',
    'light_change',
  ],
  removableDemonstration: [
    'item_setting',
    'breakdown',
    'breakdown_share',
    'task_part_act',
    'urging',
    'urging_reply',
    'report_act',
    'observation',
    'observation_mark',
    'light_change',
  ],
  sql: `
create table counter (
  jurisdiction text not null references jurisdiction (jurisdiction),
  name text not null,
  value bigint not null,
  primary key (jurisdiction, name)
);

-- the last day the clock has worked through, and the jump of days that a person has to confirm first
create table clock_state (
  jurisdiction text primary key references jurisdiction (jurisdiction),
  last_on date not null,
  last_at timestamptz not null,
  held_from date,
  held_to date,
  held_at timestamptz,
  -- the day up to which a person confirmed that the clock is right; the days before it are worked through
  confirmed_on date
);

create table item_setting (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  item_kind text not null check (item_kind in ('target', 'task', 'milestone')),
  item_id text not null,
  cycle text check (cycle in ('month', 'quarter', 'year')),
  baseline numeric,
  baseline_on date,
  reason text,
  decided_at timestamptz not null,
  decided_by text,
  decided_by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);
create index item_setting_item on item_setting (jurisdiction, item_kind, item_id, decided_at);

create table unit_statistic (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  label text not null check (label <> ''),
  unit text not null,
  source text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);

create table unit_statistic_value (
  jurisdiction text not null,
  statistic_id text not null,
  party_id text not null,
  on_date date not null,
  value numeric,
  demonstration boolean not null default false,
  primary key (jurisdiction, statistic_id, party_id, on_date),
  foreign key (jurisdiction, statistic_id) references unit_statistic (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id)
);

create table breakdown (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  item_id text not null,
  axis text not null check (axis in ('year', 'unit')),
  year integer,
  method text not null check (method in ('equal', 'statistic', 'manual')),
  statistic_id text,
  total numeric not null,
  reason text,
  decided_at timestamptz not null,
  decided_by text,
  decided_by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, statistic_id) references unit_statistic (jurisdiction, id),
  check (axis = 'unit' or year is null)
);
create index breakdown_item on breakdown (jurisdiction, item_id, axis, decided_at);

create table breakdown_share (
  jurisdiction text not null,
  breakdown_id text not null,
  ordinal integer not null,
  year integer,
  party_id text,
  value numeric,
  demonstration boolean not null default false,
  primary key (jurisdiction, breakdown_id, ordinal),
  foreign key (jurisdiction, breakdown_id) references breakdown (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id),
  check ((year is null) <> (party_id is null))
);

create table target_task_weight (
  jurisdiction text not null references jurisdiction (jurisdiction),
  item_id text not null,
  task_item_id text not null,
  weight numeric not null check (weight >= 0 and weight <= 100),
  demonstration boolean not null default false,
  primary key (jurisdiction, item_id, task_item_id)
);

create table task_part (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  task_item_id text not null,
  party_id text not null,
  share text not null check (share in ('lead', 'support')),
  content text not null,
  standard text,
  person text,
  weight numeric check (weight >= 0 and weight <= 100),
  starts_on date,
  due_on date,
  status text not null check (status in ('waiting', 'ongoing', 'reported', 'done', 'closed', 'withdrawn')),
  progress numeric check (progress >= 0 and progress <= 100),
  progress_status text check (progress_status in ('reported', 'checked', 'approved')),
  progress_on date,
  revision integer not null default 1,
  created_at timestamptz not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id),
  check (due_on >= starts_on)
);
create unique index task_part_living on task_part (jurisdiction, task_item_id, party_id) where status <> 'withdrawn';
create index task_part_party on task_part (jurisdiction, party_id);

create table task_part_act (
  jurisdiction text not null,
  id text not null,
  part_id text not null,
  act text not null check (act in ('assign', 'receive', 'complete', 'accept', 'return', 'close', 'reopen', 'withdraw')),
  on_date date not null,
  at timestamptz not null,
  by_account text,
  by_label text not null,
  reason text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, part_id) references task_part (jurisdiction, id)
);
create index task_part_act_part on task_part_act (jurisdiction, part_id, at);

create table duty (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  kind text not null check (kind in ('report', 'part', 'milestone')),
  item_kind text not null check (item_kind in ('target', 'task', 'milestone')),
  item_id text not null,
  part_id text,
  party_id text not null,
  scope text not null check (scope in ('county', 'unit')),
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
  outcome text check (outcome in ('met', 'withdrawn')),
  next_act_on date,
  last_step text,
  revision integer not null default 1,
  created_at timestamptz not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  unique (jurisdiction, kind, item_id, party_id, scope, period),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id),
  foreign key (jurisdiction, part_id) references task_part (jurisdiction, id),
  check ((closed_on is null) = (outcome is null))
);
create index duty_clock on duty (jurisdiction, next_act_on) where closed_on is null and next_act_on is not null;
create index duty_open on duty (jurisdiction, party_id, due_on) where closed_on is null;
create index duty_party on duty (jurisdiction, party_id, due_on);
create index duty_closed on duty (jurisdiction, party_id, closed_on) where closed_on is not null;
create index duty_part on duty (jurisdiction, part_id) where part_id is not null;
create index duty_item on duty (jurisdiction, item_id, period_end);
create index duty_period on duty (jurisdiction, period);

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
  at timestamptz not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, duty_id) references duty (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id)
);
create unique index urging_once on urging (jurisdiction, duty_id, step, due_on) where step <> 'manual';
create index urging_party on urging (jurisdiction, party_id, at);
create index urging_duty on urging (jurisdiction, duty_id, at);
create index urging_day on urging (jurisdiction, on_date);

create table urging_reply (
  jurisdiction text not null,
  id text not null,
  urging_id text not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, urging_id) references urging (jurisdiction, id)
);
create index urging_reply_urging on urging_reply (jurisdiction, urging_id, at);

create table extension_request (
  jurisdiction text not null,
  id text not null,
  duty_id text not null,
  ordinal integer not null check (ordinal > 0),
  asked_to date not null,
  reason text not null check (reason <> ''),
  asked_on date not null,
  asked_at timestamptz not null,
  asked_by text,
  asked_by_label text not null,
  decision text check (decision in ('granted', 'refused')),
  granted_to date,
  decided_at timestamptz,
  decided_by text,
  decided_by_label text,
  decision_reason text,
  revision integer not null default 1,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  unique (jurisdiction, duty_id, ordinal),
  foreign key (jurisdiction, duty_id) references duty (jurisdiction, id),
  check ((decision is null) = (decided_at is null))
);
create index extension_request_open on extension_request (jurisdiction, asked_at) where decision is null;

create table report (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  duty_id text not null,
  item_kind text not null check (item_kind in ('target', 'task', 'milestone')),
  item_id text not null,
  party_id text not null,
  scope text not null check (scope in ('county', 'unit')),
  period text not null,
  period_end date,
  state text not null check (state in ('draft', 'submitted', 'checked', 'approved', 'returned')),
  progress numeric check (progress >= 0 and progress <= 100),
  narrative text not null default '',
  problems text not null default '',
  next_steps text not null default '',
  value_state text check (value_state in ('value', 'missing', 'notApplicable', 'suppressed')),
  value numeric,
  numerator numeric,
  denominator numeric,
  value_reason text,
  cutoff_on date,
  parts jsonb,
  observation_id text,
  revision integer not null default 1,
  updated_at timestamptz not null,
  updated_by text,
  updated_by_label text not null,
  submitted_at timestamptz,
  submitted_by text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  unique (jurisdiction, duty_id),
  foreign key (jurisdiction, duty_id) references duty (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id),
  check (value is null or value_state = 'value')
);
create index report_state on report (jurisdiction, state, updated_at);
create index report_item on report (jurisdiction, item_id, party_id, scope, period_end);
create index report_party on report (jurisdiction, party_id, updated_at, duty_id);

create table report_act (
  jurisdiction text not null,
  id text not null,
  report_id text not null,
  act text not null check (act in ('submit', 'withdraw', 'check', 'approve', 'return', 'correct')),
  on_date date not null,
  at timestamptz not null,
  by_account text,
  by_label text not null,
  reason text,
  snapshot jsonb not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, report_id) references report (jurisdiction, id)
);
create index report_act_report on report_act (jurisdiction, report_id, at);

create table report_evidence (
  jurisdiction text not null,
  report_id text not null,
  evidence_id text not null,
  ordinal integer not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, report_id, evidence_id),
  foreign key (jurisdiction, report_id) references report (jurisdiction, id),
  foreign key (jurisdiction, evidence_id) references evidence (jurisdiction, id)
);
create index report_evidence_evidence on report_evidence (jurisdiction, evidence_id);

create table observation (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  item_id text not null,
  scope_key text not null,
  party_id text not null,
  period text not null,
  period_end date not null,
  value_state text not null check (value_state in ('value', 'missing', 'notApplicable', 'suppressed')),
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
  at timestamptz not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id),
  foreign key (jurisdiction, report_id) references report (jurisdiction, id),
  foreign key (jurisdiction, corrects) references observation (jurisdiction, id),
  check ((value_state = 'value') = (value is not null)),
  check ((corrects is null) = (correction_reason is null))
);
create index observation_item on observation (jurisdiction, item_id, scope_key, period_end, at);
create index observation_report on observation (jurisdiction, report_id);
create index observation_corrects on observation (jurisdiction, corrects) where corrects is not null;

create table observation_mark (
  jurisdiction text not null,
  observation_id text not null,
  mark text not null check (mark in ('checked', 'approved', 'returned', 'withdrawn')),
  at timestamptz not null,
  by_account text,
  by_label text not null,
  reason text,
  demonstration boolean not null default false,
  primary key (jurisdiction, observation_id, mark),
  foreign key (jurisdiction, observation_id) references observation (jurisdiction, id)
);

create index observation_mark_day on observation_mark (jurisdiction, mark, at);

create table indicator_value (
  jurisdiction text not null references jurisdiction (jurisdiction),
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
  status text not null check (status in ('reported', 'checked', 'approved', 'returned')),
  status_at timestamptz not null,
  approved_observation_id text,
  approved_state text,
  approved_value numeric,
  approved_numerator numeric,
  approved_denominator numeric,
  approved_reason text,
  approved_cutoff_on date,
  demonstration boolean not null default false,
  primary key (jurisdiction, item_id, scope_key, period),
  foreign key (jurisdiction, observation_id) references observation (jurisdiction, id),
  foreign key (jurisdiction, approved_observation_id) references observation (jurisdiction, id)
);
create index indicator_value_observation on indicator_value (jurisdiction, observation_id);
create index indicator_value_approved on indicator_value (jurisdiction, approved_observation_id);
create index indicator_value_scope on indicator_value (jurisdiction, scope_key, item_id, period_end desc);

create table milestone_standing (
  jurisdiction text not null references jurisdiction (jurisdiction),
  item_id text not null,
  parts jsonb not null,
  applied_on date,
  done_on date,
  progress_on date,
  status text not null check (status in ('reported', 'checked', 'approved', 'returned')),
  report_id text not null,
  updated_at timestamptz not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, item_id),
  foreign key (jurisdiction, report_id) references report (jurisdiction, id)
);

-- basis: the lights that the office sees rest on what was reported, those that the public sees on what was approved;
-- ordinal counts the changes of one item on one basis, so that two writers cannot both write the next
create table light_change (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  item_kind text not null,
  item_id text not null,
  basis text not null check (basis in ('reported', 'approved')),
  ordinal integer not null check (ordinal > 0),
  on_date date not null,
  from_light text,
  to_light text not null,
  why_zh text not null,
  why_en text not null,
  at timestamptz not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);
create unique index light_change_next on light_change (jurisdiction, item_kind, item_id, basis, ordinal);
create index light_change_day on light_change (jurisdiction, on_date);

create table sheet_import (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  party_id text not null,
  period text not null,
  file_name text not null,
  rows jsonb not null,
  issues jsonb not null,
  state text not null check (state in ('waiting', 'taken', 'discarded')),
  created_at timestamptz not null,
  created_by text,
  created_by_label text not null,
  decided_at timestamptz,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id)
);

alter table evidence add column demonstration boolean not null default false;
alter table search_entry add column audience text not null default 'public' check (audience in ('public', 'staff'));
alter table search_entry add column party_id text;
alter table search_entry add column demonstration boolean not null default false;
`,
}
