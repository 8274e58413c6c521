import Type from 'typebox'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id } from '../plan/programme.schemas.ts'
import { judgeChange, refuseUnlessGood } from './change-record.ts'
import { findDuplicates } from './duplicates.ts'
import { findByIdentity, readRecords } from './find-records.ts'
import { journalValues } from './journal-values.ts'
import { lockRecord, pastOf } from './living-record.ts'
import {
  asJson,
  followMerge,
  leadBack,
  type MergeMemory,
  moveNamesAndAccounts,
  moveNamesAndAccountsBack,
} from './merge-records.ts'
import { restoreRecords, undoRecords } from './past.ts'
import type { StoredRecord } from './record.types.ts'
import { Reason, RegisterId } from './record-write.operations.ts'
import { registerErrors } from './register-errors.ts'
import { Changes, DuplicateGroup } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { type Sight, sightOrThrow } from './sight.ts'
import { writeRecords } from './write-records.ts'

export function mergeOperations(registers: Registers): readonly Operation[] {
  return [
    defineQuery({
      id: 'register.duplicates',
      label: { zh: '查找疑似重复的记录', en: 'Find likely duplicates' },
      about: {
        zh: '名称、代码或主要内容相同的记录，成组列出，由人判断是否合并。',
        en: 'Records alike in name, code or substance, in groups; people decide whether to merge.',
      },
      permission: 'register.manage',
      route: { method: 'GET', path: '/registers/:register/duplicates' },
      cli: 'register duplicates',
      input: Type.Object({ register: RegisterId }),
      output: Type.Object({ groups: Type.Array(DuplicateGroup) }),
      run: async (context, input) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        return { groups: await findDuplicates(context, register, sight) }
      },
    }),
    defineCommand({
      id: 'register.merge',
      label: { zh: '合并重复的记录', en: 'Merge duplicate records' },
      about: {
        zh: '把几条重复的记录并入一条；指向它们的记录随之改指，可以整体撤销。',
        en: 'Makes duplicates one record; what points at them follows, and the whole can be taken back.',
      },
      permission: 'register.manage',
      route: { method: 'POST', path: '/registers/:register/merges' },
      cli: 'register merge',
      input: Type.Object({
        register: RegisterId,
        keptId: Id,
        mergedIds: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
        /** values of the kept record that are taken from the others */
        values: Type.Optional(Changes),
        reason: Reason,
      }),
      output: Type.Object({ mergeId: Id, followed: Type.Integer() }),
      run: (context, { register, ...asked }) => merge(context, registers, registers.get(register), asked),
    }),
    defineCommand({
      id: 'register.undoMerge',
      label: { zh: '撤销合并', en: 'Undo a merge' },
      about: {
        zh: '恢复被并入的记录，指向它们的记录改回来；合并时改动的内容一并复原。',
        en: 'Brings merged records back; what pointed at them points there again, and what the merge changed is as before.',
      },
      permission: 'register.manage',
      route: { method: 'POST', path: '/registers/:register/merges/:mergeId/undoing' },
      cli: 'register undo-merge',
      input: Type.Object({ register: RegisterId, mergeId: Id, reason: Reason }),
      output: Type.Object({ restored: Type.Integer(), followed: Type.Integer() }),
      run: (context, { register, mergeId, reason }) =>
        undoMerge(context, registers, registers.get(register), mergeId, reason),
    }),
  ]
}

interface MergeAsked {
  readonly keptId: string
  readonly mergedIds: readonly string[]
  readonly values?: Readonly<Record<string, unknown>>
  readonly reason: string
}

async function merge(context: CommandContext, registers: Registers, register: Register, asked: MergeAsked) {
  const { tx, jurisdiction, actor, now } = context
  const { keptId, mergedIds, values, reason } = asked
  const sight = await sightOrThrow(context, registers, register)
  // In one order for everybody, so that two merges of the same records wait for each other and do not lock both ways.
  const locked = new Map<string, StoredRecord>()
  for (const id of [...new Set([keptId, ...mergedIds])].sort()) {
    locked.set(id, await lockRecord(context, register, sight, id))
  }
  const kept = locked.get(keptId)
  if (kept === undefined) throw registerErrors.recordUnknown({ label: register.declaration.label, id: keptId })
  if (mergedIds.includes(keptId)) throw registerErrors.mergeWithItself({ label: kept.label })
  const merged = mergedIds.flatMap((id) => locked.get(id) ?? [])
  const links = await followMerge(context, registers, register, kept, merged, reason)
  const moved = await moveNamesAndAccounts(context, register, keptId, mergedIds)
  const changed = await changeKept(context, registers, register, keptId, values ?? {}, reason)
  const memory: MergeMemory = {
    kept: changed,
    merged: merged.map(({ id, revision, label }) => ({ id, revision, label })),
    links,
    ...moved,
  }
  const id = newId(now)
  await tx
    .insertInto('record_merge')
    .values({
      ...{ jurisdiction, id, register: register.id, kept_id: keptId, merged_ids: [...mergedIds] },
      ...{ before: JSON.stringify(asJson(memory)), reason, at: now },
      ...{ by_account: actor.accountId ?? null, by_label: actor.label },
    })
    .execute()
  await context.recordAll([
    {
      subject: { kind: register.id, id: keptId },
      before: { mergedIds: [...mergedIds] },
      after: { merge: id, followed: links.length, mergedIds: [...mergedIds] },
      reason,
    },
    ...merged.map((each) => ({
      subject: { kind: register.id, id: each.id },
      before: journalValues(register, each.values),
      after: { mergedInto: keptId, merge: id },
      reason,
    })),
  ])
  return { mergeId: id, followed: links.length }
}

/** What the kept record takes from the others: after their end, so that it may take their number too. */
async function changeKept(
  context: CommandContext,
  registers: Registers,
  register: Register,
  keptId: string,
  values: Readonly<Record<string, unknown>>,
  reason: string,
): Promise<MergeMemory['kept']> {
  const records = await readRecords(context.tx, context.jurisdiction, register, [keptId], { lock: true })
  const before = records.get(keptId)
  if (before === undefined) throw registerErrors.recordUnknown({ label: register.declaration.label, id: keptId })
  if (Object.keys(values).length === 0) return { revision: before.revision, changed: false }
  const judged = await judgeChange(context, registers, register, { values }, before)
  refuseUnlessGood(register, judged)
  if (judged.isSame) return { revision: before.revision, changed: false }
  await writeRecords(context, registers, register, [judged.write], { origin: 'form', reason })
  return { revision: before.revision + 1, changed: true }
}

async function undoMerge(
  context: CommandContext,
  registers: Registers,
  register: Register,
  mergeId: string,
  reason: string,
) {
  const { tx, jurisdiction, actor, now } = context
  const sight = await sightOrThrow(context, registers, register)
  const found = await tx
    .selectFrom('record_merge')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', mergeId)
    .where('register', '=', register.id)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw registerErrors.mergeUnknown({ id: mergeId })
  if (found.undone_at !== null) throw registerErrors.mergeUndone({})
  const memory = found.before as unknown as MergeMemory
  const kept = await lockRecord(context, register, sight, found.kept_id)
  if (memory.kept.changed && kept.revision !== memory.kept.revision) {
    throw registerErrors.mergeBuiltUpon({
      label: kept.label,
      by: `已由${kept.recordedBy}再次修改 / changed again by ${kept.recordedBy}`,
    })
  }
  if (memory.kept.changed) await undoRecords(context, register, [kept.id], reason)
  await refuseTakenPlaces(context, register, sight, memory)
  const ids = memory.merged.map(({ id }) => id)
  await restoreRecords(context, register, ids, { reason })
  const followed = await leadBack(context, registers, kept.id, memory.links, reason)
  await moveNamesAndAccountsBack(context, register, kept.id, memory)
  await tx
    .updateTable('record_merge')
    .set({ undone_at: now, undone_by_label: actor.label })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', mergeId)
    .execute()
  await context.recordAll(
    [kept.id, ...ids].map((id) => ({
      subject: { kind: register.id, id },
      before: { merge: mergeId },
      after: { undone: mergeId },
      reason,
    })),
  )
  return { restored: ids.length, followed }
}

/** What a merged record was told apart by may belong to another one by now. */
async function refuseTakenPlaces(
  context: CommandContext,
  register: Register,
  sight: Sight,
  { merged }: MergeMemory,
): Promise<void> {
  for (const { id, label } of merged) {
    const past = await pastOf(context, register, sight, id)
    const identity = past.at(-1)?.identity
    if (identity === undefined) continue
    const taken = await findByIdentity(context.tx, context.jurisdiction, register, [identity])
    if (taken.size > 0) throw registerErrors.alreadyThere({ what: register.declaration.recordLabel, label })
  }
}
