import { type Actor, actorMay } from '../accounts/actor.ts'
import { type CountyFacts, numberParameter } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'
import { addressOf } from '../throttles/address-of.ts'
import { type Counted, countedSoFar, countOne, settleAmount } from '../throttles/throttle.ts'
import { evidenceErrors } from './evidence-errors.ts'

const mebibyte = 1024 * 1024
const dayMinutes = 24 * 60

/** Whose files are counted together. */
export type QuotaOf = 'visitor' | 'address' | 'visitors' | 'account' | 'party' | 'staff'

/** Files and megabytes of a day, counted from the first; a county may set its own (`upload.files-of-a-visitor-a-day`). */
const usual: Readonly<Record<QuotaOf, { readonly key: string; readonly files: number; readonly mebibytes: number }>> = {
  visitor: { key: 'of-a-visitor', files: 200, mebibytes: 1_024 },
  address: { key: 'from-an-address', files: 1_000, mebibytes: 5_120 },
  visitors: { key: 'of-all-visitors', files: 20_000, mebibytes: 51_200 },
  account: { key: 'of-an-account', files: 500, mebibytes: 5_120 },
  party: { key: 'of-a-party', files: 1_000, mebibytes: 10_240 },
  staff: { key: 'of-a-member-of-staff', files: 5_000, mebibytes: 51_200 },
}

type Context = Pick<QueryContext, 'tx' | 'jurisdiction' | 'secrets' | 'now' | 'county' | 'actor'>

/** Room that was taken for a file before its first byte. */
export interface TakenRoom {
  readonly quotas: readonly Counted[]
  readonly bytes: number
}

interface Quota extends Counted {
  readonly kind: QuotaOf
  readonly bytes: number
}

/**
 * Takes room for a file that is about to be received: a visitor, an account or a unit fills no disk, however many files
 * they send at once. The file counts from now on, and as many bytes as were announced; `settleRoom` puts right what came.
 *
 * @param bytes announced, or the most that would be taken
 * @throws evidence.quotaUsed with whose quota it is, and when there is room again
 */
export async function takeRoom(context: Context, bytes: number): Promise<TakenRoom> {
  const quotas = quotasOf(context)
  // Counted first: the rows are locked by it, and of two that come at once the second sees the first.
  await countOne(context, quotas, bytes)
  const standing = await countedSoFar(context, quotas)
  for (const [at, { kind, throttle, bytes: most }] of quotas.entries()) {
    const { count = 0, amount = 0, seconds = 0 } = standing[at] ?? {}
    if (count <= throttle.most && amount <= most) continue
    throw evidenceErrors.quotaUsed(
      { kind, files: throttle.most, maximumBytes: most, hours: Math.max(1, Math.ceil(seconds / 3_600)) },
      { retryAfterSeconds: seconds },
    )
  }
  return { quotas, bytes }
}

/** @param bytes that were really kept; 0 where the file was refused or broke off */
export async function settleRoom(context: Context, { quotas, bytes: taken }: TakenRoom, bytes: number): Promise<void> {
  if (bytes !== taken) await settleAmount(context, quotas, bytes - taken)
}

/** Nobody is counted at the machine itself, where files come from its own disk. */
function quotasOf({ actor, county }: Context): readonly Quota[] {
  return holdersOf(actor).map(({ kind, of }) => {
    const { files, mebibytes } = quotaOf(county, kind)
    const throttle = { id: `upload.${kind}`, most: files, minutes: dayMinutes }
    return { kind, of, throttle, bytes: mebibytes * mebibyte }
  })
}

export function quotaOf(county: Pick<CountyFacts, 'parameters'>, kind: QuotaOf) {
  const { key, files, mebibytes } = usual[kind]
  return {
    files: numberParameter(county, `upload.files-${key}-a-day`, files),
    mebibytes: numberParameter(county, `upload.mebibytes-${key}-a-day`, mebibytes),
  }
}

function holdersOf(actor: Actor): readonly { readonly kind: QuotaOf; readonly of: string }[] {
  const { accountId, visit, twin, roles, via } = actor
  if (accountId !== undefined) {
    if (actorMay(actor, 'evidence.give') || actorMay(actor, 'matter.receive')) return [{ kind: 'staff', of: accountId }]
    const parties = [...new Set(roles.flatMap(({ partyId }) => partyId ?? []))]
    return [{ kind: 'account', of: accountId }, ...parties.map((of) => ({ kind: 'party' as const, of }))]
  }
  if (via !== 'web') return []
  const address = addressOf(actor)
  return [
    // Whoever shows their number again is the same visitor; of a screen at the window it is its one form.
    { kind: 'visitor', of: visit?.phoneBlind ?? twin?.draftId ?? 'nobody' },
    ...(address === undefined ? [] : [{ kind: 'address' as const, of: address }]),
    { kind: 'visitors', of: 'all' },
  ]
}
