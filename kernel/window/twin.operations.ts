import Type from 'typebox'
import { DraftChanges, SaveDraftInput, SavedDraft } from '../matters/applying/applying.schemas.ts'
import { changesOf, confirmWithLabels, FieldNames } from '../matters/applying/draft.operations.ts'
import { addMaterial, materialMaximumBytes, refuseFull } from '../matters/applying/draft-materials.ts'
import { lockOpenDraft, twinDraft } from '../matters/applying/draft-row.ts'
import { presentDraft } from '../matters/applying/present-draft.ts'
import { saveTyping } from '../matters/applying/save-draft.ts'
import { DraftView } from '../matters/matters.schemas.ts'
import type { Matters } from '../matters/matters.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id } from '../plan/programme.schemas.ts'
import { draftOfTwin, endTwin, pairedDraft, pairTwin, showTwinCode } from './twin.ts'
import { PairInput, TwinCode, TwinPaired } from './window.schemas.ts'

const permission = 'service.apply' as const

/** 副屏: both look at one form and both type; who typed what is kept. */
export function twinOperations(matters: Matters): readonly Operation[] {
  return [
    defineCommand({
      id: 'twin.show',
      label: { zh: '出示配对码', en: 'Show a pairing code' },
      about: {
        zh: '让申请人的屏幕或手机加入这份表：十分钟内有效，只能用一次。',
        en: 'Lets the applicant’s screen or telephone join this form: for ten minutes, once.',
      },
      permission,
      route: { method: 'POST', path: '/drafts/:draftId/twin' },
      cli: 'twin show',
      input: Type.Object({ draftId: Id }),
      output: TwinCode,
      run: async (context, { draftId }) => showTwinCode(context, await lockOpenDraft(context, draftId)),
    }),
    defineCommand({
      id: 'twin.end',
      label: { zh: '断开副屏', en: 'Take the twin screen away' },
      about: { zh: '申请人的屏幕不再显示这份表。', en: 'The applicant’s screen shows this form no more.' },
      permission,
      route: { method: 'DELETE', path: '/drafts/:draftId/twin' },
      cli: 'twin end',
      input: Type.Object({ draftId: Id }),
      output: Type.Object({}),
      run: async (context, { draftId }) => {
        await endTwin(context, (await lockOpenDraft(context, draftId)).id)
        return {}
      },
    }),
    defineQuery({
      id: 'twin.draft',
      label: { zh: '副屏上的表', en: 'The form on the twin screen' },
      about: {
        zh: '配对的那份表，按修订号只取变化。',
        en: 'The form to which this screen is paired; with a revision only changes.',
      },
      permission,
      route: { method: 'GET', path: '/twin/draft' },
      cli: 'twin draft',
      input: Type.Object({ since: Type.Optional(Type.Integer({ minimum: 0 })) }),
      output: DraftChanges,
      run: (context, { since }) =>
        changesOf(context, matters, pairedDraft(context), { since, where: twinDraft(context) }),
    }),
    defineCommand({
      id: 'twin.save',
      label: { zh: '在副屏上填写', en: 'Type on the twin screen' },
      about: {
        zh: '申请人自己填写的字段，记为申请人所填。',
        en: 'Saves what the applicant typed, as typed by the applicant.',
      },
      permission,
      route: { method: 'PATCH', path: '/twin/draft' },
      cli: 'twin save',
      input: SaveDraftInput,
      output: SavedDraft,
      run: async (context, typing) => {
        const saved = await saveTyping(context, matters, await draftOfTwin(context, true), {
          ...typing,
          by: 'applicant',
        })
        return { draft: await presentDraft(context, matters, saved.draft), overtaken: [...saved.overtaken] }
      },
    }),
    defineCommand({
      id: 'twin.confirmPrefilled',
      label: { zh: '在副屏上确认带入的内容', en: 'Confirm on the twin screen' },
      about: { zh: '申请人确认平台带入的内容。', en: 'The applicant confirms what the platform filled in.' },
      permission,
      route: { method: 'POST', path: '/twin/prefill-confirmations' },
      cli: 'twin confirm-prefilled',
      input: Type.Object({ fields: FieldNames }),
      output: DraftView,
      run: async (context, { fields }) => {
        const draft = await draftOfTwin(context, true)
        return presentDraft(context, matters, await confirmWithLabels(context, draft, fields))
      },
    }),
    defineCommand({
      id: 'twin.addMaterial',
      label: { zh: '用副屏拍照上传', en: 'Add a material from the twin screen' },
      about: {
        zh: '申请人用自己的手机拍照，材料进入窗口的表。',
        en: 'A photograph by the applicant’s telephone, for the form at the window.',
      },
      permission,
      route: { method: 'POST', path: '/twin/materials' },
      cli: 'twin add-material',
      upload: {
        maximumBytes: materialMaximumBytes,
        admits: async (context) => {
          const { id } = await draftOfTwin(context)
          await refuseFull(context, id, { files: 0, bytes: 0 })
        },
      },
      input: Type.Object({ material: Id }),
      output: DraftView,
      run: async (context, { material }) => {
        await addMaterial(context, await draftOfTwin(context, true), material, 'applicant')
        return presentDraft(context, matters, await draftOfTwin(context))
      },
    }),
  ]
}

/** Run by the server's route, which puts the token into a cookie. */
export const pairTwinScreen = defineCommand({
  id: 'twin.pair',
  label: { zh: '配对副屏', en: 'Pair a twin screen' },
  about: {
    zh: '用窗口出示的配对码，让这块屏幕加入办理。',
    en: 'Joins this screen to a form, by the code that the desk shows.',
  },
  permission,
  route: { method: 'POST', path: '/twin' },
  input: PairInput,
  output: Type.Object({ token: Type.String(), paired: TwinPaired }),
  run: (context, { code }) => pairTwin(context, code),
})

export const leaveTwinScreen = defineCommand({
  id: 'twin.leave',
  label: { zh: '退出副屏', en: 'Leave the twin screen' },
  about: { zh: '这块屏幕不再参与办理。', en: 'This screen takes no more part.' },
  permission,
  route: { method: 'DELETE', path: '/twin' },
  input: Type.Object({}),
  output: Type.Object({}),
  run: async (context) => {
    if (context.actor.twin === undefined) context.unchanged()
    else await endTwin(context, context.actor.twin.draftId)
    return {}
  },
})
