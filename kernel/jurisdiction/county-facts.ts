import type { WorkCalendarYear } from '@qiangxian/engines/work-calendar/work-calendar'
import type { Length } from '../rules/rule.types.ts'
import type { SeedAccount, SeedOrganisation, SeedPlan } from './county-seed.ts'
import type { DemonstrationStory } from './demonstration-story.ts'

/**
 * What the kernel is told about its county at start: it comes from the county's folder, as data.
 */
export interface CountyFacts {
  readonly jurisdiction: string
  readonly label: string
  readonly labelEn: string
  /** whether the demonstration data and accounts are loaded: every page says so */
  readonly demonstration: boolean
  readonly parameters: readonly CountyParameter[]
  /** the holiday notices that are loaded, by year; a year without one is counted provisionally */
  readonly calendar: readonly WorkCalendarYear[]
  /** schematic map of the county's towns and parks */
  readonly tiles: readonly CountyTile[]
  readonly organisations: readonly SeedOrganisation[]
  /** the plan that the county wrote as data; undefined where it did not */
  readonly plan: SeedPlan | undefined
  /** accounts of the demonstration; empty outside of it */
  readonly demonstrationAccounts: readonly SeedAccount[]
  /** which computed indicator a target of the plan is held against; targets without one are reported only */
  readonly measures: readonly TargetMeasure[]
  /** which matters are offered here, and at which window */
  readonly services: CountyServices
  /** what happened in the demonstration; undefined outside of it, and where the county tells none */
  readonly demonstrationStory: DemonstrationStory | undefined
}

export interface CountyServices {
  readonly halls: readonly Hall[]
  readonly matters: readonly CountyService[]
}

/** 政务服务大厅: where a person comes to one window for everything */
export interface Hall {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly hours: string | null
  readonly phone: string | null
  readonly desks: readonly string[]
}

/** What a service guide says of one county: who handles it, where, and what is promised. */
export interface CountyService {
  /** id of the matter type */
  readonly matter: string
  /** official name of the organisation that handles it */
  readonly organisation: string
  /** 发文机关标志: the full name under which its documents go out; left out: as the organisation is called here */
  readonly letterhead?: string
  readonly itemCode: string | null
  readonly address: string | null
  readonly hours: string | null
  readonly phone: string | null
  readonly complaints: string | null
  /** id of a limit → what is promised here instead */
  readonly promised: Readonly<Record<string, Length>>
}

export interface TargetMeasure {
  /** code of the target in the county's plan */
  readonly target: string
  /** id of the indicator; its unit is the one that the plan prints */
  readonly indicator: string
}

export interface CountyTile {
  readonly name: string
  /** official name of the organisation shown there; null for water */
  readonly organisation: string | null
  readonly kind: 'unit' | 'water'
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** What law or plan leaves to the county, or what still has to be confirmed, with the value that is in use. */
export interface CountyParameter {
  readonly key: string
  readonly label: string
  readonly unit: string
  /** null: nobody has decided, and there is no default */
  readonly value: number | string | boolean | readonly number[] | null
  /** the value in words, where it is one of several named choices */
  readonly choice: string | null
  /** true until the county has decided */
  readonly isDefault: boolean
  /** codes of the targets and milestones that it bears on */
  readonly about: readonly string[]
  readonly source: string
  readonly note: string | null
}

/** A parameter that is a number; the default given here stands where the county's folder does not name it. */
export function numberParameter(county: Pick<CountyFacts, 'parameters'>, key: string, otherwise: number): number {
  const value = county.parameters.find((parameter) => parameter.key === key)?.value
  return typeof value === 'number' ? value : otherwise
}

/** A parameter that is a list of numbers; the default stands where the county's folder does not name it. */
export function numbersParameter(county: CountyFacts, key: string, otherwise: readonly number[]): readonly number[] {
  const value = county.parameters.find((parameter) => parameter.key === key)?.value
  return Array.isArray(value) ? value : otherwise
}

/** A parameter that is one of several words, or a text; null where nobody has decided. */
export function textParameter(
  county: Pick<CountyFacts, 'parameters'>,
  key: string,
  otherwise: string | null,
): string | null {
  const value = county.parameters.find((parameter) => parameter.key === key)?.value
  return typeof value === 'string' ? value : otherwise
}

/** A parameter that is yes or no. */
export function flagParameter(county: CountyFacts, key: string, otherwise: boolean): boolean {
  const value = county.parameters.find((parameter) => parameter.key === key)?.value
  return typeof value === 'boolean' ? value : otherwise
}

/**
 * The demonstration was removed: the running program tells no page any more that there is one, and knows none of its
 * people. The facts are one value for the whole program, so they are changed in place.
 */
export function endDemonstration(county: CountyFacts): void {
  const ended = { demonstration: false, demonstrationAccounts: [], demonstrationStory: undefined }
  Object.assign(county, ended satisfies Partial<CountyFacts>)
}
