import { type DrawResult, draw } from '@qiangxian/engines/draw/draw'
import type { CommandContext } from '../operations/context.ts'
import { sealOwner } from './commit-draw.ts'
import type { StoredDraw } from './read-draws.ts'

/**
 * The second half: the seed is opened, the public value added, and whoever comes out is written down. A draw is made
 * once; whoever asks again gets the same answer, and nothing is drawn anew.
 *
 * @returns undefined when it was drawn already, by this request or by somebody a moment earlier
 */
export async function revealDraw(
  { tx, jurisdiction, now, actor, secrets }: CommandContext,
  stored: StoredDraw,
  publicValue: string,
): Promise<DrawResult | undefined> {
  if (stored.result !== undefined) return undefined
  const seed = secrets.open(stored.sealedSeed, sealOwner(jurisdiction, stored.id))
  const value = publicValue.normalize('NFC').trim()
  const result = draw(stored.inputs, { seed, publicValue: value, inputsDigest: stored.inputsDigest })
  const written = await tx
    .insertInto('draw_result')
    .values({
      jurisdiction,
      draw_id: stored.id,
      seed,
      public_value: value,
      result: JSON.stringify(result),
      at: now,
      by_label: actor.label,
      demonstration: stored.demonstration,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 0n ? undefined : result
}
