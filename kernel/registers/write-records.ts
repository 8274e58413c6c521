import { setImmediate as yieldNow } from 'node:timers/promises'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { refuseCircles } from './circular-links.ts'
import { moveToPast } from './past.ts'
import { arrayLiteral, type PreparedRecord, recordPreparer } from './prepare-record.ts'
import type { Doubt, LinkValue, Origin, RecordValues, StoredRecord } from './record.types.ts'
import { bumpRegister } from './register-change.ts'
import type { Register, Registers } from './registers.ts'
import { runSql } from './run-sql.ts'
import { fieldColumns } from './stored-record.ts'

/** A record as it is to be: a new one, or the next revision of one that is there. */
export interface RecordWrite {
  /** the record as it stands and is locked; left out for a new one */
  readonly before?: StoredRecord
  /** of a new record: its id, where somebody needs to know it beforehand */
  readonly id?: string
  /** of every field, as `checkValues` answered them */
  readonly values: RecordValues
  readonly doubts?: readonly Doubt[]
  /** left out: as before, or of the record that `unitFrom` points at; null: of no unit */
  readonly unitId?: string | null
  /** left out: as before */
  readonly expectedOn?: string | null
  /** of an import: where it stands in the file */
  readonly sheet?: string
  readonly rowNumber?: number
}

export interface WriteOptions {
  readonly origin: Origin
  readonly reason: string | null
  readonly runId?: string
  readonly demonstration?: boolean
  /** what is said of new records and of changed ones, where it is not added and changed */
  readonly act?: string
}

export interface Written {
  readonly id: string
  readonly revision: number
  readonly label: string
  readonly digest: string
}

/** rows of one statement: more of them make the statement no cheaper and its memory dearer */
const rowsAStatement = 1_000

/**
 * Writes many records of one register in few statements: what is replaced moves to the past, what is new comes in, and
 * the register is marked as changed. What identifies a record is unique; a double one is refused by the database
 * (23505), so whoever writes looks first (`findByIdentity`).
 *
 * The command that calls it records the journal entry. Values were checked; ids that links name need not exist.
 *
 * @returns what was written, in the order of the rows
 * @throws register.circularLink
 */
export async function writeRecords(
  context: CommandContext,
  registers: Registers,
  register: Register,
  rows: readonly RecordWrite[],
  options: WriteOptions,
): Promise<readonly Written[]> {
  if (rows.length === 0) return []
  const written: Written[] = []
  const { secrets, jurisdiction, today, now } = context
  const prepare = recordPreparer(register, { secrets, jurisdiction, today })
  let inserting: Promise<void> = Promise.resolve()
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    const part = rows.slice(from, from + rowsAStatement)
    const ids = part.map(({ before, id }) => before?.id ?? id ?? newId(now))
    // The database takes the part before while this one is made ready.
    const prepared = part.map(({ values, before }, at) =>
      prepare(ids[at] ?? '', values, before?.histories, before?.values),
    )
    await inserting
    await refuseCircles(context, register, part, ids)
    const units = await unitsOf(context, registers, register, part)
    const replaced = part.flatMap(({ before }) => before?.id ?? [])
    await moveToPast(context, register, replaced, { endedBy: 'changed', reason: options.reason })
    inserting = insertRows(context, register, part, { ids, units, prepared }, options)
    // Refusals are heard where it is awaited; sent it is once we yield.
    inserting.catch(() => {})
    await yieldNow()
    for (const [at, { before }] of part.entries()) {
      const { label, digest } = prepared[at] as PreparedRecord
      written.push({ id: ids[at] ?? '', revision: (before?.revision ?? 0) + 1, label, digest })
    }
  }
  await inserting
  await bumpRegister(context, register)
  return written
}

async function insertRows(
  { tx, jurisdiction, now, actor }: CommandContext,
  register: Register,
  rows: readonly RecordWrite[],
  {
    ids,
    units,
    prepared,
  }: { ids: readonly string[]; units: readonly (string | null)[]; prepared: readonly PreparedRecord[] },
  { origin, reason, runId, demonstration = false, act }: WriteOptions,
): Promise<void> {
  const columns: GivenColumn[] = [
    { name: 'id', type: 'text', cells: ids },
    { name: 'revision', type: 'integer', cells: rows.map(({ before }) => String((before?.revision ?? 0) + 1)) },
    { name: 'identity', type: 'text', cells: prepared.map((each) => each.identity) },
    { name: 'unit_id', type: 'text', cells: units },
    { name: 'expected_on', type: 'date', cells: rows.map(expectedOf) },
    { name: 'label', type: 'text', cells: prepared.map((each) => each.label) },
    { name: 'pinyin', type: 'text', cells: prepared.map((each) => each.pinyin) },
    { name: 'tokens', type: 'text', cells: prepared.map((each) => each.tokens) },
    { name: 'doubts', type: 'jsonb', cells: rows.map(doubtsOf) },
    { name: 'digest', type: 'text', cells: prepared.map((each) => each.digest) },
    { name: 'sheet', type: 'text', cells: rows.map((row) => row.sheet ?? null) },
    { name: 'row_number', type: 'bigint', cells: rows.map((row) => textOrNull(row.rowNumber)) },
    { name: 'act', type: 'text', cells: rows.map(({ before }) => act ?? (before === undefined ? 'added' : 'changed')) },
    {
      name: 'demonstration',
      type: 'boolean',
      cells: rows.map(({ before }) => String(demonstration || (before?.demonstration ?? false))),
    },
    ...fieldColumns(register).map(({ name, type }, at) => ({
      name,
      type,
      cells: prepared.map((each) => each.cells[at] ?? null),
    })),
  ]
  const parameters: unknown[] = [jurisdiction, origin, runId ?? null, now, actor.label, reason]
  const selected: string[] = []
  const lists: string[] = []
  // A column that says the same in all rows travels once; one that says nothing does not travel at all.
  for (const { name, type, cells } of columns) {
    const [first] = cells
    const cast = type === 'text' ? '' : `::${type}`
    if (cells.every((cell) => cell === first)) {
      if (first == null) continue
      parameters.push(first)
      selected.push(`$${parameters.length}::text${cast} as ${name}`)
    } else {
      parameters.push(
        type === 'text' || type === 'text[]' || type === 'jsonb' ? arrayLiteral(cells) : bareLiteral(cells),
      )
      lists.push(`$${parameters.length}::text[]`)
      selected.push(`u.c${lists.length}${cast} as ${name}`)
    }
  }
  const names = selected.map((each) => each.slice(each.lastIndexOf(' ') + 1))
  const from =
    lists.length === 0 ? '' : `from unnest(${lists.join(', ')}) as u (${lists.map((_, at) => `c${at + 1}`).join(', ')})`
  await runSql(
    tx,
    `insert into ${register.table} (jurisdiction, origin, run_id, recorded_at, recorded_by, reason, ${names.join(', ')})
     select $1, $2, $3, $4, $5, $6, ${selected.join(', ')} ${from}`,
    parameters,
  )
}

interface GivenColumn {
  readonly name: string
  readonly type: string
  readonly cells: readonly (string | null)[]
}

/** A list of numbers, dates or bytes, in which nothing can be mistaken for a sign of the list. */
function bareLiteral(cells: readonly (string | null)[]): string {
  return `{${cells.map(bareCell).join(',')}}`
}

function bareCell(cell: string | null): string {
  if (cell === null) return 'NULL'
  return cell.startsWith('\\') ? `"\\${cell}"` : cell
}

function textOrNull(value: number | undefined): string | null {
  return value === undefined ? null : String(value)
}

function expectedOf({ expectedOn, before }: RecordWrite): string | null {
  return expectedOn === undefined ? (before?.expectedOn ?? null) : expectedOn
}

/** Doubts about values that were not given again stay. */
function doubtsOf(row: RecordWrite): string | null {
  const doubts = row.doubts ?? row.before?.doubts ?? []
  return doubts.length === 0 ? null : JSON.stringify(doubts)
}

/** The unit that each row counts for: what it says, what it had, the unit it names, or that of its first link's record. */
async function unitsOf(
  { tx, jurisdiction }: CommandContext,
  registers: Registers,
  { declaration }: Register,
  rows: readonly RecordWrite[],
): Promise<readonly (string | null)[]> {
  const said = rows.map(({ unitId, before }) => (unitId === undefined ? (before?.unitId ?? undefined) : unitId))
  const through = declaration.unitFrom
  if (through === undefined || !said.includes(undefined)) return said.map((each) => each ?? null)
  const field = declaration.fields[through]
  if (field?.kind === 'unit') {
    return rows.map(({ values }, at) => {
      const own = values[through]
      return said[at] ?? (said[at] === undefined && typeof own === 'string' ? own : null)
    })
  }
  const leading = rows.map(({ values }, at) => (said[at] === undefined ? firstId(values[through]) : null))
  const wanted = [...new Set(leading.flatMap((id) => id ?? []))]
  if (wanted.length === 0) return said.map((each) => each ?? null)
  const target = registers.get(field !== undefined && 'register' in field ? field.register : '')
  const found = await runSql<{ id: string; unit_id: string | null }>(
    tx,
    `select id, unit_id from ${target.table} where jurisdiction = $1 and id = any($2) and unit_id is not null`,
    [jurisdiction, wanted],
  )
  const unitOf = new Map(found.map((row) => [row.id, row.unit_id]))
  return said.map((each, at) => each ?? unitOf.get(leading[at] ?? '') ?? null)
}

function firstId(value: RecordValues[string] | undefined): string | null {
  if (Array.isArray(value)) return firstId((value as readonly LinkValue[])[0])
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null
}
