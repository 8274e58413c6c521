import Type from 'typebox'
import { newId } from '../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id } from '../plan/programme.schemas.ts'
import { RegisterId } from './record-write.operations.ts'
import { registerErrors } from './register-errors.ts'
import { SavedView } from './registers.schemas.ts'
import type { Registers } from './registers.ts'
import { sightOrThrow } from './sight.ts'

/** 视图: filters, columns and order of a list under a name, for oneself or for everybody who sees the register. */
export function viewOperations(registers: Registers): readonly Operation[] {
  return [
    defineQuery({
      id: 'register.views',
      label: { zh: '查看保存的视图', en: 'List saved views' },
      about: { zh: '本人保存的和共享的视图。', en: 'Views that one saved oneself, and those that are shared.' },
      permission: 'programme.read',
      route: { method: 'GET', path: '/registers/:register/views' },
      cli: 'register views',
      input: Type.Object({ register: RegisterId }),
      output: Type.Object({ views: Type.Array(SavedView) }),
      run: async (context, input) => {
        const register = registers.get(input.register)
        await sightOrThrow(context, registers, register)
        return { views: await viewsOf(context, register.id) }
      },
    }),
    defineCommand({
      id: 'register.saveView',
      label: { zh: '保存视图', en: 'Save a view' },
      about: {
        zh: '把当前的筛选、列和排序存成视图，可以共享给能看这个名录的人。',
        en: 'Saves filters, columns and order under a name; may be shared with all who see the register.',
      },
      permission: 'register.read',
      route: { method: 'POST', path: '/registers/:register/views' },
      cli: 'register save-view',
      input: Type.Object({
        register: RegisterId,
        label: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
        isShared: Type.Boolean(),
        state: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown()),
      }),
      output: SavedView,
      run: async (context, input) => {
        const register = registers.get(input.register)
        await sightOrThrow(context, registers, register)
        const { tx, jurisdiction, actor, now } = context
        const state = JSON.stringify(input.state)
        if (state.length > 20_000) throw registerErrors.badFilter({ why: '视图内容过大 / the view is too large' })
        const id = newId(now)
        const view = { id, label: input.label.trim(), isShared: input.isShared, isOwn: true, state: input.state }
        await tx
          .insertInto('saved_view')
          .values({
            ...{ jurisdiction, id, register: register.id, account_id: actor.accountId ?? null },
            ...{ label: view.label, is_shared: view.isShared, state, created_at: now },
          })
          .execute()
        await recordView(context, id, null, { register: register.id, label: view.label, isShared: view.isShared })
        return view
      },
    }),
    defineCommand({
      id: 'register.removeView',
      label: { zh: '删除视图', en: 'Remove a view' },
      about: { zh: '删除本人保存的视图。', en: 'Removes a view that one saved oneself.' },
      permission: 'register.read',
      route: { method: 'DELETE', path: '/registers/:register/views/:viewId' },
      cli: 'register remove-view',
      input: Type.Object({ register: RegisterId, viewId: Id }),
      output: Type.Object({ removed: Type.Boolean() }),
      run: async (context, input) => {
        const { tx, jurisdiction } = context
        const views = await viewsOf(context, registers.get(input.register).id)
        const view = views.find(({ id, isOwn }) => id === input.viewId && isOwn)
        if (view === undefined) throw registerErrors.viewUnknown({ id: input.viewId })
        await tx.deleteFrom('saved_view').where('jurisdiction', '=', jurisdiction).where('id', '=', view.id).execute()
        await recordView(
          context,
          view.id,
          { register: registers.get(input.register).id, label: view.label, isShared: view.isShared },
          null,
        )
        return { removed: true }
      },
    }),
  ]
}

type ViewEntry = { readonly register: string; readonly label: string; readonly isShared: boolean } | null

function recordView(context: CommandContext, id: string, before: ViewEntry, after: ViewEntry): Promise<void> {
  return context.record({ subject: { kind: 'saved-view', id }, before, after })
}

/** Whoever works at the machine itself has no account: views without one are theirs. */
async function viewsOf({ tx, jurisdiction, actor }: QueryContext, register: string) {
  const isOperator = actor.via === 'qx'
  const rows = await tx
    .selectFrom('saved_view')
    .select(['id', 'label', 'is_shared', 'account_id', 'state'])
    .where('jurisdiction', '=', jurisdiction)
    .where('register', '=', register)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      label: row.label,
      isShared: row.is_shared,
      isOwn: row.account_id === null ? isOperator : row.account_id === actor.accountId,
      state: row.state as Record<string, unknown>,
    }))
    .filter(({ isShared, isOwn }) => isShared || isOwn)
}
