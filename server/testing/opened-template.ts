import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Actor, publicActor } from '@qiangxian/kernel/accounts/actor'
import { execute } from '@qiangxian/kernel/operations/execute'
import { makeRegisterTables } from '@qiangxian/kernel/registers/tables/make-register-tables'
import type { Preparation } from '@qiangxian/kernel/testing/test-database'
import { putTestKey } from '@qiangxian/kernel/testing/test-key'
import { onServer } from '@qiangxian/kernel/testing/test-server'
import {
  type LoadedMatters,
  loadDemonstrationMatters,
} from '@qiangxian/modules/management/demonstration/matters/load-matters.command'
import { readConfig } from '../config.ts'
import { matters, registers } from '../declarations.ts'
import { type OpenPlatform, openPlatform } from '../open-platform.ts'

/** The instant at which prepared databases were opened, ten in the morning in the county. */
export const preparedAt = '2026-11-25T02:00:00Z'

interface Wanted {
  readonly reports: boolean
  readonly records: boolean
  /** the invented matters too, which the program itself loads after it listens */
  readonly matters?: boolean
}

/**
 * A database in which the demonstration was opened once: plan and accounts, or with its three years of reports, or with
 * the records of its registers. Opening costs a second or many, copying a tenth.
 */
export function openedTemplate(wanted: Wanted): Preparation {
  const parts = [wanted.reports ? 'reports' : 'plan', wanted.records ? 'records' : '', wanted.matters ? 'matters' : '']
  return {
    kind: parts.join(''),
    digest: sourceDigest(),
    on: below(wanted),
    prepare: async (url) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'qiangxian-template-'))
      try {
        putTestKey(dataDir)
        const config = readConfig(['--data', dataDir, '--database-url', url], {})
        if (config === 'help') throw new Error('a test asked for help')
        const platform = await openPlatform(config, { holder: 'test', now: () => new Date(preparedAt), ...wanted })
        if (wanted.matters === true) await loadMatters(platform)
        await platform.close()
      } finally {
        rmSync(dataDir, { recursive: true, force: true })
      }
    },
  }
}

/** Each is opened on the one with a part less, as a later start goes on where the county stands. */
function below(wanted: Wanted): Preparation {
  if (wanted.matters === true) return openedTemplate({ ...wanted, matters: false })
  if (wanted.records) return openedTemplate({ ...wanted, records: false })
  return wanted.reports ? openedTemplate({ ...wanted, reports: false }) : tablesTemplate()
}

async function loadMatters(platform: OpenPlatform): Promise<void> {
  const roles: Actor['roles'] = [{ role: 'administrator', partyId: undefined }]
  const actor = { ...publicActor(undefined), label: '系统任务', roles }
  const request = { actor, requestId: 'template', language: 'zh' } as const
  for (let next: number | null = 0; next !== null; ) {
    const part = await execute(platform, loadDemonstrationMatters(matters), request, { atMost: 40 })
    next = (part as LoadedMatters).next
  }
}

/** A database with the tables of the kernel and of all registers, and nothing in them. */
export function tablesTemplate(): Preparation {
  return {
    kind: 'tables',
    digest: sourceDigest(),
    prepare: (url) =>
      onServer(url, async (client) => void (await makeRegisterTables(client, registers, new Date(preparedAt)))),
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
let known: string | undefined

/** What the code looked like when this test began: any change of it may open a platform differently. */
function sourceDigest(): string {
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const folder of ['engines', 'kernel', 'modules', 'counties', 'server']) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path.includes('node_modules')) continue
      const { size, mtimeMs } = statSync(join(root, folder, path))
      hash.update(`${folder}/${path} ${size} ${mtimeMs}\n`)
    }
  }
  known = hash.digest('hex')
  return known
}
