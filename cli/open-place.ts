import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '@qiangxian/server/config'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import type { Call } from './command.ts'

/**
 * Where the data is: the options given here, else the environment, else the server's own defaults.
 *
 * @throws config.wrong
 */
export function placeOf({ place, terminal }: Pick<Call, 'place' | 'terminal'>): Config {
  const { QX_HELP: _, ...env } = terminal.env
  const config = readConfig(place, env)
  if (config === 'help') throw new Error('the place of the data was asked for with --help')
  return config
}

/** Opens the platform for one piece of work, and closes it whatever comes. */
export async function withPlatform<Result>(
  call: Call,
  work: (platform: OpenPlatform) => Promise<Result>,
): Promise<Result> {
  const config = placeOf(call)
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'database'))) {
    call.terminal.say(
      call.language === 'zh'
        ? `${config.dataDir} 中还没有数据库，正在首次建立…`
        : `There is no database in ${config.dataDir} yet; creating it…`,
    )
  }
  const { openPlatform } = await import('@qiangxian/server/open-platform')
  const platform = await openPlatform(config, { holder: 'qx' })
  try {
    return await work(platform)
  } finally {
    await platform.close()
  }
}
