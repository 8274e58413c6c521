import type { Migration } from '../migrate.ts'

/**
 * Plan 方案: versions as whole snapshots, and drafts on their way to one.
 *
 * A version holds every item as it then stood; an item keeps its id from version to version, so the history of a
 * target is the rows with its id. Nothing of an adopted version is ever changed: the application's role can insert
 * these rows and read them, and no more.
 */
export const plan: Migration = {
  id: '2026-11-25-02-plan',
  tables: {
    plan: 'tenant',
    plan_import: 'tenant',
    plan_import_item: 'tenant',
    plan_version: 'tenant',
    plan_group: 'tenant',
    plan_task: 'tenant',
    plan_responsibility: 'tenant',
    plan_target: 'tenant',
    plan_target_year: 'tenant',
    plan_statement: 'tenant',
    plan_milestone: 'tenant',
    plan_item_owner: 'tenant',
    plan_item_task: 'tenant',
    plan_safeguard: 'tenant',
    plan_phase: 'tenant',
    plan_question: 'tenant',
  },
  appendOnly: [
    'plan_version',
    'plan_group',
    'plan_task',
    'plan_responsibility',
    'plan_target',
    'plan_target_year',
    'plan_statement',
    'plan_milestone',
    'plan_item_owner',
    'plan_item_task',
    'plan_safeguard',
    'plan_phase',
    'plan_question',
  ],
  sql: `
create table plan (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  current_version integer not null,
  created_at timestamptz not null,
  primary key (jurisdiction, id)
);

create table plan_import (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  plan_id text,
  base_version integer,
  status text not null check (status in ('review', 'adopted', 'discarded')),
  evidence_id text,
  file_name text,
  source_format text,
  source_text text not null,
  notes jsonb not null,
  adopted_version integer,
  created_by text,
  created_by_label text not null,
  created_at timestamptz not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, plan_id) references plan (jurisdiction, id),
  foreign key (jurisdiction, evidence_id) references evidence (jurisdiction, id)
);

create table plan_import_item (
  jurisdiction text not null,
  import_id text not null,
  id text not null,
  kind text not null,
  ordinal integer not null,
  content jsonb not null,
  original jsonb,
  base_item_id text,
  against text check (against in ('same', 'changed', 'added', 'missing')),
  span_start integer,
  span_end integer,
  words text,
  confidence real,
  decision text not null check (decision in ('pending', 'confirmed', 'corrected', 'added', 'struck')),
  decided_by text,
  decided_at timestamptz,
  revision integer not null,
  primary key (jurisdiction, import_id, id),
  foreign key (jurisdiction, import_id) references plan_import (jurisdiction, id)
);

create table plan_version (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null check (version > 0),
  title text not null check (title <> ''),
  issuer text,
  document_no text,
  issued_on date,
  period_start date not null,
  period_end date not null,
  goal text,
  effective_from date not null,
  reason text,
  adopted_at timestamptz not null,
  adopted_by text,
  adopted_by_label text not null,
  import_id text,
  evidence_id text,
  source_text text,
  primary key (jurisdiction, plan_id, version),
  foreign key (jurisdiction, plan_id) references plan (jurisdiction, id),
  foreign key (jurisdiction, import_id) references plan_import (jurisdiction, id),
  foreign key (jurisdiction, evidence_id) references evidence (jurisdiction, id),
  check (period_end >= period_start)
);

create table plan_group (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  number integer not null,
  title text not null,
  area text not null,
  primary key (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version)
);

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
  primary key (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version)
);

create table plan_responsibility (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  task_item_id text not null,
  party_id text not null,
  share text not null check (share in ('lead', 'support')),
  ordinal integer not null,
  printed text not null,
  primary key (jurisdiction, plan_id, version, task_item_id, party_id, share),
  foreign key (jurisdiction, plan_id, version, task_item_id) references plan_task (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id)
);
create index plan_responsibility_party on plan_responsibility (jurisdiction, party_id);

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
  comparator text not null check (comparator in ('gte', 'gt', 'eq', 'lte', 'lt', 'range')),
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
  primary key (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version),
  unique (jurisdiction, plan_id, version, code),
  check ((comparator = 'range') = (value_high is not null)),
  check (value_high > value)
);

create table plan_target_year (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  year integer not null,
  value numeric,
  primary key (jurisdiction, plan_id, version, item_id, year),
  foreign key (jurisdiction, plan_id, version, item_id) references plan_target (jurisdiction, plan_id, version, item_id)
);

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
  primary key (jurisdiction, plan_id, version, item_id, ordinal),
  foreign key (jurisdiction, plan_id, version, item_id) references plan_target (jurisdiction, plan_id, version, item_id)
);

create table plan_milestone (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  code text not null,
  name text not null,
  level text not null check (level in ('achieve', 'strive')),
  area text not null,
  due_on date,
  parts jsonb not null,
  words text,
  span_start integer,
  span_end integer,
  primary key (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version),
  unique (jurisdiction, plan_id, version, code)
);

create table plan_item_owner (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  party_id text not null,
  ordinal integer not null,
  primary key (jurisdiction, plan_id, version, item_id, party_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version),
  foreign key (jurisdiction, party_id) references party (jurisdiction, id)
);
create index plan_item_owner_party on plan_item_owner (jurisdiction, party_id);

create table plan_item_task (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  task_item_id text not null,
  primary key (jurisdiction, plan_id, version, item_id, task_item_id),
  foreign key (jurisdiction, plan_id, version, task_item_id) references plan_task (jurisdiction, plan_id, version, item_id)
);

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
  primary key (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version)
);

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
  primary key (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version),
  check (ends_on >= starts_on)
);

create table plan_question (
  jurisdiction text not null,
  plan_id text not null,
  version integer not null,
  item_id text not null,
  ordinal integer not null,
  message text not null,
  answer text,
  primary key (jurisdiction, plan_id, version, item_id),
  foreign key (jurisdiction, plan_id, version) references plan_version (jurisdiction, plan_id, version)
);
`,
}
