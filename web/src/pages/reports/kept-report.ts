import type { TypedReport } from './typed-report.ts'

/** What was typed and has not reached the server, on this computer and for this account only. */
export interface KeptReport {
  readonly typed: TypedReport
  /** the revision that it was typed on */
  readonly revision: number
  /** ISO instant */
  readonly at: string
}

const keyOf = (accountId: string, dutyId: string) => `qx.report.${accountId}.${dutyId}`

export function keepReport(accountId: string, dutyId: string, kept: KeptReport): void {
  try {
    localStorage.setItem(keyOf(accountId, dutyId), JSON.stringify(kept))
  } catch {
    // a browser that keeps nothing still sends what is typed
  }
}

export function keptReport(accountId: string, dutyId: string): KeptReport | null {
  try {
    const text = localStorage.getItem(keyOf(accountId, dutyId))
    return text === null ? null : readKept(JSON.parse(text))
  } catch {
    return null
  }
}

export function forgetReport(accountId: string, dutyId: string): void {
  try {
    localStorage.removeItem(keyOf(accountId, dutyId))
  } catch {
    // nothing is kept where nothing can be kept
  }
}

function readKept(found: unknown): KeptReport | null {
  const isOne = typeof found === 'object' && found !== null && 'typed' in found && 'revision' in found && 'at' in found
  return isOne ? (found as KeptReport) : null
}
