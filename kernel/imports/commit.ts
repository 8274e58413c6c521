import { createHash } from 'node:crypto'
import { canonicalJson } from '@qiangxian/engines/canonical-json/canonical-json'
import { civilDateInChina } from '../clock/civil-date.ts'
import type { Transaction } from '../database/database.ts'
import type { CommandContext } from '../operations/context.ts'
import { listOrganisations } from '../parties/party.operations.ts'
import { findByIdentity, readRecords } from '../registers/find-records.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { type Written, writeRecords } from '../registers/write-records.ts'
import { createNamed, withKnownIds } from './create-named.ts'
import type { JudgedRow } from './judge.types.ts'
import { judgeRows } from './judge-rows.ts'
import { keepRows } from './keep-rows.ts'
import { unitNames } from './names/unit-names.ts'
import { openRunFile } from './open-run-file.ts'
import { readAhead } from './preview.ts'
import type { RunRow } from './run.ts'
import { type ChunkLinks, RunLinks } from './run-links.ts'
import { type Chunk, passOver } from './run-pass.ts'
import { doStep, leaseUntil, type Worker } from './run-step.ts'
import { updateRun } from './update-run.ts'

/** rows of a batch: one transaction of a few tenths of a second */
const rowsABatch = 5_000

const step = { id: 'import.commit', label: { zh: '写入一批', en: 'Write a batch of an import' } }

/**
 * Writes what the preview found, batch by batch, each in one transaction with its line in `import_batch` and its entry in
 * the journal: who kills the program between two batches finds the first written once and the second not at all, and the
 * next start goes on there.
 *
 * Every row is judged again as it is written, since the register may have changed after the preview: beforehand, while
 * the database takes the batch before, and once more in the transaction where anything has changed. What was faulty in
 * the preview is left, and so is what a person left out.
 */
export async function commit(worker: Worker, registers: Registers, taken: RunRow): Promise<void> {
  const { platform, signal } = worker
  const { county, database, secrets } = platform
  const { jurisdiction } = county
  const register = registers.get(taken.register)
  const links = new RunLinks(county, registers, register, taken.options)
  const unitOf = await database.inJurisdiction(jurisdiction, 'read', async (tx) =>
    unitNames(await listOrganisations(tx, jurisdiction)),
  )
  const judgeOn = async (tx: Transaction, chunk: Chunk, now: Date, lock: boolean): Promise<JudgedChunk> => {
    const left = await rowsLeft(tx, jurisdiction, taken.id, chunk)
    const rows = chunk.rows.filter(({ row }) => !left.has(row))
    const chunkLinks = await links.forChunk(tx, rows, now)
    const today = civilDateInChina(now)
    const { allowed_units: allowedUnits } = taken
    const context = { tx, jurisdiction, today, secrets, registers, register, allowedUnits, unitOf, lock }
    const judged = await judgeRows(context, chunk.reader, rows, chunkLinks)
    return { chunk, chunkLinks, judged, namesKnown: links.state }
  }
  const ahead = (chunk: Chunk) =>
    database.inJurisdiction(jurisdiction, 'read', (tx) => judgeOn(tx, chunk, platform.now(), false))
  const file = await openRunFile(platform.files, { sha256: taken.sha256, fileName: taken.file_name })
  try {
    let run = taken
    const { reached_sheet: sheet, reached_row: row } = taken
    const from = sheet === null || row === null ? {} : { after: { sheet, row } }
    const chunks = readAhead(passOver(file, register, run, { rows: rowsABatch, ...from }))
    for await (const foreseen of readAhead(each(chunks, ahead))) {
      const settled: (() => void)[] = []
      let isFirstTry = true
      run = await doStep(worker, run, step, async (context, held) => {
        settled.length = 0
        const holds = isFirstTry && (await stillHolds(context, register, foreseen, links.state))
        isFirstTry = false
        const { chunk, chunkLinks, judged } = holds
          ? foreseen
          : await judgeOn(context.tx, foreseen.chunk, context.now, true)
        const wanted = firstOfEach(judged)
        const named = await createNamed(context, registers, held, wanted, links, chunkLinks)
        const taking = withKnownIds(wanted, named.known)
        settled.push(named.afterwards)
        const written = await writeRows(context, registers, register, held, taking)
        const newFaults = judged.filter(({ verdict }) => verdict === 'faulty')
        await keepRows(context, held.id, register, chunk.reader.layout, newFaults)
        const batch = batchOf(held, chunk, taking, written, named.count)
        const after = {
          reached_sheet: batch.sheet,
          reached_row: batch.last_row,
          rows_done: held.rows_done + chunk.rows.length,
          batches: held.batches + 1,
          worker_until: leaseUntil(platform.now()),
        }
        await context.tx
          .insertInto('import_batch')
          .values({ ...batch, jurisdiction, committed_at: context.now })
          .execute()
        await updateRun(context, held.id, after)
        await recordBatch(context, held, batch)
        return { ...held, ...after }
      })
      for (const done of settled) done()
      if (signal.aborted) return
    }
    await finish(worker, run)
  } finally {
    await file.close()
  }
}

/** What was found of a batch while the one before it was written: it is looked at once more before it is taken. */
interface JudgedChunk {
  readonly chunk: Chunk
  readonly chunkLinks: ChunkLinks
  readonly judged: readonly JudgedRow[]
  /** which names were known then */
  readonly namesKnown: string
}

async function* each<Item, Result>(
  items: AsyncGenerator<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  for await (const item of items) yield await work(item)
}

/**
 * Whether what was found beforehand is still so: the same records at the same revisions, which are held from here on, and
 * nobody made whom the rows would bring.
 */
async function stillHolds(
  { tx, jurisdiction }: CommandContext,
  register: Register,
  { judged, chunkLinks, namesKnown }: JudgedChunk,
  namesNow: string,
): Promise<boolean> {
  if (namesKnown !== namesNow && chunkLinks.hasPending) return false
  const identities = judged.flatMap(({ identity }) => identity ?? [])
  const found = await findByIdentity(tx, jurisdiction, register, identities)
  const hasKey = register.declaration.key.length > 0
  for (const { identity, before, verdict } of judged) {
    if (identity === undefined || verdict === 'faulty') continue
    const there = found.get(identity)
    if (!hasKey && (there !== undefined) !== (verdict === 'same')) return false
    if (hasKey && (there?.id !== before?.id || there?.revision !== before?.revision)) return false
  }
  const changing = judged.flatMap(({ before, verdict }) => (before !== undefined && verdict !== 'same' ? before : []))
  const held = await readRecords(
    tx,
    jurisdiction,
    register,
    changing.map(({ id }) => id),
    { lock: true },
  )
  return changing.every(({ id, revision }) => held.get(id)?.revision === revision)
}

/** Rows of the chunk that are not written: faulty ones, and those that a person left out. */
async function rowsLeft(tx: Transaction, jurisdiction: string, runId: string, { reader, rows }: Chunk) {
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0]
  const { sheet } = reader.layout
  const faulty = await tx
    .selectFrom('import_row')
    .select('row_number')
    .where('jurisdiction', '=', jurisdiction)
    .where('run_id', '=', runId)
    .where('sheet', '=', sheet)
    .where('row_number', '>=', first)
    .where('row_number', '<=', last)
    .where('verdict', '=', 'faulty')
    .execute()
  const skipped = await tx
    .selectFrom('import_decision')
    .select('row_number')
    .where('jurisdiction', '=', jurisdiction)
    .where('run_id', '=', runId)
    .where('sheet', '=', sheet)
    .where('row_number', '>=', first)
    .where('row_number', '<=', last)
    .where('decision', '=', 'skip')
    .execute()
  return new Set([...faulty, ...skipped].map(({ row_number }) => row_number))
}

/** Rows that are to be written; of those that say the same twice in one batch, the first. */
function firstOfEach(judged: readonly JudgedRow[]): readonly JudgedRow[] {
  const seen = new Set<string>()
  return judged.filter(({ verdict, before, identity }) => {
    if (verdict === 'same' || verdict === 'faulty') return false
    const key = before?.id ?? identity
    if (key === undefined) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function writeRows(
  context: CommandContext,
  registers: Registers,
  register: Register,
  run: RunRow,
  rows: readonly JudgedRow[],
): Promise<readonly Written[]> {
  return writeRecords(
    context,
    registers,
    register,
    rows.map(({ row, before, values, doubts, unitId, expectedOn }) => ({
      ...(before === undefined ? {} : { before }),
      values,
      doubts,
      ...(unitId === undefined ? {} : { unitId }),
      ...(expectedOn === undefined ? {} : { expectedOn }),
      sheet: row.sheet,
      rowNumber: row.row,
    })),
    { origin: 'import', reason: null, runId: run.id },
  )
}

function batchOf(
  run: RunRow,
  { reader, rows, lastRow }: Chunk,
  taken: readonly JudgedRow[],
  written: readonly Written[],
  namedCount: number,
) {
  const hash = createHash('sha256')
  for (const [at, { id, revision, digest }] of written.entries()) {
    hash.update(canonicalJson({ row: taken[at]?.row.row ?? 0, id, revision, digest })).update('\n')
  }
  return {
    run_id: run.id,
    batch_no: run.batches + 1,
    sheet: reader.layout.sheet,
    first_row: rows[0]?.row ?? lastRow,
    last_row: lastRow,
    row_count: rows.length,
    new_count: taken.filter(({ before }) => before === undefined).length,
    changed_count: taken.filter(({ before }) => before !== undefined).length,
    named_count: namedCount,
    digest: hash.digest('hex'),
  }
}

/** One entry for the batch: its rows are named by their numbers, and what they say by the digest over all of them. */
async function recordBatch(context: CommandContext, run: RunRow, batch: ReturnType<typeof batchOf>): Promise<void> {
  await context.record({
    subject: { kind: 'import-run', id: run.id },
    before: null,
    after: {
      batch: batch.batch_no,
      register: run.register,
      fileName: run.file_name,
      sha256: run.sha256,
      sheet: batch.sheet,
      firstRow: batch.first_row,
      lastRow: batch.last_row,
      rows: batch.row_count,
      new: batch.new_count,
      changed: batch.changed_count,
      named: batch.named_count,
      digest: batch.digest,
      by: run.by_label,
    },
  })
}

async function finish(worker: Worker, run: RunRow): Promise<void> {
  await doStep(worker, run, step, async (context) => {
    await updateRun(context, run.id, { status: 'committed', ended_at: context.now, worker: null, worker_until: null })
    await context.record({
      subject: { kind: 'import-run', id: run.id },
      before: { status: 'committing' },
      after: { status: 'committed', batches: run.batches, by: run.by_label },
    })
  })
}
