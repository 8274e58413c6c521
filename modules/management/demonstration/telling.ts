import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import type { DemonstrationStory } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { PlanSnapshot } from '@qiangxian/kernel/plan/plan-snapshot'
import type { StoredReading } from '@qiangxian/kernel/progress/readings'
import type { ProgressSettings } from '@qiangxian/kernel/progress/settings'
import type { SentStep } from './duty-story.ts'
import type { CourseSpan } from './story-curve.ts'
import { noRows, type StoryRows } from './story-rows.ts'

/** Somebody of the story: with an account where the demonstration has one for the role, else by name only. */
export interface Person {
  readonly accountId: string | null
  readonly label: string
}

/** What the platform does by itself is signed so. */
export const clockItself: Person = { accountId: null, label: '系统任务' }

export interface StoryUnit {
  readonly id: string
  readonly key: string
  readonly shortName: string
  readonly reporter: Person
  readonly head: Person
  /** accounts that are told what concerns the unit */
  readonly accountIds: readonly string[]
}

/** Everything that the telling of a story stands on; pure, so that a test tells it without a database. */
export interface Telling {
  readonly story: DemonstrationStory
  readonly plan: PlanSnapshot
  readonly settings: ProgressSettings
  readonly calendar: WorkCalendar
  readonly unit: (key: string) => StoryUnit
  readonly unitById: (id: string) => StoryUnit
  /** members of a named set; the unit itself for all others */
  readonly membersOf: (partyId: string) => readonly string[]
  readonly office: { readonly checker: Person; readonly approver: Person; readonly accountIds: readonly string[] }
  readonly span: CourseSpan
  /** the last day that is told: of the story or of the clock, whichever comes first */
  readonly asOf: string
  readonly rows: StoryRows
  /** what the clock sent, to be numbered when all of it is known */
  readonly sent: SentOf[]
  /** how the county's values came about, for the lights that rest on them */
  readonly valueSteps: ValueStep[]
}

export interface SentOf extends SentStep {
  readonly dutyId: string
  readonly kind: 'report' | 'part' | 'milestone'
  readonly title: string
  readonly unit: StoryUnit
}

/** A value of the county after something was done with it; `approved` is what stands approved then. */
export interface ValueStep {
  readonly itemId: string
  readonly on: string
  readonly reported: StoredReading
  readonly approved: StoredReading | null
}

export function telling(
  given: Omit<Telling, 'rows' | 'sent' | 'valueSteps' | 'asOf' | 'span'>,
  today: string,
): Telling {
  const asOf = today < given.story.until ? today : given.story.until
  const span = { start: given.plan.head.periodStart, until: given.story.until }
  return { ...given, asOf, span, rows: noRows(), sent: [], valueSteps: [] }
}

/** An instant on a day in the county, where it is eight hours later than in UTC. */
export function instantOn(day: string, hour: number, minute = 0): Date {
  return new Date(`${day}T${two(hour)}:${two(minute)}:00+08:00`)
}

export function workingDayAfter(day: string, count: number, calendar: WorkCalendar): string {
  return addWorkingDays(day, count, calendar).due
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

export function laterOf(one: string, other: string): string {
  return one > other ? one : other
}
