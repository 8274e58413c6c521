import {
  type HeldDatabase,
  type HoldOptions,
  holdEmbeddedDatabase,
} from '@qiangxian/kernel/database/embedded/embedded-database'

/** The embedded database as a program keeps it for as long as it runs. */
export interface KeptDatabase {
  readonly url: string
  /** whether the server was running already */
  readonly attached: boolean
  /** Starts the server again when it was killed or broke down; its address may be another one then. */
  bringBack(): Promise<string>
  release(): Promise<void>
}

/**
 * Holds the embedded database, and holds it again when its server is gone: nobody else would start it, since the
 * programs that use it are the ones that look after it.
 */
export async function keepEmbeddedDatabase(options: HoldOptions): Promise<KeptDatabase> {
  let held: HeldDatabase = await holdEmbeddedDatabase(options)
  return {
    url: held.url,
    attached: held.attached,
    bringBack: async () => {
      options.log?.('数据库不在，重新启动 / the database is gone, starting it again')
      const lost = held
      held = await holdEmbeddedDatabase(options)
      // After the new hold, so that the server is never without one; the old one stops nothing then.
      await lost.release()
      return held.url
    },
    release: () => held.release(),
  }
}
