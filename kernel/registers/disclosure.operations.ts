import Type from 'typebox'
import { defineCommand, type Operation } from '../operations/operation.ts'
import { Id } from '../plan/programme.schemas.ts'
import { isPersonal } from './columns.ts'
import { lockRecord } from './living-record.ts'
import { Sealed } from './record.types.ts'
import { Reason, RegisterId } from './record-write.operations.ts'
import { registerErrors } from './register-errors.ts'
import type { Registers } from './registers.ts'
import { sightOrThrow } from './sight.ts'

/** 查看个人信息明文: a command, since it leaves its trace in the journal before anything is shown. */
export function disclosureOperations(registers: Registers): readonly Operation[] {
  return [
    defineCommand({
      id: 'register.disclose',
      label: { zh: '查看个人信息明文', en: 'Read personal data in clear' },
      about: {
        zh: '解密一条记录中的个人信息，须写明用途；谁在何时为何查看，记入日志。',
        en: 'Opens personal data of a record, for a purpose that must be said; who read what, when and why stands in the journal.',
      },
      permission: 'personal.disclose',
      route: { method: 'POST', path: '/registers/:register/records/:recordId/disclosures' },
      cli: 'register disclose',
      input: Type.Object({
        register: RegisterId,
        recordId: Id,
        fields: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 50, uniqueItems: true }),
        reason: Reason,
      }),
      output: Type.Object({ values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])) }),
      run: async (context, input) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        const record = await lockRecord(context, register, sight, input.recordId)
        const values: Record<string, string | null> = {}
        for (const name of input.fields) {
          const field = register.fields.get(name)?.field
          if (field === undefined || !isPersonal(field))
            throw registerErrors.notPersonal({ field: field?.label ?? name })
          const value = record.values[name]
          const owner = `${context.jurisdiction}/${record.id}`
          values[name] = value instanceof Sealed ? context.secrets.open(value.cipher, owner) : null
        }
        // What was read is not written down a second time, only that it was.
        await context.record({
          subject: { kind: register.id, id: record.id },
          before: null,
          after: { disclosed: [...input.fields] },
          reason: input.reason,
        })
        return { values }
      },
    }),
  ]
}
