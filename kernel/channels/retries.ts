/**
 * Seconds to the next attempt, after each failure: quick at first, and over a day in all, so that neither a restart nor
 * a night loses anything. After the last one a message is given up, and an administrator can send it again.
 */
const pauses = [5, 30, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200] as const

/** @returns undefined when it is given up */
export function secondsAfter(attempt: number): number | undefined {
  return pauses[attempt - 1]
}

/** how long a message is tried for, in hours, if the receiver never answers */
export const triedHours = pauses.reduce((sum: number, pause) => sum + pause, 0) / 3_600
