import type { CommandContext } from '../operations/context.ts'
import { type ActOutcome, carryOut, type MatterInHand } from './carry-out.ts'
import { refuseUnknown } from './check-application.ts'
import { commonAct } from './common-acts.ts'
import { type Hand, readHand } from './hand.ts'
import type { ActBy } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'
import { lockMatter } from './matter-row.ts'
import type { Matters } from './matters.ts'
import { planCommonAct } from './plan-common-act.ts'
import { planDeclaredAct } from './plan-declared-act.ts'
import { mattersAppliedForBy, mattersReceivedBy, mattersReviewedBy, mattersSeenBy } from './sight.ts'
import { matterVersion } from './versions.ts'
import { type GivenMaterial, writeMaterials } from './write-act.ts'

export interface ActAsked {
  readonly matterId: string
  /** of the declaration, or one that every matter knows */
  readonly act: string
  /** what the asker saw: an act on a matter that was changed meanwhile is refused */
  readonly revision?: number
  readonly input?: Readonly<Record<string, unknown>>
  readonly opinion?: string
  /** a request that comes twice is done once */
  readonly requestKey?: string
  /** what comes with it, as with a supplement */
  readonly materials?: readonly GivenMaterial[]
  /** in this capacity and no other; left out: in whichever the actor has */
  readonly as?: ActBy
  /** many at once from a list: only acts that the declaration allows so */
  readonly isBatch?: boolean
}

/**
 * Does one act on one matter. It locks the matter, so that of two who act at once the second is told what the first
 * did, and answers a request that comes again with what was done then.
 *
 * @throws matter.unknown, matter.changedMeanwhile, matter.notAllowedNow, matter.notForYou, matter.conflictOfInterest,
 *   matter.refusedByGuard, matter.badInput
 */
export async function actOnMatter(context: CommandContext, matters: Matters, asked: ActAsked): Promise<ActOutcome> {
  const matter = await lockMatter(context, asked.matterId, sightOf(context, asked.as))
  const declaration = await matterVersion(context, matter.type, matter.version)
  const hand = await readHand(context, matter)
  const inHand: MatterInHand = { matter, declaration, hand }
  const { requestKey } = asked
  const earlier = requestKey === undefined ? undefined : hand.acts.find((each) => each.requestKey === requestKey)
  if (earlier !== undefined) {
    context.unchanged()
    return {
      ...{ matterId: matter.id, number: matter.number, revision: matter.revision, phases: matter.phases },
      ...{ status: matter.status, act: earlier.act, label: earlier.label, ordinal: earlier.ordinal, wasDone: true },
      ...{ documents: [], written: [] },
    }
  }
  refuseOutdated(inHand, asked.revision)
  const given = asked.materials ?? []
  refuseUnknown(declaration, given)
  const withGiven = { ...inHand, hand: handWith(hand, given) }
  const common = commonAct(asked.act)
  if (asked.isBatch === true && common !== undefined && !inBatch.has(common.id)) {
    throw matterErrors.notInBatch({ act: common.label })
  }
  const planned =
    common === undefined
      ? await planDeclaredAct(context, matters, withGiven, asked)
      : await planCommonAct(context, matters, withGiven, common, asked)
  const labels = new Map(declaration.materials.map(({ id, label }) => [id, label]))
  await writeMaterials(context, matter, labels, given)
  return carryOut(context, matters, withGiven, planned, requestKey ?? null)
}

/** Common acts that make sense for many matters at once. */
const inBatch: ReadonlySet<string> = new Set(['take', 'handOver', 'transfer', 'copy', 'urge', 'note'])

function sightOf(context: CommandContext, as: ActBy | undefined) {
  if (as === 'applicant') return mattersAppliedForBy(context)
  if (as === 'window') return mattersReceivedBy(context)
  return as === 'expert' ? mattersReviewedBy(context) : mattersSeenBy(context)
}

/** @throws matter.changedMeanwhile, which says who did what */
function refuseOutdated({ matter, hand }: MatterInHand, revision: number | undefined): void {
  if (revision === undefined || revision === matter.revision) return
  const last = hand.acts.at(-1)
  const at = matter.lastActAt
  throw matterErrors.changedMeanwhile({
    number: matter.number,
    label: last?.label ?? '',
    by: last?.byLabel ?? '',
    at: new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
  })
}

/** What lies with the matter once the materials that come with the act are there. */
function handWith(hand: Hand, given: readonly GivenMaterial[]): Hand {
  const ids = new Set(given.map(({ material }) => material))
  const kept = hand.materials.filter(({ material, status }) => !(status === 'later' && ids.has(material)))
  return {
    ...hand,
    materials: [...kept, ...given.map(({ material }) => ({ id: '', material, status: 'given' as const }))],
  }
}

/** Several acts in one command, one after the other; the first that is refused refuses all of them. */
export async function actOnMatters(
  context: CommandContext,
  matters: Matters,
  asked: readonly ActAsked[],
): Promise<readonly ActOutcome[]> {
  const outcomes: ActOutcome[] = []
  for (const each of asked) outcomes.push(await actOnMatter(context, matters, each))
  return outcomes
}
