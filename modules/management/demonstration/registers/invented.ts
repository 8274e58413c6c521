import type { DemonstrationStory, StoryCourse, StoryTarget } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import { type Seeded, seeded, seedFor } from '../seeded.ts'
import { type CourseSpan, valueOn } from '../story-curve.ts'

/**
 * Invented records, before they have ids: a link says at which place of the other register's list its record stands, a
 * unit is named by its key. Money is fen.
 */
export type InventedValue =
  | null
  | string
  | number
  | boolean
  | readonly string[]
  | InventedLink
  | readonly InventedLink[]
  | { readonly longitude: number; readonly latitude: number }

export interface InventedLink {
  readonly name: string
  /** place in the list of the register that the field points at; null: written, and nobody knows who is meant */
  readonly of: number | null
}

export interface InventedRecord {
  readonly values: Record<string, InventedValue>
  /** key of the unit it counts for; null: of none */
  readonly unit: string | null
  readonly expectedOn?: string
}

/** Register → its records, in the order in which links count them. */
export type InventedBooks = Readonly<Record<string, readonly InventedRecord[]>>

/** What the inventing of records stands on. Pure: the same story gives the same records. */
export interface Inventing {
  readonly story: DemonstrationStory
  readonly span: CourseSpan
  /** 宜兴: the first word of invented names */
  readonly place: string
  /** what a unit is called, by its key */
  readonly nameOf: (key: string) => string
  /** keys of the county's parks */
  readonly parks: readonly string[]
  /** GB/T 2260 code of the county, for credit codes */
  readonly division: string
  readonly books: Record<string, InventedRecord[]>
}

export function inventing(
  story: DemonstrationStory,
  county: Pick<Inventing, 'place' | 'division' | 'parks' | 'nameOf'> & { readonly start: string },
): Inventing {
  return {
    story,
    span: { start: county.start, until: story.until },
    place: county.place,
    division: county.division,
    parks: county.parks,
    nameOf: county.nameOf,
    books: {},
  }
}

/** Adds a record and answers its place. */
export function add({ books }: Inventing, register: string, record: InventedRecord): number {
  let book = books[register]
  if (book === undefined) {
    book = []
    books[register] = book
  }
  book.push(record)
  return book.length - 1
}

export function chance(told: Inventing, ...names: readonly string[]): Seeded {
  return seeded(seedFor(told.story.seed, 'register', ...names))
}

/** How the story tells a target; undefined where this county tells none of that code. */
export function targetOf({ story }: Inventing, code: string): StoryTarget | undefined {
  return story.targets.find((each) => each.code === code)
}

/** Places by the number of their enterprises, the largest first. */
export function largestPlaces({ story }: Inventing): readonly string[] {
  const values = story.statistics.find(({ key }) => key === 'enterprises')?.values ?? []
  return [...values].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).map(({ organisation }) => organisation)
}

/** The value of a target on a day, straight from its curve: reports wander off a little, records need not. */
export function toldOn(told: Inventing, code: string, day: string): number | undefined {
  const course = targetOf(told, code)?.course
  return course === undefined ? undefined : valueOn(withoutNoise(course), day, told.span)
}

function withoutNoise(course: StoryCourse): StoryCourse {
  return course.kind === 'curve' ? { ...course, noise: 0, decimals: 6 } : course
}

/** The steps of a target: on which day how many came, and how many there were before the first of them. */
export function stepsOf(
  told: Inventing,
  code: string,
): { before: number; steps: readonly { on: string; by: number }[] } {
  const course = targetOf(told, code)?.course
  if (course?.kind !== 'steps') return { before: 0, steps: [] }
  let last = 0
  let before = 0
  const steps: { on: string; by: number }[] = []
  for (const { on, value } of course.steps) {
    if (on <= told.span.start) before = value
    else if (value > last) steps.push({ on, by: value - last })
    last = value
  }
  return { before, steps }
}
