import Type, { type Static } from 'typebox'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand, type Operation } from '../operations/operation.ts'
import { Id, Nullable } from '../plan/programme.schemas.ts'
import { type ChangeAsked, judgeChange } from './change-record.ts'
import { journalValues } from './journal-values.ts'
import { selected } from './list-records.ts'
import { lockRecords } from './living-record.ts'
import type { StoredRecord } from './record.types.ts'
import { Reason, RegisterId, refuseUnknownUnit } from './record-write.operations.ts'
import { withCondition } from './register.operations.ts'
import { registerErrors } from './register-errors.ts'
import { BulkOutcome, Changes, listInput } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { runSql } from './run-sql.ts'
import { sightOrThrow } from './sight.ts'
import { type RecordWrite, writeRecords } from './write-records.ts'

/** Every record changed is an entry of the journal; more of them in one act nobody could look through. */
export const mostAtOnce = 5_000

const which = {
  /** these records; or those that filters, search and unit select */
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: mostAtOnce })),
  filters: listInput.filters,
  q: listInput.q,
  unit: listInput.unit,
  condition: Type.Optional(Type.String({ maxLength: 64 })),
  /** true: says what would be changed, and changes nothing */
  dryRun: Type.Optional(Type.Boolean()),
  reason: Reason,
}

type Which = {
  readonly ids?: readonly string[]
  readonly filters?: string
  readonly q?: string
  readonly unit?: string
  readonly condition?: string
  readonly dryRun?: boolean
  readonly reason: string
}

export function bulkOperations(registers: Registers): readonly Operation[] {
  return [
    defineCommand({
      id: 'register.bulkEdit',
      label: { zh: '批量修改记录', en: 'Change many records' },
      about: {
        zh: '对选中的或筛选出的记录统一修改若干字段；先试算会改多少条，改不了的逐条说明。',
        en: 'Sets the same fields of all records that are chosen or filtered; a dry run says how many, and what cannot be changed is named.',
      },
      permission: 'register.manage',
      route: { method: 'POST', path: '/registers/:register/bulk-edits' },
      cli: 'register bulk-edit',
      input: Type.Object({ register: RegisterId, values: Changes, ...which }),
      output: BulkOutcome,
      run: (context, { register, values, ...asked }) =>
        changeMany(context, registers, registers.get(register), asked, { values }),
    }),
    defineCommand({
      id: 'register.assign',
      label: { zh: '归属单位', en: 'Assign records to a unit' },
      about: {
        zh: '把选中的或筛选出的记录归到一个单位名下考核；留空则不归任何单位。',
        en: 'Lets the records that are chosen or filtered count for a unit; null lets them count for none.',
      },
      permission: 'register.manage',
      route: { method: 'POST', path: '/registers/:register/assignments' },
      cli: 'register assign',
      input: Type.Object({ register: RegisterId, unitId: Nullable(Id), ...which }),
      output: BulkOutcome,
      run: async (context, { register, unitId, ...asked }) => {
        await refuseUnknownUnit(context, unitId)
        return changeMany(context, registers, registers.get(register), asked, { values: {}, unitId })
      },
    }),
  ]
}

async function changeMany(
  context: CommandContext,
  registers: Registers,
  register: Register,
  asked: Which,
  change: ChangeAsked,
) {
  const records = await recordsAsked(context, registers, register, asked)
  const outcome = { changed: 0, unchanged: 0, refused: [] as Static<typeof BulkOutcome>['refused'] }
  const writes: RecordWrite[] = []
  const identities = new Set<string>()
  for (const before of records) {
    const judged = await judgeChange(context, registers, register, change, before)
    const [problem] = judged.problems
    const isDouble =
      judged.sameAs !== null || (changesKey(register, change) && identities.has(keyOf(register, judged.write)))
    identities.add(keyOf(register, judged.write))
    if (problem !== undefined) {
      outcome.refused.push({ id: before.id, label: before.label, message: { ...problem.message } })
    } else if (isDouble) {
      outcome.refused.push({ id: before.id, label: before.label, message: { ...double } })
    } else if (judged.isSame) outcome.unchanged += 1
    else {
      outcome.changed += 1
      writes.push(judged.write)
    }
  }
  if (asked.dryRun === true || writes.length === 0) {
    context.unchanged()
    return outcome
  }
  await writeRecords(context, registers, register, writes, { origin: 'form', reason: asked.reason })
  await context.recordAll(
    writes.map(({ before, values, unitId }) => ({
      subject: { kind: register.id, id: before?.id ?? '' },
      before: before === undefined ? null : withUnit(journalValues(register, before.values), before.unitId, unitId),
      after: withUnit(journalValues(register, values), unitId ?? null, unitId),
      reason: asked.reason,
    })),
  )
  return outcome
}

const double = {
  zh: '改后会与另一条记录的标识相同。',
  en: 'It would be identified like another record.',
}

function changesKey({ declaration }: Register, { values }: ChangeAsked): boolean {
  return declaration.key.length === 0 || declaration.key.some((name) => name in values)
}

function keyOf({ declaration, fields }: Register, { values }: RecordWrite): string {
  const names = declaration.key.length === 0 ? [...fields.keys()] : declaration.key
  return JSON.stringify(names.map((name) => values[name] ?? null))
}

function withUnit(
  values: ReturnType<typeof journalValues>,
  unitId: string | null,
  asked: string | null | undefined,
): ReturnType<typeof journalValues> {
  if (asked === undefined || typeof values !== 'object' || values === null || Array.isArray(values)) return values
  return { ...values, unitId }
}

async function recordsAsked(
  context: CommandContext,
  registers: Registers,
  register: Register,
  asked: Which,
): Promise<readonly StoredRecord[]> {
  const sight = await sightOrThrow(context, registers, register)
  if (asked.ids !== undefined) {
    const records = await lockRecords(context, register, sight, [...new Set(asked.ids)])
    const missing = asked.ids.find((id) => !records.some((record) => record.id === id))
    if (missing === undefined) return records
    throw registerErrors.recordUnknown({ label: register.declaration.label, id: missing })
  }
  const filters = withCondition(asked.filters, asked.condition)
  const { from, where, parameters } = await selected(context, registers, register, sight, {
    filters,
    q: asked.q,
    unit: asked.unit,
  })
  const rows = await runSql<{ id: string }>(
    context.tx,
    `select r.id from ${from} where ${where} order by r.id limit ${mostAtOnce + 1}`,
    parameters.values,
  )
  if (rows.length > mostAtOnce) throw registerErrors.tooMany({ count: rows.length, most: mostAtOnce })
  return lockRecords(
    context,
    register,
    sight,
    rows.map(({ id }) => id),
  )
}
