import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import { isDissolved, livingUnit } from './living-units.ts'
import { supervisionErrors } from './supervision-errors.ts'
import type { PartRecord } from './task-parts.ts'

/** What one unit is to carry of a task, as somebody set it. */
export interface WantedPart {
  readonly unitId: string
  readonly share: 'lead' | 'support'
  readonly content: string
  readonly standard: string | null
  readonly person: string | null
  /** percent; null: not set */
  readonly weight: number | null
  readonly startsOn: string | null
  readonly dueOn: string | null
}

export interface PartsDecision {
  readonly added: readonly WantedPart[]
  readonly changed: readonly { readonly part: PartRecord; readonly wanted: WantedPart }[]
  /** parts that are taken away; they keep their reports */
  readonly withdrawn: readonly PartRecord[]
}

/**
 * What has to be done to come from the parts of a task to those that are wanted.
 *
 * @param leads units that lead the task by the plan: each carries a leading part, and nobody else does
 * @throws supervision.weightsOverFull, unitTwice, setCannotCarry, unitDissolved, leadNeeded, notALead, dueBeforeStart
 */
export function decideParts(
  wanted: readonly WantedPart[],
  present: readonly PartRecord[],
  leads: readonly string[],
  organisations: readonly OrganisationRow[],
  today: string,
): PartsDecision {
  const living = present.filter((part) => part.status !== 'withdrawn')
  const nameOf = (id: string) => organisations.find((unit) => unit.id === id)?.name ?? id
  const seen = new Set<string>()
  for (const part of wanted) {
    refuseUnfit(part, organisations, today)
    if (seen.has(part.unitId)) throw supervisionErrors.unitTwice({ unit: nameOf(part.unitId) })
    seen.add(part.unitId)
    if (part.share === 'lead' && !leads.includes(part.unitId)) {
      throw supervisionErrors.notALead({ unit: nameOf(part.unitId) })
    }
  }
  for (const lead of leads) {
    if (!wanted.some((part) => part.unitId === lead && part.share === 'lead')) {
      throw supervisionErrors.leadNeeded({ unit: nameOf(lead) })
    }
  }
  const { sum, over } = weightsOf(wanted)
  if (over > 0) throw supervisionErrors.weightsOverFull({ sum, over })
  const partOf = (unitId: string) => living.find((part) => part.partyId === unitId)
  return {
    added: wanted.filter((part) => partOf(part.unitId) === undefined),
    changed: wanted.flatMap((each) => {
      const part = partOf(each.unitId)
      return part === undefined || isSame(part, each) ? [] : [{ part, wanted: each }]
    }),
    withdrawn: living.filter((part) => !seen.has(part.partyId)),
  }
}

/** The weights added up, free of what binary fractions add: 33.3 + 33.3 + 33.4 is 100. */
export function weightsOf(parts: readonly { readonly weight: number | null }[]): {
  readonly sum: number
  /** what is missing to 100; never negative */
  readonly difference: number
  readonly over: number
  readonly missing: number
} {
  const exact = parts.reduce((total, part) => total + Math.round((part.weight ?? 0) * MILLIONTHS), 0)
  const full = 100 * MILLIONTHS
  return {
    sum: exact / MILLIONTHS,
    difference: Math.max(0, full - exact) / MILLIONTHS,
    over: Math.max(0, exact - full) / MILLIONTHS,
    missing: parts.filter((part) => part.weight === null).length,
  }
}

const MILLIONTHS = 1_000_000

function refuseUnfit(part: WantedPart, organisations: readonly OrganisationRow[], today: string): void {
  const unit = organisations.find((each) => each.id === part.unitId)
  if (unit === undefined) throw supervisionErrors.noSuchUnit({ id: part.unitId })
  if (unit.members.length > 0 || unit.kind === 'collective') {
    const members = organisations.filter((each) => unit.members.includes(each.id)).map((each) => each.shortName)
    throw supervisionErrors.setCannotCarry({ unit: unit.name, members: members.join('、') })
  }
  if (isDissolved(unit, today)) {
    const successor = livingUnit(unit.id, organisations, today)?.name ?? null
    throw supervisionErrors.unitDissolved({ unit: unit.name, dissolvedOn: unit.dissolvedOn ?? '', successor })
  }
  for (const day of [part.startsOn, part.dueOn]) {
    if (day !== null && !isCivilDate(day)) throw supervisionErrors.noSuchDay({ day })
  }
  if (part.startsOn !== null && part.dueOn !== null && part.dueOn < part.startsOn) {
    const { startsOn, dueOn } = part
    throw supervisionErrors.dueBeforeStart({ unit: unit.name, startsOn, dueOn })
  }
}

function isSame(part: PartRecord, wanted: WantedPart): boolean {
  const { share, content, standard, person, weight, startsOn, dueOn } = wanted
  const same = part.share === share && part.content === content && part.standard === standard
  return same && part.person === person && part.weight === weight && part.startsOn === startsOn && part.dueOn === dueOn
}
