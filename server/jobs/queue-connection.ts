import type { Database } from '@qiangxian/kernel/database/database'
import pg from 'pg'

/**
 * The connections of the job queue: the database's owner, outside of any jurisdiction, since the queue is no tenant's.
 * They follow the database when it comes back under another address.
 */
export class QueueConnection {
  readonly #database: Database
  #pool: pg.Pool
  #url: string

  constructor(database: Database) {
    this.#database = database
    this.#url = database.url
    this.#pool = makePool(this.#url)
  }

  /** As pg-boss calls it. A statement that failed leaves no half transaction on the connection. */
  async executeSql(text: string, values?: unknown[]): Promise<pg.QueryResult> {
    const client = await this.#take()
    let broken = false
    try {
      return await client.query(text, values)
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  close(): Promise<void> {
    return this.#pool.end()
  }

  async #take(): Promise<pg.PoolClient> {
    this.#follow()
    try {
      return await this.#pool.connect()
    } catch (cause) {
      // Asking the database whether it answers brings it back where that is ours to do.
      if (!(await this.#database.answers())) throw cause
      this.#follow()
      return this.#pool.connect()
    }
  }

  #follow(): void {
    if (this.#database.url === this.#url) return
    const old = this.#pool
    this.#url = this.#database.url
    this.#pool = makePool(this.#url)
    void old.end()
  }
}

function makePool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2, idleTimeoutMillis: 30_000, application_name: 'qx_jobs' })
  // A connection that breaks while idle must not end the program; the next statement finds out.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
