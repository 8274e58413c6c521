import { sql } from 'kysely'
import Type, { type Static } from 'typebox'
import { QxError } from '../../errors/define-errors.ts'
import type { CommandContext } from '../../operations/context.ts'
import { defineCommand, type Operation } from '../../operations/operation.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { actOnMatter } from '../act-on-matter.ts'
import type { ActOutcome } from '../carry-out.ts'
import { refuseForeignFiles } from '../check-application.ts'
import type { Matters } from '../matters.ts'
import type { GivenMaterial } from '../write-act.ts'
import { GivenMaterialInput, MatterOutcome } from './type.schemas.ts'

const actFields = {
  act: Type.String({ minLength: 1, maxLength: 64 }),
  input: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Type.Unknown())),
  opinion: Type.Optional(Type.String({ maxLength: 5000 })),
}

/** Acts of staff on matters: one, or the same on many. Those who applied act on their own matters (`/own-matters`). */
export function actOperations(matters: Matters): readonly Operation[] {
  return [
    defineCommand({
      id: 'matter.act',
      label: { zh: '办理办件', en: 'Act on a matter' },
      about: {
        zh: '办理一个环节，或者领办、转办、移交、中止、恢复、终止、会签、催办等。带上看到的修订号，别人先办了会告诉您；同一请求重复发送只办一次。',
        en: 'One act of the declaration, or one that every matter knows. With the revision that was seen; a request that comes twice is done once.',
      },
      permission: 'matter.read',
      route: { method: 'POST', path: '/matters/:matterId/acts' },
      cli: 'matter act',
      input: Type.Object({
        ...{ matterId: Id, ...actFields, revision: Type.Integer({ minimum: 1 }) },
        requestKey: Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
        materials: Type.Optional(Type.Array(GivenMaterialInput, { maxItems: 50 })),
      }),
      output: MatterOutcome,
      run: async (context, { materials = [], ...asked }) => {
        const given = materials.map((each): GivenMaterial => ({ ...each, origin: 'staff' }))
        await refuseForeignFiles(context, given)
        return presentOutcome(await actOnMatter(context, matters, { ...asked, materials: given }))
      },
    }),
    defineCommand({
      id: 'matter.actBatch',
      label: { zh: '批量办理', en: 'Act on many matters' },
      about: {
        zh: '对清单中的多件办同一个环节；逐件判断，办不成的说明原因，不影响其他件。',
        en: 'The same act on many matters: each is judged by itself, and one that is refused does not hold up the others.',
      },
      permission: 'matter.read',
      route: { method: 'POST', path: '/matter-acts/batch' },
      cli: 'matter act-batch',
      input: Type.Object({
        matters: Type.Array(Type.Object({ id: Id, revision: Type.Integer({ minimum: 1 }) }), {
          ...{ minItems: 1, maxItems: 100 },
        }),
        ...actFields,
      }),
      output: Type.Object({
        done: Type.Integer(),
        outcomes: Type.Array(BatchOutcome),
      }),
      run: (context, { matters: asked, ...act }) => actOnEach(context, matters, asked, act),
    }),
  ]
}

const BatchOutcome = Type.Object({
  matterId: Id,
  outcome: Type.Union([MatterOutcome, Type.Null()]),
  /** null: it was done */
  refusal: Type.Union([Type.Object({ code: Type.String(), message: Type.String() }), Type.Null()]),
})

async function actOnEach(
  context: CommandContext,
  matters: Matters,
  asked: readonly { readonly id: string; readonly revision: number }[],
  act: { readonly act: string; readonly input?: Record<string, unknown>; readonly opinion?: string },
): Promise<{ done: number; outcomes: Static<typeof BatchOutcome>[] }> {
  const outcomes: Static<typeof BatchOutcome>[] = []
  // Locked in one order, so that two batches over the same matters do not wait for each other.
  const inOrder = [...new Map(asked.map((each) => [each.id, each])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id, revision } of inOrder) {
    await sql`savepoint one_matter`.execute(context.tx)
    try {
      const outcome = await actOnMatter(context, matters, { matterId: id, revision, isBatch: true, ...act })
      outcomes.push({ matterId: id, outcome: presentOutcome(outcome), refusal: null })
    } catch (error) {
      if (!(error instanceof QxError)) throw error
      await sql`rollback to savepoint one_matter`.execute(context.tx)
      const refusal = { code: error.code, message: error.messageIn(context.language) }
      outcomes.push({ matterId: id, outcome: null, refusal })
    }
    await sql`release savepoint one_matter`.execute(context.tx)
  }
  const done = outcomes.filter(({ refusal }) => refusal === null).length
  if (done === 0) context.unchanged()
  return { done, outcomes }
}

export function presentOutcome(outcome: ActOutcome): Static<typeof MatterOutcome> {
  return {
    ...outcome,
    phases: [...outcome.phases],
    documents: outcome.documents.map((each) => ({ ...each })),
    written: outcome.written.map((each) => ({ ...each })),
  }
}
