import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import type { Length, LengthUnit, StopReason } from '../../rules/rule.types.ts'

/** A stop of the clock as it is kept; one that still runs has no last day. */
export interface KeptStop {
  /** first day not counted */
  readonly from: string
  /** last day not counted */
  readonly to: string | null
  readonly reason: StopReason
}

export interface KeptExtension {
  readonly n: number
  readonly unit: LengthUnit
  /** who approved it, by the rule */
  readonly by: string
  readonly on: string
  readonly reason: string
}

/** One limit of one matter: the legal one, or the promised one beside it. It runs until something ends it, also late. */
export interface LimitRecord {
  readonly id: string
  readonly matterId: string
  /** of the declaration */
  readonly limitId: string
  readonly kind: 'legal' | 'promised'
  readonly label: string
  readonly rule: string
  readonly ruleFrom: string
  readonly whose: 'unit' | 'applicant'
  readonly length: Pick<Length, 'n' | 'unit'>
  readonly startedOn: string
  /** where hours are counted */
  readonly startedAt: Date | null
  readonly rawDue: string
  readonly dueOn: string
  readonly isProvisional: boolean
  readonly stops: readonly KeptStop[]
  readonly extensions: readonly KeptExtension[]
  /** running also when it is late; met and missed say how it ended, void that it fell away */
  readonly status: 'running' | 'stopped' | 'met' | 'missed' | 'void'
  readonly endedOn: string | null
  /** how far the clock got: 0 nothing, 1 warned, 2 missed, 3 told to the head, 4 to the office */
  readonly step: number
  readonly nextStepOn: string | null
  readonly onMissed: string | null
  readonly demonstration: boolean
}

interface LimitRowInDatabase extends Omit<LimitRecord, 'length' | 'stops' | 'extensions'> {
  readonly n: number
  readonly unit: LengthUnit
  readonly stops: readonly KeptStop[]
  readonly extensions: readonly KeptExtension[]
}

const columns = sql`l.id, l.matter_id as "matterId", l.limit_id as "limitId", l.kind, l.label, l.rule,
  l.rule_from as "ruleFrom", l.whose, l.length_n as n, l.length_unit as unit, l.started_on as "startedOn",
  l.started_at as "startedAt", l.raw_due as "rawDue", l.due_on as "dueOn", l.is_provisional as "isProvisional", l.stops,
  l.extensions, l.status, l.ended_on as "endedOn", l.step, l.next_step_on as "nextStepOn", l.on_missed as "onMissed",
  l.demonstration`

/** Limits as they are kept, oldest first. */
export async function readLimits(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  where: RawBuilder<unknown>,
): Promise<readonly LimitRecord[]> {
  const { rows } = await sql<LimitRowInDatabase>`
    select ${columns} from matter_limit l
    where l.jurisdiction = ${jurisdiction} and ${where} order by l.started_on, l.id`.execute(tx)
  return rows.map(({ n, unit, ...row }) => ({ ...row, length: { n, unit } }))
}

/** New limits and changed ones, in one statement each. */
export async function writeLimits(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  { added, changed }: { readonly added: readonly LimitRecord[]; readonly changed: readonly LimitRecord[] },
): Promise<void> {
  if (added.length > 0) {
    await sql`
      insert into matter_limit (jurisdiction, id, matter_id, limit_id, kind, label, rule, rule_from, whose, length_n,
        length_unit, started_on, started_at, raw_due, due_on, is_provisional, stops, extensions, status, ended_on, step,
        next_step_on, on_missed, demonstration)
      select ${jurisdiction}, id, "matterId", "limitId", kind, label, rule, "ruleFrom", whose, (length->>'n')::integer,
        length->>'unit', "startedOn", "startedAt", "rawDue", "dueOn", "isProvisional", stops, extensions, status,
        "endedOn", step, "nextStepOn", "onMissed", demonstration
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as given (${shape})`.execute(tx)
  }
  if (changed.length === 0) return
  await sql`
    update matter_limit l set raw_due = given."rawDue", due_on = given."dueOn", is_provisional = given."isProvisional",
      stops = given.stops, extensions = given.extensions, status = given.status, ended_on = given."endedOn",
      step = given.step, next_step_on = given."nextStepOn", on_missed = given."onMissed"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given (${shape})
    where l.jurisdiction = ${jurisdiction} and l.id = given.id`.execute(tx)
}

const shape = sql`id text, "matterId" text, "limitId" text, kind text, label text, rule text, "ruleFrom" date,
  whose text, length jsonb, "startedOn" date, "startedAt" timestamptz, "rawDue" date, "dueOn" date,
  "isProvisional" boolean, stops jsonb, extensions jsonb, status text, "endedOn" date, step integer, "nextStepOn" date,
  "onMissed" text, demonstration boolean`
