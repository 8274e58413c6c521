import Type from 'typebox'
import { newId } from '../../ids/new-id.ts'
import { defineCommand, type Operation } from '../../operations/operation.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { commentErrors } from './reading-errors.ts'
import { getWorkedOn } from './worked-on.ts'

/** 内部批注: words among those who handle a case. Those who applied never see them: no shape that they read holds them. */
export const commentOperations: readonly Operation[] = [
  defineCommand({
    id: 'matter.comment',
    label: { zh: '写批注', en: 'Comment on a matter' },
    about: {
      zh: '在办件上写给同事看的批注；申请人看不到。',
      en: 'Words for colleagues on a matter; those who applied never see them.',
    },
    permission: 'matter.handle',
    route: { method: 'POST', path: '/matters/:matterId/comments' },
    cli: 'matter comment',
    input: Type.Object({
      matterId: Id,
      words: Type.String({ minLength: 1, maxLength: 4_000, pattern: '\\S' }),
    }),
    output: Type.Object({ id: Id }),
    run: async (context, { matterId, words }) => {
      const { tx, jurisdiction, actor, now } = context
      const matter = await getWorkedOn(context, matterId)
      const id = newId(now)
      await tx
        .insertInto('matter_comment')
        .values({
          ...{ jurisdiction, id, matter_id: matter.id, words: words.trim(), at: now },
          ...{ by_account: actor.accountId ?? null, by_label: actor.label, demonstration: matter.demonstration },
        })
        .execute()
      // What it says stays in the row: a journal that auditors read is no place for a draft of thoughts.
      await context.record({ subject: { kind: 'matter', id: matter.id }, before: null, after: { comment: id } })
      return { id }
    },
  }),
  defineCommand({
    id: 'matter.withdrawComment',
    label: { zh: '收回批注', en: 'Withdraw a comment' },
    about: {
      zh: '收回自己写的批注，同事不再看到。',
      en: 'Takes back a comment of one’s own; colleagues no longer see it.',
    },
    permission: 'matter.handle',
    route: { method: 'POST', path: '/matters/:matterId/comments/:commentId/withdrawal' },
    cli: 'matter withdraw-comment',
    input: Type.Object({ matterId: Id, commentId: Id }),
    output: Type.Object({ withdrawn: Type.Boolean() }),
    run: async (context, { matterId, commentId }) => {
      const { tx, jurisdiction, actor, now } = context
      const matter = await getWorkedOn(context, matterId)
      const comment = await tx
        .selectFrom('matter_comment')
        .select(['id', 'withdrawn_at'])
        .where('jurisdiction', '=', jurisdiction)
        .where('matter_id', '=', matter.id)
        .where('id', '=', commentId)
        .where('by_account', 'is not distinct from', actor.accountId ?? null)
        .forUpdate()
        .executeTakeFirst()
      if (comment === undefined) throw commentErrors.unknown({ id: commentId })
      if (comment.withdrawn_at !== null) {
        context.unchanged()
        return { withdrawn: true }
      }
      await tx
        .updateTable('matter_comment')
        .set({ withdrawn_at: now })
        .where('jurisdiction', '=', jurisdiction)
        .where('id', '=', commentId)
        .execute()
      await context.record({
        subject: { kind: 'matter', id: matter.id },
        before: { comment: commentId },
        after: { comment: null },
      })
      return { withdrawn: true }
    },
  }),
]
