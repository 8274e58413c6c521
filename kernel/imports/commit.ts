import { createHash } from 'node:crypto'
import { canonicalJson } from '@qiangxian/engines/canonical-json/canonical-json'
import type { CommandContext } from '../operations/context.ts'
import { listOrganisations } from '../parties/party.operations.ts'
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
import { RunLinks } from './run-links.ts'
import { type Chunk, passOver } from './run-pass.ts'
import { doStep, leaseUntil, type Worker } from './run-step.ts'

/** rows of a batch: one transaction of a few tenths of a second */
const rowsABatch = 5_000

const step = { id: 'import.commit', label: { zh: '写入一批', en: 'Write a batch of an import' } }

/**
 * Writes what the preview found, batch by batch, each in one transaction with its line in `import_batch` and its entry in
 * the journal: who kills the program between two batches finds the first written once and the second not at all, and the
 * next start goes on there.
 *
 * Every row is judged again as it is written, since the register may have changed after the preview. What was faulty
 * then is left, and so is what a person left out.
 */
export async function commit(worker: Worker, registers: Registers, taken: RunRow): Promise<void> {
  const { platform, signal } = worker
  const { county, database } = platform
  const { jurisdiction } = county
  const register = registers.get(taken.register)
  const links = new RunLinks(county, registers, register, taken.options)
  const unitOf = await database.inJurisdiction(jurisdiction, 'read', async (tx) =>
    unitNames(await listOrganisations(tx, jurisdiction)),
  )
  const file = await openRunFile(platform.files, { sha256: taken.sha256, fileName: taken.file_name })
  try {
    let run = taken
    const { reached_sheet: sheet, reached_row: row } = taken
    const from = sheet === null || row === null ? {} : { after: { sheet, row } }
    for await (const chunk of readAhead(passOver(file, register, run, { rows: rowsABatch, ...from }))) {
      const settled: (() => void)[] = []
      run = await doStep(worker, run, step, async (context, held) => {
        settled.length = 0
        const left = await rowsLeft(context, held, chunk)
        const rows = chunk.rows.filter(({ row: number }) => !left.has(number))
        const chunkLinks = await links.forChunk(context.tx, rows, context.now)
        const judged = await judgeRows(
          { ...context, registers, register, allowedUnits: held.allowed_units, unitOf, lock: true },
          chunk.reader,
          rows,
          chunkLinks,
        )
        const wanted = firstOfEach(judged)
        const named = await createNamed(context, registers, held, wanted, links, chunkLinks)
        const taking = withKnownIds(wanted, named.known)
        settled.push(named.afterwards)
        const written = await writeRows(context, registers, register, held, taking)
        await keepRows(context, held.id, register, chunk.reader.layout, judged.filter(isNewFault))
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
        await context.tx
          .updateTable('import_run')
          .set(after)
          .where('jurisdiction', '=', jurisdiction)
          .where('id', '=', held.id)
          .execute()
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

/** Rows of the chunk that are not written: faulty ones, and those that a person left out. */
async function rowsLeft({ tx, jurisdiction }: CommandContext, run: RunRow, { reader, rows }: Chunk) {
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0]
  const { sheet } = reader.layout
  const faulty = await tx
    .selectFrom('import_row')
    .select('row_number')
    .where('jurisdiction', '=', jurisdiction)
    .where('run_id', '=', run.id)
    .where('sheet', '=', sheet)
    .where('row_number', '>=', first)
    .where('row_number', '<=', last)
    .where('verdict', '=', 'faulty')
    .execute()
  const skipped = await tx
    .selectFrom('import_decision')
    .select('row_number')
    .where('jurisdiction', '=', jurisdiction)
    .where('run_id', '=', run.id)
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

/** The preview found nothing wrong with it, and the register has changed since. */
function isNewFault({ verdict }: JudgedRow): boolean {
  return verdict === 'faulty'
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
    const { tx, jurisdiction, now } = context
    await tx
      .updateTable('import_run')
      .set({ status: 'committed', ended_at: now, worker: null, worker_until: null })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', run.id)
      .execute()
    await context.record({
      subject: { kind: 'import-run', id: run.id },
      before: { status: 'committing' },
      after: { status: 'committed', batches: run.batches, by: run.by_label },
    })
  })
}
