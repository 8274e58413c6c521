import type { Actor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { phoneNumber } from '@qiangxian/kernel/visits/phone-number'
import type { SignInInput } from './training.schemas.ts'
import { trainingErrors } from './training-errors.ts'

/** Who signs in, as the attendance keeps it. */
export interface Attendant {
  /** the same in every session, and nothing can be read from it: people are counted by it (人次 and 人) */
  readonly personNo: string
  readonly name: string | null
  /** by which an enrolment is found */
  readonly phoneBlind: string | null
  readonly accountId: string | null
}

/** 60 bits: two people of a county get the same number once in some thousand million years. */
const NUMBER_LENGTH = 10

/**
 * By account, by visit, or by name and telephone.
 *
 * @throws training.whoAreYou, visit.badPhone
 */
export function attendantOf(
  { secrets, jurisdiction, actor }: Pick<QueryContext, 'secrets' | 'jurisdiction' | 'actor'>,
  { name, phone }: Pick<SignInInput, 'name' | 'phone'>,
): Attendant {
  const typed = phone === undefined ? undefined : secrets.blind(phoneNumber(phone), jurisdiction)
  const known = whoIs(actor)
  if (known !== undefined) {
    const phoneBlind = known.phoneBlind ?? typed ?? null
    return {
      personNo: numberOf(phoneBlind ?? secrets.blind(`account ${known.accountId}`, jurisdiction)),
      name: name ?? known.name,
      phoneBlind,
      accountId: known.accountId,
    }
  }
  if (name === undefined || typed === undefined) throw trainingErrors.whoAreYou({})
  return { personNo: numberOf(typed), name, phoneBlind: typed, accountId: null }
}

function whoIs(actor: Actor) {
  if (actor.accountId !== undefined) return { accountId: actor.accountId, phoneBlind: null, name: actor.label }
  if (actor.visit === undefined || actor.visit.isAnonymous === true) return undefined
  return { accountId: null, phoneBlind: actor.visit.phoneBlind, name: null }
}

export function numberOf(blind: string): string {
  return `P${blind.slice(0, NUMBER_LENGTH)}`
}
