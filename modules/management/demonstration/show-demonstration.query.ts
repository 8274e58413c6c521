import { defineQuery } from '@qiangxian/kernel/operations/operation'
import Type from 'typebox'
import { demonstrationErrors } from './demonstration-errors.ts'
import { countRealAdministrators, demonstrationAccountIds } from './remove-accounts.ts'
import { isDemonstration } from './remove-demonstration.command.ts'

/** Whether there is a demonstration, and whether it can be removed from here; for the page that offers it. */
export const showDemonstration = defineQuery({
  id: 'demonstration.show',
  label: { zh: '演示数据', en: 'The demonstration' },
  about: {
    zh: '平台上是否有演示数据、有多少演示账号，能否在网页上清除；不能的说明先做什么。',
    en: 'Whether the platform holds a demonstration, how many accounts it has, and whether it can be removed from the web.',
  },
  permission: 'demonstration.remove',
  route: { method: 'GET', path: '/demonstration' },
  cli: 'demonstration show',
  input: Type.Object({}),
  output: Type.Object({
    demonstration: Type.Boolean(),
    accounts: Type.Integer(),
    realAdministrators: Type.Integer(),
    /** why it cannot be removed from here now; null where it can */
    obstacle: Type.Union([Type.Object({ zh: Type.String(), en: Type.String() }), Type.Null()]),
  }),
  run: async (context) => {
    const demonstration = await isDemonstration(context)
    const invented = await demonstrationAccountIds(context)
    const realAdministrators = await countRealAdministrators(context, invented)
    const refusal =
      !demonstration || realAdministrators > 0 || context.actor.via === 'qx'
        ? undefined
        : demonstrationErrors.noRealAdministrator({})
    return {
      demonstration,
      accounts: invented.length,
      realAdministrators,
      obstacle: refusal === undefined ? null : { ...refusal.localized },
    }
  },
})
