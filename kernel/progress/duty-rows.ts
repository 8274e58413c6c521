import { sql } from 'kysely'
import type { CivilDate } from '../clock/civil-date.ts'
import type { QueryContext } from '../operations/context.ts'
import { findUnits, type UnitRef } from '../parties/unit-ref.ts'
import type { PlanSnapshot } from '../plan/plan-snapshot.ts'
import { readPlanIfAny } from '../plan/read-plan.ts'
import { effectiveDue } from './duty-clock.ts'
import { type LitDuty, lightOfDuty, type PartStanding } from './duty-light.ts'
import { type DutyRecord, type DutyState, dutyStateColumn } from './duty-record.ts'
import { stepLabel } from './ladder.ts'
import type { DutyRow } from './progress.schemas.ts'
import { calendarOf, progressSettings } from './settings.ts'

/**
 * Duties as pages and lists show them, in the order given. Whoever calls has decided that the reader may see them.
 * A few reads for any number of duties.
 *
 * @param known what stands beside them, where it was read with them
 */
export async function presentDuties(
  context: QueryContext,
  duties: readonly DutyRecord[],
  known?: ReadonlyMap<string, DutyStanding>,
): Promise<DutyRow[]> {
  if (duties.length === 0) return []
  const { tx, jurisdiction, county, today } = context
  const settings = progressSettings(county)
  const calendar = calendarOf(county)
  const reading = await readPlanIfAny(context)
  const itemOf = itemNames(reading?.plan)
  const units =
    reading?.reader.units ??
    (await findUnits(
      tx,
      jurisdiction,
      duties.map((duty) => duty.partyId),
    ))
  const standings = known ?? (await standingsOf(context, duties))
  const lightOf = oncePerCase((duty, part) => lightOfDuty(duty, part, settings, calendar, today))
  return duties.map((duty) => {
    const standing = standings.get(duty.id)
    const lit = lightOf(duty, duty.kind === 'part' ? standing : undefined)
    return {
      id: duty.id,
      kind: duty.kind,
      item: itemOf(duty),
      title: duty.title,
      unit: units.get(duty.partyId) ?? unknownUnit(duty.partyId),
      scope: duty.scope,
      period: duty.period,
      openedOn: duty.openedOn,
      dueOn: effectiveDue(duty),
      firstDueOn: duty.dueOn,
      provisional: duty.provisional,
      extendedTo: duty.extendedTo,
      state: standing?.state ?? 'open',
      ...lit,
      reportRevision: standing?.reportRevision ?? null,
      lastUrging:
        standing === undefined || standing.step === null || standing.urgedOn === null
          ? null
          : { step: standing.step, label: stepLabel(standing.step), on: standing.urgedOn },
      closedOn: duty.closedOn,
    }
  })
}

type LightOf = (duty: DutyRecord, part: PartStanding | undefined) => LitDuty

/** Duties of one period have the same light, in the same words, where they stand alike: counted once for all of them. */
function oncePerCase(lightOf: LightOf): LightOf {
  const known = new Map<string, LitDuty>()
  return (duty, part) => {
    const days = [effectiveDue(duty), duty.openedOn, duty.answeredOn, duty.closedOn]
    const key = [duty.kind, duty.outcome, ...days, part?.progress, part?.startsOn].join(' ')
    const found = known.get(key) ?? lightOf(duty, part)
    known.set(key, found)
    return found
  }
}

/** What stands beside a duty: its report, its part of a task, the last urging. */
export interface DutyStanding {
  readonly id: string
  readonly state: DutyState
  readonly reportRevision: number | null
  readonly progress: number | null
  readonly startsOn: CivilDate | null
  readonly step: string | null
  readonly urgedOn: CivilDate | null
}

/** The columns of a standing, of `duty d` joined with `standingJoins`. */
export const standingColumns = sql`d.id, ${dutyStateColumn} as state, r.revision as "reportRevision", p.progress,
  p.starts_on as "startsOn", u.step, u.on_date as "urgedOn"`

export function standingJoins(jurisdiction: string) {
  return sql`
    left join report r on r.jurisdiction = ${jurisdiction} and r.duty_id = d.id
    left join task_part p on p.jurisdiction = ${jurisdiction} and p.id = d.part_id
    left join lateral (
      select step, on_date from urging where jurisdiction = ${jurisdiction} and duty_id = d.id
      order by at desc, id desc limit 1
    ) u on true`
}

async function standingsOf(
  { tx, jurisdiction }: QueryContext,
  duties: readonly DutyRecord[],
): Promise<ReadonlyMap<string, DutyStanding>> {
  const ids = duties.map((duty) => duty.id)
  const { rows } = await sql<DutyStanding>`
    select ${standingColumns} from duty d ${standingJoins(jurisdiction)}
    where d.jurisdiction = ${jurisdiction} and d.id = any(${ids})`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The item that a duty is about, as the plan in force names it; one that it names no more keeps the duty's title. */
export function itemNames(plan: PlanSnapshot | undefined): (duty: DutyRecord) => DutyRow['item'] {
  const names = new Map<string, { code: string; name: string }>()
  for (const { itemId, code, name } of plan?.targets ?? []) names.set(itemId, { code, name })
  for (const { itemId, number, title } of plan?.tasks ?? []) names.set(itemId, { code: `任务 ${number}`, name: title })
  for (const { itemId, code, name } of plan?.milestones ?? []) names.set(itemId, { code, name })
  return ({ itemKind, itemId, title }) => ({
    kind: itemKind,
    itemId,
    ...(names.get(itemId) ?? { code: '', name: title }),
  })
}

/** A duty always points at a party; its name is missing only for who reads between two statements of a change. */
function unknownUnit(id: string): UnitRef {
  return { id, name: id, shortName: id, dissolvedOn: null }
}
