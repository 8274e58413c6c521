/** What `qx` tells the program that called it. */
export const exitCodes = {
  done: 0,
  /** refused, or looked and found something wrong */
  refused: 1,
  /** called wrongly: an unknown command or option, a file that is not there */
  usage: 2,
  /** the database cannot be reached or started */
  databaseAway: 3,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
