import type { Migration } from '../migrate.ts'

/**
 * Matters 办件, what is counted for them, and the doors by which they come in.
 *
 * The record of a matter is its list of acts (`matter_act`, never changed); what stands in `matter` is derived from it
 * in the same transaction, so that lists of a million stay quick. Visits are people who come once, by a code to their
 * telephone.
 */
export const matters: Migration = {
  id: '2026-11-25-08-matters',
  tables: {
    calendar_year: 'tenant',
    service_state: 'tenant',
    matter_version: 'tenant',
    matter_number: 'tenant',
    visit: 'tenant',
    phone_code: 'tenant',
    matter: 'tenant',
    matter_act: 'tenant',
    matter_limit: 'tenant',
    matter_material: 'tenant',
    matter_call: 'tenant',
    matter_comment: 'tenant',
    matter_link: 'tenant',
    matter_document: 'tenant',
    matter_draft: 'tenant',
    draft_material: 'tenant',
    matter_publication: 'tenant',
    publication_objection: 'tenant',
    opinion_template: 'tenant',
    queue_ticket: 'tenant',
    rating: 'tenant',
    rating_act: 'tenant',
    matter_review: 'tenant',
    draw: 'tenant',
    draw_result: 'tenant',
    webhook: 'tenant',
    message: 'tenant',
  },
  appendOnly: ['matter_version', 'matter_act', 'calendar_year', 'rating_act', 'draw', 'draw_result'],
  removableDemonstration: ['matter_act', 'rating_act', 'draw', 'draw_result'],
  sql: `
-- 节假日安排 as an administrator loaded it; the newest row of a year counts, before what came with the program
create table calendar_year (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  year integer not null,
  -- holidays and make-up days, as in the engine's WorkCalendarYear
  days jsonb not null,
  source text not null check (source <> ''),
  loaded_at timestamptz not null,
  by_label text not null,
  primary key (jurisdiction, id)
);
create index calendar_year_newest on calendar_year (jurisdiction, year, loaded_at desc);

-- whether new cases of a matter are taken; without a row they are
create table service_state (
  jurisdiction text not null references jurisdiction (jurisdiction),
  matter_type text not null,
  is_open boolean not null,
  reason text not null check (reason <> ''),
  changed_at timestamptz not null,
  by_label text not null,
  primary key (jurisdiction, matter_type)
);

-- declarations as they were in force; a case ends on the one on which it began
create table matter_version (
  jurisdiction text not null references jurisdiction (jurisdiction),
  matter_type text not null,
  version integer not null check (version > 0),
  -- JSON as text: jsonb would not keep the order of fields, states and acts
  declaration text not null,
  digest text not null,
  published_at timestamptz not null,
  reason text not null,
  by_label text not null,
  primary key (jurisdiction, matter_type, version)
);

-- running numbers: of matters per day, of documents per series and year, of queue tickets per day
create table matter_number (
  jurisdiction text not null references jurisdiction (jurisdiction),
  series text not null,
  period text not null,
  last integer not null,
  primary key (jurisdiction, series, period)
);

-- somebody who came once: a telephone number that was shown to be theirs
create table visit (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  token_hash text not null,
  -- of an anonymous one: 'anonymous:' and its id, which is the blind index of no number
  phone_blind text not null,
  -- null: somebody who did not say who they are
  phone_cipher bytea,
  phone_masked text not null,
  address_blind text,
  browser text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);
create unique index visit_token on visit (jurisdiction, token_hash);
create index visit_phone on visit (jurisdiction, phone_blind);
create index visit_address on visit (jurisdiction, address_blind, created_at);

create table phone_code (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  phone_blind text not null,
  -- null from the machine itself
  address_blind text,
  code_hash text not null,
  attempts integer not null default 0,
  -- the how manyth of this number on this day: of two that are asked for at once, one waits for the other
  on_day date not null,
  ordinal integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (jurisdiction, id)
);
create unique index phone_code_once on phone_code (jurisdiction, phone_blind, on_day, ordinal);
create index phone_code_phone on phone_code (jurisdiction, phone_blind, created_at);
create index phone_code_address on phone_code (jurisdiction, address_blind, created_at);
create index phone_code_created on phone_code (jurisdiction, created_at);

create table matter (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  -- 办件编号: YX-IP-20261126-000317
  number text not null,
  matter_type text not null,
  version integer not null,
  area text not null,
  title text not null,
  -- what the chart needs to go on, and the names of the states it is in: ['mediating','hearing'] in parallel
  snapshot jsonb not null,
  phases text[] not null,
  status text not null check (status in ('open', 'suspended', 'ended')),
  -- whose move it is
  turn text check (turn in ('applicant', 'unit', 'expert', 'other')),
  outcome text check (outcome in ('granted', 'refused', 'lapsed', 'withdrawn', 'terminated', 'done')),
  unit_id text not null,
  handler_account text,
  handler_label text,
  entrance text not null check (entrance in ('account', 'visit', 'anonymous', 'window', 'staff')),
  -- who applied, as lists show it; people's names are masked
  applicant_label text not null,
  applicant_account text,
  applicant_visit text,
  -- the record of the register of entities, where it is an enterprise or a known person
  applicant_record text,
  phone_blind text,
  phone_cipher bytea,
  -- of the last four digits, with the number of the matter: for those who ask how far it is
  phone_tail_blind text,
  email_cipher bytea,
  -- form field -> value; personal ones are sealed: {"sealed": base64, "masked": "张*"}
  values jsonb not null,
  -- form field -> where it came from: {"from": "entity", "register": …, "record": …, "confirmed": true}
  origins jsonb not null,
  -- the nearest running limit, for order and lights
  due_on date,
  due_limit text,
  -- from that day on it is yellow; from the day after due_on red
  warn_on date,
  is_provisional boolean not null default false,
  urged integer not null default 0,
  act_count integer not null,
  revision integer not null,
  submitted_at timestamptz not null,
  submitted_on date not null,
  accepted_on date,
  ended_at timestamptz,
  ended_on date,
  last_act_at timestamptz not null,
  tokens text not null,
  -- with the unit as a word that nobody can type: an officer's search then reads the cases of their own unit only
  search tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' ') || ('=' || unit_id))) stored,
  parent_id text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_type, version) references matter_version (jurisdiction, matter_type, version),
  foreign key (jurisdiction, unit_id) references party (jurisdiction, id)
);
create unique index matter_by_number on matter (jurisdiction, number);
create index matter_type_version on matter (jurisdiction, matter_type, version);
-- What queues filter by stands beside the key, so that a page and its count are read from the index alone.
create index matter_unit_open on matter (jurisdiction, unit_id, due_on, id)
  include (matter_type, handler_account, status, warn_on, submitted_on) where status <> 'ended';
create index matter_handler_open on matter (jurisdiction, handler_account, due_on, id)
  include (unit_id, matter_type, status, warn_on, submitted_on) where status <> 'ended';
create index matter_untaken on matter (jurisdiction, unit_id, due_on, id)
  include (matter_type, handler_account, status, warn_on, submitted_on)
  where status <> 'ended' and handler_account is null;
create index matter_due on matter (jurisdiction, due_on, id)
  include (unit_id, matter_type, handler_account, status, warn_on, submitted_on) where status <> 'ended';
create index matter_type_open on matter (jurisdiction, matter_type, due_on, id)
  include (unit_id, handler_account, status, warn_on, submitted_on) where status <> 'ended';
create index matter_last_act on matter (jurisdiction, last_act_at, id) include (status, unit_id, matter_type);
create index matter_type_last on matter (jurisdiction, matter_type, last_act_at, id) include (status, unit_id);
create index matter_unit_last on matter (jurisdiction, unit_id, last_act_at, id) include (status, matter_type);
create index matter_unit_type_last on matter (jurisdiction, unit_id, matter_type, last_act_at, id) include (status);
-- for figures: what was received and what ended in a period
create index matter_received on matter (jurisdiction, submitted_on) include (unit_id, matter_type);
create index matter_ended on matter (jurisdiction, ended_on)
  include (unit_id, matter_type, outcome, accepted_on, submitted_on, status) where ended_on is not null;
create index matter_applicant_account on matter (jurisdiction, applicant_account) where applicant_account is not null;
create index matter_applicant_visit on matter (jurisdiction, applicant_visit) where applicant_visit is not null;
create index matter_applicant_record on matter (jurisdiction, applicant_record) where applicant_record is not null;
create index matter_phone on matter (jurisdiction, phone_blind) where phone_blind is not null;
create index matter_parent on matter (jurisdiction, parent_id) where parent_id is not null;
create index matter_search on matter using gin (search);

create table matter_act (
  jurisdiction text not null,
  matter_id text not null,
  ordinal integer not null,
  -- of the declaration, or one that every matter knows: submit, take, handOver, transfer, suspend, resume, withdraw …
  act text not null,
  label text not null,
  at timestamptz not null,
  on_day date not null,
  by_account text,
  by_visit text,
  by_label text not null,
  by_kind text not null check (by_kind in ('applicant', 'handler', 'head', 'window', 'expert', 'called', 'clock', 'office', 'system')),
  unit_id text,
  from_phases text[] not null,
  to_phases text[] not null,
  -- what came with it; personal values sealed
  input jsonb not null,
  opinion text,
  -- whether those who applied read of it, and of its opinion
  for_applicant boolean not null,
  document_id text,
  -- a request that comes twice is done once
  request_key text,
  demonstration boolean not null default false,
  primary key (jurisdiction, matter_id, ordinal),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id)
);
create unique index matter_act_request on matter_act (jurisdiction, matter_id, request_key) where request_key is not null;

create table matter_limit (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  -- of the declaration: decide; kind legal and promised run beside each other
  limit_id text not null,
  kind text not null check (kind in ('legal', 'promised')),
  label text not null,
  rule text not null,
  -- day from which the version of the rule that applies is in force
  rule_from date not null,
  whose text not null check (whose in ('unit', 'applicant')),
  length_n integer not null,
  length_unit text not null check (length_unit in ('workingDay', 'calendarDay', 'month', 'year', 'hour')),
  started_on date not null,
  -- the moment, where hours are counted
  started_at timestamptz,
  raw_due date not null,
  due_on date not null,
  is_provisional boolean not null,
  -- [{from, to (null while it runs), reason, ref}]
  stops jsonb not null,
  -- [{n, unit, by, on, reason}]
  extensions jsonb not null,
  status text not null check (status in ('running', 'stopped', 'met', 'missed', 'void')),
  ended_on date,
  -- how far the escalation got: 0 nothing, 1 warned, 2 missed, 3 to the head, 4 to the office
  step integer not null default 0,
  -- the next day on which the clock has something to do; null: nothing any more
  next_step_on date,
  -- the act that the clock does when it is missed
  on_missed text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id)
);
create index matter_limit_matter on matter_limit (jurisdiction, matter_id);
create index matter_limit_next on matter_limit (jurisdiction, next_step_on, id) where next_step_on is not null;
create index matter_limit_due on matter_limit (jurisdiction, due_on) where status in ('running', 'stopped');

create table matter_material (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  -- of the declaration
  material text not null,
  label text not null,
  evidence_id text,
  file_name text,
  origin text not null check (origin in ('applicant', 'window', 'register', 'earlier', 'staff')),
  -- the record or the earlier matter it was taken from
  origin_ref jsonb,
  status text not null check (status in ('given', 'later', 'accepted', 'rejected')),
  later_by date,
  note text,
  at timestamptz not null,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id),
  foreign key (jurisdiction, evidence_id) references evidence (jurisdiction, id)
);
create index matter_material_matter on matter_material (jurisdiction, matter_id);
create index matter_material_evidence on matter_material (jurisdiction, evidence_id);

-- 会签 加签 委托 抄送: what one person asks of another in a matter
create table matter_call (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  kind text not null check (kind in ('countersign', 'addSigner', 'delegate', 'copy')),
  to_unit text,
  to_account text,
  to_label text not null,
  words text not null,
  by_account text,
  by_label text not null,
  at timestamptz not null,
  due_on date,
  answer text check (answer in ('agrees', 'objects', 'seen', 'withdrawn')),
  answer_words text,
  answered_by_label text,
  answered_at timestamptz,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id)
);
create index matter_call_matter on matter_call (jurisdiction, matter_id);
create index matter_call_account on matter_call (jurisdiction, to_account, matter_id) where to_account is not null;
create index matter_call_unit on matter_call (jurisdiction, to_unit, matter_id) where to_unit is not null;

-- 内部批注: those who applied never see it
create table matter_comment (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by_account text,
  by_label text not null,
  withdrawn_at timestamptz,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id)
);
create index matter_comment_matter on matter_comment (jurisdiction, matter_id);

create table matter_link (
  jurisdiction text not null,
  from_matter text not null,
  to_matter text not null,
  kind text not null check (kind in ('splitFrom', 'joinedInto', 'continues', 'complaintOf')),
  at timestamptz not null,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, from_matter, to_matter, kind),
  foreign key (jurisdiction, from_matter) references matter (jurisdiction, id),
  foreign key (jurisdiction, to_matter) references matter (jurisdiction, id)
);
create index matter_link_to on matter_link (jurisdiction, to_matter);

create table matter_document (
  jurisdiction text not null,
  id text not null,
  -- null: issued outside of a matter (a certificate of attendance)
  matter_id text,
  -- of the declaration
  document text not null,
  label text not null,
  number text not null,
  title text not null,
  -- everything that is printed, sealed as personal data are: {"sealed": base64}; both forms are printed from it again
  content jsonb not null,
  -- of the canonical JSON of the content in clear, which holds a salt
  content_sha256 text not null,
  verification_code text not null,
  -- algorithm, certificate and signature over content_sha256; null: without a seal
  seal jsonb,
  issued_on date not null,
  issued_at timestamptz not null,
  by_label text not null,
  -- how and when it reached whom
  delivered jsonb,
  revoked_at timestamptz,
  revoked_reason text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id)
);
create index matter_document_matter on matter_document (jurisdiction, matter_id);
create unique index matter_document_code on matter_document (jurisdiction, verification_code);
create unique index matter_document_by_number on matter_document (jurisdiction, document, number);

create table matter_draft (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  matter_type text not null,
  version integer not null,
  entrance text not null check (entrance in ('account', 'visit', 'anonymous', 'window', 'staff')),
  -- one of these owns it; a visit is found again by the number that was shown
  account_id text,
  visit_id text,
  -- of drafts at the window: the clerk's account, and what was received in one go
  desk_account text,
  reception_id text,
  ticket_id text,
  -- who applies, as lists show it; the name, number and identity number that the clerk was told, sealed as one
  party_label text,
  party_cipher bytea,
  phone_blind text,
  applicant_record text,
  -- field -> {value or sealed, by: 'applicant'|'clerk'|'prefill', at}
  entries jsonb not null,
  -- said once: field -> {from …, confirmed}
  origins jsonb not null,
  step text not null,
  revision integer not null,
  -- the applicant's own screen at the window is paired by a code
  twin_hash text,
  twin_expires_at timestamptz,
  twin_seen_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  -- set when it was submitted: a second sending answers with the same matter
  matter_id text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_type, version) references matter_version (jurisdiction, matter_type, version)
);
create index matter_draft_account on matter_draft (jurisdiction, account_id) where account_id is not null;
create index matter_draft_visit on matter_draft (jurisdiction, visit_id) where visit_id is not null;
create index matter_draft_phone on matter_draft (jurisdiction, phone_blind) where phone_blind is not null;
create index matter_draft_desk on matter_draft (jurisdiction, desk_account) where desk_account is not null;
create index matter_draft_twin on matter_draft (jurisdiction, twin_hash) where twin_hash is not null;
create index matter_draft_type on matter_draft (jurisdiction, matter_type, version);
create index matter_draft_expires on matter_draft (jurisdiction, expires_at);

create table draft_material (
  jurisdiction text not null,
  id text not null,
  draft_id text not null,
  material text not null,
  evidence_id text not null,
  file_name text not null,
  origin text not null check (origin in ('applicant', 'window', 'register', 'earlier')),
  origin_ref jsonb,
  at timestamptz not null,
  by_label text not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, draft_id) references matter_draft (jurisdiction, id) on delete cascade,
  foreign key (jurisdiction, evidence_id) references evidence (jurisdiction, id)
);
create index draft_material_draft on draft_material (jurisdiction, draft_id);
create index draft_material_evidence on draft_material (jurisdiction, evidence_id);

-- 公示
create table matter_publication (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  matter_type text not null,
  title text not null,
  -- label -> words, as everybody reads them
  body jsonb not null,
  published_on date not null,
  objections_until date,
  shown_until date,
  withdrawn_on date,
  withdrawn_reason text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id)
);
create index matter_publication_matter on matter_publication (jurisdiction, matter_id);
create index matter_publication_newest on matter_publication (jurisdiction, published_on desc, id);

create table publication_objection (
  jurisdiction text not null,
  id text not null,
  publication_id text not null,
  words text not null check (words <> ''),
  -- who may read its answer: an account, or whoever shows the telephone again
  by_account text,
  phone_blind text,
  name_cipher bytea,
  name_masked text,
  phone_cipher bytea,
  phone_masked text,
  at timestamptz not null,
  answer text,
  upheld boolean,
  answered_at timestamptz,
  answered_by_label text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, publication_id) references matter_publication (jurisdiction, id)
);
create index publication_objection_publication on publication_objection (jurisdiction, publication_id);

-- 常用意见 of a person, or of a unit when shared
create table opinion_template (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  account_id text,
  unit_id text,
  matter_type text,
  act text,
  words text not null check (words <> ''),
  created_at timestamptz not null,
  by_label text not null,
  primary key (jurisdiction, id)
);
create index opinion_template_account on opinion_template (jurisdiction, account_id);
create index opinion_template_unit on opinion_template (jurisdiction, unit_id);

-- 取号
create table queue_ticket (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  day date not null,
  number text not null,
  hall text not null,
  matter_types text[] not null,
  phone_masked text,
  phone_blind text,
  -- who holds the ticket shows its code: to see how long, to give it back, to rate
  code_hash text not null,
  status text not null check (status in ('waiting', 'called', 'serving', 'served', 'missed', 'cancelled')),
  -- of those who booked: the time of day in the county, 14:05
  booked_for text check (booked_for ~ '^[0-2][0-9]:[0-5][0-9]$'),
  desk text,
  taken_at timestamptz not null,
  called_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  by_account text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id)
);
create unique index queue_ticket_number on queue_ticket (jurisdiction, hall, day, number);
create index queue_ticket_waiting on queue_ticket (jurisdiction, hall, day, taken_at);

-- 好差评; nobody who is rated sees who rated
create table rating (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  -- per matter on line, per visit on site; one first rating and one more after a bad one was put right
  matter_id text,
  ticket_id text,
  round integer not null default 1 check (round in (1, 2)),
  matter_type text,
  unit_id text,
  channel text not null check (channel in ('web', 'window', 'code', 'phone')),
  level integer not null check (level between 1 and 5),
  -- efficiency, accuracy, convenience, operation / skill, attitude: 1 to 5 each, only what was answered
  dimensions jsonb not null,
  words text,
  at timestamptz not null,
  on_day date not null,
  -- 差评 comes back with a clock
  status text not null check (status in ('none', 'open', 'contacted', 'rectified', 'appealed', 'excluded')),
  contact_by date,
  rectify_by date,
  -- until when those who are rated may appeal
  appeal_by date,
  closed_on date,
  answer text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id),
  foreign key (jurisdiction, ticket_id) references queue_ticket (jurisdiction, id)
);
create unique index rating_once on rating (jurisdiction, matter_id, round) where matter_id is not null;
create unique index rating_once_visit on rating (jurisdiction, ticket_id, round) where ticket_id is not null;
create index rating_open on rating (jurisdiction, unit_id, rectify_by) where status in ('open', 'contacted', 'appealed');
create index rating_day on rating (jurisdiction, on_day);

create table rating_act (
  jurisdiction text not null,
  id text not null,
  rating_id text not null,
  act text not null check (act in ('contact', 'rectify', 'appeal', 'firstCheck', 'secondCheck', 'reject')),
  words text not null,
  at timestamptz not null,
  by_account text,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, rating_id) references rating (jurisdiction, id)
);
create index rating_act_rating on rating_act (jurisdiction, rating_id);

-- 专家评审: who was drawn, what they scored; they see no applicant, and the applicant none of them
create table matter_review (
  jurisdiction text not null,
  id text not null,
  matter_id text not null,
  -- the expert's record in the register, and the account that acts for it
  expert_record text not null,
  expert_label text not null,
  draw_id text,
  -- stands for the application where the expert reads of it
  code text not null,
  status text not null check (status in ('asked', 'recused', 'submitted', 'cancelled')),
  recused_reason text,
  -- criterion -> points
  scores jsonb,
  total numeric,
  opinion text,
  asked_at timestamptz not null,
  due_on date,
  submitted_at timestamptz,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, matter_id) references matter (jurisdiction, id)
);
create unique index matter_review_once on matter_review (jurisdiction, matter_id, expert_record);
create index matter_review_expert on matter_review (jurisdiction, expert_record, asked_at desc);

-- 抽取, first half: the list and the commitment are fixed and published; the seed is sealed until the draw
create table draw (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  purpose text not null check (purpose <> ''),
  subject_kind text not null,
  subject_id text not null,
  unit_id text,
  -- sha256 of the seed
  commitment text not null,
  seed_cipher bytea not null,
  -- candidates, who is left out and why, how many are wanted
  inputs jsonb not null,
  inputs_digest text not null,
  at timestamptz not null,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, unit_id) references party (jurisdiction, id)
);
create index draw_subject on draw (jurisdiction, subject_kind, subject_id);
create index draw_newest on draw (jurisdiction, at desc);
create index draw_unit on draw (jurisdiction, unit_id);

-- second half: everything from which it can be computed again
create table draw_result (
  jurisdiction text not null,
  draw_id text not null,
  seed text not null,
  public_value text not null,
  result jsonb not null,
  at timestamptz not null,
  by_label text not null,
  demonstration boolean not null default false,
  primary key (jurisdiction, draw_id),
  foreign key (jurisdiction, draw_id) references draw (jurisdiction, id)
);

create table webhook (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  label text not null,
  url text not null,
  secret_cipher bytea not null,
  -- kinds of announcements, with a star at the end for all that begin so
  kinds text[] not null,
  is_active boolean not null,
  created_at timestamptz not null,
  by_label text not null,
  last_ok_at timestamptz,
  last_failure text,
  last_failure_at timestamptz,
  primary key (jurisdiction, id)
);

-- 短信、邮件 that went out or wait: kept apart from announcements, since addresses are personal data
create table message (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  channel text not null check (channel in ('sms', 'mail', 'webhook')),
  to_cipher bytea not null,
  to_masked text not null,
  title text not null,
  body text not null,
  -- what stands for {secret} in the body, such as a code; forgotten when it was sent or given up
  secret_cipher bytea,
  subject_kind text not null,
  subject_id text not null,
  webhook_id text,
  status text not null check (status in ('waiting', 'sent', 'failed', 'givenUp')),
  attempts integer not null default 0,
  next_at timestamptz,
  created_at timestamptz not null,
  -- of no use to anybody after that: it is given up
  expires_at timestamptz,
  sent_at timestamptz,
  trouble text,
  demonstration boolean not null default false,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, webhook_id) references webhook (jurisdiction, id)
);
-- by gateway or webhook, so that thousands that wait for one do not stand in the way of the others
create index message_waiting on message (jurisdiction, channel, next_at, id) where status = 'waiting';
create index message_waiting_webhook on message (jurisdiction, webhook_id, next_at, id)
  where status = 'waiting' and webhook_id is not null;
create index message_newest on message (jurisdiction, created_at desc, id desc);
create index message_subject on message (jurisdiction, subject_kind, subject_id);
create index message_webhook on message (jurisdiction, webhook_id) where webhook_id is not null;
`,
}
