import Type from 'typebox'
import { defineQuery, type Operation } from '../../operations/operation.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { MatterDetail } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { matterDetail } from './matter-detail.ts'

export function detailOperations(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'matter.show',
      label: { zh: '查看一个办件', en: 'Show a matter' },
      about: {
        zh: '一个办件的全部：表单及来源、材料、期限、经过、文书、批注、会签、下一步可办的操作。',
        en: 'Everything about a matter: form and origins, materials, limits, acts, documents, comments, calls, what can be done next.',
      },
      permission: 'matter.read',
      route: { method: 'GET', path: '/matters/:matterId' },
      cli: 'matter show',
      input: Type.Object({ matterId: Id }),
      output: MatterDetail,
      run: (context, { matterId }) => matterDetail(context, matters, matterId),
    }),
  ]
}
