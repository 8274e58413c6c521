import Type from 'typebox'
import { defineCommand, defineQuery, type Operation } from '../../operations/operation.ts'
import { Id, Nullable } from '../../plan/programme.schemas.ts'
import { beginMatter } from '../begin-matter.ts'
import { refuseForeignFiles } from '../check-application.ts'
import { getMatter } from '../matter-row.ts'
import type { Matters } from '../matters.ts'
import { officersOf, peopleToAsk } from '../people.ts'
import { unsealMatter } from '../unseal-matter.ts'
import type { GivenMaterial } from '../write-act.ts'
import { actOperations } from './act.operations.ts'
import { matterTypeOperations } from './type.operations.ts'
import { GivenMaterialInput } from './type.schemas.ts'

const PersonRow = Type.Object({
  kind: Type.Enum(['account', 'unit']),
  id: Id,
  label: Type.String(),
  unit: Nullable(Type.String()),
  role: Nullable(Type.String()),
})

/** Everything that is done with matters by those who handle them; reading them stands in `reading/`. */
export function matterOperations(matters: Matters): readonly Operation[] {
  return [
    ...matterTypeOperations(matters),
    defineCommand({
      id: 'matter.begin',
      label: { zh: '发起办件', en: 'Begin a matter' },
      about: {
        zh: '工作人员发起的办件（登记来函、主动发现等）；申请人自己申请走草稿和提交。',
        en: 'A matter that staff begin themselves; those who apply fill a draft and submit it.',
      },
      permission: 'matter.handle',
      route: { method: 'POST', path: '/matters' },
      cli: 'matter begin',
      input: Type.Object({
        type: Type.String({ minLength: 1, maxLength: 64 }),
        values: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown()),
        applicant: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
        title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
        materials: Type.Optional(Type.Array(GivenMaterialInput, { maxItems: 50 })),
        requestKey: Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
      }),
      output: Type.Object({ matterId: Id, number: Type.String(), revision: Type.Integer(), wasDone: Type.Boolean() }),
      run: async (context, { materials = [], applicant, ...application }) => {
        const { actor } = context
        const given = materials.map((each): GivenMaterial => ({ ...each, origin: 'staff' }))
        await refuseForeignFiles(context, given)
        const { id, number, revision, wasDone } = await beginMatter(context, matters, {
          ...application,
          ...{ entrance: 'staff', materials: given },
          applicant: {
            label: applicant ?? actor.label,
            ...(actor.accountId === undefined ? {} : { account: actor.accountId }),
          },
        })
        return { matterId: id, number, revision, wasDone }
      },
    }),
    ...actOperations(matters),
    defineQuery({
      id: 'matter.people',
      label: { zh: '查看可选的承办人和会签人', en: 'People of a matter' },
      about: {
        zh: '可以转办、委托的本单位人员，以及可以会签、加签、抄送的单位和人员。',
        en: 'Officers to whom it can be handed over, and units and people who can be asked to sign.',
      },
      permission: 'matter.read',
      route: { method: 'GET', path: '/matters/:matterId/people' },
      cli: 'matter people',
      input: Type.Object({ matterId: Id }),
      output: Type.Object({ officers: Type.Array(PersonRow), others: Type.Array(PersonRow) }),
      run: async (context, { matterId }) => {
        const matter = await getMatter(context, matterId)
        const [officers, others] = [await officersOf(context, matter.unitId), await peopleToAsk(context)]
        return { officers: [...officers], others: [...others] }
      },
    }),
    defineCommand({
      id: 'matter.unseal',
      label: { zh: '查看封存内容', en: 'Open what is sealed' },
      about: {
        zh: '打开封存的身份等内容和材料，须写明理由；谁在什么时候因为什么打开，记入日志和办件。材料一小时后重新封存。',
        en: 'Opens sealed identities and files, for a reason; journal and matter say who, when and why. Files close after an hour.',
      },
      permission: 'matter.unseal',
      route: { method: 'POST', path: '/matters/:matterId/unsealings' },
      cli: 'matter unseal',
      input: Type.Object({ matterId: Id, reason: Type.String({ minLength: 4, maxLength: 500 }) }),
      output: Type.Object({
        values: Type.Array(Type.Object({ field: Type.String(), label: Type.String(), words: Type.String() })),
        materials: Type.Array(
          Type.Object({
            ...{ id: Id, label: Type.String(), evidenceId: Id, fileName: Type.String() },
            mediaType: Nullable(Type.String()),
          }),
        ),
      }),
      run: async (context, { matterId, reason }) => unsealMatter(context, matterId, reason),
    }),
  ]
}
