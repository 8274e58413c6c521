import Type, { type Static } from 'typebox'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../../operations/context.ts'
import { defineCommand, defineQuery } from '../../operations/operation.ts'
import { readRecords } from '../../registers/find-records.ts'
import type { Register, Registers } from '../../registers/registers.ts'
import { runSql } from '../../registers/run-sql.ts'
import { createRecordFor } from '../create-named.ts'
import { importErrors } from '../import-errors.ts'
import { NameMatch } from '../imports.schemas.ts'
import { foldName } from './fold-name.ts'
import { repairLinks } from './repair-links.ts'
import { writtenName } from './written-name.ts'

const namesAPage = 100

interface MatchRow {
  readonly id: string
  readonly register: string
  readonly written: string
  readonly written_key: string
  readonly status: 'open' | 'decided' | 'none'
  readonly record_id: string | null
  readonly confidence: number | null
  readonly candidates: Static<typeof NameMatch>['candidates']
  readonly uses: number
  readonly first_seen_at: Date
  readonly by_label: string | null
}

export function listNameMatches(registers: Registers) {
  return defineQuery({
    id: 'name.list',
    label: { zh: '待核对的名称', en: 'List names to settle' },
    about: {
      zh: '文件里写的名称，不能确定指哪一家的；给出可能的几家和依据，用得多的在前。',
      en: 'Names in files of which it is not certain whom they mean, with those that may be meant and why; the most used first.',
    },
    permission: 'register.manage',
    route: { method: 'GET', path: '/name-matches' },
    cli: 'name list',
    input: Type.Object({
      status: Type.Optional(Type.Enum(['open', 'decided', 'none'])),
      register: Type.Optional(Type.String({ maxLength: 64 })),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    }),
    output: Type.Object({ names: Type.Array(NameMatch), total: Type.Integer() }),
    run: async (context, { status = 'open', register, page = 1 }) => {
      const { tx, jurisdiction } = context
      let query = tx.selectFrom('name_match').where('jurisdiction', '=', jurisdiction).where('status', '=', status)
      if (register !== undefined) query = query.where('register', '=', register)
      const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      const rows = await query
        .selectAll()
        .orderBy('uses', 'desc')
        .orderBy('id')
        .limit(namesAPage)
        .offset((page - 1) * namesAPage)
        .execute()
      return { names: await presentMatches(context, registers, rows as unknown as readonly MatchRow[]), total }
    },
  })
}

export function decideNameMatch(registers: Registers) {
  return defineCommand({
    id: 'name.decide',
    label: { zh: '核对名称', en: 'Settle a name' },
    about: {
      zh: '确认一个名称指哪条记录、新建一条，或不指任何一条；以后的文件都照此办理，已写入的记录同时补上关联。',
      en: 'Says which record a name means, makes a new one, or says that it means none. It holds for all later files, and records that are written already get their link.',
    },
    permission: 'register.manage',
    route: { method: 'POST', path: '/name-matches/:matchId/decision' },
    cli: 'name decide',
    input: Type.Object({
      matchId: Type.String({ maxLength: 64 }),
      recordId: Type.Optional(Type.String({ maxLength: 64 })),
      as: Type.Optional(Type.Enum(['new', 'none'], { description: 'where no record is named' })),
    }),
    output: Type.Object({ name: NameMatch, repaired: Type.Integer() }),
    run: async (context, { matchId, recordId, as }) => {
      const { tx, jurisdiction, now, actor } = context
      const match = await holdMatch(context, matchId)
      const register = registers.get(match.register)
      const target = await targetOf(context, registers, register, match, recordId ?? as)
      if (match.status !== 'open' && match.record_id === target) {
        context.unchanged()
        const [name] = await presentMatches(context, registers, [match])
        if (name === undefined) throw importErrors.matchUnknown({ id: matchId })
        return { name, repaired: 0 }
      }
      const changes = {
        status: target === null ? ('none' as const) : ('decided' as const),
        record_id: target,
        confidence: target === null ? null : 1,
        decided_at: now,
        by_label: actor.label,
      }
      await tx
        .updateTable('name_match')
        .set(changes)
        .where('jurisdiction', '=', jurisdiction)
        .where('id', '=', match.id)
        .execute()
      const repaired = await repairLinks(context, registers, register, {
        key: match.written_key,
        from: match.record_id,
        to: target,
      })
      await context.record({
        subject: { kind: 'name-match', id: match.id },
        before: { written: match.written, status: match.status, recordId: match.record_id },
        after: { written: match.written, status: changes.status, recordId: target, repaired },
      })
      const [name] = await presentMatches(context, registers, [{ ...match, ...changes }])
      if (name === undefined) throw importErrors.matchUnknown({ id: matchId })
      return { name, repaired }
    },
  })
}

async function holdMatch({ tx, jurisdiction }: CommandContext, id: string): Promise<MatchRow> {
  const row = await tx
    .selectFrom('name_match')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw importErrors.matchUnknown({ id })
  return row as unknown as MatchRow
}

/** @throws import.matchTarget for a record that is not there, and where nothing was said */
async function targetOf(
  context: CommandContext,
  registers: Registers,
  register: Register,
  match: MatchRow,
  said: string | undefined,
): Promise<string | null> {
  if (said === 'none') return null
  if (said === 'new') {
    // The same answer twice makes one record.
    if (match.status === 'decided' && match.record_id !== null) return match.record_id
    const written = writtenName(match.written) ?? { name: match.written, key: foldName(match.written), code: undefined }
    return createRecordFor(context, registers, register, { id: newId(context.now), written })
  }
  const found = said === undefined ? undefined : await readRecords(context.tx, context.jurisdiction, register, [said])
  if (said === undefined || !found?.has(said)) {
    throw importErrors.matchTarget({ id: said ?? '', label: register.declaration.label })
  }
  return said
}

async function presentMatches(
  { tx, jurisdiction }: QueryContext,
  registers: Registers,
  rows: readonly MatchRow[],
): Promise<Static<typeof NameMatch>[]> {
  const labels = new Map<string, string>()
  for (const registerId of new Set(rows.map(({ register }) => register))) {
    const register = registers.find(registerId)
    const ids = rows.flatMap((row) => (row.register === registerId ? (row.record_id ?? []) : []))
    if (register === undefined || ids.length === 0) continue
    const found = await runSql<{ id: string; label: string }>(
      tx,
      `select id, label from ${register.table} where jurisdiction = $1 and id = any($2::text[])`,
      [jurisdiction, ids],
    )
    for (const { id, label } of found) labels.set(id, label)
  }
  return rows.map((row) => ({
    id: row.id,
    register: row.register,
    registerLabel: registers.find(row.register)?.declaration.label ?? row.register,
    written: row.written,
    status: row.status,
    candidates: [...row.candidates],
    decidedFor: row.record_id === null ? null : { id: row.record_id, label: labels.get(row.record_id) ?? row.written },
    confidence: row.confidence,
    uses: row.uses,
    firstSeenAt: row.first_seen_at.toISOString(),
    byLabel: row.by_label,
  }))
}
