import type { RawBuilder } from 'kysely'
import Type from 'typebox'
import type { CommandContext, QueryContext } from '../../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../../operations/operation.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { formFields } from '../form/form-fields.ts'
import { DraftView } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { matterVersion } from '../versions.ts'
import {
  BeginDraftInput,
  DraftChanges,
  DraftList,
  SaveDraftInput,
  SavedDraft,
  SubmitDraftInput,
  Submitted,
} from './applying.schemas.ts'
import { beginOwnDraft } from './begin-draft.ts'
import { addMaterial, materialMaximumBytes, refuseFull, removeMaterial } from './draft-materials.ts'
import { type DraftState, getDraft, listOwnDrafts, lockOpenDraft, ownDrafts, revisionOf } from './draft-row.ts'
import { deleteDrafts } from './forget-files.ts'
import { presentDraft, presentDraftRow } from './present-draft.ts'
import { confirmPrefilled, saveTyping } from './save-draft.ts'
import { submitDraft } from './submit-draft.ts'

const draftPath = '/drafts/:draftId' as const
const ofDraft = { draftId: Id }
const permission = 'service.apply' as const

/** 草稿: a form from its first field to the matter that comes of it. Nobody but its owner finds it. */
export function draftOperations(matters: Matters): readonly Operation[] {
  const shown = (context: QueryContext, draft: DraftState) => presentDraft(context, matters, draft)
  const again = async (context: QueryContext, draftId: string) => shown(context, await getDraft(context, draftId))
  return [
    defineQuery({
      id: 'draft.list',
      label: { zh: '我的草稿', en: 'List own drafts' },
      about: { zh: '还没有提交的申请表，可以接着填。', en: 'Forms that are not submitted yet, to go on with.' },
      permission,
      route: { method: 'GET', path: '/drafts' },
      cli: 'draft list',
      input: Type.Object({}),
      output: DraftList,
      run: async (context) => ({
        drafts: await Promise.all((await listOwnDrafts(context)).map((draft) => presentDraftRow(context, draft))),
      }),
    }),
    defineCommand({
      id: 'draft.begin',
      label: { zh: '开始申请', en: 'Begin an application' },
      about: {
        zh: '开始填一个事项的申请表；平台已有的内容自动带入，由申请人确认。',
        en: 'Begins the form of a matter; what the platform knows is filled in, for the applicant to confirm.',
      },
      permission,
      route: { method: 'POST', path: '/drafts' },
      cli: 'draft begin',
      input: BeginDraftInput,
      output: DraftView,
      run: async (context, input) => shown(context, await beginOwnDraft(context, matters, input)),
    }),
    defineQuery({
      id: 'draft.show',
      label: { zh: '打开草稿', en: 'Open a draft' },
      about: {
        zh: '申请表、已填内容、谁填的、材料和问题。',
        en: 'The form, what is filled, by whom, materials and problems.',
      },
      permission,
      route: { method: 'GET', path: draftPath },
      cli: 'draft show',
      input: Type.Object(ofDraft),
      output: DraftView,
      run: async (context, { draftId }) => again(context, draftId),
    }),
    defineQuery({
      id: 'draft.changes',
      label: { zh: '草稿有无变化', en: 'Whether a draft has changed' },
      about: {
        zh: '另一屏填写后，这里按修订号知道；没有变化时不带内容。',
        en: 'Tells by the revision whether somebody typed on the other screen; without a change it carries nothing.',
      },
      permission,
      route: { method: 'GET', path: `${draftPath}/changes` },
      cli: 'draft changes',
      input: Type.Object({ ...ofDraft, since: Type.Optional(Type.Integer({ minimum: 0 })) }),
      output: DraftChanges,
      run: async (context, { draftId, since }) =>
        changesOf(context, matters, draftId, { since, where: ownDrafts(context) }),
    }),
    defineCommand({
      id: 'draft.save',
      label: { zh: '保存草稿', en: 'Save a draft' },
      about: {
        zh: '保存填写的字段；没有发送的字段不动，两人同时填写都保留。',
        en: 'Saves the fields that are sent; others stay, so that two can type at once.',
      },
      permission,
      route: { method: 'PATCH', path: draftPath },
      cli: 'draft save',
      input: Type.Object({ ...ofDraft, ...SaveDraftInput.properties }),
      output: SavedDraft,
      run: async (context, { draftId, ...typing }) => {
        const draft = await lockOpenDraft(context, draftId)
        const saved = await saveTyping(context, matters, draft, { ...typing, by: typistOf(context, draft) })
        return { draft: await shown(context, saved.draft), overtaken: [...saved.overtaken] }
      },
    }),
    defineCommand({
      id: 'draft.delete',
      label: { zh: '删除草稿', en: 'Delete a draft' },
      about: {
        zh: '删除没有提交的申请表和它的材料。',
        en: 'Deletes a form that was not submitted, with its materials.',
      },
      permission,
      route: { method: 'DELETE', path: draftPath },
      cli: 'draft delete',
      input: Type.Object(ofDraft),
      output: Type.Object({}),
      run: async (context, { draftId }) => {
        const { id } = await lockOpenDraft(context, draftId)
        await deleteDrafts(context, [id])
        context.unchanged()
        return {}
      },
    }),
    defineCommand({
      id: 'draft.addMaterial',
      label: { zh: '上传材料', en: 'Add a material' },
      about: {
        zh: '为草稿上传一份材料，可以拍照；几页或几张照片合为一份的可多次上传。',
        en: 'Adds a file or a photograph to a draft; several pages make one material where it says so.',
      },
      permission,
      route: { method: 'POST', path: `${draftPath}/materials` },
      cli: 'draft add-material',
      upload: {
        maximumBytes: materialMaximumBytes,
        admits: async (context, { draftId }) => {
          const { id } = await getDraft(context, String(draftId))
          await refuseFull(context, id, { files: 0, bytes: 0 })
        },
      },
      input: Type.Object({ ...ofDraft, material: Id }),
      output: DraftView,
      run: async (context, { draftId, material }) => {
        const draft = await lockOpenDraft(context, draftId)
        await addMaterial(context, draft, material, typistOf(context, draft))
        return again(context, draftId)
      },
    }),
    defineCommand({
      id: 'draft.removeMaterial',
      label: { zh: '删除材料', en: 'Remove a material' },
      about: { zh: '从草稿中去掉一个文件。', en: 'Takes a file out of a draft.' },
      permission,
      route: { method: 'DELETE', path: `${draftPath}/materials/:materialId` },
      cli: 'draft remove-material',
      input: Type.Object({ ...ofDraft, materialId: Id }),
      output: DraftView,
      run: async (context, { draftId, materialId }) => {
        await removeMaterial(context, await lockOpenDraft(context, draftId), materialId)
        return again(context, draftId)
      },
    }),
    defineCommand({
      id: 'draft.confirmPrefilled',
      label: { zh: '确认带入的内容', en: 'Confirm what was filled in' },
      about: {
        zh: '申请人确认平台带入的内容正确，并同意用于本次办理。',
        en: 'The applicant says that what was filled in is right and may be used for this matter.',
      },
      permission,
      route: { method: 'POST', path: `${draftPath}/prefill-confirmations` },
      cli: 'draft confirm-prefilled',
      input: Type.Object({ ...ofDraft, fields: FieldNames }),
      output: DraftView,
      run: async (context, { draftId, fields }) => {
        const draft = await lockOpenDraft(context, draftId)
        return shown(context, await confirmWithLabels(context, draft, fields))
      },
    }),
    defineCommand({
      id: 'draft.submit',
      label: { zh: '提交申请', en: 'Submit an application' },
      about: {
        zh: '提交申请表，生成办件编号和收件凭证；重复提交得到同一件。',
        en: 'Submits the form: a number and a receipt. Sent twice, it is one matter.',
      },
      permission,
      route: { method: 'POST', path: `${draftPath}/submission` },
      cli: 'draft submit',
      input: Type.Object({ ...ofDraft, ...SubmitDraftInput.properties }),
      output: Submitted,
      run: async (context, { draftId, ...input }) => {
        const draft = await getDraft(context, draftId, { lock: true, where: ownDrafts(context) })
        return submitDraft(context, matters, draft, input)
      },
    }),
  ]
}

export const FieldNames = Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 400, uniqueItems: true })

/** At the window the clerk types; everywhere else whoever applies. */
export function typistOf({ actor }: CommandContext, { deskAccount }: DraftState): 'applicant' | 'clerk' {
  return deskAccount !== null && deskAccount === actor.accountId ? 'clerk' : 'applicant'
}

export async function changesOf(
  context: QueryContext,
  matters: Matters,
  draftId: string,
  { since, where }: { readonly since: number | undefined; readonly where: RawBuilder<boolean> },
): Promise<DraftChanges> {
  const { revision, isSubmitted } = await revisionOf(context, draftId, where)
  if (since !== undefined && revision <= since && !isSubmitted) return { revision, draft: null }
  const draft = await getDraft(context, draftId, { where })
  return { revision: draft.revision, draft: await presentDraft(context, matters, draft) }
}

export async function confirmWithLabels(context: CommandContext, draft: DraftState, fields: readonly string[]) {
  const declaration = await matterVersion(context, draft.type, draft.version)
  return confirmPrefilled(context, draft, fields, (name) => formFields(declaration).get(name)?.field.label ?? name)
}
