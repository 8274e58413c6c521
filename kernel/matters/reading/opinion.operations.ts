import type { Selectable } from 'kysely'
import Type from 'typebox'
import { unitsActedFor } from '../../accounts/actor.ts'
import type { Tables } from '../../database/tables.gen.ts'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../../operations/operation.ts'
import { findUnits } from '../../parties/unit-ref.ts'
import { Id } from '../../plan/programme.schemas.ts'
import type { Matters } from '../matters.ts'
import { OpinionTemplate } from './reading.schemas.ts'
import { opinionErrors } from './reading-errors.ts'

const Words = Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' })
const mostOwn = 200

/** 常用意见: words that an officer writes again and again; one's own, or shared with the unit. */
export function opinionOperations(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'opinion.list',
      label: { zh: '查看常用意见', en: 'List opinion templates' },
      about: {
        zh: '自己的和本单位共享的常用意见；给了事项和操作的，专为它们写的排在前面。',
        en: 'One’s own and the unit’s; those written for the given matter and act come first.',
      },
      permission: 'matter.handle',
      route: { method: 'GET', path: '/opinion-templates' },
      cli: 'matter opinions',
      input: Type.Object({
        type: Type.Optional(Type.String({ maxLength: 64 })),
        act: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      output: Type.Object({ templates: Type.Array(OpinionTemplate) }),
      run: async (context, { type, act }) => {
        const rows = (await templatesSeen(context)).filter((row) => suits(row.matter_type, type) && suits(row.act, act))
        const fit = (row: TemplateRow) =>
          Number(type !== undefined && row.matter_type === type) + Number(act !== undefined && row.act === act)
        const ordered = [...rows].sort((a, b) => fit(b) - fit(a))
        const units = await findUnits(
          context.tx,
          context.jurisdiction,
          ordered.flatMap((row) => row.unit_id ?? []),
        )
        return {
          templates: ordered.map((row) => ({
            ...{ id: row.id, words: row.words, type: row.matter_type, act: row.act },
            typeLabel: row.matter_type === null ? null : (matters.find(row.matter_type)?.label ?? row.matter_type),
            unit: row.unit_id === null ? null : (units.get(row.unit_id) ?? null),
            isOwn: isOwn(context, row),
            createdAt: row.created_at.toISOString(),
          })),
        }
      },
    }),
    defineCommand({
      id: 'opinion.keep',
      label: { zh: '存为常用意见', en: 'Keep an opinion template' },
      about: {
        zh: '存一条常用意见，可以只用于一个事项、一种操作；可以共享给本单位。',
        en: 'Keeps words for later, for one matter and act or for all, for oneself or for the unit.',
      },
      permission: 'matter.handle',
      route: { method: 'POST', path: '/opinion-templates' },
      cli: 'matter keep-opinion',
      input: Type.Object({
        words: Words,
        type: Type.Optional(Type.String({ maxLength: 64 })),
        act: Type.Optional(Type.String({ maxLength: 64 })),
        shared: Type.Optional(Type.Boolean()),
      }),
      output: Type.Object({ id: Id }),
      run: async (context, { words, type, act, shared = false }) => {
        const { tx, jurisdiction, actor, now } = context
        if (type !== undefined) matters.get(type)
        const unit = shared ? onlyUnit(context) : null
        const own = (await templatesSeen(context)).filter((row) => isOwn(context, row))
        if (own.length >= mostOwn) throw opinionErrors.tooMany({ most: mostOwn })
        const id = newId(now)
        await tx
          .insertInto('opinion_template')
          .values({
            ...{ jurisdiction, id, account_id: actor.accountId ?? null, unit_id: unit },
            ...{ matter_type: type ?? null, act: act ?? null, words: words.trim() },
            ...{ created_at: now, by_label: actor.label },
          })
          .execute()
        await recordTemplate(context, id, null, { words: words.trim(), shared })
        return { id }
      },
    }),
    defineCommand({
      id: 'opinion.change',
      label: { zh: '修改常用意见', en: 'Change an opinion template' },
      about: { zh: '修改自己存的常用意见。', en: 'Changes a template that one kept oneself.' },
      permission: 'matter.handle',
      route: { method: 'PATCH', path: '/opinion-templates/:templateId' },
      cli: 'matter change-opinion',
      input: Type.Object({ templateId: Id, words: Words }),
      output: Type.Object({ id: Id }),
      run: async (context, { templateId, words }) => {
        const { tx, jurisdiction } = context
        const row = await ownTemplate(context, templateId)
        await tx
          .updateTable('opinion_template')
          .set({ words: words.trim() })
          .where('jurisdiction', '=', jurisdiction)
          .where('id', '=', row.id)
          .execute()
        await recordTemplate(context, row.id, { words: row.words }, { words: words.trim() })
        return { id: row.id }
      },
    }),
    defineCommand({
      id: 'opinion.remove',
      label: { zh: '删除常用意见', en: 'Remove an opinion template' },
      about: { zh: '删除自己存的常用意见。', en: 'Removes a template that one kept oneself.' },
      permission: 'matter.handle',
      route: { method: 'DELETE', path: '/opinion-templates/:templateId' },
      cli: 'matter remove-opinion',
      input: Type.Object({ templateId: Id }),
      output: Type.Object({ removed: Type.Boolean() }),
      run: async (context, { templateId }) => {
        const { tx, jurisdiction } = context
        const row = await ownTemplate(context, templateId)
        await tx
          .deleteFrom('opinion_template')
          .where('jurisdiction', '=', jurisdiction)
          .where('id', '=', row.id)
          .execute()
        await recordTemplate(context, row.id, { words: row.words }, null)
        return { removed: true }
      },
    }),
  ]
}

type TemplateRow = Selectable<Tables['opinion_template']>

/** One's own, and those that somebody shared with a unit that one acts for. */
async function templatesSeen({ tx, jurisdiction, actor }: QueryContext): Promise<readonly TemplateRow[]> {
  const units = unitsActedFor(actor, 'matter.handle')
  return tx
    .selectFrom('opinion_template')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where(({ or, eb }) =>
      or([
        eb('account_id', 'is not distinct from', actor.accountId ?? null),
        ...(units.length === 0 ? [] : [eb('unit_id', 'in', [...units])]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

function isOwn({ actor }: QueryContext, row: TemplateRow): boolean {
  return row.account_id === (actor.accountId ?? null)
}

/** @throws opinion.unknown */
async function ownTemplate(context: CommandContext, id: string): Promise<TemplateRow> {
  const row = (await templatesSeen(context)).find((each) => each.id === id)
  if (row === undefined || !isOwn(context, row)) throw opinionErrors.unknown({ id })
  return row
}

/** @throws opinion.notShared */
function onlyUnit({ actor }: QueryContext): string {
  const [unit, ...more] = unitsActedFor(actor, 'matter.handle')
  if (unit === undefined || more.length > 0) throw opinionErrors.notShared({})
  return unit
}

/** A template for every matter and every act suits all. */
function suits(written: string | null, asked: string | undefined): boolean {
  return asked === undefined || written === null || written === asked
}

type Kept = { readonly words: string; readonly shared?: boolean } | null

function recordTemplate(context: CommandContext, id: string, before: Kept, after: Kept): Promise<void> {
  return context.record({ subject: { kind: 'opinion-template', id }, before, after })
}
