import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@qiangxian/server/config'
import { type OpenPlatform, openPlatform } from '@qiangxian/server/open-platform'

/** One key for the platform that fills a database and the server that is started on it. */
export const benchKey = '07'.repeat(32)

/**
 * A fresh platform with Yixing's programme, in a folder that goes away with it; without reports, plan and accounts only.
 * With the address of an installed server's empty database it is filled there, and stays.
 */
export async function benchPlatform(
  options: { readonly reports?: boolean; readonly databaseUrl?: string } = {},
): Promise<{ platform: OpenPlatform; close: () => Promise<void> }> {
  const folder = benchFolder()
  const installed = options.databaseUrl === undefined ? [] : ['--database-url', options.databaseUrl]
  const config = readConfig(['--data', folder, '--personal-data-key', benchKey, ...installed], {})
  if (config === 'help') throw new Error('no bench without a configuration')
  const platform = await openPlatform(config, { holder: 'test', reports: options.reports ?? true })
  const close = async () => {
    await platform.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { platform, close }
}

/** The embedded server runs under an account of its own when we are root: it must be able to enter. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qx-bench-'))
  chmodSync(folder, 0o755)
  return folder
}
