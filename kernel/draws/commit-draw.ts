import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '@qiangxian/engines/canonical-json/canonical-json'
import { commitmentOf, type DrawInputs } from '@qiangxian/engines/draw/draw'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'

export interface DrawToCommit {
  readonly purpose: string
  /** what it is for: `matter-review` and the matter's id, or `register` and its id */
  readonly subject: { readonly kind: string; readonly id: string }
  /** whose draw it is; null: the county's */
  readonly unitId: string | null
  readonly inputs: DrawInputs
  readonly demonstration: boolean
}

/**
 * The first half of a draw: from here on neither the list nor the seed can be changed. The seed is sealed, and nobody
 * sees it before the draw. The command that calls it writes the journal entry.
 *
 * @returns the id, and what is published now
 */
export async function commitDraw(
  { tx, jurisdiction, now, actor, secrets }: CommandContext,
  { purpose, subject, unitId, inputs, demonstration }: DrawToCommit,
): Promise<{ id: string; commitment: string; inputsDigest: string }> {
  const id = newId(now)
  const seed = randomBytes(32).toString('hex')
  const commitment = commitmentOf(seed)
  const inputsDigest = digestOf(inputs)
  await tx
    .insertInto('draw')
    .values({
      jurisdiction,
      id,
      purpose,
      subject_kind: subject.kind,
      subject_id: subject.id,
      unit_id: unitId,
      commitment,
      seed_cipher: secrets.seal(seed, sealOwner(jurisdiction, id)),
      inputs: JSON.stringify(inputs),
      inputs_digest: inputsDigest,
      at: now,
      by_label: actor.label,
      demonstration,
    })
    .execute()
  return { id, commitment, inputsDigest }
}

/** SHA-256 over the canonical JSON (RFC 8785) of the list: what everybody can compute from what is published. */
export function digestOf({ candidates, excluded, wanted, reserves }: DrawInputs): string {
  const plain = {
    candidates: candidates.map(({ id, label }) => ({ id, label })),
    excluded: excluded.map(({ id, reason }) => ({ id, reason })),
    wanted,
    reserves,
  }
  return createHash('sha256').update(canonicalJson(plain)).digest('hex')
}

export function sealOwner(jurisdiction: string, id: string): string {
  return `${jurisdiction}/draw/${id}`
}
