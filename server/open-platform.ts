import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadCounty } from '@qiangxian/counties/load-county'
import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import type { Actor } from '@qiangxian/kernel/accounts/actor'
import { openOutside } from '@qiangxian/kernel/channels/open-outside'
import { civilDateInChina } from '@qiangxian/kernel/clock/civil-date'
import { type Database, openDatabase } from '@qiangxian/kernel/database/database'
import { migrate } from '@qiangxian/kernel/database/migrate'
import { migrations } from '@qiangxian/kernel/database/migrations/migrations'
import { defineErrors, QxError } from '@qiangxian/kernel/errors/define-errors'
import { type ContentStore, openContentStore } from '@qiangxian/kernel/evidence/content-store'
import { evidenceLimits } from '@qiangxian/kernel/evidence/evidence-limits'
import { knownDigests } from '@qiangxian/kernel/evidence/known-digests'
import { findScanner, type VirusScanner } from '@qiangxian/kernel/evidence/virus-scanner'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { syncDefinitions } from '@qiangxian/kernel/indicators/operations/sync-definitions.command'
import { openCounty } from '@qiangxian/kernel/jurisdiction/open-county.command'
import { refuseLongPromises } from '@qiangxian/kernel/matters/limits/promise-problems'
import { syncMatterVersions } from '@qiangxian/kernel/matters/version-change/sync-versions.command'
import { execute, type Platform } from '@qiangxian/kernel/operations/execute'
import { secretsOfDatabase } from '@qiangxian/kernel/personal-data/key-of-database'
import { keyFileIn } from '@qiangxian/kernel/personal-data/master-key'
import { makeRegisterTables } from '@qiangxian/kernel/registers/tables/make-register-tables'
import { adoptCountyPlan } from '@qiangxian/modules/management/plan-decomposition/adopt-county-plan.command'
import type { Config } from './config.ts'
import { countyFacts } from './county-facts.ts'
import { indicators, matters, registers } from './declarations.ts'
import { type KeptDatabase, keepEmbeddedDatabase } from './keep-database.ts'
import { hasPlan, loadStory, loadStoryRecords } from './load-story.ts'

const startErrors = defineErrors('start', {
  notWritable: {
    status: 500,
    zh: (e: { folder: string; why: string }) =>
      `数据目录 ${e.folder} 不能写入（${e.why}）。请改用 --data 指定可写的文件夹，或调整权限。`,
    en: (e) =>
      `The data folder ${e.folder} cannot be written (${e.why}). Choose another with --data, or change its permissions.`,
  },
})

/** The platform with its database and its files, for the server and for `qx`. */
export interface OpenPlatform extends Platform {
  readonly store: ContentStore
  readonly scanner: VirusScanner | undefined
  /** whether the embedded server was running already */
  readonly attached: boolean
  /** Removes stored files that no row knows; at the start and now and then. Returns how many. */
  sweepFiles(now: Date): Promise<number>
  close(): Promise<void>
}

/**
 * Opens everything that the platform stands on: the database (the running embedded one is joined), its migrations, the
 * county, and at the very first start the county's organisations and, unless `--empty`, its plan and accounts.
 */
export async function openPlatform(
  config: Config,
  options: {
    holder: 'server' | 'qx' | 'test'
    now?: () => Date
    log?: (line: string) => void
    /** false: of the demonstration only plan and accounts, and no reports; for tests that want it quick and bare */
    reports?: boolean
    /** false: of the demonstration no records of registers either; as `reports` where it is left out */
    records?: boolean
  },
): Promise<OpenPlatform> {
  prepareFolder(config.dataDir)
  const county = await loadCounty(config.countyDir)
  const held = await reachDatabase(config, options)
  let database: Database | undefined
  try {
    database = await openDatabase(held.url, held.bringBack === undefined ? {} : { bringBack: held.bringBack })
    const now = options.now ?? (() => new Date())
    // Before anything is changed: nobody may be promised what comes later than the law allows.
    refuseLongPromises(matters, countyFacts(county, false), {
      calendar: workCalendar(county.calendar.years),
      today: civilDateInChina(now()),
    })
    const secrets = await database.asOwner(async (client) => {
      await migrate(client, migrations, now())
      const key = { configured: config.personalDataKey, file: keyFileIn(config.dataDir), now: now() }
      const opened = await secretsOfDatabase(client, key)
      await makeRegisterTables(client, registers, now())
      return opened
    })
    const limits = evidenceLimits()
    const find = () => findScanner({ clamdSocket: config.clamdSocket, scanSeconds: limits.scanSeconds })
    const store = openContentStore(join(config.dataDir, 'files'), { limits, findScanner: find })
    await store.sweepUnfinished(now())
    const opened = database
    const platform: OpenPlatform = {
      database: opened,
      county: countyFacts(county, await isDemonstration(opened, county.jurisdiction.id, !config.empty)),
      files: {
        readAll: (digest) => readAll(store, digest),
        open: (digest) => store.read(digest),
        source: (digest) => store.source(digest),
      },
      secrets,
      outside: openOutside(config.outside, secrets),
      now,
      store,
      scanner: await find(),
      attached: held.attached,
      sweepFiles: (instant) => store.sweepUnknown(instant, (digests) => knownDigests(opened, digests)),
      close: async () => {
        await opened.close()
        await held.release()
      },
    }
    await openFirstTime(platform)
    if (options.reports !== false) await loadStory(platform, starter)
    if (options.records ?? (options.reports !== false && !config.withoutRecords))
      await loadStoryRecords(platform, starter)
    return platform
  } catch (error) {
    await database?.close()
    await held.release()
    throw error
  }
}

/** The installed server at its address, or the embedded one, which we start and start again. */
function reachDatabase(
  { databaseUrl, dataDir }: Config,
  { holder, log }: { holder: string; log?: (line: string) => void },
): Promise<Omit<KeptDatabase, 'bringBack'> & Partial<KeptDatabase>> {
  if (databaseUrl !== undefined) {
    return Promise.resolve({ url: databaseUrl, attached: true, release: async () => {} })
  }
  return keepEmbeddedDatabase({ dataDir: join(dataDir, 'database'), holder, ...(log === undefined ? {} : { log }) })
}

function prepareFolder(folder: string): void {
  try {
    // Others may pass through: the embedded database works under an account of its own, in a folder of its own.
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw startErrors.notWritable(
      { folder, why: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause) },
      { cause },
    )
  }
}

/** What the database was opened as stays so: a later start without `--empty` does not turn it into a demonstration. */
async function isDemonstration(database: Database, jurisdiction: string, wanted: boolean): Promise<boolean> {
  const row = await database.inJurisdiction(jurisdiction, 'read', (tx) =>
    tx.selectFrom('jurisdiction').select('demonstration').where('jurisdiction', '=', jurisdiction).executeTakeFirst(),
  )
  return row?.demonstration ?? wanted
}

async function openFirstTime(platform: OpenPlatform): Promise<void> {
  const request = { actor: starter, requestId: newId(platform.now()), language: 'zh' as const }
  await execute(platform, openCounty, request, {})
  // Asked for by its absence, not by "just opened": a start that broke off between the two acts is completed here.
  if (platform.county.demonstration && platform.county.plan !== undefined && !(await hasPlan(platform))) {
    await unlessLoaded(() => execute(platform, adoptCountyPlan, request, {}))
  }
  await execute(platform, syncDefinitions(indicators), request, {})
  await execute(platform, syncMatterVersions(matters), request, {})
}

/** Another program that starts at this moment may have loaded the plan between our look and our act. */
async function unlessLoaded(load: () => Promise<unknown>): Promise<void> {
  try {
    await load()
  } catch (error) {
    if (!(error instanceof QxError) || error.code !== 'planImport.planExists') throw error
  }
}

/** Who acts when the program itself does something at its start. */
const starter: Actor = {
  accountId: undefined,
  sessionId: undefined,
  label: '系统启动',
  roles: [
    { role: 'administrator', partyId: undefined },
    { role: 'office', partyId: undefined },
  ],
  via: 'start',
  address: undefined,
}

async function readAll(store: ContentStore, digest: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of await store.read(digest)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
