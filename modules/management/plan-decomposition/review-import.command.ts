import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { checkInput } from '@qiangxian/kernel/operations/check-input'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { listOrganisations } from '@qiangxian/kernel/parties/party.operations'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import Type from 'typebox'
import { missingUnits } from './complete-units.ts'
import { type Draft, type DraftSpan, standing } from './draft.ts'
import { guessKind } from './guess-kind.ts'
import { planImportErrors } from './plan-errors.ts'
import {
  getImport,
  insertItems,
  listItems,
  lockImport,
  type StoredImport,
  type StoredItem,
} from './plan-import.queries.ts'
import { contentSchemas, Decision, DraftItem, DraftKind } from './plan-import.schemas.ts'
import { baseContents, presentItem } from './present-import.ts'
import { sureConfidence } from './snapshot-from-draft.ts'

/** 新增: a person adds what the compiler did not read, from words of the document or of their own. */
export const addDraftItem = defineCommand({
  id: 'planImport.addItem',
  label: { zh: '新增一项', en: 'Add an item' },
  about: {
    zh: '在草稿里新增目标、任务、里程碑等，可附原文位置。',
    en: 'Adds a target, task, milestone or other item to a draft, with its words where there are any.',
  },
  permission: 'plan.review',
  route: { method: 'POST', path: '/plan-imports/:importId/items' },
  cli: 'plan item-add',
  input: Type.Object({
    importId: Id,
    kind: DraftKind,
    content: Type.Unknown(),
    span: Type.Optional(
      Type.Union([
        Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }),
        Type.Null(),
      ]),
    ),
  }),
  output: DraftItem,
  run: async (context, input) => {
    const stored = await lockOpenImport(context, input.importId)
    const content = checkContent(input.kind, input.content)
    await refuseUnknownUnit(context, content)
    const items = await listItems(context, stored.id)
    const span = input.span ?? null
    if (span !== null) refuseSpanOutside(span, stored.sourceText)
    const item = {
      id: newId(),
      kind: input.kind,
      content,
      span,
      words: span === null ? null : stored.sourceText.slice(span.start, span.end),
      confidence: null,
      decision: 'added',
      baseItemId: null,
      against: stored.baseVersion === null ? null : 'added',
    } as Draft
    await insertItems(context, stored.id, [item], items.length)
    await addMissingUnits(context, stored.id)
    await context.record({
      subject: { kind: 'planImport', id: stored.id },
      before: null,
      after: { item: item.id, kind: item.kind, content: content as Json },
    })
    return presentStored(context, stored.id, item.id)
  },
})

/** 确认、改正、删去、恢复: one decision on one item, by someone who saw its latest state. */
export const changeDraftItem = defineCommand({
  id: 'planImport.changeItem',
  label: { zh: '核对一项', en: 'Review an item' },
  about: {
    zh: '确认、改正、删去或恢复草稿中的一项；须说明看到的是第几次修改，以免覆盖别人的改动。',
    en: 'Confirms, corrects, strikes out or restores one item; says which revision was seen, so nobody is overwritten.',
  },
  permission: 'plan.review',
  route: { method: 'PATCH', path: '/plan-imports/:importId/items/:itemId' },
  cli: 'plan item-change',
  input: Type.Object({
    importId: Id,
    itemId: Id,
    revision: Type.Integer({ minimum: 1 }),
    content: Type.Optional(Type.Unknown()),
    decision: Type.Optional(Decision),
  }),
  output: DraftItem,
  run: async (context, input) => {
    const { tx, jurisdiction, actor, now } = context
    const stored = await lockOpenImport(context, input.importId)
    const before = (await listItems(context, stored.id)).find((item) => item.id === input.itemId)
    if (before === undefined) throw operationErrors.notFound({ what: { zh: '草稿项', en: 'item' }, id: input.itemId })
    if (before.revision !== input.revision) {
      throw planImportErrors.changedMeanwhile({ who: before.decidedBy ?? '他人', what: labelOf(before) })
    }
    const content = input.content === undefined ? before.content : checkContent(before.kind, input.content)
    await refuseUnknownUnit(context, content)
    const decision = input.decision ?? (input.content === undefined ? before.decision : 'corrected')
    const edited = JSON.stringify(content) !== JSON.stringify(before.content)
    await tx
      .updateTable('plan_import_item')
      .set({
        content: JSON.stringify(content),
        decision,
        against: before.against === 'same' && edited ? 'changed' : before.against,
        decided_by: actor.label,
        decided_at: now,
        revision: before.revision + 1,
      })
      .where('jurisdiction', '=', jurisdiction)
      .where('import_id', '=', stored.id)
      .where('id', '=', before.id)
      .execute()
    await addMissingUnits(context, stored.id)
    await context.record({
      subject: { kind: 'planImport', id: stored.id },
      before: { item: before.id, decision: before.decision, content: before.content as Json },
      after: { item: before.id, decision, content: content as Json },
    })
    return presentStored(context, stored.id, before.id)
  },
})

/** 确认其余全部: what is pending and was read with confidence is confirmed together. */
export const confirmDraftItems = defineCommand({
  id: 'planImport.confirmItems',
  label: { zh: '批量确认', en: 'Confirm many' },
  about: {
    zh: '把尚未处理、识别把握足够的项一次确认；单位、待定问题须逐项处理。',
    en: 'Confirms what is pending and was read with confidence; units and questions are settled one by one.',
  },
  permission: 'plan.review',
  route: { method: 'POST', path: '/plan-imports/:importId/confirmation' },
  cli: 'plan confirm',
  input: Type.Object({
    importId: Id,
    kinds: Type.Optional(Type.Array(DraftKind)),
    minimumConfidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  }),
  output: Type.Object({ confirmed: Type.Integer() }),
  run: async (context, input) => {
    const { tx, jurisdiction, actor, now } = context
    const stored = await lockOpenImport(context, input.importId)
    const least = input.minimumConfidence ?? sureConfidence
    const kinds = new Set(input.kinds ?? ['head', 'group', 'task', 'target', 'milestone', 'safeguard', 'phase'])
    const chosen = (await listItems(context, stored.id)).filter(
      (item) => item.decision === 'pending' && kinds.has(item.kind) && (item.confidence ?? 1) >= least,
    )
    if (chosen.length === 0) {
      context.unchanged()
      return { confirmed: 0 }
    }
    const ids = chosen.map((item) => item.id)
    await tx
      .updateTable('plan_import_item')
      .set((eb) => ({
        decision: 'confirmed',
        decided_by: actor.label,
        decided_at: now,
        revision: eb('revision', '+', 1),
      }))
      .where('jurisdiction', '=', jurisdiction)
      .where('import_id', '=', stored.id)
      .where('id', 'in', ids)
      .execute()
    await context.record({ subject: { kind: 'planImport', id: stored.id }, before: null, after: { confirmed: ids } })
    return { confirmed: ids.length }
  },
})

/** 其余全部新建: every printed unit that nobody matched becomes a unit of its own at adoption. */
export const createOpenUnits = defineCommand({
  id: 'planImport.createUnits',
  label: { zh: '其余单位全部新建', en: 'Create all other units' },
  about: {
    zh: '把还没有对应到机构的单位全部标为采纳时新建，类别按名称推测，之后仍可逐个改。',
    en: 'Marks every unit that is matched to no organisation as to be created at adoption; each can still be changed.',
  },
  permission: 'plan.review',
  route: { method: 'POST', path: '/plan-imports/:importId/new-units' },
  cli: 'plan create-units',
  input: Type.Object({ importId: Id }),
  output: Type.Object({ created: Type.Integer() }),
  run: async (context, { importId }) => {
    const { tx, jurisdiction, actor, now } = context
    const stored = await lockOpenImport(context, importId)
    const open = standing(await listItems(context, stored.id), 'unit').filter(
      ({ content }) => content.partyId === null && content.create === null,
    )
    if (open.length === 0) {
      context.unchanged()
      return { created: 0 }
    }
    for (const { id, content } of open) {
      const create = { name: content.printed, kind: guessKind(content.printed) }
      await tx
        .updateTable('plan_import_item')
        .set((eb) => ({
          content: JSON.stringify({ ...content, create }),
          decision: 'corrected',
          decided_by: actor.label,
          decided_at: now,
          revision: eb('revision', '+', 1),
        }))
        .where('jurisdiction', '=', jurisdiction)
        .where('import_id', '=', stored.id)
        .where('id', '=', id)
        .execute()
    }
    await context.record({
      subject: { kind: 'planImport', id: stored.id },
      before: null,
      after: { unitsToCreate: open.map(({ content }) => content.printed) },
    })
    return { created: open.length }
  },
})

/** 作废: the draft is put away; the file and the journal keep it. */
export const discardImport = defineCommand({
  id: 'planImport.discard',
  label: { zh: '作废导入', en: 'Discard an import' },
  about: { zh: '作废一份尚未采纳的草稿；记录保留在日志中。', en: 'Puts away a draft that is not adopted.' },
  permission: 'plan.review',
  route: { method: 'DELETE', path: '/plan-imports/:importId' },
  cli: 'plan discard',
  input: Type.Object({ importId: Id }),
  output: Type.Object({}),
  run: async (context, { importId }) => {
    const stored = await lockOpenImport(context, importId)
    await context.tx
      .updateTable('plan_import')
      .set({ status: 'discarded' })
      .where('jurisdiction', '=', context.jurisdiction)
      .where('id', '=', stored.id)
      .execute()
    await context.record({
      subject: { kind: 'planImport', id: stored.id },
      before: { status: 'review' },
      after: { status: 'discarded' },
    })
    return {}
  },
})

async function lockOpenImport(context: CommandContext, id: string): Promise<StoredImport> {
  const stored = await lockImport(context, id)
  if (stored.status !== 'review') throw planImportErrors.notInReview({ status: stored.status })
  return stored
}

async function addMissingUnits(context: CommandContext, importId: string): Promise<void> {
  const items = await listItems(context, importId)
  const organisations = await listOrganisations(context.tx, context.jurisdiction)
  const missing = missingUnits(items, organisations, () => newId())
  if (missing.length > 0) await insertItems(context, importId, missing, items.length)
}

async function presentStored(context: CommandContext, importId: string, itemId: string) {
  const item = (await listItems(context, importId)).find((each) => each.id === itemId)
  if (item === undefined) throw new Error(`draft item ${itemId} was lost`)
  const organisations = await listOrganisations(context.tx, context.jurisdiction)
  const base = await baseContents(context, await getImport(context, importId), organisations)
  return presentItem(item, organisations, base)
}

/** @throws operation.badInput with a problem for each field, planImport.impossibleDate is one of them */
function checkContent<Kind extends DraftKind>(kind: Kind, raw: unknown): Draft['content'] {
  const content = checkInput({ input: contentSchemas[kind] }, raw, '/content')
  const problems = impossibleDates(content, '/content')
  if (problems.length > 0) throw planImportErrors.badContent({ count: problems.length }, { problems })
  return content as Draft['content']
}

/** @throws operation.notFound when a printed name is matched to an organisation that is not there */
async function refuseUnknownUnit(context: CommandContext, content: Draft['content']): Promise<void> {
  if (!('partyId' in content) || content.partyId === null) return
  const organisations = await listOrganisations(context.tx, context.jurisdiction)
  if (organisations.some((unit) => unit.id === content.partyId)) return
  throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: content.partyId })
}

function refuseSpanOutside({ start, end }: DraftSpan, text: string): void {
  if (start < end && end <= text.length) return
  const message = {
    zh: `原文位置 ${start} 至 ${end} 不在文本之内（共 ${text.length} 字）。请在原文里重新选取。`,
    en: `The place ${start} to ${end} is not within the text of ${text.length} characters. Select it again.`,
  }
  throw planImportErrors.badContent({ count: 1 }, { problems: [{ path: '/span', message }] })
}

const dateFields = new Set(['issuedOn', 'periodStart', 'periodEnd', 'deadline', 'dueOn', 'start', 'end'])

function impossibleDates(content: unknown, path: string): readonly FieldProblem[] {
  if (content === null || typeof content !== 'object') return []
  return Object.entries(content).flatMap(([field, value]) => {
    if (!dateFields.has(field) || typeof value !== 'string' || isCivilDate(value)) return []
    const message = {
      zh: `“${value}”不是存在的日期。请改正，例如 2026-02-28。`,
      en: `“${value}” is no date that exists. Correct it, for example 2026-02-28.`,
    }
    return [{ path: `${path}/${field}`, message }]
  })
}

function labelOf(item: StoredItem): string {
  const { content } = item
  if ('name' in content) return content.name
  if ('title' in content) return content.title
  if ('printed' in content) return content.printed
  return item.words ?? item.kind
}
