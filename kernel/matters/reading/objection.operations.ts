import { sql } from 'kysely'
import Type from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../../operations/operation.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { mattersWorkedOnBy } from '../sight.ts'
import { ObjectionRow } from './reading.schemas.ts'
import { publicationErrors } from './reading-errors.ts'

/** Objections to a publication as the unit that handles the case reads and answers them. */
export const objectionOperations: readonly Operation[] = [
  defineQuery({
    id: 'publication.objections',
    label: { zh: '查看异议', en: 'Read objections' },
    about: {
      zh: '一项公示收到的异议，提出人的姓名电话是掩码。',
      en: 'The objections to a publication; who made them is masked.',
    },
    permission: 'matter.read',
    route: { method: 'GET', path: '/publications/:publicationId/objections' },
    cli: 'publication objections',
    input: Type.Object({ publicationId: Id }),
    output: Type.Object({ objections: Type.Array(ObjectionRow) }),
    run: async (context, { publicationId }) => {
      await publicationHandled(context, publicationId)
      const rows = await context.tx
        .selectFrom('publication_objection')
        .selectAll()
        .where('jurisdiction', '=', context.jurisdiction)
        .where('publication_id', '=', publicationId)
        .orderBy('at')
        .orderBy('id')
        .limit(1_000)
        .execute()
      return {
        objections: rows.map((row) => ({
          ...{ id: row.id, words: row.words, at: row.at.toISOString(), answer: row.answer, upheld: row.upheld },
          ...{ answeredAt: row.answered_at?.toISOString() ?? null, answeredByLabel: row.answered_by_label },
          ...{ name: row.name_masked, phone: row.phone_masked },
        })),
      }
    },
  }),
  defineCommand({
    id: 'publication.answerObjection',
    label: { zh: '答复异议', en: 'Answer an objection' },
    about: {
      zh: '核实后答复异议：成立的，再在办件中办理；不成立的，说明理由。提出人看得到答复。',
      en: 'Answers an objection after checking: upheld, and then acted on in the matter, or not, with the reason.',
    },
    permission: 'matter.handle',
    route: { method: 'POST', path: '/publications/:publicationId/objections/:objectionId/answer' },
    cli: 'publication answer',
    input: Type.Object({
      publicationId: Id,
      objectionId: Id,
      answer: Type.String({ minLength: 1, maxLength: 4_000, pattern: '\\S' }),
      upheld: Type.Boolean(),
    }),
    output: Type.Object({ answered: Type.Boolean() }),
    run: async (context, { publicationId, objectionId, answer, upheld }) => {
      const { tx, jurisdiction, actor, now } = context
      const publication = await publicationHandled(context, publicationId)
      const objection = await tx
        .selectFrom('publication_objection')
        .select(['id', 'answered_at', 'answered_by_label'])
        .where('jurisdiction', '=', jurisdiction)
        .where('publication_id', '=', publicationId)
        .where('id', '=', objectionId)
        .forUpdate()
        .executeTakeFirst()
      if (objection === undefined) throw publicationErrors.objectionUnknown({ id: objectionId })
      if (objection.answered_at !== null) throw publicationErrors.answered({ by: objection.answered_by_label ?? '' })
      await tx
        .updateTable('publication_objection')
        .set({ answer: answer.trim(), upheld, answered_at: now, answered_by_label: actor.label })
        .where('jurisdiction', '=', jurisdiction)
        .where('id', '=', objectionId)
        .execute()
      await context.record({
        subject: { kind: 'matter', id: publication.matterId },
        before: { objection: objectionId, answer: null },
        after: { objection: objectionId, answer: answer.trim(), upheld },
      })
      return { answered: true }
    },
  }),
]

/** @throws publication.unknown where the case is none that the reader sees */
async function publicationHandled(context: QueryContext, id: string): Promise<{ readonly matterId: string }> {
  const seen = mattersWorkedOnBy(context)
  const { rows } = await sql<{ matterId: string }>`select m.id as "matterId" from matter_publication p
      join matter m on m.jurisdiction = p.jurisdiction and m.id = p.matter_id
    where p.jurisdiction = ${context.jurisdiction} and m.jurisdiction = ${context.jurisdiction}
      and p.id = ${id} and ${seen}`.execute(context.tx)
  const [row] = rows
  if (row === undefined) throw publicationErrors.unknown({ id })
  return row
}
