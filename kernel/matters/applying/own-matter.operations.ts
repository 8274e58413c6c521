import Type from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../../operations/operation.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { actOnMatter } from '../act-on-matter.ts'
import { matterErrors } from '../matter-errors.ts'
import { readMatter } from '../matter-row.ts'
import { MatterStatus } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { mattersAppliedForBy } from '../sight.ts'
import { OwnActInput, OwnMatterRow } from './applying.schemas.ts'
import { materialMaximumBytes } from './draft-materials.ts'
import { findByStatus } from './find-status.ts'
import { giveMaterial } from './give-material.ts'
import { ownStatus, publicStatus } from './matter-status.ts'
import { listOwnMatters } from './own-matters.ts'

const permission = 'service.apply' as const

/** 我的办件: what one applied for, by account, enterprise or the number that was shown. */
export function ownMatterOperations(matters: Matters): readonly Operation[] {
  const own = async (context: QueryContext, matterId: string) => {
    const matter = await readMatter(context, matterId, mattersAppliedForBy(context), false)
    if (matter === undefined) throw matterErrors.unknown({ id: matterId })
    return matter
  }
  return [
    defineQuery({
      id: 'ownMatter.list',
      label: { zh: '我的办件', en: 'List own matters' },
      about: { zh: '自己和所代表企业申请的办件。', en: 'What one applied for, and what the enterprise applied for.' },
      permission,
      route: { method: 'GET', path: '/own-matters' },
      cli: 'own-matter list',
      input: Type.Object({ status: Type.Optional(Type.Enum(['open', 'ended'])) }),
      output: Type.Object({ matters: Type.Array(OwnMatterRow) }),
      run: async (context, asked) => ({ matters: await listOwnMatters(context, asked) }),
    }),
    defineQuery({
      id: 'ownMatter.show',
      label: { zh: '办件进度', en: 'How far one’s matter is' },
      about: {
        zh: '办到哪一步、由谁在办、哪天办完、接下来做什么。',
        en: 'Where it is, who has it, by when, what next.',
      },
      permission,
      route: { method: 'GET', path: '/own-matters/:matterId' },
      cli: 'own-matter show',
      input: Type.Object({ matterId: Id }),
      output: MatterStatus,
      run: async (context, { matterId }) => ownStatus(context, matters, await own(context, matterId)),
    }),
    defineQuery({
      id: 'ownMatter.find',
      label: { zh: '凭编号查进度', en: 'How far a matter is, by its number' },
      about: {
        zh: '凭办件编号和手机号后四位，或收件凭证上的核验码；不显示个人信息。',
        en: 'By its number and the last four digits of the telephone, or the code of the receipt. Nothing personal.',
      },
      permission: 'service.read',
      countsGuesses: true,
      route: { method: 'GET', path: '/status' },
      cli: 'own-matter find',
      input: Type.Object({
        number: Type.String({ minLength: 1, maxLength: 60 }),
        tail: Type.Optional(Type.String({ maxLength: 10 })),
        code: Type.Optional(Type.String({ maxLength: 60 })),
      }),
      output: MatterStatus,
      run: async (context, asked) => publicStatus(context, matters, await findByStatus(context, asked)),
    }),
    defineCommand({
      id: 'ownMatter.act',
      label: { zh: '办理自己的办件', en: 'Act on one’s matter' },
      about: { zh: '补正、撤回等申请人可以做的事。', en: 'What the applicant may do: supplement, withdraw, answer.' },
      permission,
      route: { method: 'POST', path: '/own-matters/:matterId/acts' },
      cli: 'own-matter act',
      input: Type.Object({ matterId: Id, ...OwnActInput.properties }),
      output: MatterStatus,
      run: async (context, asked) => {
        await actOnMatter(context, matters, { ...asked, as: 'applicant' })
        return ownStatus(context, matters, await own(context, asked.matterId))
      },
    }),
    defineCommand({
      id: 'ownMatter.giveMaterial',
      label: { zh: '补交材料', en: 'Give a material to one’s matter' },
      about: { zh: '补交容缺后补或补正要求的材料。', en: 'Gives what was promised for later, or is asked for now.' },
      permission,
      route: { method: 'POST', path: '/own-matters/:matterId/materials' },
      cli: 'own-matter give-material',
      upload: {
        maximumBytes: materialMaximumBytes,
        admits: async (context, { matterId }) => {
          await own(context, String(matterId))
        },
      },
      input: Type.Object({ matterId: Id, material: Id }),
      output: MatterStatus,
      run: async (context, { matterId, material }) => {
        await giveMaterial(context, matterId, material)
        return ownStatus(context, matters, await own(context, matterId))
      },
    }),
  ]
}
