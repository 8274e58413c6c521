import Type from 'typebox'
import { newId } from '../ids/new-id.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id, Instant, Nullable } from '../plan/programme.schemas.ts'
import { lockRecord } from './living-record.ts'
import { Reason, RegisterId } from './record-write.operations.ts'
import { registerErrors } from './register-errors.ts'
import type { Registers } from './registers.ts'
import { runSql } from './run-sql.ts'
import { sightOrThrow } from './sight.ts'

const MistakeRow = Type.Object({
  id: Id,
  register: Type.String(),
  registerLabel: Type.String(),
  recordId: Id,
  recordLabel: Type.String(),
  field: Nullable(Type.String()),
  fieldLabel: Nullable(Type.String()),
  words: Type.String(),
  at: Instant,
  byLabel: Type.String(),
  answer: Nullable(Type.String()),
  outcome: Nullable(Type.Enum(['corrected', 'kept'])),
  answeredAt: Nullable(Instant),
  answeredByLabel: Nullable(Type.String()),
})

/** 报错: whoever sees a record may say what is wrong with it, and hears what the office made of it. */
export function mistakeOperations(registers: Registers): readonly Operation[] {
  return [
    defineCommand({
      id: 'register.reportMistake',
      label: { zh: '报错', en: 'Report a mistake' },
      about: {
        zh: '说明记录哪里有误；由领导小组办公室核对后答复。',
        en: 'Says what is wrong with a record; the office checks it and answers.',
      },
      // Whoever sees the record in more than its public part: decided where it is looked up.
      permission: 'programme.read',
      route: { method: 'POST', path: '/registers/:register/records/:recordId/mistakes' },
      cli: 'register report-mistake',
      input: Type.Object({
        register: RegisterId,
        recordId: Id,
        field: Type.Optional(Type.String({ maxLength: 64 })),
        words: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
      }),
      output: Type.Object({ id: Id }),
      run: async (context, input) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        const { tx, jurisdiction, actor, now } = context
        if (sight.key === 'public') throw registerErrors.unknown({ id: register.id })
        const record = await lockRecord(context, register, sight, input.recordId)
        const field = input.field ?? null
        if (field !== null && !sight.fields.has(field))
          throw registerErrors.badFilter({ why: `没有字段“${field}” / no field “${field}”` })
        const id = newId(now)
        await tx
          .insertInto('record_mistake')
          .values({
            ...{ jurisdiction, id, register: register.id, record_id: record.id, field, words: input.words.trim() },
            ...{ at: now, by_account: actor.accountId ?? null, by_label: actor.label },
          })
          .execute()
        await context.record({
          subject: { kind: register.id, id: record.id },
          before: null,
          after: { mistake: id, field, words: input.words.trim() },
        })
        return { id }
      },
    }),
    defineQuery({
      id: 'mistake.list',
      label: { zh: '查看报错', en: 'List reported mistakes' },
      about: {
        zh: '各名录中报来的错误，未答复的在前。',
        en: 'Mistakes reported in all registers, unanswered ones first.',
      },
      permission: 'register.manage',
      route: { method: 'GET', path: '/mistakes' },
      cli: 'mistake list',
      input: Type.Object({ status: Type.Optional(Type.Enum(['open', 'answered'])) }),
      output: Type.Object({ mistakes: Type.Array(MistakeRow), open: Type.Integer() }),
      run: async ({ tx, jurisdiction }, { status }) => {
        const all = tx.selectFrom('record_mistake').where('jurisdiction', '=', jurisdiction)
        const asked = status === undefined ? all : all.where('answered_at', status === 'open' ? 'is' : 'is not', null)
        const rows = await asked
          .selectAll()
          .orderBy('answered_at', (order) => order.desc().nullsFirst())
          .orderBy('at')
          .limit(200)
          .execute()
        const labels = new Map<string, string>()
        for (const id of new Set(rows.map(({ register }) => register))) {
          const register = registers.find(id)
          if (register === undefined) continue
          const ids = rows.filter((row) => row.register === id).map((row) => row.record_id)
          const found = await runSql<{ id: string; label: string }>(
            tx,
            `select id, label from ${register.table} where jurisdiction = $1 and id = any($2::text[])`,
            [jurisdiction, ids],
          )
          for (const { id: record, label } of found) labels.set(record, label)
        }
        const { open } = await all
          .where('answered_at', 'is', null)
          .select((eb) => eb.fn.countAll<number>().as('open'))
          .executeTakeFirstOrThrow()
        return {
          open,
          mistakes: rows.map((row) => {
            const declaration = registers.find(row.register)?.declaration
            return {
              id: row.id,
              register: row.register,
              registerLabel: declaration?.label ?? row.register,
              recordId: row.record_id,
              recordLabel: labels.get(row.record_id) ?? '—',
              field: row.field,
              fieldLabel: row.field === null ? null : (declaration?.fields[row.field]?.label ?? row.field),
              words: row.words,
              at: row.at.toISOString(),
              byLabel: row.by_label,
              answer: row.answer,
              outcome: row.outcome as 'corrected' | 'kept' | null,
              answeredAt: row.answered_at?.toISOString() ?? null,
              answeredByLabel: row.answered_by_label,
            }
          }),
        }
      },
    }),
    defineCommand({
      id: 'mistake.answer',
      label: { zh: '答复报错', en: 'Answer a reported mistake' },
      about: {
        zh: '核对后答复：已更正，或维持原记录并说明理由。更正本身在记录上办理。',
        en: 'Answers after checking: corrected, or kept with the reason. The correction itself is made on the record.',
      },
      permission: 'register.manage',
      route: { method: 'POST', path: '/mistakes/:mistakeId/answer' },
      cli: 'mistake answer',
      input: Type.Object({ mistakeId: Id, outcome: Type.Enum(['corrected', 'kept']), answer: Reason }),
      output: Type.Object({ answered: Type.Boolean() }),
      run: async (context, { mistakeId, outcome, answer }) => {
        const { tx, jurisdiction, actor, now } = context
        const found = await tx
          .selectFrom('record_mistake')
          .selectAll()
          .where('jurisdiction', '=', jurisdiction)
          .where('id', '=', mistakeId)
          .forUpdate()
          .executeTakeFirst()
        if (found === undefined) throw registerErrors.mistakeUnknown({ id: mistakeId })
        if (found.answered_at !== null) throw registerErrors.mistakeAnswered({ by: found.answered_by_label ?? '' })
        await tx
          .updateTable('record_mistake')
          .set({ answer: answer.trim(), outcome, answered_at: now, answered_by_label: actor.label })
          .where('jurisdiction', '=', jurisdiction)
          .where('id', '=', mistakeId)
          .execute()
        await context.record({
          subject: { kind: found.register, id: found.record_id },
          before: { mistake: mistakeId, answer: null },
          after: { mistake: mistakeId, answer: answer.trim(), outcome },
        })
        return { answered: true }
      },
    }),
  ]
}
