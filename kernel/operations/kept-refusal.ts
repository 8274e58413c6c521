import type { QxError } from '../errors/define-errors.ts'

/**
 * A refusal after which what the command wrote stays: a wrong password counts, although nothing else happens.
 *
 * Thrown by a command in place of the error; the transaction is committed, and whoever asked gets the error.
 */
export class KeptRefusal extends Error {
  readonly refusal: QxError

  constructor(refusal: QxError) {
    super(refusal.message)
    this.name = 'KeptRefusal'
    this.refusal = refusal
  }
}
