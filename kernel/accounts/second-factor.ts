import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { hashOfRecoveryCode, newRecoveryCodes, readTypedCode, stepOfCode } from './one-time-code.ts'

/** Whether an account has a generator, and how many recovery codes are left. */
export interface SecondFactorState {
  /** null: none, or not confirmed yet */
  readonly since: Date | null
  readonly recoveryCodesLeft: number
}

export async function secondFactorOf(
  tx: Transaction,
  jurisdiction: string,
  accountId: string,
): Promise<SecondFactorState> {
  const factor = await tx
    .selectFrom('account_second_factor')
    .select('confirmed_at')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const codes = await tx
    .selectFrom('account_recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { since: factor?.confirmed_at ?? null, recoveryCodesLeft: codes.left }
}

export async function hasSecondFactor(tx: Transaction, jurisdiction: string, accountId: string): Promise<boolean> {
  return (await secondFactorOf(tx, jurisdiction, accountId)).since !== null
}

/**
 * Takes a code, once: the code of the generator, or a recovery code.
 *
 * The step of the last code is kept and moves forward only, and a recovery code is marked as used, in one statement
 * each: of two requests with the same code one is refused.
 *
 * @returns which of the two it was; undefined when it is wrong, used, or no second factor is set up
 */
export async function takeCode(
  tx: Transaction,
  jurisdiction: string,
  accountId: string,
  typed: string,
  now: Date,
): Promise<'code' | 'recoveryCode' | undefined> {
  const read = readTypedCode(typed)
  if (read === undefined) return undefined
  if (read.kind === 'recoveryCode') {
    const used = await tx
      .updateTable('account_recovery_code')
      .set({ used_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('account_id', '=', accountId)
      .where('code_hash', '=', read.hash)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    return used.numUpdatedRows === 1n ? 'recoveryCode' : undefined
  }
  const factor = await tx
    .selectFrom('account_second_factor')
    .select('secret')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  const step = factor === undefined ? undefined : stepOfCode(factor.secret, read.code, now)
  return step !== undefined && (await moveTo(tx, jurisdiction, accountId, step)) ? 'code' : undefined
}

/** Confirms the generator with its first code. */
export async function confirmWith(
  tx: Transaction,
  jurisdiction: string,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const read = readTypedCode(typed)
  const factor = await tx
    .selectFrom('account_second_factor')
    .select('secret')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  if (factor === undefined || read?.kind !== 'code') return false
  const step = stepOfCode(factor.secret, read.code, now)
  if (step === undefined || !(await moveTo(tx, jurisdiction, accountId, step))) return false
  await tx
    .updateTable('account_second_factor')
    .set({ confirmed_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .execute()
  return true
}

async function moveTo(tx: Transaction, jurisdiction: string, accountId: string, step: number): Promise<boolean> {
  const moved = await tx
    .updateTable('account_second_factor')
    .set({ last_step: step })
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where(sql<boolean>`coalesce(last_step, -1) < ${step}`)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Replaces the recovery codes. This is the only time that anybody sees them: the table has their digests. */
export async function giveRecoveryCodes(tx: Transaction, jurisdiction: string, accountId: string): Promise<string[]> {
  await forgetRecoveryCodes(tx, jurisdiction, accountId)
  const codes = newRecoveryCodes()
  await tx
    .insertInto('account_recovery_code')
    .values(
      codes.map((code) => ({
        jurisdiction,
        account_id: accountId,
        code_hash: hashOfRecoveryCode(code),
        used_at: null,
      })),
    )
    .execute()
  return codes
}

/** Takes the generator and its recovery codes away; false when there was none. */
export async function forgetSecondFactor(tx: Transaction, jurisdiction: string, accountId: string): Promise<boolean> {
  await forgetRecoveryCodes(tx, jurisdiction, accountId)
  const gone = await tx
    .deleteFrom('account_second_factor')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

async function forgetRecoveryCodes(tx: Transaction, jurisdiction: string, accountId: string): Promise<void> {
  await tx
    .deleteFrom('account_recovery_code')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .execute()
}
