import type { QueryContext } from '../operations/context.ts'
import { type PointedAt, presentValue } from './present-records.ts'
import { type PastRecord, Sealed, type StoredRecord, type Value } from './record.types.ts'
import type { RecordDetail } from './registers.schemas.ts'
import type { Register } from './registers.ts'
import type { Sight } from './sight.ts'

type Revision = RecordDetail['revisions'][number]
type RecordOrigin = RecordDetail['origin']

/** A record with everything it was: earlier revisions, oldest first, and the living one where it lives. */
export interface KnownRecord {
  readonly past: readonly PastRecord[]
  readonly living: StoredRecord | undefined
}

/** How a record came to be as it is, newest first: each revision with what it changed, by whom, why, and from where. */
export async function historyOf(
  context: QueryContext,
  register: Register,
  sight: Sight,
  { past, living }: KnownRecord,
  pointedAt: PointedAt,
): Promise<Revision[]> {
  const all = [...past, ...(living === undefined ? [] : [living])]
  const entries = await journalEntries(context, register, all)
  const origins = await originsOf(context, all)
  const revisions = all.map((record, at): Revision => {
    const ended = past[at]
    return {
      revision: record.revision,
      recordedAt: record.recordedAt.toISOString(),
      replacedAt: ended === undefined ? null : ended.replacedAt.toISOString(),
      act: record.act,
      byLabel: record.recordedBy,
      reason: record.reason,
      journalSequence: entries.get(entryKey(subjectOf(record, context.jurisdiction), record.recordedAt)) ?? null,
      origin: originOf(record, origins),
      changes: changesOf(register, sight, all[at - 1], record, pointedAt),
    }
  })
  const last = past.at(-1)
  if (living === undefined && last !== undefined) revisions.push(ending(last, entries, origins))
  return revisions.reverse()
}

/** The act that ended a record stands in its history too. */
function ending(
  last: PastRecord,
  entries: ReadonlyMap<string, number>,
  origins: ReadonlyMap<string, RunFile>,
): Revision {
  return {
    revision: last.revision + 1,
    recordedAt: last.replacedAt.toISOString(),
    replacedAt: null,
    act: last.endedBy,
    byLabel: last.endedByLabel,
    reason: last.endedReason,
    journalSequence:
      entries.get(entryKey(last.id, last.replacedAt)) ??
      entries.get(entryKey(last.mergedInto ?? '', last.replacedAt)) ??
      null,
    origin: originOf(last, origins),
    changes: [],
  }
}

function changesOf(
  register: Register,
  sight: Sight,
  before: StoredRecord | undefined,
  after: StoredRecord,
  pointedAt: PointedAt,
): Revision['changes'] {
  if (before === undefined) return []
  const changes = [...register.fields.values()].flatMap(({ name, field }) => {
    const [was, is] = [before.values[name] ?? null, after.values[name] ?? null]
    if (!sight.fields.has(name) || sameValue(was, is)) return []
    return [{ field: name, before: presentValue(field, was, pointedAt), after: presentValue(field, is, pointedAt) }]
  })
  const unit = (id: string | null) => (id === null ? null : { id, name: pointedAt.units.get(id)?.name ?? '' })
  if (before.unitId !== after.unitId) {
    changes.push({ field: 'unitId', before: unit(before.unitId), after: unit(after.unitId) })
  }
  if (before.expectedOn !== after.expectedOn) {
    changes.push({ field: 'expectedOn', before: before.expectedOn, after: after.expectedOn })
  }
  return changes
}

export function sameValue(one: Value, other: Value): boolean {
  if (one instanceof Sealed && other instanceof Sealed) return one.blind === other.blind
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Whose entry a record was written by: its own, that of its batch, or that of the demonstration that it came with. */
function subjectOf({ id, runId, origin }: StoredRecord, jurisdiction: string): string {
  return runId ?? (origin === 'demonstration' ? jurisdiction : id)
}

/** Entries of the journal by whose change they are and when; of a record that was imported the one of its batch. */
async function journalEntries(
  { tx, jurisdiction }: QueryContext,
  register: Register,
  records: readonly StoredRecord[],
): Promise<ReadonlyMap<string, number>> {
  const subjects = new Set(records.flatMap((record) => [record.id, subjectOf(record, jurisdiction)]))
  const merged = records.flatMap((record) => ('mergedInto' in record ? ((record as PastRecord).mergedInto ?? []) : []))
  const rows = await tx
    .selectFrom('journal')
    .select(['subject_id', 'sequence', 'at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('subject_kind', 'in', [register.id, 'import-run', 'demonstration'])
    .where('subject_id', 'in', [...subjects, ...merged])
    .orderBy('sequence')
    .execute()
  return new Map(rows.map((row) => [entryKey(row.subject_id, row.at), row.sequence]))
}

function entryKey(subject: string, at: Date): string {
  return `${subject} ${at.toISOString()}`
}

interface RunFile {
  readonly fileName: string
  readonly evidenceId: string
}

export async function originsOf(
  { tx, jurisdiction }: QueryContext,
  records: readonly StoredRecord[],
): Promise<ReadonlyMap<string, RunFile>> {
  const runs = [...new Set(records.flatMap(({ runId }) => runId ?? []))]
  if (runs.length === 0) return new Map()
  const rows = await tx
    .selectFrom('import_run')
    .select(['id', 'file_name', 'evidence_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', runs)
    .execute()
  return new Map(rows.map((row) => [row.id, { fileName: row.file_name, evidenceId: row.evidence_id }]))
}

export function originOf(record: StoredRecord, origins: ReadonlyMap<string, RunFile>): RecordOrigin {
  const run = origins.get(record.runId ?? '')
  return {
    kind: record.origin,
    runId: record.runId,
    fileName: run?.fileName ?? null,
    evidenceId: run?.evidenceId ?? null,
    sheet: record.sheet,
    row: record.rowNumber,
  }
}
