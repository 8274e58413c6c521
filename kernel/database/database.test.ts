import { connect, createServer, type Server, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMigratedDatabase, type OwnDatabase } from '../testing/test-database.ts'
import { type Database, openDatabase, placeOf, refuseOldServer } from './database.ts'

/** A door before the database that a test can shut: what is in hand breaks off, and nobody new comes in. */
class Door {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  #shut = false
  /** called with what the client sends, before it is passed on */
  onClientBytes: (bytes: Buffer) => void = () => {}

  private constructor(server: Server) {
    this.#server = server
  }

  static async before(url: string): Promise<{ door: Door; url: string }> {
    const target = new URL(url)
    const server = createServer()
    const door = new Door(server)
    server.on('connection', (inside) => door.#admit(inside, Number(target.port || 5432), target.hostname))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const through = new URL(url)
    through.hostname = '127.0.0.1'
    through.port = String((server.address() as { port: number }).port)
    return { door, url: through.href }
  }

  #admit(inside: Socket, port: number, host: string): void {
    if (this.#shut) return void inside.destroy()
    const outside = connect(port, host)
    for (const socket of [inside, outside]) {
      this.#open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        this.#open.delete(socket)
        inside.destroy()
        outside.destroy()
      })
    }
    inside.on('data', (bytes: Buffer) => {
      this.onClientBytes(bytes)
      outside.write(bytes)
    })
    outside.on('data', (bytes: Buffer) => inside.write(bytes))
  }

  shut(): void {
    this.#shut = true
    for (const socket of this.#open) socket.destroy()
  }

  reopen(): void {
    this.#shut = false
  }

  async close(): Promise<void> {
    this.shut()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

describe('a database that goes away', () => {
  let real: OwnDatabase
  let door: Door
  let url: string
  let database: Database
  beforeAll(async () => {
    real = await createMigratedDatabase()
    await real.tamper(`insert into jurisdiction values ('yanshi', '演示县', 'Demo', true, now())`)
  })
  afterEach(async () => {
    await database.close()
    await door.close()
  })
  afterAll(() => real.drop())

  const open = async (bringBack?: () => Promise<string>) => {
    ;({ door, url } = await Door.before(real.url))
    database = await openDatabase(url, { connections: 2, ...(bringBack === undefined ? {} : { bringBack }) })
  }
  const read = () => database.inJurisdiction('yanshi', 'read', (tx) => sql`select 1 as one`.execute(tx))
  const rename = (label: string) =>
    database.inJurisdiction('yanshi', 'write', (tx) =>
      tx.updateTable('jurisdiction').set({ label }).where('jurisdiction', '=', 'yanshi').execute(),
    )
  const label = async () => (await real.tamper('select label from jurisdiction')).rows[0].label

  it('is reported as away with a time to try again, and serves again when it is back', async () => {
    await open()
    await read()
    door.shut()
    await expect(read()).rejects.toThrow()
    await expect(read()).rejects.toMatchObject({ code: 'database.unreachable', status: 503, retryAfterSeconds: 5 })
    expect(await database.answers()).toBe(false)
    door.reopen()
    expect((await read()).rows).toEqual([{ one: 1 }])
    expect(await database.answers()).toBe(true)
  })

  it('in the middle of a transaction leaves nothing of it, and does not end the program', async () => {
    await open()
    const broken = database.inJurisdiction('yanshi', 'write', async (tx) => {
      await tx.updateTable('jurisdiction').set({ label: '改了一半' }).where('jurisdiction', '=', 'yanshi').execute()
      door.shut()
      // The connection breaks while it is in use and no statement runs.
      await new Promise((resolve) => setTimeout(resolve, 50))
      await sql`select 1`.execute(tx)
    })
    await expect(broken).rejects.toThrow()
    door.reopen()
    await read()
    expect(await label()).toBe('演示县')
  })

  it('at the very commit is not said to have done nothing: the outcome is not known', async () => {
    await open()
    door.onClientBytes = (bytes) => {
      // The commit goes through, its answer does not come back.
      if (bytes.includes('commit')) setImmediate(() => door.shut())
    }
    await expect(rename('提交时断开')).rejects.toMatchObject({ code: 'database.outcomeUnknown', status: 503 })
    door.onClientBytes = () => {}
    door.reopen()
    await read()
  })

  it('is brought back once for all who ask meanwhile, under whatever address', async () => {
    let asked = 0
    await open(async () => {
      asked += 1
      await new Promise((resolve) => setTimeout(resolve, 30))
      return real.url
    })
    await read()
    door.shut()
    await Promise.allSettled([read(), read()])
    const answers = await Promise.all(Array.from({ length: 8 }, read))
    expect(answers.map(({ rows }) => rows.length)).toEqual(Array.from({ length: 8 }, () => 1))
    expect(asked).toBe(1)
    expect(database.url).toBe(real.url)
  })

  it('that cannot be brought back is reported as away, and tried again with the next request', async () => {
    let asked = 0
    await open(() => {
      asked += 1
      return Promise.reject(new Error('the disk is gone'))
    })
    door.shut()
    for (let count = 0; count < 2; count += 1) {
      await expect(read()).rejects.toMatchObject({ code: 'database.unreachable' })
    }
    expect(asked).toBe(2)
  })

  it('is not brought back by a program that is closing', async () => {
    let asked = 0
    await open(async () => {
      asked += 1
      return real.url
    })
    await database.close()
    await expect(read()).rejects.toThrow()
    expect(asked).toBe(0)
    await open()
  })
})

describe('the address of a database in messages', () => {
  it.each([
    ['postgres://user:secret@db.example:5433/qx', 'db.example:5433/qx'],
    ['postgres://db.example/qx?password=secret', 'db.example/qx'],
    ['not an address', '(地址无法识别 / unreadable address)'],
  ])('%s is shown as %s', (url, shown) => {
    expect(placeOf(url)).toBe(shown)
  })
})

describe('the version of a server', () => {
  it.each([
    [140_022, '14.22'],
    [96_024, '9.6.24'],
  ])('%d is too old, and %s is said', (number, version) => {
    expect(() => refuseOldServer(number, version)).toThrow(`PostgreSQL ${version}，需要 15 或更高版本`)
  })

  it.each([150_000, 150_018, 180_004])('%d will do', (number) => {
    expect(() => refuseOldServer(number, '')).not.toThrow()
  })
})
