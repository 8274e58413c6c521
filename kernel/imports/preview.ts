import { civilDateInChina } from '../clock/civil-date.ts'
import { listOrganisations } from '../parties/party.operations.ts'
import type { Register, Registers } from '../registers/registers.ts'
import type { JudgedRow } from './judge.types.ts'
import { judgeRows } from './judge-rows.ts'
import { keepRows } from './keep-rows.ts'
import { noteOpenNames, type OpenName } from './names/open-names.ts'
import { unitNames } from './names/unit-names.ts'
import { openRunFile } from './open-run-file.ts'
import type { RunRow } from './run.ts'
import { RunLinks } from './run-links.ts'
import { type Chunk, passOver } from './run-pass.ts'
import { doStep, leaseUntil, type Worker } from './run-step.ts'
import { SeenRows } from './seen-rows.ts'

/** rows of a step: some tenths of a second of work */
const rowsAStep = 2_000

const step = { id: 'import.preview', label: { zh: '检查导入的文件', en: 'Check a file for import' } }

/**
 * Reads the whole file, says of each row what would become of it, and writes nothing but that. Judging only reads, so it
 * holds nobody up; each step's findings are written in a short transaction of their own.
 */
export async function preview(worker: Worker, registers: Registers, taken: RunRow): Promise<void> {
  const { platform, signal } = worker
  const { county, database, secrets } = platform
  const { jurisdiction } = county
  const register = registers.get(taken.register)
  const links = new RunLinks(county, registers, register, taken.options)
  const units = await database.inJurisdiction(jurisdiction, 'read', async (tx) =>
    unitNames(await listOrganisations(tx, jurisdiction)),
  )
  const seen = new SeenRows()
  const names = new Names()
  const file = await openRunFile(platform.files, { sha256: taken.sha256, fileName: taken.file_name })
  try {
    let run = taken
    const sheetNames = file.table.sheets.map(({ name }) => name)
    for await (const chunk of readAhead(passOver(file, register, run, { rows: rowsAStep }))) {
      const now = platform.now()
      const judged = await database.inJurisdiction(jurisdiction, 'read', async (tx) => {
        const chunkLinks = await links.forChunk(tx, chunk.rows, now)
        const rows = await judgeRows(
          {
            tx,
            jurisdiction,
            today: civilDateInChina(now),
            secrets,
            registers,
            register,
            allowedUnits: run.allowed_units,
            unitOf: units,
            lock: false,
          },
          chunk.reader,
          chunk.rows,
          chunkLinks,
          { rows: seen, sheet: chunk.sheetNumber, sheetNames },
        )
        for (const row of rows) names.note(row, (id) => chunkLinks.pending(id))
        return rows
      })
      run = await doStep(worker, run, step, async (context, held) => {
        context.unchanged()
        await keepRows(context, run.id, register, chunk.reader.layout, judged)
        await noteOpenNames(context, names.openOf(judged))
        const after = { ...progressed(held, chunk, judged), named_count: names.newCount, worker_until: leaseUntil(now) }
        await context.tx
          .updateTable('import_run')
          .set(after)
          .where('jurisdiction', '=', jurisdiction)
          .where('id', '=', run.id)
          .execute()
        return { ...held, ...after }
      })
      if (signal.aborted) return
    }
    await finish(worker, register, run)
  } finally {
    await file.close()
  }
}

/** Reads the next chunk while this one is dealt with: the database and this program work side by side. */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next()
  try {
    for (;;) {
      const { value, done } = await next
      if (done === true) return
      next = items.next()
      // Told when it is asked for; who stops before that does not hear of it.
      next.catch(() => {})
      yield value
    }
  } finally {
    await next.catch(() => {})
    await items.return(undefined)
  }
}

function progressed(run: RunRow, { reader, lastRow, rows, bytesDone }: Chunk, judged: readonly JudgedRow[]) {
  const count = (verdict: JudgedRow['verdict']) => judged.filter((row) => row.verdict === verdict).length
  return {
    reached_sheet: reader.layout.sheet,
    reached_row: lastRow,
    rows_done: run.rows_done + rows.length,
    bytes_done: Math.min(bytesDone, run.bytes_total),
    new_count: run.new_count + count('new'),
    changed_count: run.changed_count + count('changed'),
    same_count: run.same_count + count('same'),
    faulty_count: run.faulty_count + count('faulty'),
    doubtful_count: run.doubtful_count + count('doubtful'),
  }
}

async function finish(worker: Worker, register: Register, run: RunRow): Promise<void> {
  await doStep(worker, run, step, async (context, held) => {
    const { tx, jurisdiction, now } = context
    await tx
      .updateTable('import_run')
      .set({
        status: 'ready',
        rows_total: held.rows_done,
        bytes_done: held.bytes_total,
        worker: null,
        worker_until: null,
        reached_sheet: null,
        reached_row: null,
        ended_at: now,
      })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', run.id)
      .execute()
    await context.record({
      subject: { kind: 'import-run', id: run.id },
      before: null,
      after: {
        register: register.id,
        fileName: run.file_name,
        sha256: run.sha256,
        rows: held.rows_done,
        new: held.new_count,
        changed: held.changed_count,
        same: held.same_count,
        faulty: held.faulty_count,
        doubtful: held.doubtful_count,
      },
    })
  })
}

/** The names of a file that are new or to be settled, over all its chunks. */
class Names {
  readonly #uses = new Map<string, number>()
  readonly #new = new Set<string>()

  get newCount(): number {
    return this.#new.size
  }

  note(
    { verdict, values, openNames }: JudgedRow,
    pending: (id: string) => { written: { key: string; code: string | undefined } } | undefined,
  ): void {
    if (verdict === 'faulty' || verdict === 'same') return
    for (const { register, key } of openNames) {
      this.#uses.set(`${register} ${key}`, (this.#uses.get(`${register} ${key}`) ?? 0) + 1)
    }
    for (const id of idsIn(values)) {
      const named = pending(id)
      if (named !== undefined) this.#new.add(`${named.written.code ?? ''} ${named.written.key}`)
    }
  }

  openOf(judged: readonly JudgedRow[]): readonly OpenName[] {
    const found = new Map<string, OpenName>()
    for (const { verdict, openNames } of judged) {
      if (verdict !== 'doubtful') continue
      for (const name of openNames) {
        const key = `${name.register} ${name.key}`
        // As it is written first.
        if (!found.has(key)) found.set(key, { ...name, uses: this.#uses.get(key) ?? 1 })
      }
    }
    return [...found.values()]
  }
}

/** The ids that the links of a record hold. */
export function* idsIn(values: JudgedRow['values']): Generator<string> {
  for (const value of Object.values(values)) {
    if (typeof value !== 'object' || value === null) continue
    for (const each of Array.isArray(value) ? value : [value]) {
      if (typeof each === 'object' && each !== null && 'id' in each && typeof each.id === 'string') yield each.id
    }
  }
}
