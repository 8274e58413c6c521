import type { Submitted } from '../../../api/types.gen.ts'

/** What the server said when a form was sent; until the window is closed, so that the receipt can be loaded again. */
const keyOf = (matterId: string) => `qx.receipt.${matterId}`

export function keepSubmitted(done: Submitted): void {
  try {
    sessionStorage.setItem(keyOf(done.matterId), JSON.stringify(done))
  } catch {
    // the receipt is also read from the matter itself
  }
}

export function submittedOf(matterId: string): Submitted | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(matterId)) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'number' in kept ? (kept as Submitted) : null
  } catch {
    return null
  }
}
