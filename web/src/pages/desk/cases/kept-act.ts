import type { Typed } from '../../registers/typed-values.ts'

/** What was typed for an act and has not been done, on this computer and for this account only. */
interface KeptAct {
  readonly typed: Typed
  readonly opinion: string
  /** ISO instant */
  readonly at: string
}

const keyOf = (accountId: string, subject: string, act: string) => `qx.act.${accountId}.${subject}.${act}`

export function keepAct(accountId: string, subject: string, act: string, kept: KeptAct): void {
  try {
    sessionStorage.setItem(keyOf(accountId, subject, act), JSON.stringify(kept))
  } catch {
    // a browser that keeps nothing still sends what is typed
  }
}

export function keptAct(accountId: string, subject: string, act: string): KeptAct | null {
  try {
    const text = sessionStorage.getItem(keyOf(accountId, subject, act))
    if (text === null) return null
    const found: unknown = JSON.parse(text)
    const isOne = typeof found === 'object' && found !== null && 'typed' in found && 'opinion' in found && 'at' in found
    return isOne ? (found as KeptAct) : null
  } catch {
    return null
  }
}

export function forgetAct(accountId: string, subject: string, act: string): void {
  try {
    sessionStorage.removeItem(keyOf(accountId, subject, act))
  } catch {
    // nothing is kept where nothing can be kept
  }
}
