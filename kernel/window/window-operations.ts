import Type from 'typebox'
import { presentDraftRow } from '../matters/applying/present-draft.ts'
import type { Matters } from '../matters/matters.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { findByName, findByNumber } from './find-parties.ts'
import { receiveAtWindow } from './receive-at-window.ts'
import { ticketOperations } from './ticket.operations.ts'
import { twinOperations } from './twin.operations.ts'
import { Reception, ReceptionInput, WindowParties } from './window.schemas.ts'
import { windowMatterOperations } from './window-matters.operations.ts'

/** 一窗通办: one clerk receives for all departments. */
export function windowOperations(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'window.findByName',
      label: { zh: '按名称查找来办的人', en: 'Find who comes, by name' },
      about: {
        zh: '按名称、曾用名、拼音或信用代码在主体名录中查找，并显示办过几件。',
        en: 'Searches the register of entities by name or code, with how many matters each filed.',
      },
      permission: 'matter.receive',
      route: { method: 'GET', path: '/window/parties' },
      cli: 'window parties',
      input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
      output: WindowParties,
      run: async (context, { q }) => ({ parties: [...(await findByName(context, matters.registers, q))] }),
    }),
    defineQuery({
      id: 'window.findByNumber',
      label: { zh: '按号码查找来办的人', en: 'Find who comes, by number' },
      about: {
        zh: '按手机号或证件号查找；号码不进入地址和日志，也不解密比对。',
        en: 'By telephone or identity number, which stands in no address and is compared without being opened.',
      },
      permission: 'matter.receive',
      route: { method: 'POST', path: '/window/persons' },
      cli: 'window persons',
      input: Type.Object({
        phone: Type.Optional(Type.String({ maxLength: 40 })),
        idNumber: Type.Optional(Type.String({ maxLength: 40 })),
      }),
      output: WindowParties,
      run: async (context, input) => ({ parties: [...(await findByNumber(context, matters.registers, input))] }),
    }),
    defineCommand({
      id: 'window.receive',
      label: { zh: '窗口收件', en: 'Receive at the window' },
      about: {
        zh: '为来办的人一次开始几个事项；说过一次的内容带入每份表。',
        en: 'Begins several services for whoever comes, at once; what was said once stands in all forms.',
      },
      permission: 'matter.receive',
      route: { method: 'POST', path: '/window/receptions' },
      cli: 'window receive',
      input: ReceptionInput,
      output: Reception,
      run: async (context, input) => {
        const { receptionId, drafts } = await receiveAtWindow(context, matters, input)
        return { receptionId, drafts: await Promise.all(drafts.map((draft) => presentDraftRow(context, draft))) }
      },
    }),
    ...windowMatterOperations(matters),
    ...twinOperations(matters),
    ...ticketOperations(matters),
  ]
}
