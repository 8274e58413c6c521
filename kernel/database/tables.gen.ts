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

export interface Tables {
  account: Account
  account_identity: AccountIdentity
  account_recovery_code: AccountRecoveryCode
  account_role: AccountRole
  account_second_factor: AccountSecondFactor
  evidence: Evidence
  evidence_blob: EvidenceBlob
  identity_reference: IdentityReference
  identity_visit: IdentityVisit
  journal: Journal
  journal_head: JournalHead
  jurisdiction: Jurisdiction
  party: Party
  party_alias: PartyAlias
  party_member: PartyMember
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
  search_entry: SearchEntry
  session: Session
  sign_in_attempt: SignInAttempt
  sign_in_step: SignInStep
}
