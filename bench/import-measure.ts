import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import type { ImportOnce } from './import-once.ts'
import { type BenchResult, median, result } from './measure.ts'

const run_ = promisify(execFile)
const script = fileURLToPath(new URL('import-once.ts', import.meta.url))
const rounds = 3
const plainRows = 100_000
const manyRows = 1_000_000
const linkedRows = 500_000

/**
 * Imports, each in a process of its own: rows checked and written a second against COPY of the very rows into a table
 * with the same indexes, rows with two relations, and the memory of ten times as many rows.
 *
 * @param place an installed PostgreSQL, in which a database is made for each; undefined: the embedded one, in new folders
 */
export async function measureImports(name: string, place: string | undefined): Promise<readonly BenchResult[]> {
  const small: ImportOnce[] = []
  for (let round = 0; round < rounds; round += 1) small.push(await measured('plain', plainRows, place))
  const linked = await measured('linked', linkedRows, place)
  const many = await measured('plain', manyRows, place)
  return importResults(name, small, linked, many)
}

export function importResults(
  name: string,
  small: readonly ImportOnce[],
  linked: ImportOnce,
  many: ImportOnce,
): readonly BenchResult[] {
  return [
    ...speed(`${name}: plain`, small),
    ...speed(`${name}: two relations`, [linked]),
    ...speed(`${name}: plain, a million`, [many]),
    result({
      name: `${name}: memory`,
      unit: 'MB',
      ours: many.peakMb,
      baseline: median(small.map(({ peakMb }) => peakMb)),
      n: 1,
      note: `most resident memory of the importing process at ${many.rows} rows, against ${small[0]?.rows} rows`,
    }),
  ]
}

/** Seconds are those of both phases: every row is checked twice, before and while it is written. */
function speed(name: string, measures: readonly ImportOnce[]): readonly BenchResult[] {
  const rows = measures[0]?.rows ?? 0
  const perSecond = (time: (once: ImportOnce) => number) => median(measures.map((once) => rows / (time(once) / 1000)))
  const copy = perSecond(({ copyMs }) => copyMs)
  const n = measures.length
  const baseline = 'baseline: COPY of the same rows into a table with the same indexes, in the same process'
  return [
    result({
      name: `${name}: check and write`,
      unit: 'rows/s',
      ours: perSecond(({ previewMs, commitMs }) => previewMs + commitMs),
      baseline: copy,
      n,
      note: `${rows} rows, preview and commit together; ${baseline}`,
    }),
    result({
      name: `${name}: commit`,
      unit: 'rows/s',
      ours: perSecond(({ commitMs }) => commitMs),
      baseline: copy,
      n,
      note: `${rows} rows, reading, checking and writing of the commit alone; ${baseline}`,
    }),
  ]
}

async function measured(scenario: string, rows: number, place: string | undefined): Promise<ImportOnce> {
  if (place === undefined) return once(scenario, rows)
  const database = `qx_bench_import_${process.pid}`
  await onServer(place, `create database ${database} encoding 'UTF8' template template0`)
  try {
    const url = new URL(place)
    url.pathname = `/${database}`
    return await once(scenario, rows, url.href)
  } finally {
    // Not by force: a vacuum of the server's own may be at work in it, which is no one else's to end.
    await onServer(place, `drop database ${database}`)
  }
}

async function once(scenario: string, rows: number, ...place: readonly string[]): Promise<ImportOnce> {
  const args = ['--import', 'tsx', script, scenario, String(rows), ...place]
  const { stdout } = await run_(process.execPath, args, { maxBuffer: 1024 * 1024 })
  process.stderr.write(`${scenario} ${stdout}`)
  return JSON.parse(stdout) as ImportOnce
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
