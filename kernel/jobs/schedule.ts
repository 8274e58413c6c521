import cronParser from 'cron-parser'

/**
 * When a job is due: whole seconds between two runs, or minute, hour, day, month and weekday (`0 7 * * 1-5`) by the
 * clock of the county (Asia/Shanghai).
 */
export type Schedule = string | number

export function isSchedule(every: Schedule): boolean {
  if (typeof every === 'number') return Number.isInteger(every) && every >= 1
  // The parser would take five fields or fewer for granted, and a sixth for seconds.
  if (every.trim().split(/\s+/).length !== 5) return false
  try {
    parse(every, new Date(0))
    return true
  } catch {
    return false
  }
}

/**
 * Whether a run is due that nobody asked for yet. A run whose time passed while no program was running is due once,
 * however many times it was missed.
 *
 * @param lastAsked when a run was last asked for, up to now; undefined when never. Runs from a future that a jumping
 *   clock showed for a while do not count: they would stop the job until that day.
 */
export function isDue(every: Schedule, lastAsked: Date | undefined, now: Date): boolean {
  if (lastAsked === undefined) return true
  return nextAfter(every, lastAsked) <= now
}

/** When the next run is due, never before now. */
export function nextRun(every: Schedule, lastAsked: Date | undefined, now: Date): Date {
  if (isDue(every, lastAsked, now) || lastAsked === undefined) return now
  return nextAfter(every, lastAsked)
}

function nextAfter(every: Schedule, instant: Date): Date {
  if (typeof every === 'number') return new Date(instant.getTime() + every * 1_000)
  return parse(every, instant).next().toDate()
}

function parse(every: string, from: Date) {
  return cronParser.parseExpression(every, { currentDate: from, tz: 'Asia/Shanghai' })
}
