import Type from 'typebox'
import { actOnMatter } from '../matters/act-on-matter.ts'
import { OwnActInput } from '../matters/applying/applying.schemas.ts'
import { materialMaximumBytes } from '../matters/applying/draft-materials.ts'
import { giveMaterial } from '../matters/applying/give-material.ts'
import { windowStatus } from '../matters/applying/matter-status.ts'
import { matterErrors } from '../matters/matter-errors.ts'
import { readMatter } from '../matters/matter-row.ts'
import type { Matters } from '../matters/matters.ts'
import { mattersReceivedBy } from '../matters/sight.ts'
import type { QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id } from '../plan/programme.schemas.ts'
import { findReceived } from './find-received.ts'
import { WindowMatter, WindowMatterRow } from './window.schemas.ts'

const permission = 'matter.receive' as const

/**
 * What was received at the windows of one's hall: how far it is, and what a clerk does with it for the applicant who
 * stands there. What came in by another door or at another hall is not found.
 */
export function windowMatterOperations(matters: Matters): readonly Operation[] {
  const getReceived = async (context: QueryContext, matterId: string) => {
    const matter = await readMatter(context, matterId, mattersReceivedBy(context), false)
    if (matter === undefined) throw matterErrors.unknown({ id: matterId })
    return matter
  }
  const show = async (context: QueryContext, matterId: string): Promise<WindowMatter> => {
    const matter = await getReceived(context, matterId)
    const status = await windowStatus(context, matters, matter)
    return { ...status, applicant: matter.applicantLabel, revision: matter.revision }
  }
  return [
    defineQuery({
      id: 'window.findMatters',
      label: { zh: '查找本大厅收的件', en: 'Find what was received here' },
      about: {
        zh: '按办件编号、申请人或手机号查找本大厅收的件；不写就是最近的。号码不进入地址和日志。',
        en: 'By number, applicant or telephone, which stands in no address; left out, the latest ones.',
      },
      permission,
      route: { method: 'POST', path: '/window/matter-searches' },
      cli: 'window matters',
      input: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
      output: Type.Object({ matters: Type.Array(WindowMatterRow) }),
      run: async (context, { q = '' }) => ({ matters: await findReceived(context, q) }),
    }),
    defineQuery({
      id: 'window.showMatter',
      label: { zh: '查看本大厅收的件', en: 'Look at what was received here' },
      about: {
        zh: '办到哪一步、缺什么、有哪些文书，申请人在场时窗口可以代办什么。',
        en: 'How far it is, what is missing, its documents, and what can be done for an applicant who is there.',
      },
      permission,
      route: { method: 'GET', path: '/window/matters/:matterId' },
      cli: 'window matter',
      input: Type.Object({ matterId: Id }),
      output: WindowMatter,
      run: (context, { matterId }) => show(context, matterId),
    }),
    defineCommand({
      id: 'window.act',
      label: { zh: '窗口代办', en: 'Act for an applicant at the window' },
      about: {
        zh: '申请人到场时，由窗口代为补正、答复、撤回、催办或者登记领取文书；记为“窗口，代某某办理”。评价只能由本人作出。',
        en: 'Supplements, answers, withdraws, urges or notes that a document was handed over, for an applicant who is there.',
      },
      permission,
      route: { method: 'POST', path: '/window/matters/:matterId/acts' },
      cli: 'window act',
      input: Type.Object({ matterId: Id, ...OwnActInput.properties }),
      output: WindowMatter,
      run: async (context, asked) => {
        await actOnMatter(context, matters, { ...asked, as: 'window' })
        return show(context, asked.matterId)
      },
    }),
    defineCommand({
      id: 'window.giveMaterial',
      label: { zh: '窗口补收材料', en: 'Take a material at the window' },
      about: {
        zh: '扫描申请人当面补交的材料：容缺后补的、补正要求的、退回重交的。',
        en: 'Scans what the applicant brings: promised for later, asked for in a supplement, or sent back.',
      },
      permission,
      route: { method: 'POST', path: '/window/matters/:matterId/materials' },
      cli: 'window give-material',
      upload: {
        maximumBytes: materialMaximumBytes,
        admits: async (context, { matterId }) => {
          await getReceived(context, String(matterId))
        },
      },
      input: Type.Object({ matterId: Id, material: Type.String({ minLength: 1, maxLength: 64 }) }),
      output: WindowMatter,
      run: async (context, { matterId, material }) => {
        await giveMaterial(context, matterId, material, 'window')
        return show(context, matterId)
      },
    }),
  ]
}
