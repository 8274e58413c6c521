import type { Selectable } from 'kysely'
import { type Actor, actorMay, unitsActedFor } from '../accounts/actor.ts'
import type { Tables } from '../database/tables.gen.ts'
import type { Localized } from '../errors/define-errors.ts'
import type { QueryContext } from '../operations/context.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { importErrors } from './import-errors.ts'
import type { ImportRun, SheetLayout } from './imports.schemas.ts'
import { tellsRecordsApart } from './recognise-sheets.ts'

/**
 * A run 导入 is one file on its way into one register: recognised, previewed, decided, committed in batches, and undone
 * as a whole if need be. It is a thing with a page of its own, and whoever comes back finds it where it stands.
 */
export type RunRow = Omit<Selectable<Tables['import_run']>, 'layout' | 'mapping' | 'options' | 'trouble'> & {
  readonly status: ImportRun['status']
  readonly format: ImportRun['format']
  /** as it was recognised */
  readonly layout: readonly SheetLayout[]
  /** as it is used */
  readonly mapping: readonly SheetLayout[]
  readonly options: RunOptions
  readonly trouble: Localized | null
}

export interface RunOptions {
  /** whoever is named and is not there becomes a record of their own */
  readonly createNames: boolean
  /** of an undoing: records that were changed since stay as they are */
  readonly leaveChanged?: boolean
}

export function runRow(row: Selectable<Tables['import_run']>): RunRow {
  return row as unknown as RunRow
}

/**
 * The run, if the actor may see it: the office sees all, a unit its own.
 *
 * @throws import.unknown
 */
export async function getRun(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'actor'>,
  id: string,
): Promise<RunRow> {
  const row = await context.tx
    .selectFrom('import_run')
    .selectAll()
    .where('jurisdiction', '=', context.jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || !maySee(context.actor, row.by_account)) throw importErrors.unknown({ id })
  return runRow(row)
}

/** The same, held until the end of the transaction, so that two decisions do not pass each other. */
export async function holdRun(
  context: Pick<QueryContext, 'tx' | 'jurisdiction' | 'actor'>,
  id: string,
): Promise<RunRow> {
  const row = await context.tx
    .selectFrom('import_run')
    .selectAll()
    .where('jurisdiction', '=', context.jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || !maySee(context.actor, row.by_account)) throw importErrors.unknown({ id })
  return runRow(row)
}

export function seesAllRuns(actor: Actor): boolean {
  return actorMay(actor, 'register.manage')
}

function maySee(actor: Actor, byAccount: string | null): boolean {
  return seesAllRuns(actor) || (actor.accountId !== undefined && actor.accountId === byAccount)
}

/**
 * The units whose records an actor may import into a register; null for the office, which may import all.
 *
 * @throws import.mayNotImport where units do not keep the register
 */
export function importableUnits(actor: Actor, { declaration }: Register): readonly string[] | null {
  if (actorMay(actor, 'register.manage')) return null
  const units = declaration.access.editedBy === 'units' ? unitsActedFor(actor, 'register.edit') : []
  if (units.length === 0) throw importErrors.mayNotImport({ label: declaration.label })
  return units
}

/** The run as it is read over HTTP. */
export function presentRun(run: RunRow, registers: Registers, now: Date): ImportRun {
  const register = registers.find(run.register)
  const progress = progressOf(run)
  const { status } = run
  return {
    id: run.id,
    register: run.register,
    registerLabel: register?.declaration.label ?? run.register,
    fileName: run.file_name,
    evidenceId: run.evidence_id,
    format: run.format,
    status,
    counts: {
      new: run.new_count,
      changed: run.changed_count,
      same: run.same_count,
      faulty: run.faulty_count,
      doubtful: run.doubtful_count,
    },
    rowsDone: run.rows_done,
    rowsTotal: run.rows_total,
    progress,
    secondsLeft: secondsLeft(run, progress, now),
    sheets: [...run.mapping],
    missingFields: register === undefined ? [] : [...missingFields(register, run.mapping)],
    trouble: run.trouble,
    startedAt: run.started_at.toISOString(),
    endedAt: run.ended_at?.toISOString() ?? null,
    byLabel: run.by_label,
    undoReason: run.undo_reason,
    may: {
      map: mayBe(status, 'mapped'),
      commit: mayBe(status, 'committed'),
      undo: mayBe(status, 'undone'),
      discard: mayBe(status, 'discarded'),
    },
  }
}

const actsByStatus: Readonly<Record<string, readonly ImportRun['status'][]>> = {
  mapped: ['mapping', 'reading', 'ready', 'failed'],
  decided: ['ready'],
  committed: ['ready'],
  undone: ['committed'],
  discarded: ['mapping', 'reading', 'ready', 'failed'],
}

type RunAct = 'mapped' | 'decided' | 'committed' | 'undone' | 'discarded'

function mayBe(status: ImportRun['status'], act: RunAct): boolean {
  return actsByStatus[act]?.includes(status) ?? false
}

/** @throws import.notNow with what the run is doing instead */
export function refuseUnless(run: RunRow, act: RunAct): void {
  if (mayBe(run.status, act)) return
  throw importErrors.notNow({ act: actWords[act], status: statusWords[run.status] })
}

const actWords: Readonly<Record<RunAct, Localized>> = {
  mapped: { zh: '改列的对应关系', en: 'mapped' },
  decided: { zh: '逐行决定', en: 'decided row by row' },
  committed: { zh: '提交', en: 'committed' },
  undone: { zh: '撤销', en: 'undone' },
  discarded: { zh: '放弃', en: 'discarded' },
}

export const statusWords: Readonly<Record<ImportRun['status'], Localized>> = {
  mapping: { zh: '等待指定各列', en: 'waiting for its columns' },
  reading: { zh: '正在检查', en: 'being checked' },
  ready: { zh: '等待提交', en: 'ready' },
  committing: { zh: '正在写入', en: 'being written' },
  committed: { zh: '已导入', en: 'committed' },
  undoing: { zh: '正在撤销', en: 'being undone' },
  undone: { zh: '已撤销', en: 'undone' },
  failed: { zh: '未能完成', en: 'failed' },
  discarded: { zh: '已放弃', en: 'discarded' },
}

function progressOf(run: RunRow): number {
  switch (run.status) {
    case 'mapping':
      return 0
    case 'reading':
      return portion(run.bytes_done, run.bytes_total)
    case 'committing':
    case 'undoing':
      return portion(run.rows_done, run.rows_total ?? 0)
    default:
      return 1
  }
}

function portion(done: number, total: number): number {
  return total <= 0 ? 0 : Math.min(1, done / total)
}

/** By the pace so far; null while there is none to go by, and for what waits for a person. */
function secondsLeft(run: RunRow, progress: number, now: Date): number | null {
  if (!['reading', 'committing', 'undoing'].includes(run.status)) return null
  if (run.phase_began_at === null || progress <= 0) return null
  const seconds = (now.getTime() - run.phase_began_at.getTime()) / 1_000
  return Math.max(0, Math.round((seconds / progress) * (1 - progress) * 10) / 10)
}

/** Fields without which no row can become a record, and that no column has. */
export function missingFields(
  { declaration }: Register,
  sheets: readonly SheetLayout[],
): readonly { field: string; label: string }[] {
  const taken = sheets.filter((sheet) => sheet.taken)
  const { key, naming } = declaration
  // Whoever is named may have no code.
  const telling = naming === undefined ? key : [naming.name]
  const needed = Object.entries(declaration.fields).filter(
    ([name, field]) => telling.includes(name) || field.required === true,
  )
  return needed
    .filter(([name]) => !taken.some((sheet) => sheet.columns.some((column) => column.field === name)))
    .map(([name, field]) => ({ field: name, label: field.label }))
}

/**
 * Whether rows can be read with these columns: something tells records apart. Other required fields may be missing, for
 * a file that brings one more column of records that are there already.
 */
export function isReadable(register: Register, sheets: readonly SheetLayout[]): boolean {
  const taken = sheets.filter((sheet) => sheet.taken)
  return taken.length > 0 && taken.every((sheet) => tellsRecordsApart(register, sheet))
}
