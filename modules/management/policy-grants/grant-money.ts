import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'
import { grantErrors } from './grant-errors.ts'

/** What bounds an award; all in fen, null where nothing bounds it. */
export interface AwardBounds {
  readonly perProjectMost: number | null
  readonly asked: number | null
  readonly budget: number | null
  /** awarded of this call so far, without this award */
  readonly awarded: number
}

/**
 * Pure: throws what stands against an award.
 *
 * @throws grant.moreThanMost, grant.moreThanAsked, grant.moreThanBudget
 */
export function refuseAward(amount: number, { perProjectMost, asked, budget, awarded }: AwardBounds): void {
  if (perProjectMost !== null && amount > perProjectMost) {
    throw grantErrors.moreThanMost({ amount, most: perProjectMost })
  }
  if (asked !== null && amount > asked) throw grantErrors.moreThanAsked({ amount, asked })
  if (budget !== null && awarded + amount > budget) {
    throw grantErrors.moreThanBudget({ amount, left: budget - awarded })
  }
}

/** The bounds of a call as they stand, the call locked so that two awards at once do not spend its last yuan twice. */
export async function boundsOf(
  { tx, jurisdiction }: CommandContext,
  { call, asked, except }: { readonly call: string; readonly asked: number | null; readonly except: string },
): Promise<AwardBounds> {
  const { rows } = await sql<{ most: string | null; budget: string | null }>`
    select per_project_most as most, budget from grant_call
    where jurisdiction = ${jurisdiction} and id = ${call} for update`.execute(tx)
  const [row] = rows
  if (row === undefined) throw grantErrors.callUnknown({})
  const awards = await sql<{ awarded: string | null }>`
    select sum(amount) as awarded from grant_award
    where jurisdiction = ${jurisdiction} and call_id = ${call} and award_no <> ${except}`.execute(tx)
  return {
    perProjectMost: row.most === null ? null : Number(row.most),
    asked,
    budget: row.budget === null ? null : Number(row.budget),
    awarded: Number(awards.rows[0]?.awarded ?? 0),
  }
}
