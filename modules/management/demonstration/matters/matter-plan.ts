import { type Seeded, seeded, seedFor } from '../seeded.ts'
import { matterTales } from './matter-words.ts'

/** One invented matter before it is told: what it is, when it came in, and how it gets on. */
export interface PlannedMatter {
  readonly index: number
  readonly type: string
  readonly submittedOn: string
  readonly applicant: 'citizen' | 'enterprise' | 'visit' | 'window'
  /** acts at most; it may end before */
  readonly acts: number
  readonly fate: 'goesOn' | 'suspended' | 'withdrawn'
  readonly random: Seeded
}

const DAY = 86_400_000

/** The year's matters, the same for the same seed: in order of the day on which they came in. */
export function planMatters(seed: number, year: string, asOf: string): readonly PlannedMatter[] {
  const types = Object.entries(matterTales).flatMap(([type, { share }]) => Array.from({ length: share }, () => type))
  const first = Date.parse(`${year}-01-05T00:00:00Z`)
  const last = Date.parse(`${asOf}T00:00:00Z`)
  if (last <= first) return []
  const planned = types.map((type, index): PlannedMatter => {
    const random = seeded(seedFor(seed, 'matter', type, String(index)))
    // A third came in lately, so that queues are full; the rest is spread over the year.
    const from = random.percent(34) ? Math.max(first, last - 35 * DAY) : first
    const submittedOn = weekday(from + random.next() * (last - from))
    const age = (last - Date.parse(`${submittedOn}T00:00:00Z`)) / DAY
    return {
      index,
      type,
      submittedOn: submittedOn > asOf ? asOf : submittedOn,
      applicant: applicantOf(type, random),
      acts: age > 60 ? (random.percent(93) ? 14 : random.between(0, 2)) : random.between(0, Math.ceil(age / 5) + 1),
      fate: random.percent(4) ? 'suspended' : random.percent(4) ? 'withdrawn' : 'goesOn',
      random,
    }
  })
  return planned.sort((a, b) =>
    a.submittedOn < b.submittedOn ? -1 : a.submittedOn > b.submittedOn ? 1 : a.index - b.index,
  )
}

function applicantOf(type: string, random: Seeded): PlannedMatter['applicant'] {
  if (['grant-application', 'standard-adoption', 'ip-review'].includes(type)) {
    return random.percent(40) ? 'enterprise' : 'window'
  }
  return random.percent(25) ? 'window' : random.percent(20) ? 'citizen' : 'visit'
}

/** The civil day, or the Monday after a weekend. */
export function weekday(instant: number): string {
  const day = new Date(instant).getUTCDay()
  const moved = day === 6 ? 2 : day === 0 ? 1 : 0
  return new Date(instant + moved * DAY).toISOString().slice(0, 10)
}
