import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '@qiangxian/kernel/database/database'
import { holdEmbeddedDatabase } from '@qiangxian/kernel/database/embedded/embedded-database'
import type { Config } from '@qiangxian/server/config'

export function databaseFolder(config: Config): string {
  return join(config.dataDir, 'database')
}

export function filesFolder(config: Config): string {
  return join(config.dataDir, 'files')
}

/** Whether there is a database to be looked at: one of one's own, or one in the data folder. */
export function hasDatabase(config: Config): boolean {
  return config.databaseUrl !== undefined || existsSync(databaseFolder(config))
}

/**
 * Opens the bare database for one piece of work, without bringing it up to date and without opening a county.
 *
 * @throws the errors of the embedded database and of reaching one
 */
export async function withDatabase<Result>(
  config: Config,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  // Others may pass through: the embedded database works under an account of its own, in a folder of its own.
  if (config.databaseUrl === undefined) mkdirSync(config.dataDir, { recursive: true, mode: 0o755 })
  const held =
    config.databaseUrl === undefined
      ? await holdEmbeddedDatabase({ dataDir: databaseFolder(config), holder: 'qx' })
      : { url: config.databaseUrl, release: async () => {} }
  try {
    const database = await openDatabase(held.url)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await held.release()
  }
}
