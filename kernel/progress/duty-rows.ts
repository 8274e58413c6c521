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
 * Three reads for any number of duties.
 */
export async function presentDuties(context: QueryContext, duties: readonly DutyRecord[]): Promise<DutyRow[]> {
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
  const standings = await standingsOf(context, duties)
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

interface Standing {
  id: string
  state: DutyState
  reportRevision: number | null
  progress: number | null
  startsOn: CivilDate | null
  step: string | null
  urgedOn: CivilDate | null
}

/** What stands beside each duty: its report, its part of a task, the last urging. */
async function standingsOf(
  { tx, jurisdiction }: QueryContext,
  duties: readonly DutyRecord[],
): Promise<ReadonlyMap<string, Standing>> {
  const ids = duties.map((duty) => duty.id)
  const { rows } = await sql<Standing>`
    select d.id, ${dutyStateColumn} as state, r.revision as "reportRevision", p.progress, p.starts_on as "startsOn",
      u.step, u.on_date as "urgedOn"
    from duty d
    left join report r on r.jurisdiction = ${jurisdiction} and r.duty_id = d.id
    left join task_part p on p.jurisdiction = ${jurisdiction} and p.id = d.part_id
    left join (
      select distinct on (duty_id) duty_id, step, on_date from urging
      where jurisdiction = ${jurisdiction} and duty_id = any(${ids})
      order by duty_id, at desc, id desc
    ) u on u.duty_id = d.id
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
