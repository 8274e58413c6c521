import type { Migration } from '../migrate.ts'

/**
 * What stands around registers 名录 and computed indicators 指标. The tables of the registers themselves are made from
 * their declarations (`kernel/registers/tables`); `register_table` says what was made.
 *
 * Two clocks run through all of it: when something was so (dates in the records), and when we knew it (`recorded_at`).
 * A value frozen at its approval keeps the second, so what has changed since can be told record by record.
 */
export const registers: Migration = {
  id: '2026-11-25-06-registers',
  tables: {
    register_table: 'local',
    register_change: 'tenant',
    saved_view: 'tenant',
    record_merge: 'tenant',
    record_mistake: 'tenant',
    account_entity: 'tenant',
    import_run: 'tenant',
    import_row: 'tenant',
    import_batch: 'tenant',
    import_decision: 'tenant',
    import_heading: 'tenant',
    name_match: 'tenant',
    definition_version: 'tenant',
    computed_value: 'tenant',
    computed_state: 'tenant',
    value_freeze: 'tenant',
    quality_finding: 'tenant',
  },
  appendOnly: ['definition_version', 'value_freeze', 'import_batch'],
  removableDemonstration: ['value_freeze', 'import_batch'],
  sql: `
-- one row for each table that was made from a declaration, with the shape it was made for
create table register_table (
  table_name text primary key,
  register text not null,
  shape jsonb not null,
  made_at timestamptz not null
);

-- the last change of each register: who computes from it asks here whether to compute again
create table register_change (
  jurisdiction text not null references jurisdiction (jurisdiction),
  register text not null,
  change_no bigint not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, register)
);

create table saved_view (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  register text not null,
  -- null: made at the machine itself, and shared
  account_id text,
  label text not null check (label <> ''),
  is_shared boolean not null,
  state jsonb not null,
  created_at timestamptz not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);
create index saved_view_register on saved_view (jurisdiction, register);

-- duplicates that were made one, with what is needed to take it back
create table record_merge (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  register text not null,
  kept_id text not null,
  merged_ids text[] not null,
  -- the records as they were, and which records pointed at the merged ones
  before jsonb not null,
  reason text not null,
  at timestamptz not null,
  by_account text,
  by_label text not null,
  undone_at timestamptz,
  undone_by_label text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);
create index record_merge_kept on record_merge (jurisdiction, register, kept_id);

-- 报错: what somebody says is wrong with a record, and what the office answered
create table record_mistake (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  register text not null,
  record_id text not null,
  field text,
  words text not null check (words <> ''),
  at timestamptz not null,
  by_account text,
  by_label text not null,
  answer text,
  outcome text check (outcome in ('corrected', 'kept')),
  answered_at timestamptz,
  answered_by_label text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);
create index record_mistake_open on record_mistake (jurisdiction, at) where answered_at is null;
create index record_mistake_record on record_mistake (jurisdiction, register, record_id);

-- which entity (主体) an account of the role enterprise acts for
create table account_entity (
  jurisdiction text not null,
  account_id text not null,
  register text not null,
  record_id text not null,
  granted_at timestamptz not null,
  granted_by_label text not null,
  primary key (jurisdiction, account_id, record_id),
  foreign key (jurisdiction, account_id) references account (jurisdiction, id)
);

create table import_run (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  register text not null,
  evidence_id text not null,
  sha256 text not null,
  file_name text not null,
  format text not null check (format in ('xlsx', 'csv', 'json', 'st96')),
  -- mapping: waits for a person to say what columns mean · reading: the preview runs · ready: waits for the decision
  status text not null check (status in ('mapping', 'reading', 'ready', 'committing', 'committed', 'undoing', 'undone', 'failed', 'discarded')),
  -- sheets with their head rows and columns, as they were recognised
  layout jsonb not null,
  -- sheet, column -> field or null, as it is used
  mapping jsonb not null,
  rows_total bigint,
  rows_done bigint not null default 0,
  new_count bigint not null default 0,
  changed_count bigint not null default 0,
  same_count bigint not null default 0,
  faulty_count bigint not null default 0,
  doubtful_count bigint not null default 0,
  -- bytes read of bytes: an estimate needs no count of rows
  bytes_done bigint not null default 0,
  bytes_total bigint not null,
  trouble jsonb,
  started_at timestamptz not null,
  phase_began_at timestamptz,
  ended_at timestamptz,
  by_account text,
  by_label text not null,
  undo_reason text,
  -- what was said when it began or was undone: createNames, leaveChanged
  options jsonb not null,
  -- the units whose records an import by a unit may write; null: the office imports
  allowed_units text[],
  -- the last row that the phase in hand is done with; null before the first
  reached_sheet text,
  reached_row bigint,
  batches integer not null default 0,
  -- records of other registers that came into being because this file named them
  named_count bigint not null default 0,
  -- who is at work on it, and until when it is left to them
  worker text,
  worker_until timestamptz,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, evidence_id) references evidence (jurisdiction, id)
);
create index import_run_waiting on import_run (jurisdiction, started_at)
  where status in ('reading', 'committing', 'undoing');
create index import_run_register on import_run (jurisdiction, register, started_at desc);

-- rows about which there is something to say: faulty, doubtful and changed ones; plain rows stand in the file alone
create table import_row (
  jurisdiction text not null,
  run_id text not null,
  sheet text not null,
  row_number bigint not null,
  verdict text not null check (verdict in ('faulty', 'doubtful', 'changed')),
  record_id text,
  label text not null,
  -- as written, by column
  written jsonb not null,
  -- field, column, value, code, message, remedy
  faults jsonb not null,
  -- of a changed row: field -> before, after
  changes jsonb,
  primary key (jurisdiction, run_id, sheet, row_number),
  foreign key (jurisdiction, run_id) references import_run (jurisdiction, id)
);
create index import_row_verdict on import_row (jurisdiction, run_id, verdict, sheet, row_number);

-- one transaction each; a run that broke off goes on after the last
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
  -- records of other registers that its rows named and that were not there
  named_count integer not null,
  -- SHA-256 over the canonical JSON of the rows as written: the journal entry of the batch carries it
  digest text not null,
  committed_at timestamptz not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, run_id, batch_no),
  foreign key (jurisdiction, run_id) references import_run (jurisdiction, id)
);

create table import_decision (
  jurisdiction text not null,
  run_id text not null,
  sheet text not null,
  row_number bigint not null,
  decision text not null check (decision in ('take', 'skip')),
  decided_at timestamptz not null,
  by_label text not null,
  primary key (jurisdiction, run_id, sheet, row_number),
  foreign key (jurisdiction, run_id) references import_run (jurisdiction, id)
);

-- what a heading turned out to mean, so that it need not be said twice
create table import_heading (
  jurisdiction text not null references jurisdiction (jurisdiction),
  register text not null,
  heading text not null,
  -- null: this column is not taken
  field text,
  times integer not null,
  learned_at timestamptz not null,
  primary key (jurisdiction, register, heading)
);

-- names as they are written, and which record of the target register is meant by them
create table name_match (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  register text not null,
  written text not null,
  -- folded: width, case, brackets, spaces
  written_key text not null,
  status text not null check (status in ('open', 'decided', 'none')),
  record_id text,
  confidence numeric,
  -- record, name, confidence, why
  candidates jsonb not null,
  uses bigint not null default 0,
  first_seen_at timestamptz not null,
  decided_at timestamptz,
  by_label text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  unique (jurisdiction, register, written_key)
);
create index name_match_open on name_match (jurisdiction, register, uses desc) where status = 'open';

-- formulas of indicators, named conditions and quality rules: every change is a version with its reason
create table definition_version (
  jurisdiction text not null references jurisdiction (jurisdiction),
  kind text not null check (kind in ('indicator', 'condition', 'rule')),
  id text not null,
  version integer not null check (version > 0),
  -- periods that end on this day or later are computed by it
  valid_from date not null,
  definition jsonb not null,
  -- declared: it came with the program; edited: somebody decided it here
  origin text not null check (origin in ('declared', 'edited')),
  reason text not null,
  decided_at timestamptz not null,
  by_account text,
  by_label text not null,
  primary key (jurisdiction, kind, id, version)
);

create table computed_value (
  jurisdiction text not null references jurisdiction (jurisdiction),
  indicator text not null,
  -- 'county' or the id of a unit
  scope_key text not null,
  on_date date not null,
  state text not null check (state in ('value', 'missing')),
  value numeric,
  -- why it is missing
  reason text,
  -- the parts it was made of, by their place in the formula
  inputs jsonb not null,
  definition_version integer not null,
  computed_at timestamptz not null,
  primary key (jurisdiction, indicator, scope_key, on_date),
  check ((state = 'value') = (value is not null))
);
create index computed_value_scope on computed_value (jurisdiction, scope_key, on_date);

-- from which state of the registers the values of an indicator were computed
create table computed_state (
  jurisdiction text not null references jurisdiction (jurisdiction),
  indicator text not null,
  definition_version integer not null,
  -- register -> change_no
  computed_from jsonb not null,
  -- the last day computed for: the current period moves every day
  through date not null,
  computed_at timestamptz not null,
  trouble text,
  primary key (jurisdiction, indicator)
);

-- 冻结: a value as it was approved, with the moment whose knowledge it stands on
create table value_freeze (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  indicator text not null,
  scope_key text not null,
  period text not null,
  on_date date not null,
  state text not null check (state in ('value', 'missing')),
  value numeric,
  inputs jsonb not null,
  definition_version integer not null,
  -- the formula with all its conditions resolved, as it was computed
  resolved jsonb not null,
  known_at timestamptz not null,
  observation_id text,
  reason text,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);
create index value_freeze_of on value_freeze (jurisdiction, indicator, scope_key, on_date, known_at desc);

create table quality_finding (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  rule text not null,
  -- a register with its record, or 'indicator' with its id
  subject_kind text not null,
  subject_id text not null,
  subject_label text not null,
  -- '' where it is about the whole record
  field text not null default '',
  severity text not null check (severity in ('error', 'warning', 'note')),
  message jsonb not null,
  remedy jsonb not null,
  unit_id text,
  found_on date not null,
  due_on date,
  status text not null check (status in ('open', 'resolved', 'explained')),
  explanation text,
  settled_at timestamptz,
  settled_by_label text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, unit_id) references party (jurisdiction, id)
);
create unique index quality_finding_open on quality_finding (jurisdiction, rule, subject_kind, subject_id, field)
  where status <> 'resolved';
create index quality_finding_rule on quality_finding (jurisdiction, status, severity, due_on);
create index quality_finding_unit on quality_finding (jurisdiction, unit_id, status);
create index quality_finding_subject on quality_finding (jurisdiction, subject_kind, subject_id);
`,
}
