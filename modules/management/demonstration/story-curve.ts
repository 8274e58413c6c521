import { daysBetween } from '@qiangxian/engines/indicator/days'
import type { StoryCourse } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import { type Seeded, seeded } from './seeded.ts'

export interface CourseSpan {
  /** the first day of the programme */
  readonly start: string
  /** the last day of the story, also where today is earlier */
  readonly until: string
}

/** How high a course stands on a day, in the printed unit; `random` moves it off the curve a little. */
export function valueOn(course: StoryCourse, day: string, span: CourseSpan, random: Seeded = seeded(0)): number {
  switch (course.kind) {
    case 'steps':
      return course.steps.reduce((value, step) => (step.on <= day ? step.value : value), 0)
    case 'yearly':
      return yearlyValue(course, day, span)
    case 'curve': {
      const way = Math.min(1, Math.max(0, daysBetween(span.start, day) / daysBetween(span.start, span.until)))
      const bent = way ** exponents[course.shape]
      const off = (random.next() * 2 - 1) * course.noise * Math.min(1, 4 * way)
      return rounded(course.start + (course.end - course.start) * (bent + off), course.decimals)
    }
  }
}

const exponents = { even: 1, early: 0.75, late: 1.25 } as const

function yearlyValue(course: StoryCourse & { kind: 'yearly' }, day: string, { until }: CourseSpan): number {
  const year = Number(day.slice(0, 4))
  const value = course.years.find((each) => each.year === year)?.value ?? 0
  if (course.within === 'stands') return value
  const first = `${year}-01-01`
  const last = until.startsWith(String(year)) ? until : `${year}-12-31`
  return rounded((value * (daysBetween(first, day) + 1)) / (daysBetween(first, last) + 1), course.decimals)
}

export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
