import { sql } from 'kysely'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { actingUnit } from './acting-unit.ts'
import type { DoneAct, DoneSoFar, MatterState } from './effects.types.ts'

/** What of an act is kept in the list of acts. */
export interface ActToWrite {
  readonly act: DoneAct
  readonly fromPhases: readonly string[]
  /** sealed where it is personal */
  readonly input: Readonly<Record<string, unknown>>
  readonly opinion: string | null
  readonly forApplicant: boolean
  readonly requestKey: string | null
}

/** The matter as it is after an act, and the act itself, in one statement. */
export async function writeAct(
  context: CommandContext,
  after: MatterState,
  { act, fromPhases, input, opinion, forApplicant, requestKey }: ActToWrite,
  { so, tokens }: { readonly so: DoneSoFar; readonly tokens: string | undefined },
): Promise<void> {
  const { tx, jurisdiction, now, today, actor } = context
  const due = so.due ?? (after.status === 'ended' ? noDue : undefined)
  const documentId = so.documents.at(-1)?.id ?? null
  const text = (values: readonly string[]) => sql`${[...values]}::text[]`
  const hasEnded = after.status === 'ended'
  await sql`
    with changed as (
      update matter set snapshot = ${JSON.stringify(after.snapshot)}::jsonb, phases = ${text(after.phases)},
        status = ${after.status}, turn = ${after.turn}, outcome = ${after.outcome}, unit_id = ${after.unitId},
        handler_account = ${after.handlerAccount}, handler_label = ${after.handlerLabel}, title = ${after.title},
        values = ${JSON.stringify(after.storedValues)}::jsonb, urged = ${after.urged},
        accepted_on = ${after.acceptedOn}::date, ended_on = ${after.endedOn}::date,
        ended_at = case when ${hasEnded} then coalesce(ended_at, ${now}) else null end,
        act_count = ${after.actCount}, revision = ${after.revision}, last_act_at = ${now}
        ${
          due === undefined
            ? sql``
            : sql`, due_on = ${due.dueOn}::date, due_limit = ${due.dueLimit}, warn_on = ${due.warnOn}::date,
                is_provisional = ${due.isProvisional}`
        }
        ${tokens === undefined ? sql`` : sql`, tokens = ${tokens}`}
      where jurisdiction = ${jurisdiction} and id = ${after.id}
    )
    insert into matter_act (jurisdiction, matter_id, ordinal, act, label, at, on_day, by_account, by_visit, by_label,
      by_kind, unit_id, from_phases, to_phases, input, opinion, for_applicant, document_id, request_key, demonstration)
    values (${jurisdiction}, ${after.id}, ${act.ordinal}, ${act.id}, ${act.label}, ${now}, ${today}::date,
      ${actor.accountId ?? null}, ${actor.visit?.id ?? null}, ${act.byLabel}, ${act.by},
      ${actingUnit(context, act.by, after)}, ${text(fromPhases)}, ${text(after.phases)},
      ${JSON.stringify(input)}::jsonb, ${opinion}, ${forApplicant}, ${documentId}, ${requestKey},
      ${after.demonstration})`.execute(tx)
}

const noDue = { dueOn: null, dueLimit: null, warnOn: null, isProvisional: false }

/** A material as it comes with the beginning or with an act. */
export interface GivenMaterial {
  /** of the declaration */
  readonly material: string
  /** null where the platform has it itself: a record of a register stands for it */
  readonly evidenceId: string | null
  readonly fileName: string | null
  readonly origin: 'applicant' | 'window' | 'register' | 'earlier' | 'staff'
  /** the record or the earlier matter it was taken from */
  readonly originRef?: unknown
  readonly note?: string
}

export interface LaterMaterial {
  readonly material: string
  readonly laterBy: string
}

/**
 * Puts materials to a matter. What was promised for later is fulfilled by what comes under its name, and what was sent
 * back stays in the list as it was.
 */
export async function writeMaterials(
  { tx, jurisdiction, now, actor }: CommandContext,
  matter: { readonly id: string; readonly demonstration: boolean },
  labels: ReadonlyMap<string, string>,
  given: readonly GivenMaterial[],
  later: readonly LaterMaterial[] = [],
): Promise<void> {
  if (given.length + later.length === 0) return
  const label = (material: string) => labels.get(material) ?? material
  const rows = [
    ...given.map((each) => ({
      ...{ id: newId(now), material: each.material, label: label(each.material), evidence_id: each.evidenceId },
      ...{ file_name: each.fileName, origin: each.origin, origin_ref: each.originRef ?? null, status: 'given' },
      ...{ later_by: null, note: each.note ?? null },
    })),
    ...later.map(({ material, laterBy }) => ({
      ...{ id: newId(now), material, label: label(material), evidence_id: null, file_name: null },
      ...{ origin: 'applicant', origin_ref: null, status: 'later', later_by: laterBy, note: null },
    })),
  ]
  const fulfilled = [...new Set(given.map(({ material }) => material))]
  await sql`
    with fulfilled as (
      delete from matter_material where jurisdiction = ${jurisdiction} and matter_id = ${matter.id}
        and status = 'later' and material = any(${fulfilled}::text[])
    )
    insert into matter_material (jurisdiction, id, matter_id, material, label, evidence_id, file_name, origin,
      origin_ref, status, later_by, note, at, by_label, demonstration)
    select ${jurisdiction}, id, ${matter.id}, material, label, evidence_id, file_name, origin, origin_ref, status,
      later_by::date, note, ${now}, ${actor.label}, ${matter.demonstration}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id text, material text, label text,
      evidence_id text, file_name text, origin text, origin_ref jsonb, status text, later_by text, note text)`.execute(
    tx,
  )
}
