import Type from 'typebox'
import { unitsActedFor } from '../accounts/actor.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand, type Operation } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { findUnits } from '../parties/unit-ref.ts'
import { Id, IsoDate, Nullable } from '../plan/programme.schemas.ts'
import { type ChangeAsked, judgeChange, refuseUnlessGood } from './change-record.ts'
import { readRecords } from './find-records.ts'
import { journalValues } from './journal-values.ts'
import { lockRecord } from './living-record.ts'
import { endRecords } from './past.ts'
import { presentRecords } from './present-records.ts'
import { registerErrors } from './register-errors.ts'
import { Changes, RecordRow } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { mayEdit, sightOrThrow } from './sight.ts'
import { writeRecords } from './write-records.ts'

export const RegisterId = Type.String({ minLength: 1, maxLength: 64 })
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

/** What may be said of a record beside its values; null takes it away. */
const beside = {
  unitId: Type.Optional(Nullable(Id)),
  expectedOn: Type.Optional(Nullable(IsoDate)),
}

export function recordWriteOperations(registers: Registers): readonly Operation[] {
  return [
    defineCommand({
      id: 'register.addRecord',
      label: { zh: '登记一条记录', en: 'Add a record' },
      about: {
        zh: '在名录中新登记一条记录；编号、日期、选项按该名录的规则检查。',
        en: 'Adds a record to a register; numbers, dates and choices are checked by its rules.',
      },
      permission: 'register.edit',
      route: { method: 'POST', path: '/registers/:register/records' },
      cli: 'register add',
      input: Type.Object({
        register: RegisterId,
        values: Changes,
        ...beside,
        reason: Type.Optional(Reason),
      }),
      output: RecordRow,
      run: async (context, input) => {
        const register = registers.get(input.register)
        const asked = { ...given(input), unitId: input.unitId ?? ownUnit(context, register) }
        if (!mayEdit(context, register, asked.unitId ?? null)) {
          throw registerErrors.mayNotEdit({ label: register.declaration.label })
        }
        await refuseUnknownUnit(context, asked.unitId)
        const judged = await judgeChange(context, registers, register, withoutNullUnit(asked))
        refuseUnlessGood(register, judged)
        const [written] = await writeRecords(context, registers, register, [judged.write], {
          origin: 'form',
          reason: input.reason ?? null,
        })
        await context.record({
          subject: { kind: register.id, id: written?.id ?? '' },
          before: null,
          after: journalValues(register, judged.write.values),
          reason: input.reason ?? null,
        })
        return rowNow(context, registers, register, written?.id ?? '')
      },
    }),
    defineCommand({
      id: 'register.changeRecord',
      label: { zh: '修改一条记录', en: 'Change a record' },
      about: {
        zh: '修改记录的部分字段；没有提到的字段不变，原来的内容留在历史中。打开之后被别人改过的，不会覆盖。',
        en: 'Changes some fields of a record; the others stay, and what was is kept. What somebody changed meanwhile is not overwritten.',
      },
      permission: 'register.edit',
      route: { method: 'PATCH', path: '/registers/:register/records/:recordId' },
      cli: 'register change',
      input: Type.Object({
        register: RegisterId,
        recordId: Id,
        revision: Type.Integer({ minimum: 1 }),
        values: Type.Optional(Changes),
        ...beside,
        reason: Type.Optional(Reason),
      }),
      output: RecordRow,
      run: async (context, input) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        const before = await lockRecord(context, register, sight, input.recordId)
        const asked = given({ ...input, values: input.values ?? {} })
        refuseForeign(context, register, before.label, before.unitId, asked.unitId)
        if (before.revision !== input.revision) {
          throw registerErrors.changedMeanwhile({
            label: before.label,
            by: before.recordedBy,
            revision: before.revision,
          })
        }
        await refuseUnknownUnit(context, asked.unitId)
        const judged = await judgeChange(context, registers, register, asked, before)
        refuseUnlessGood(register, judged)
        if (judged.isSame) context.unchanged()
        else {
          await writeRecords(context, registers, register, [judged.write], {
            origin: 'form',
            reason: input.reason ?? null,
          })
          await context.record({
            subject: { kind: register.id, id: before.id },
            before: journalValues(register, before.values),
            after: journalValues(register, judged.write.values),
            reason: input.reason ?? null,
          })
        }
        return rowNow(context, registers, register, before.id)
      },
    }),
    defineCommand({
      id: 'register.removeRecord',
      label: { zh: '作废一条记录', en: 'Remove a record' },
      about: {
        zh: '把登记有误、不应存在的记录作废；它不再出现在清单和指标中，历史仍可查。权利终止不是作废，请填终止日期。',
        en: 'Removes a record that should not be there; it leaves lists and figures, its history stays. What has ended gets an end date instead.',
      },
      permission: 'register.manage',
      route: { method: 'POST', path: '/registers/:register/records/:recordId/removal' },
      cli: 'register remove',
      input: Type.Object({ register: RegisterId, recordId: Id, reason: Reason }),
      output: Type.Object({ removed: Type.Boolean() }),
      run: async (context, { register: registerId, recordId, reason }) => {
        const register = registers.get(registerId)
        const sight = await sightOrThrow(context, registers, register)
        const before = await lockRecord(context, register, sight, recordId)
        await endRecords(context, register, [before.id], { endedBy: 'removed', reason })
        await context.record({
          subject: { kind: register.id, id: before.id },
          before: journalValues(register, before.values),
          after: null,
          reason,
        })
        return { removed: true }
      },
    }),
  ]
}

function given(input: {
  readonly values: Readonly<Record<string, unknown>>
  readonly unitId?: string | null
  readonly expectedOn?: string | null
}): ChangeAsked {
  const { values, unitId, expectedOn } = input
  return {
    values,
    ...(unitId === undefined ? {} : { unitId }),
    ...(expectedOn === undefined ? {} : { expectedOn }),
  }
}

/** Nobody said a unit of a new record: where the register knows whom to ask (`unitFrom`), it is asked. */
function withoutNullUnit(asked: ChangeAsked): ChangeAsked {
  const { unitId, ...rest } = asked
  return unitId == null ? rest : asked
}

/** A unit that adds a record adds it for itself, where it acts for one alone. */
function ownUnit(context: CommandContext, register: Register): string | null {
  if (mayEdit(context, register, null)) return null
  const units = unitsActedFor(context.actor, 'register.edit')
  return units.length === 1 ? (units[0] ?? null) : null
}

/** A unit changes what is its own, and cannot hand it to another: that is the office's to do. */
function refuseForeign(
  context: CommandContext,
  register: Register,
  label: string,
  unitId: string | null,
  wanted: string | null | undefined,
): void {
  const may = mayEdit(context, register, unitId) && (wanted === undefined || mayEdit(context, register, wanted))
  if (!may) throw registerErrors.mayNotEdit({ label })
}

export async function refuseUnknownUnit(
  { tx, jurisdiction }: CommandContext,
  unitId: string | null | undefined,
): Promise<void> {
  if (unitId == null) return
  const units = await findUnits(tx, jurisdiction, [unitId])
  if (!units.has(unitId)) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: unitId })
}

async function rowNow(context: CommandContext, registers: Registers, register: Register, id: string) {
  const sight = await sightOrThrow(context, registers, register)
  const records = await readRecords(context.tx, context.jurisdiction, register, [id])
  const [row] = await presentRecords(context, register, sight, [...records.values()])
  if (row === undefined) throw registerErrors.recordUnknown({ label: register.declaration.label, id })
  return row
}
