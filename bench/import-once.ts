import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeCsv } from '@qiangxian/engines/tabular/write-csv'
import { advanceRun } from '@qiangxian/kernel/imports/advance-run'
import { importOperations } from '@qiangxian/kernel/imports/import.operations'
import type { ImportRun } from '@qiangxian/kernel/imports/imports.schemas'
import { execute, type Request } from '@qiangxian/kernel/operations/execute'
import { readConfig } from '@qiangxian/server/config'
import { registers } from '@qiangxian/server/declarations'
import { type OpenPlatform, openPlatform } from '@qiangxian/server/open-platform'
import { benchFolder } from './bench-platform.ts'
import { copyIn, copyOut } from './copy-rows.ts'
import { counts, firmsFile, type ImportFile, linkedFile, placesFile, plainFile } from './import-rows.ts'
import { milliseconds } from './measure.ts'

/**
 * One import in a process of its own, so that its memory is its own: `import-once.ts plain|linked ROWS [DATABASE_URL]`.
 * Prints one line of JSON.
 */
export interface ImportOnce {
  readonly rows: number
  readonly previewMs: number
  readonly commitMs: number
  /** the same rows into a table with the same indexes by COPY */
  readonly copyMs: number
  /** of this process: most resident memory before the import began, and until it was committed */
  readonly startMb: number
  readonly peakMb: number
  readonly counts: ImportRun['counts']
}

const [scenario = 'plain', rows = '1000', databaseUrl] = process.argv.slice(2)
const request: Request = {
  actor: {
    accountId: undefined,
    sessionId: undefined,
    label: '基准',
    roles: [{ role: 'office', partyId: undefined }],
    via: 'qx',
    address: undefined,
  },
  requestId: 'bench-import',
  language: 'zh',
}
const operations = new Map(importOperations(registers).map((each) => [each.id, each]))

process.stdout.write(`${JSON.stringify(await once(Number(rows)))}\n`)

async function once(count: number): Promise<ImportOnce> {
  const folder = benchFolder()
  const config = readConfig(
    ['--data', folder, '--empty', ...(databaseUrl === undefined ? [] : ['--database-url', databaseUrl])],
    {},
  )
  if (config === 'help') throw new Error('no bench without a configuration')
  const platform = await openPlatform(config, { holder: 'test', reports: false, records: false })
  try {
    if (scenario === 'linked') {
      await bring(platform, folder, placesFile, counts.places)
      await bring(platform, folder, firmsFile, counts.firms)
    }
    const startMb = residentMb()
    const file = scenario === 'linked' ? linkedFile : plainFile
    const { previewMs, commitMs, run } = await bring(platform, folder, file, count)
    const peakMb = residentMb()
    const copyMs = await copied(platform, registers.get(file.register).table, count)
    return { rows: count, previewMs, commitMs, copyMs, startMb, peakMb, counts: run.counts }
  } finally {
    await platform.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bring(platform: OpenPlatform, folder: string, file: ImportFile, count: number) {
  const path = join(folder, `${file.register}.csv`)
  await pipeline(writeCsv(file.rows(count)), createWriteStream(path))
  const upload = await platform.store.receive(createReadStream(path), {
    fileName: `${file.register}.csv`,
    kind: 'table',
  })
  const started = await perform(platform, 'import.start', { register: file.register }, { ...request, upload })
  if (started.status !== 'reading') throw new Error(`the head was not recognised: ${JSON.stringify(started.sheets)}`)
  const previewMs = await milliseconds(() => advance(platform, started.id))
  await perform(platform, 'import.begin-commit', { runId: started.id })
  const commitMs = await milliseconds(() => advance(platform, started.id))
  const run = await perform(platform, 'import.get', { runId: started.id })
  if (run.status !== 'committed' || run.counts.new !== count) {
    throw new Error(`not all rows came in: ${run.status} ${JSON.stringify(run.counts)} ${run.trouble?.zh ?? ''}`)
  }
  return { previewMs, commitMs, run }
}

function advance(platform: OpenPlatform, runId: string): Promise<boolean> {
  return advanceRun(platform, registers, { request, signal: new AbortController().signal }, runId)
}

async function perform(platform: OpenPlatform, id: string, input: object, by: Request = request): Promise<ImportRun> {
  const operation = operations.get(id)
  if (operation === undefined) throw new Error(`no operation ${id}`)
  return (await execute(platform, operation, by, input)) as ImportRun
}

/** The very rows that were written, generated columns and indexes made again: COPY may not be cheaper than it is. */
function copied(platform: OpenPlatform, table: string, count: number): Promise<number> {
  return platform.database.asOwner(async (client) => {
    // Whoever owns a table and is no superuser sees the rows of one jurisdiction as well.
    await client.query(`select set_config('app.jurisdiction', $1, false)`, [platform.county.jurisdiction])
    const { rows: named } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
       from information_schema.columns
       where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    )
    const columns = `(${named[0]?.columns})`
    const chunks = await copyOut(client, `${table} ${columns}`)
    await client.query(`create table bench_copy (like ${table} including all)`)
    const time = await milliseconds(() => copyIn(client, `bench_copy ${columns}`, chunks))
    const { rows: copies } = await client.query<{ count: string }>('select count(*) from bench_copy')
    if (Number(copies[0]?.count) !== count) throw new Error(`COPY took ${copies[0]?.count} of ${count} rows`)
    return time
  })
}

function residentMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
