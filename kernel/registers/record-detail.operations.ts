import Type from 'typebox'
import { actorMay } from '../accounts/actor.ts'
import { daysBetween } from '../clock/civil-date.ts'
import type { QueryContext } from '../operations/context.ts'
import { defineQuery, type Operation } from '../operations/operation.ts'
import { Id, IsoDate } from '../plan/programme.schemas.ts'
import { heldConditions } from './held-conditions.ts'
import { endOfDay } from './list-records.ts'
import { pastOf } from './living-record.ts'
import { lookUp, presentRecord } from './present-records.ts'
import type { StoredRecord } from './record.types.ts'
import { findingsOf } from './record-findings.ts'
import { historyOf, type KnownRecord, originOf, originsOf } from './record-history.ts'
import { mistakesOf } from './record-mistakes.ts'
import { RegisterId } from './record-write.operations.ts'
import { registerErrors } from './register-errors.ts'
import { RecordDetail } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { relatedRecords } from './related-records.ts'
import { Parameters, runSql } from './run-sql.ts'
import { mayEdit, type Sight, sightOrThrow } from './sight.ts'
import { type Row, readColumns, storedRecord } from './stored-record.ts'

/** @param ruleLabel what a rule of data quality is called; its id where nobody says */
export function recordDetailOperations(
  registers: Registers,
  ruleLabel: (rule: string) => string | undefined,
): readonly Operation[] {
  return [
    defineQuery({
      id: 'register.record',
      label: { zh: '查看一条记录', en: 'Show a record' },
      about: {
        zh: '记录的全部内容、来源、历次修改及其日志、关联的记录、条件是否成立及依据、期限、报错和数据质量问题。',
        en: 'Everything of a record: where it came from, each change with its journal entry, what hangs on it, which conditions hold and why, deadlines, mistakes and findings.',
      },
      permission: 'programme.read',
      route: { method: 'GET', path: '/registers/:register/records/:recordId' },
      cli: 'register get',
      input: Type.Object({ register: RegisterId, recordId: Id, asOf: Type.Optional(IsoDate) }),
      output: RecordDetail,
      run: async (context, input) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        const known = await knownRecord(context, register, sight, input.recordId)
        const record = revisionAsOf(known, input.asOf)
        if (record === undefined) {
          throw registerErrors.recordUnknown({ label: register.declaration.label, id: input.recordId })
        }
        return detailOf(context, registers, register, sight, known, record, input.asOf ?? context.today, ruleLabel)
      },
    }),
  ]
}

async function knownRecord(context: QueryContext, register: Register, sight: Sight, id: string): Promise<KnownRecord> {
  const parameters = new Parameters()
  const [own, given] = [parameters.add(context.jurisdiction), parameters.add(id)]
  const rows = await runSql<Row>(
    context.tx,
    `select ${readColumns(register, 'r')} from ${register.table} r
     where r.jurisdiction = ${own} and r.id = ${given} and ${sight.where('r', parameters)}`,
    parameters.values,
  )
  const [living] = rows.map((row) => storedRecord(register, row))
  // How it came about is told to those who work with registers and to whom it is about, not to the public.
  const past = sight.key === 'public' ? [] : await pastOf(context, register, sight, id)
  return { living, past }
}

/** The revision that was known at the end of a day; the newest where no day is said. */
function revisionAsOf({ living, past }: KnownRecord, asOf: string | undefined): StoredRecord | undefined {
  if (asOf === undefined) return living ?? past.at(-1)
  const end = endOfDay(asOf)
  if (living !== undefined && living.recordedAt < end) return living
  return past.findLast(({ recordedAt, replacedAt }) => recordedAt < end && replacedAt >= end)
}

async function detailOf(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  known: KnownRecord,
  record: StoredRecord,
  day: string,
  ruleLabel: (rule: string) => string | undefined,
): Promise<RecordDetail> {
  const isPublic = sight.key === 'public'
  const all = [...known.past, ...(known.living === undefined ? [] : [known.living])]
  const pointedAt = await lookUp(context, register, all)
  const ended = known.living === undefined ? known.past.at(-1) : undefined
  const isOwn = sight.key.startsWith('entities')
  return {
    ...presentRecord(register, sight, record, pointedAt, day),
    register: register.id,
    state: ended === undefined ? 'living' : ended.endedBy === 'merged' ? 'merged' : 'removed',
    mergedInto: ended?.mergedInto == null ? null : await labelled(context, register, ended.mergedInto),
    origin: originOf(record, isPublic ? new Map() : await originsOf(context, [record])),
    revisions: isPublic ? [] : await historyOf(context, register, sight, known, pointedAt),
    related: await relatedRecords(context, registers, register, record.id),
    conditions: isPublic ? [] : await heldConditions(context, registers, register, record, day),
    deadlines: deadlinesOf(register, sight, record, context.today),
    mistakes: isPublic ? [] : await mistakesOf(context, register, record.id),
    findings: isPublic || isOwn ? [] : await findingsOf(context, register, record.id, ruleLabel),
    may: {
      change: ended === undefined && mayEdit(context, register, record.unitId),
      remove: ended === undefined && actorMay(context.actor, 'register.manage'),
      disclose: actorMay(context.actor, 'personal.disclose'),
      report: actorMay(context.actor, 'register.own') || actorMay(context.actor, 'register.read'),
    },
  }
}

async function labelled({ tx, jurisdiction }: QueryContext, register: Register, id: string) {
  const rows = await runSql<{ id: string; label: string }>(
    tx,
    `select id, label from ${register.table} where jurisdiction = $1 and id = $2`,
    [jurisdiction, id],
  )
  return rows[0] ?? { id, label: id }
}

/** Days that lie ahead: ends of validity, and whatever may lie ahead (fees, terms, reports). */
function deadlinesOf(
  { declaration, fields }: Register,
  sight: Sight,
  { values }: StoredRecord,
  today: string,
): RecordDetail['deadlines'] {
  const ends = new Set(declaration.validity?.until ?? [])
  const ahead = [...fields.values()].flatMap(({ name, field }) => {
    const on = values[name]
    if (field.kind !== 'date' || !sight.fields.has(name) || typeof on !== 'string' || on.length < 10) return []
    if (!(ends.has(name) || field.mayLieAhead === true) || on < today) return []
    return [{ field: name, label: field.label, on, days: daysBetween(today, on) }]
  })
  return ahead.sort((a, b) => a.days - b.days)
}
