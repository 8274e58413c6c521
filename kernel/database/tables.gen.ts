// Printed by scripts/generate.ts from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'

/** Objects are handed to the driver as JSON text, and come back parsed. */
type JsonColumn<Nullable> = ColumnType<Json | Nullable, string | Nullable, string | Nullable>
type Instant<Nullable = never> = ColumnType<Date | Nullable, Date | string | Nullable, Date | string | Nullable>

export interface Account {
  jurisdiction: string
  id: string
  login: string
  display_name: string
  password_hash: string
  must_change_password: boolean
  disabled_at: Instant<null>
  locked_until: Instant<null>
  last_sign_in_at: Instant<null>
  revision: Generated<number>
  created_at: Instant
}

export interface AccountEntity {
  jurisdiction: string
  account_id: string
  register: string
  record_id: string
  granted_at: Instant
  granted_by_label: string
}

export interface AccountIdentity {
  jurisdiction: string
  id: string
  account_id: string
  issuer: string
  subject: string
  linked_at: Instant
  linked_by: string
  last_used_at: Instant<null>
}

export interface AccountRecoveryCode {
  jurisdiction: string
  account_id: string
  code_hash: string
  used_at: Instant<null>
}

export interface AccountRole {
  jurisdiction: string
  account_id: string
  role: string
  party_id: string | null
  ordinal: number
}

export interface AccountSecondFactor {
  jurisdiction: string
  account_id: string
  secret: string
  confirmed_at: Instant<null>
  last_step: number | null
  created_at: Instant
}

export interface Breakdown {
  jurisdiction: string
  id: string
  item_id: string
  axis: string
  year: number | null
  method: string
  statistic_id: string | null
  total: number
  reason: string | null
  decided_at: Instant
  decided_by: string | null
  decided_by_label: string
  demonstration: Generated<boolean>
}

export interface BreakdownShare {
  jurisdiction: string
  breakdown_id: string
  ordinal: number
  year: number | null
  party_id: string | null
  value: number | null
  demonstration: Generated<boolean>
}

export interface CalendarYear {
  jurisdiction: string
  id: string
  year: number
  days: JsonColumn<never>
  source: string
  loaded_at: Instant
  by_label: string
}

export interface ClockState {
  jurisdiction: string
  last_on: string
  last_at: Instant
  held_from: string | null
  held_to: string | null
  held_at: Instant<null>
  confirmed_on: string | null
}

export interface ComputedState {
  jurisdiction: string
  indicator: string
  definition_version: number
  computed_from: JsonColumn<never>
  through: string
  computed_at: Instant
  trouble: string | null
}

export interface ComputedValue {
  jurisdiction: string
  indicator: string
  scope_key: string
  on_date: string
  state: string
  value: number | null
  reason: string | null
  inputs: JsonColumn<never>
  definition_version: number
  computed_at: Instant
}

export interface Counter {
  jurisdiction: string
  name: string
  value: number
}

export interface DefinitionVersion {
  jurisdiction: string
  kind: string
  id: string
  version: number
  valid_from: string
  definition: JsonColumn<never>
  origin: string
  reason: string
  decided_at: Instant
  by_account: string | null
  by_label: string
}

export interface Delivery {
  jurisdiction: string
  outbox_id: string
  channel: string
  attempts: Generated<number>
  next_attempt_at: Instant
  delivered_at: Instant<null>
  last_error: string | null
}

export interface DocumentTemplate {
  jurisdiction: string
  id: string
  matter_type: string
  document: string
  version: number
  file_name: string
  file: Buffer
  sha256: string
  placeholders: JsonColumn<never>
  reason: string
  uploaded_at: Instant
  by_label: string
}

export interface DocumentTemplateChoice {
  jurisdiction: string
  id: string
  matter_type: string
  document: string
  template_id: string | null
  reason: string
  chosen_at: Instant
  by_label: string
}

export interface DraftMaterial {
  jurisdiction: string
  id: string
  draft_id: string
  material: string
  evidence_id: string
  file_name: string
  origin: string
  origin_ref: JsonColumn<null>
  at: Instant
  by_label: string
}

export interface Draw {
  jurisdiction: string
  id: string
  purpose: string
  subject_kind: string
  subject_id: string
  unit_id: string | null
  commitment: string
  seed_cipher: Buffer
  inputs: JsonColumn<never>
  inputs_digest: string
  at: Instant
  by_label: string
  demonstration: Generated<boolean>
}

export interface DrawResult {
  jurisdiction: string
  draw_id: string
  seed: string
  public_value: string
  result: JsonColumn<never>
  at: Instant
  by_label: string
  demonstration: Generated<boolean>
}

export interface Duty {
  jurisdiction: string
  id: string
  kind: string
  item_kind: string
  item_id: string
  part_id: string | null
  party_id: string
  scope: string
  period: string
  period_start: string | null
  period_end: string | null
  title: string
  opened_on: string
  due_on: string
  provisional: boolean
  extended_to: string | null
  return_due_on: string | null
  answered_on: string | null
  closed_on: string | null
  outcome: string | null
  next_act_on: string | null
  last_step: string | null
  revision: Generated<number>
  created_at: Instant
  demonstration: Generated<boolean>
}

export interface Evidence {
  jurisdiction: string
  id: string
  sha256: string
  name: string
  purpose: string
  given_by: string | null
  given_by_label: string
  visibility: string
  given_at: Instant
  demonstration: Generated<boolean>
}

export interface EvidenceBlob {
  jurisdiction: string
  sha256: string
  size: number
  media_type: string
  scanned_by: string | null
  scan_verdict: string
  stored_at: Instant
}

export interface ExtensionRequest {
  jurisdiction: string
  id: string
  duty_id: string
  ordinal: number
  asked_to: string
  reason: string
  asked_on: string
  asked_at: Instant
  asked_by: string | null
  asked_by_label: string
  decision: string | null
  granted_to: string | null
  decided_at: Instant<null>
  decided_by: string | null
  decided_by_label: string | null
  decision_reason: string | null
  revision: Generated<number>
  demonstration: Generated<boolean>
}

export interface IdentityReference {
  jurisdiction: string
  reference: string
  issuer: string
  subject: string
  expires_at: Instant
}

export interface IdentityVisit {
  jurisdiction: string
  id: string
  state_hash: string
  browser_hash: string
  nonce: string
  code_verifier: string
  account_id: string | null
  next_path: string
  expires_at: Instant
}

export interface ImportBatch {
  jurisdiction: string
  run_id: string
  batch_no: number
  sheet: string
  first_row: number
  last_row: number
  row_count: number
  new_count: number
  changed_count: number
  named_count: number
  digest: string
  committed_at: Instant
  demonstration: Generated<boolean>
}

export interface ImportDecision {
  jurisdiction: string
  run_id: string
  sheet: string
  row_number: number
  decision: string
  decided_at: Instant
  by_label: string
}

export interface ImportHeading {
  jurisdiction: string
  register: string
  heading: string
  field: string | null
  times: number
  learned_at: Instant
}

export interface ImportRow {
  jurisdiction: string
  run_id: string
  sheet: string
  row_number: number
  verdict: string
  record_id: string | null
  label: string
  written: JsonColumn<never>
  faults: JsonColumn<never>
  changes: JsonColumn<null>
}

export interface ImportRun {
  jurisdiction: string
  id: string
  register: string
  evidence_id: string
  sha256: string
  file_name: string
  format: string
  status: string
  layout: JsonColumn<never>
  mapping: JsonColumn<never>
  rows_total: number | null
  rows_done: Generated<number>
  new_count: Generated<number>
  changed_count: Generated<number>
  same_count: Generated<number>
  faulty_count: Generated<number>
  doubtful_count: Generated<number>
  bytes_done: Generated<number>
  bytes_total: number
  trouble: JsonColumn<null>
  started_at: Instant
  phase_began_at: Instant<null>
  ended_at: Instant<null>
  by_account: string | null
  by_label: string
  undo_reason: string | null
  options: JsonColumn<never>
  allowed_units: string[] | null
  reached_sheet: string | null
  reached_row: number | null
  batches: Generated<number>
  named_count: Generated<number>
  worker: string | null
  worker_until: Instant<null>
  demonstration: Generated<boolean>
}

export interface IndicatorValue {
  jurisdiction: string
  item_id: string
  scope_key: string
  period: string
  period_end: string
  observation_id: string
  value_state: string
  value: number | null
  numerator: number | null
  denominator: number | null
  reason: string | null
  cutoff_on: string | null
  status: string
  status_at: Instant
  approved_observation_id: string | null
  approved_state: string | null
  approved_value: number | null
  approved_numerator: number | null
  approved_denominator: number | null
  approved_reason: string | null
  approved_cutoff_on: string | null
  demonstration: Generated<boolean>
}

export interface ItemSetting {
  jurisdiction: string
  id: string
  item_kind: string
  item_id: string
  cycle: string | null
  baseline: number | null
  baseline_on: string | null
  reason: string | null
  decided_at: Instant
  decided_by: string | null
  decided_by_label: string
  demonstration: Generated<boolean>
}

export interface JobRun {
  jurisdiction: string
  id: string
  job_id: string
  requested_at: Instant
  started_at: Instant<null>
  ended_at: Instant<null>
  outcome: string | null
  detail: JsonColumn<null>
  request_id: string | null
}

export interface Journal {
  jurisdiction: string
  sequence: number
  at: Instant
  actor_account: string | null
  actor_label: string
  roles: string
  via: string
  request_id: string
  command: string
  subject_kind: string
  subject_id: string
  before: JsonColumn<null>
  after: JsonColumn<null>
  reason: string | null
  previous_hash: string
  hash: string
}

export interface JournalHead {
  jurisdiction: string
  sequence: number
  hash: string
}

export interface Jurisdiction {
  jurisdiction: string
  label: string
  label_en: string
  demonstration: boolean
  created_at: Instant
}

export interface LightChange {
  jurisdiction: string
  id: string
  item_kind: string
  item_id: string
  basis: string
  ordinal: number
  on_date: string
  from_light: string | null
  to_light: string
  why_zh: string
  why_en: string
  at: Instant
  demonstration: Generated<boolean>
}

export interface Matter {
  jurisdiction: string
  id: string
  number: string
  matter_type: string
  version: number
  area: string
  title: string
  snapshot: JsonColumn<never>
  phases: string[]
  status: string
  turn: string | null
  outcome: string | null
  unit_id: string
  handler_account: string | null
  handler_label: string | null
  entrance: string
  applicant_label: string
  applicant_account: string | null
  applicant_visit: string | null
  applicant_record: string | null
  phone_blind: string | null
  phone_cipher: Buffer | null
  phone_tail_blind: string | null
  email_cipher: Buffer | null
  values: JsonColumn<never>
  origins: JsonColumn<never>
  due_on: string | null
  due_limit: string | null
  warn_on: string | null
  is_provisional: Generated<boolean>
  urged: Generated<number>
  act_count: number
  revision: number
  submitted_at: Instant
  submitted_on: string
  accepted_on: string | null
  ended_at: Instant<null>
  ended_on: string | null
  last_act_at: Instant
  tokens: string
  search: ColumnType<string | null, never, never>
  parent_id: string | null
  demonstration: Generated<boolean>
}

export interface MatterAct {
  jurisdiction: string
  matter_id: string
  ordinal: number
  act: string
  label: string
  at: Instant
  on_day: string
  by_account: string | null
  by_visit: string | null
  by_label: string
  by_kind: string
  unit_id: string | null
  from_phases: string[]
  to_phases: string[]
  input: JsonColumn<never>
  opinion: string | null
  for_applicant: boolean
  document_id: string | null
  request_key: string | null
  demonstration: Generated<boolean>
}

export interface MatterCall {
  jurisdiction: string
  id: string
  matter_id: string
  kind: string
  to_unit: string | null
  to_account: string | null
  to_label: string
  words: string
  by_account: string | null
  by_label: string
  at: Instant
  due_on: string | null
  answer: string | null
  answer_words: string | null
  answered_by_label: string | null
  answered_at: Instant<null>
  demonstration: Generated<boolean>
}

export interface MatterComment {
  jurisdiction: string
  id: string
  matter_id: string
  words: string
  at: Instant
  by_account: string | null
  by_label: string
  withdrawn_at: Instant<null>
  demonstration: Generated<boolean>
}

export interface MatterDocument {
  jurisdiction: string
  id: string
  matter_id: string | null
  document: string
  label: string
  number: string
  title: string
  content: JsonColumn<never>
  content_sha256: string
  verification_code: string
  seal: JsonColumn<null>
  issued_on: string
  issued_at: Instant
  by_label: string
  delivered: JsonColumn<null>
  revoked_at: Instant<null>
  revoked_reason: string | null
  demonstration: Generated<boolean>
  template_id: string | null
}

export interface MatterDraft {
  jurisdiction: string
  id: string
  matter_type: string
  version: number
  entrance: string
  account_id: string | null
  visit_id: string | null
  desk_account: string | null
  reception_id: string | null
  ticket_id: string | null
  party_label: string | null
  party_cipher: Buffer | null
  phone_blind: string | null
  applicant_record: string | null
  entries: JsonColumn<never>
  origins: JsonColumn<never>
  step: string
  revision: number
  twin_hash: string | null
  twin_expires_at: Instant<null>
  twin_seen_at: Instant<null>
  created_at: Instant
  updated_at: Instant
  expires_at: Instant
  matter_id: string | null
  demonstration: Generated<boolean>
}

export interface MatterLimit {
  jurisdiction: string
  id: string
  matter_id: string
  limit_id: string
  kind: string
  label: string
  rule: string
  rule_from: string
  whose: string
  length_n: number
  length_unit: string
  started_on: string
  started_at: Instant<null>
  raw_due: string
  due_on: string
  is_provisional: boolean
  stops: JsonColumn<never>
  extensions: JsonColumn<never>
  status: string
  ended_on: string | null
  step: Generated<number>
  next_step_on: string | null
  on_missed: string | null
  demonstration: Generated<boolean>
}

export interface MatterLink {
  jurisdiction: string
  from_matter: string
  to_matter: string
  kind: string
  at: Instant
  by_label: string
  demonstration: Generated<boolean>
}

export interface MatterMaterial {
  jurisdiction: string
  id: string
  matter_id: string
  material: string
  label: string
  evidence_id: string | null
  file_name: string | null
  origin: string
  origin_ref: JsonColumn<null>
  status: string
  later_by: string | null
  note: string | null
  at: Instant
  by_label: string
  demonstration: Generated<boolean>
}

export interface MatterNumber {
  jurisdiction: string
  series: string
  period: string
  last: number
}

export interface MatterPublication {
  jurisdiction: string
  id: string
  matter_id: string
  matter_type: string
  title: string
  body: JsonColumn<never>
  published_on: string
  objections_until: string | null
  shown_until: string | null
  withdrawn_on: string | null
  withdrawn_reason: string | null
  demonstration: Generated<boolean>
}

export interface MatterReview {
  jurisdiction: string
  id: string
  matter_id: string
  expert_record: string
  expert_label: string
  draw_id: string | null
  code: string
  status: string
  recused_reason: string | null
  scores: JsonColumn<null>
  total: number | null
  opinion: string | null
  asked_at: Instant
  due_on: string | null
  submitted_at: Instant<null>
  demonstration: Generated<boolean>
}

export interface MatterVersion {
  jurisdiction: string
  matter_type: string
  version: number
  declaration: string
  digest: string
  published_at: Instant
  reason: string
  by_label: string
}

export interface Message {
  jurisdiction: string
  id: string
  channel: string
  to_cipher: Buffer
  to_masked: string
  title: string
  body: string
  secret_cipher: Buffer | null
  subject_kind: string
  subject_id: string
  webhook_id: string | null
  status: string
  attempts: Generated<number>
  next_at: Instant<null>
  created_at: Instant
  expires_at: Instant<null>
  sent_at: Instant<null>
  trouble: string | null
  demonstration: Generated<boolean>
}

export interface MilestoneStanding {
  jurisdiction: string
  item_id: string
  parts: JsonColumn<never>
  applied_on: string | null
  done_on: string | null
  progress_on: string | null
  status: string
  report_id: string
  updated_at: Instant
  demonstration: Generated<boolean>
}

export interface NameMatch {
  jurisdiction: string
  id: string
  register: string
  written: string
  written_key: string
  status: string
  record_id: string | null
  confidence: number | null
  candidates: JsonColumn<never>
  uses: Generated<number>
  first_seen_at: Instant
  decided_at: Instant<null>
  by_label: string | null
  demonstration: Generated<boolean>
}

export interface Notice {
  jurisdiction: string
  id: string
  outbox_id: string
  account_id: string
  kind: string
  title: string
  body: string
  path: string
  subject_kind: string
  subject_id: string
  demonstration: Generated<boolean>
  created_at: Instant
  read_at: Instant<null>
}

export interface Observation {
  jurisdiction: string
  id: string
  item_id: string
  scope_key: string
  party_id: string
  period: string
  period_end: string
  value_state: string
  value: number | null
  numerator: number | null
  denominator: number | null
  reason: string | null
  cutoff_on: string | null
  source: string
  report_id: string | null
  corrects: string | null
  correction_reason: string | null
  plan_version: number
  at: Instant
  by_account: string | null
  by_label: string
  demonstration: Generated<boolean>
}

export interface ObservationMark {
  jurisdiction: string
  observation_id: string
  mark: string
  at: Instant
  by_account: string | null
  by_label: string
  reason: string | null
  demonstration: Generated<boolean>
}

export interface OpinionTemplate {
  jurisdiction: string
  id: string
  account_id: string | null
  unit_id: string | null
  matter_type: string | null
  act: string | null
  words: string
  created_at: Instant
  by_label: string
}

export interface Outbox {
  jurisdiction: string
  id: string
  topic: string
  payload: JsonColumn<never>
  key: string | null
  demonstration: Generated<boolean>
  created_at: Instant
  dispatched_at: Instant<null>
}

export interface Party {
  jurisdiction: string
  id: string
  parent_id: string | null
  name: string
  short_name: string
  kind: string
  ordinal: number
  established_on: string | null
  dissolved_on: string | null
  successor_id: string | null
  pinyin: string
  revision: Generated<number>
  created_at: Instant
}

export interface PartyAlias {
  jurisdiction: string
  alias: string
  party_id: string
  learned_from: string
  created_at: Instant
}

export interface PartyMember {
  jurisdiction: string
  set_id: string
  member_id: string
}

export interface PersonalDataKey {
  fingerprint: string
  first_used_at: Instant
}

export interface PhoneCode {
  jurisdiction: string
  id: string
  phone_blind: string
  address_blind: string | null
  code_hash: string
  attempts: Generated<number>
  on_day: string
  ordinal: number
  created_at: Instant
  expires_at: Instant
  used_at: Instant<null>
}

export interface Plan {
  jurisdiction: string
  id: string
  current_version: number
  created_at: Instant
}

export interface PlanGroup {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  number: number
  title: string
  area: string
}

export interface PlanImport {
  jurisdiction: string
  id: string
  plan_id: string | null
  base_version: number | null
  status: string
  evidence_id: string | null
  file_name: string | null
  source_format: string | null
  source_text: string
  notes: JsonColumn<never>
  adopted_version: number | null
  created_by: string | null
  created_by_label: string
  created_at: Instant
}

export interface PlanImportItem {
  jurisdiction: string
  import_id: string
  id: string
  kind: string
  ordinal: number
  content: JsonColumn<never>
  original: JsonColumn<null>
  base_item_id: string | null
  against: string | null
  span_start: number | null
  span_end: number | null
  words: string | null
  confidence: number | null
  decision: string
  decided_by: string | null
  decided_at: Instant<null>
  revision: number
}

export interface PlanItemOwner {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  party_id: string
  ordinal: number
}

export interface PlanItemTask {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  task_item_id: string
}

export interface PlanMilestone {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  ordinal: number
  code: string
  name: string
  level: string
  area: string
  due_on: string | null
  parts: JsonColumn<never>
  words: string | null
  span_start: number | null
  span_end: number | null
}

export interface PlanPhase {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  ordinal: number
  name: string
  starts_on: string | null
  ends_on: string | null
  summary: string
  words: string | null
  span_start: number | null
  span_end: number | null
}

export interface PlanQuestion {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  ordinal: number
  message: string
  answer: string | null
}

export interface PlanResponsibility {
  jurisdiction: string
  plan_id: string
  version: number
  task_item_id: string
  party_id: string
  share: string
  ordinal: number
  printed: string
}

export interface PlanSafeguard {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  number: number
  title: string
  summary: string
  words: string | null
  span_start: number | null
  span_end: number | null
}

export interface PlanStatement {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  ordinal: number
  place: string
  words: string
  span_start: number | null
  span_end: number | null
}

export interface PlanTarget {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  ordinal: number
  code: string
  name: string
  short_name: string
  area: string
  kind: string | null
  comparator: string
  value: number
  value_high: number | null
  unit: string
  base_value: number
  base_value_high: number | null
  base_unit: string
  deadline: string | null
  definition: JsonColumn<null>
  words: string | null
  span_start: number | null
  span_end: number | null
}

export interface PlanTargetYear {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  year: number
  value: number | null
}

export interface PlanTask {
  jurisdiction: string
  plan_id: string
  version: number
  item_id: string
  ordinal: number
  number: number
  title: string
  group_title: string | null
  area: string
  summary: string
  responsibility_text: string | null
  words: string | null
  span_start: number | null
  span_end: number | null
}

export interface PlanVersion {
  jurisdiction: string
  plan_id: string
  version: number
  title: string
  issuer: string | null
  document_no: string | null
  issued_on: string | null
  period_start: string
  period_end: string
  goal: string | null
  effective_from: string
  reason: string | null
  adopted_at: Instant
  adopted_by: string | null
  adopted_by_label: string
  import_id: string | null
  evidence_id: string | null
  source_text: string | null
}

export interface PublicationObjection {
  jurisdiction: string
  id: string
  publication_id: string
  words: string
  by_account: string | null
  phone_blind: string | null
  name_cipher: Buffer | null
  name_masked: string | null
  phone_cipher: Buffer | null
  phone_masked: string | null
  at: Instant
  answer: string | null
  upheld: boolean | null
  answered_at: Instant<null>
  answered_by_label: string | null
  demonstration: Generated<boolean>
}

export interface QualityFinding {
  jurisdiction: string
  id: string
  rule: string
  subject_kind: string
  subject_id: string
  subject_label: string
  field: Generated<string>
  severity: string
  message: JsonColumn<never>
  remedy: JsonColumn<never>
  unit_id: string | null
  found_on: string
  due_on: string | null
  status: string
  explanation: string | null
  settled_at: Instant<null>
  settled_by_label: string | null
  demonstration: Generated<boolean>
}

export interface QueueTicket {
  jurisdiction: string
  id: string
  day: string
  number: string
  hall: string
  matter_types: string[]
  phone_masked: string | null
  phone_blind: string | null
  code_hash: string
  status: string
  booked_for: string | null
  desk: string | null
  taken_at: Instant
  called_at: Instant<null>
  started_at: Instant<null>
  ended_at: Instant<null>
  by_account: string | null
  demonstration: Generated<boolean>
}

export interface Rating {
  jurisdiction: string
  id: string
  matter_id: string | null
  ticket_id: string | null
  round: Generated<number>
  matter_type: string | null
  unit_id: string | null
  channel: string
  level: number
  dimensions: JsonColumn<never>
  words: string | null
  at: Instant
  on_day: string
  status: string
  contact_by: string | null
  rectify_by: string | null
  appeal_by: string | null
  closed_on: string | null
  answer: string | null
  demonstration: Generated<boolean>
}

export interface RatingAct {
  jurisdiction: string
  id: string
  rating_id: string
  act: string
  words: string
  at: Instant
  by_account: string | null
  by_label: string
  demonstration: Generated<boolean>
}

export interface RecordMerge {
  jurisdiction: string
  id: string
  register: string
  kept_id: string
  merged_ids: string[]
  before: JsonColumn<never>
  reason: string
  at: Instant
  by_account: string | null
  by_label: string
  undone_at: Instant<null>
  undone_by_label: string | null
  demonstration: Generated<boolean>
}

export interface RecordMistake {
  jurisdiction: string
  id: string
  register: string
  record_id: string
  field: string | null
  words: string
  at: Instant
  by_account: string | null
  by_label: string
  answer: string | null
  outcome: string | null
  answered_at: Instant<null>
  answered_by_label: string | null
  demonstration: Generated<boolean>
}

export interface RegisterChange {
  jurisdiction: string
  register: string
  change_no: number
  changed_at: Instant
}

export interface RegisterTable {
  table_name: string
  register: string
  shape: JsonColumn<never>
  made_at: Instant
}

export interface Report {
  jurisdiction: string
  id: string
  duty_id: string
  item_kind: string
  item_id: string
  party_id: string
  scope: string
  period: string
  period_end: string | null
  state: string
  progress: number | null
  narrative: Generated<string>
  problems: Generated<string>
  next_steps: Generated<string>
  value_state: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
  value_reason: string | null
  cutoff_on: string | null
  parts: JsonColumn<null>
  observation_id: string | null
  revision: Generated<number>
  updated_at: Instant
  updated_by: string | null
  updated_by_label: string
  submitted_at: Instant<null>
  submitted_by: string | null
  demonstration: Generated<boolean>
}

export interface ReportAct {
  jurisdiction: string
  id: string
  report_id: string
  act: string
  on_date: string
  at: Instant
  by_account: string | null
  by_label: string
  reason: string | null
  snapshot: JsonColumn<never>
  demonstration: Generated<boolean>
}

export interface ReportEvidence {
  jurisdiction: string
  report_id: string
  evidence_id: string
  ordinal: number
  demonstration: Generated<boolean>
}

export interface SavedView {
  jurisdiction: string
  id: string
  register: string
  account_id: string | null
  label: string
  is_shared: boolean
  state: JsonColumn<never>
  created_at: Instant
}

export interface SearchEntry {
  jurisdiction: string
  kind: string
  id: string
  title: string
  context: string
  path: string
  weight: number
  tokens: string
  search: ColumnType<string | null, never, never>
  audience: Generated<string>
  party_id: string | null
  demonstration: Generated<boolean>
}

export interface ServiceState {
  jurisdiction: string
  matter_type: string
  is_open: boolean
  reason: string
  changed_at: Instant
  by_label: string
}

export interface Session {
  jurisdiction: string
  id: string
  token_hash: string
  account_id: string
  device: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  ended_at: Instant<null>
  browser: string | null
  opened_by: Generated<string>
  ended_because: string | null
  used_from: string | null
  owner_told_at: Instant<null>
}

export interface SheetImport {
  jurisdiction: string
  id: string
  party_id: string
  period: string
  file_name: string
  rows: JsonColumn<never>
  issues: JsonColumn<never>
  state: string
  created_at: Instant
  created_by: string | null
  created_by_label: string
  decided_at: Instant<null>
  demonstration: Generated<boolean>
}

export interface SignInAttempt {
  jurisdiction: string
  id: string
  login_hash: string
  address_hash: string
  succeeded: boolean
  at: Instant
}

export interface SignInStep {
  jurisdiction: string
  id: string
  token_hash: string
  account_id: string
  device: string
  browser: string
  opened_by: string
  expires_at: Instant
}

export interface TargetTaskWeight {
  jurisdiction: string
  item_id: string
  task_item_id: string
  weight: number
  demonstration: Generated<boolean>
}

export interface TaskPart {
  jurisdiction: string
  id: string
  task_item_id: string
  party_id: string
  share: string
  content: string
  standard: string | null
  person: string | null
  weight: number | null
  starts_on: string | null
  due_on: string | null
  status: string
  progress: number | null
  progress_status: string | null
  progress_on: string | null
  revision: Generated<number>
  created_at: Instant
  demonstration: Generated<boolean>
}

export interface TaskPartAct {
  jurisdiction: string
  id: string
  part_id: string
  act: string
  on_date: string
  at: Instant
  by_account: string | null
  by_label: string
  reason: string | null
  demonstration: Generated<boolean>
}

export interface Throttle {
  jurisdiction: string
  key: string
  since: Instant
  count: number
  amount: Generated<number>
}

export interface UnitStatistic {
  jurisdiction: string
  id: string
  label: string
  unit: string
  source: string
  demonstration: Generated<boolean>
}

export interface UnitStatisticValue {
  jurisdiction: string
  statistic_id: string
  party_id: string
  on_date: string
  value: number | null
  demonstration: Generated<boolean>
}

export interface Urging {
  jurisdiction: string
  id: string
  duty_id: string
  party_id: string
  step: string
  due_on: string
  number: string | null
  on_date: string
  words: string
  at: Instant
  by_account: string | null
  by_label: string
  demonstration: Generated<boolean>
}

export interface UrgingReply {
  jurisdiction: string
  id: string
  urging_id: string
  words: string
  at: Instant
  by_account: string | null
  by_label: string
  demonstration: Generated<boolean>
}

export interface ValueFreeze {
  jurisdiction: string
  id: string
  indicator: string
  scope_key: string
  period: string
  on_date: string
  state: string
  value: number | null
  inputs: JsonColumn<never>
  definition_version: number
  resolved: JsonColumn<never>
  known_at: Instant
  observation_id: string | null
  reason: string | null
  by_account: string | null
  by_label: string
  demonstration: Generated<boolean>
}

export interface Visit {
  jurisdiction: string
  id: string
  token_hash: string
  phone_blind: string
  phone_cipher: Buffer | null
  phone_masked: string
  address_blind: string | null
  browser: string
  created_at: Instant
  expires_at: Instant
  ended_at: Instant<null>
  demonstration: Generated<boolean>
}

export interface Webhook {
  jurisdiction: string
  id: string
  label: string
  url: string
  secret_cipher: Buffer
  kinds: string[]
  is_active: boolean
  created_at: Instant
  by_label: string
  last_ok_at: Instant<null>
  last_failure: string | null
  last_failure_at: Instant<null>
}

export interface Tables {
  account: Account
  account_entity: AccountEntity
  account_identity: AccountIdentity
  account_recovery_code: AccountRecoveryCode
  account_role: AccountRole
  account_second_factor: AccountSecondFactor
  breakdown: Breakdown
  breakdown_share: BreakdownShare
  calendar_year: CalendarYear
  clock_state: ClockState
  computed_state: ComputedState
  computed_value: ComputedValue
  counter: Counter
  definition_version: DefinitionVersion
  delivery: Delivery
  document_template: DocumentTemplate
  document_template_choice: DocumentTemplateChoice
  draft_material: DraftMaterial
  draw: Draw
  draw_result: DrawResult
  duty: Duty
  evidence: Evidence
  evidence_blob: EvidenceBlob
  extension_request: ExtensionRequest
  identity_reference: IdentityReference
  identity_visit: IdentityVisit
  import_batch: ImportBatch
  import_decision: ImportDecision
  import_heading: ImportHeading
  import_row: ImportRow
  import_run: ImportRun
  indicator_value: IndicatorValue
  item_setting: ItemSetting
  job_run: JobRun
  journal: Journal
  journal_head: JournalHead
  jurisdiction: Jurisdiction
  light_change: LightChange
  matter: Matter
  matter_act: MatterAct
  matter_call: MatterCall
  matter_comment: MatterComment
  matter_document: MatterDocument
  matter_draft: MatterDraft
  matter_limit: MatterLimit
  matter_link: MatterLink
  matter_material: MatterMaterial
  matter_number: MatterNumber
  matter_publication: MatterPublication
  matter_review: MatterReview
  matter_version: MatterVersion
  message: Message
  milestone_standing: MilestoneStanding
  name_match: NameMatch
  notice: Notice
  observation: Observation
  observation_mark: ObservationMark
  opinion_template: OpinionTemplate
  outbox: Outbox
  party: Party
  party_alias: PartyAlias
  party_member: PartyMember
  personal_data_key: PersonalDataKey
  phone_code: PhoneCode
  plan: Plan
  plan_group: PlanGroup
  plan_import: PlanImport
  plan_import_item: PlanImportItem
  plan_item_owner: PlanItemOwner
  plan_item_task: PlanItemTask
  plan_milestone: PlanMilestone
  plan_phase: PlanPhase
  plan_question: PlanQuestion
  plan_responsibility: PlanResponsibility
  plan_safeguard: PlanSafeguard
  plan_statement: PlanStatement
  plan_target: PlanTarget
  plan_target_year: PlanTargetYear
  plan_task: PlanTask
  plan_version: PlanVersion
  publication_objection: PublicationObjection
  quality_finding: QualityFinding
  queue_ticket: QueueTicket
  rating: Rating
  rating_act: RatingAct
  record_merge: RecordMerge
  record_mistake: RecordMistake
  register_change: RegisterChange
  register_table: RegisterTable
  report: Report
  report_act: ReportAct
  report_evidence: ReportEvidence
  saved_view: SavedView
  search_entry: SearchEntry
  service_state: ServiceState
  session: Session
  sheet_import: SheetImport
  sign_in_attempt: SignInAttempt
  sign_in_step: SignInStep
  target_task_weight: TargetTaskWeight
  task_part: TaskPart
  task_part_act: TaskPartAct
  throttle: Throttle
  unit_statistic: UnitStatistic
  unit_statistic_value: UnitStatisticValue
  urging: Urging
  urging_reply: UrgingReply
  value_freeze: ValueFreeze
  visit: Visit
  webhook: Webhook
}
