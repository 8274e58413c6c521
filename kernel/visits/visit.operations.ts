import Type from 'typebox'
import { defineCommand, type Operation } from '../operations/operation.ts'
import { askCode } from './ask-code.ts'
import { openAnonymousVisit, openVisit } from './open-visit.ts'
import type { SmsGateway } from './sms-gateway.ts'
import { CodeAsked, OpenVisitInput, Phone, VisitView } from './visits.schemas.ts'

/** 手机验证码: somebody comes once, by a code to their telephone, and needs no account. */
export function visitOperations(gateway: SmsGateway): readonly Operation[] {
  return [
    defineCommand({
      id: 'visit.askCode',
      label: { zh: '获取手机验证码', en: 'Ask for a code by telephone' },
      about: {
        zh: '向手机号码发送一次性验证码，免注册办理一次。无论号码是否办过事，回答都一样。',
        en: 'Sends a code to a mobile number, to apply once without an account. The answer is the same for every number.',
      },
      permission: 'service.apply',
      route: { method: 'POST', path: '/visits/codes' },
      cli: 'visit code',
      input: Type.Object({ phone: Phone }),
      output: CodeAsked,
      run: (context, { phone }) => askCode(context, gateway, phone),
    }),
  ]
}

const opened = Type.Object({ token: Type.String(), visit: VisitView })

/** Run by the server's route, which puts the token into a cookie and never into an answer. */
export const openVisitByCode = defineCommand({
  id: 'visit.open',
  label: { zh: '手机验证码登录', en: 'Come once, by a code' },
  about: { zh: '凭验证码办理一次，两小时内有效。', en: 'Opens a visit of two hours for whoever shows the code.' },
  permission: 'service.apply',
  route: { method: 'POST', path: '/visits' },
  input: Type.Object({ ...OpenVisitInput.properties, userAgent: Type.String() }),
  output: opened,
  run: openVisit,
})

export const openVisitWithoutName = defineCommand({
  id: 'visit.openAnonymous',
  label: { zh: '匿名办理', en: 'Come without a name' },
  about: {
    zh: '不说明身份办理允许匿名的事项；之后凭编号和回执查询。',
    en: 'Opens a visit without a number, for matters that may be filed anonymously.',
  },
  permission: 'service.apply',
  route: { method: 'POST', path: '/visits/anonymous' },
  input: Type.Object({ userAgent: Type.String() }),
  output: opened,
  run: openAnonymousVisit,
})

export const endVisit = defineCommand({
  id: 'visit.end',
  label: { zh: '结束本次办理', en: 'End the visit' },
  about: { zh: '清除本机上的临时凭证。', en: 'Ends the visit of this browser.' },
  permission: 'service.apply',
  route: { method: 'DELETE', path: '/visits/current' },
  input: Type.Object({}),
  output: Type.Object({}),
  run: async (context) => {
    const { tx, jurisdiction, actor, now } = context
    const id = actor.visit?.id
    if (id === undefined) {
      context.unchanged()
      return {}
    }
    await tx
      .updateTable('visit')
      .set({ ended_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', id)
      .execute()
    await context.record({ subject: { kind: 'visit', id }, before: null, after: { ended: true } })
    return {}
  },
})
