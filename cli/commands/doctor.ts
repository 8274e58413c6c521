import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { listJurisdictions } from '@qiangxian/kernel/backup/jurisdictions'
import { placeOf as addressOf, type Database } from '@qiangxian/kernel/database/database'
import { describeEmbedded } from '@qiangxian/kernel/database/embedded/embedded-database'
import { migrations } from '@qiangxian/kernel/database/migrations/migrations'
import { QxError } from '@qiangxian/kernel/errors/define-errors'
import { openContentStore } from '@qiangxian/kernel/evidence/content-store'
import { verifyChain } from '@qiangxian/kernel/journal/journal.operations'
import { fieldSecrets } from '@qiangxian/kernel/personal-data/field-secrets'
import { keyOfDatabase, keyPlace } from '@qiangxian/kernel/personal-data/key-of-database'
import { keyFileIn, masterKey } from '@qiangxian/kernel/personal-data/master-key'
import type { Config } from '@qiangxian/server/config'
import type { Call } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { databaseFolder, filesFolder, hasDatabase, withDatabase } from '../open-database.ts'
import { placeOf } from '../open-place.ts'
import { type Finding, findingTexts } from './doctor-findings.ts'

/**
 * `qx doctor`: looks at everything that the platform stands on, changes nothing, and says what to do.
 *
 * One thing that is wrong does not hide the others; what cannot be looked at because of it is said to be skipped.
 */
export async function doctor(call: Call): Promise<ExitCode> {
  const config = placeOf(call)
  const findings: Finding[] = [node(), folder(config)]
  findings.push(...(await database(config, call.values['deep'] === true)))
  const failed = findings.filter(({ state }) => state === 'failed').length
  const { terminal, language, json } = call
  if (json) {
    const shown = findings.map((finding) => ({ ...finding, ...findingTexts(finding, language) }))
    terminal.print(JSON.stringify({ sound: failed === 0, findings: shown }, null, 2))
  } else {
    for (const finding of findings) {
      const { title, says, remedy } = findingTexts(finding, language)
      terminal.print(`${{ sound: '✓', failed: '✗', skipped: '–' }[finding.state]} ${title}  ${says}`)
      if (remedy !== undefined) terminal.print(`    → ${remedy}`)
    }
  }
  return failed === 0 ? exitCodes.done : exitCodes.refused
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isFit = major > 20 || (major === 20 && minor >= 19)
  return { check: 'node', state: isFit ? 'sound' : 'failed', facts: { version: process.versions.node } }
}

const leastFreeBytes = 500 * 1024 * 1024

function folder({ dataDir }: Config): Finding {
  if (!existsSync(dataDir)) return { check: 'folder', state: 'failed', facts: { dataDir, trouble: 'missing' } }
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return { check: 'folder', state: 'failed', facts: { dataDir, trouble: 'notWritable' } }
  }
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const facts = { dataDir, freeMegabytes: Math.floor(free / 1024 / 1024) }
  if (free < leastFreeBytes) return { check: 'folder', state: 'failed', facts: { ...facts, trouble: 'full' } }
  return { check: 'folder', state: 'sound', facts }
}

async function database(config: Config, deep: boolean): Promise<readonly Finding[]> {
  const rest = ['migrations', 'key', 'journal', 'files'] as const
  const skipped = rest.map((check): Finding => ({ check, state: 'skipped', facts: {} }))
  if (!hasDatabase(config)) {
    return [{ check: 'database', state: 'failed', facts: { trouble: 'missing', dataDir: config.dataDir } }, ...skipped]
  }
  const before = await stateBefore(config)
  try {
    return await withDatabase(config, async (opened) => {
      const made = await migrationsMade(opened)
      const found: Finding = {
        check: 'database',
        state: 'sound',
        facts: { ...before, version: await versionOf(opened) },
      }
      if (made.length === 0) return [found, migrationsOf(made), ...skipped.slice(1)]
      const jurisdictions = await opened.asOwner(listJurisdictions)
      return [
        found,
        migrationsOf(made),
        await keyOf(opened, config),
        await journalOf(opened, jurisdictions),
        await filesOf(opened, jurisdictions, config, deep),
      ]
    })
  } catch (error) {
    if (!(error instanceof QxError)) throw error
    return [{ check: 'database', state: 'failed', facts: { trouble: 'away' }, says: error.localized }, ...skipped]
  }
}

/** How things stood before we came: our own hold would show as well. */
async function stateBefore(config: Config): Promise<Finding['facts']> {
  if (config.databaseUrl !== undefined) return { where: addressOf(config.databaseUrl) }
  const { running, port, holders } = await describeEmbedded(databaseFolder(config))
  return {
    where: databaseFolder(config),
    running,
    port,
    holders: holders.map(({ holder, pid }) => `${holder} (${pid})`),
  }
}

async function versionOf(opened: Database): Promise<string> {
  return opened.asOwner(async (client) => {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    return rows[0]?.version ?? ''
  })
}

async function migrationsMade(opened: Database): Promise<readonly string[]> {
  return opened.asOwner(async (client) => {
    const { rows: ledger } = await client.query<{ there: boolean }>(
      `select to_regclass('qx_migration') is not null as there`,
    )
    if (ledger[0]?.there !== true) return []
    const { rows } = await client.query<{ id: string }>('select id from qx_migration')
    return rows.map(({ id }) => id)
  })
}

function migrationsOf(made: readonly string[]): Finding {
  const newer = made.filter((id) => !migrations.some((each) => each.id === id))
  const due = migrations.map(({ id }) => id).filter((id) => !made.includes(id))
  const facts = { made: made.length, due, newer }
  return { check: 'migrations', state: newer.length > 0 || made.length === 0 ? 'failed' : 'sound', facts }
}

/** The key is looked at, and never made here: a new one would open nothing. */
async function keyOf(opened: Database, config: Config): Promise<Finding> {
  const file = keyFileIn(config.dataDir)
  const where = keyPlace(config.personalDataKey, file)
  const wanted = await opened.asOwner(keyOfDatabase)
  if (config.personalDataKey === undefined && !existsSync(file)) {
    const state = wanted === undefined ? 'sound' : 'failed'
    return { check: 'key', state, facts: { where, wanted: wanted ?? '–', fingerprint: '–' } }
  }
  const { fingerprint } = fieldSecrets(masterKey(config.personalDataKey, file))
  const state = wanted === undefined || wanted === fingerprint ? 'sound' : 'failed'
  return { check: 'key', state, facts: { where, wanted: wanted ?? fingerprint, fingerprint } }
}

async function journalOf(opened: Database, jurisdictions: readonly string[]): Promise<Finding> {
  let entries = 0
  for (const jurisdiction of jurisdictions) {
    const chain = await opened.inJurisdiction(jurisdiction, 'read', (tx) => verifyChain(tx, jurisdiction))
    if (!chain.verified) {
      return { check: 'journal', state: 'failed', facts: { jurisdiction, brokenAt: chain.brokenAt } }
    }
    entries += chain.entries
  }
  return { check: 'journal', state: 'sound', facts: { entries } }
}

/** Whether each file that the rows name is there in its size; with `deep`, also whether it still has its digest. */
async function filesOf(
  opened: Database,
  jurisdictions: readonly string[],
  config: Config,
  deep: boolean,
): Promise<Finding> {
  const sizes = new Map<string, number>()
  for (const jurisdiction of jurisdictions) {
    const rows = await opened.inJurisdiction(jurisdiction, 'read', (tx) =>
      tx.selectFrom('evidence_blob').select(['sha256', 'size']).where('jurisdiction', '=', jurisdiction).execute(),
    )
    for (const { sha256, size } of rows) sizes.set(sha256, size)
  }
  if (sizes.size === 0) return { check: 'files', state: 'sound', facts: { files: 0, deep } }
  const store = openContentStore(filesFolder(config))
  const unsound: string[] = []
  for (const [sha256, size] of sizes) {
    try {
      if ((await store.size(sha256)) !== size) unsound.push(sha256)
      else if (deep) await store.verify(sha256)
    } catch (error) {
      if (!(error instanceof QxError)) throw error
      unsound.push(sha256)
    }
  }
  return {
    check: 'files',
    state: unsound.length === 0 ? 'sound' : 'failed',
    facts: { files: sizes.size, deep, unsound },
  }
}
