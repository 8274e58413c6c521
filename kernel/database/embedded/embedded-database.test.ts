import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { describeEmbedded, holdEmbeddedDatabase } from './embedded-database.ts'
import { findServer } from './postgres-server.ts'
import {
  ask,
  cleanUp,
  forgetStoppedDatabase,
  openFolder,
  startHolding,
  stoppedDatabase,
} from './test-processes.fixture.ts'

afterEach(() => cleanUp())
afterAll(forgetStoppedDatabase)

const newDataDir = () => join(openFolder(), 'db')

async function untilStopped(dataDir: string): Promise<void> {
  for (let waits = 0; waits < 500 && (await describeEmbedded(dataDir)).running; waits += 1) await sleep(10)
}

describe('the embedded database', () => {
  it('is created by the first start and still has its rows at the second', async () => {
    const dataDir = newDataDir()
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false, version: undefined, holders: [] })

    const first = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    expect(first.attached).toBe(false)
    await ask(first.url, "create table works (title text); insert into works values ('演示作品')")
    await first.release()
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false, version: '18', holders: [] })

    const second = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    expect(second.attached).toBe(false)
    expect(second.url).toBe(first.url) // the same port, so a reporting tool keeps working
    expect(await ask(second.url, 'select title from works')).toEqual([{ title: '演示作品' }])
    await second.release()
  })

  it('keeps what it confirmed on disk, speaks UTF-8 and UTC, and takes only this machine with its password', async () => {
    const dataDir = newDataDir()
    const database = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    const settings = await ask<{ name: string; setting: string }>(
      database.url,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit',
        'listen_addresses', 'unix_socket_directories', 'server_encoding', 'TimeZone', 'lc_messages',
        'password_encryption', 'max_connections', 'data_checksums', 'logging_collector')`,
    )
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      TimeZone: 'UTC',
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      lc_messages: 'C',
      listen_addresses: '127.0.0.1',
      logging_collector: 'on',
      max_connections: '100',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      unix_socket_directories: '',
    })
    expect(statSync(join(dataDir, 'connection.json')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'cluster')).mode & 0o777).toBe(0o700)

    const wrong = new URL(database.url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    for (const address of outsideAddresses()) {
      const outside = new URL(database.url)
      outside.hostname = address
      await expect(ask(outside.href, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    }
    await database.release()
  })

  it('serves a second program and stops with the last of them', async () => {
    const dataDir = await stoppedDatabase()
    const server = await holdEmbeddedDatabase({ dataDir, holder: 'server' })
    const qx = await startHolding({ dataDir, holder: 'qx' })
    expect(qx.said).toMatchObject({ url: server.url, attached: true })

    const description = await describeEmbedded(dataDir)
    expect(description).toMatchObject({ running: true, version: '18.4', port: Number(new URL(server.url).port) })
    expect(description.holders.map((one) => one.holder)).toEqual(['server', 'qx'])

    await server.release()
    await server.release() // twice is as good as once
    expect(await ask(qx.said.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    await qx.release()
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false, holders: [] })
  })

  it('is created and started once when four programs come at the same moment', async () => {
    const dataDir = newDataDir()
    const programs = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => startHolding({ dataDir, holder })))
    expect(new Set(programs.map((program) => program.said.url)).size).toBe(1)
    expect(programs.filter((program) => program.said.attached === false)).toHaveLength(1)
    expect(readdirSync(dataDir).sort()).toEqual(['cluster', 'connection.json', 'holders', 'start.log'])

    // They leave at the same moment too, and exactly then the server stops.
    await Promise.all(programs.map((program) => program.release()))
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false, holders: [] })
  })

  it('outlives a killed program, is taken over by the next, and stops with it', async () => {
    const dataDir = await stoppedDatabase()
    const killed = await startHolding({ dataDir, holder: 'server' })
    await killed.kill()
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: true, holders: [] })

    const next = await holdEmbeddedDatabase({ dataDir, holder: 'qx' })
    expect(next).toMatchObject({ attached: true, url: killed.said.url })
    await next.release()
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false })
  })

  it('is whole after a program was killed while creating it', async () => {
    const dataDir = newDataDir()
    const starting = startHolding({ dataDir, holder: 'server' })
    while (!unfinished(dataDir)) await sleep(5)
    killTurnOwner(dataDir)
    await starting

    const database = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(unfinished(dataDir)).toBe(false)
    await database.release()
  })

  it('lets a program write its last row after Ctrl-C in the terminal', async () => {
    const dataDir = await stoppedDatabase()
    const program = await startHolding({ dataDir, holder: 'server', ending: 'write' })
    const ended = once(program.child, 'close')
    process.kill(-(program.child.pid ?? 0), 'SIGINT') // the whole group, as a terminal does
    await ended
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false })

    const after = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    expect(await ask(after.url, 'select said from last_words')).toEqual([{ said: 'saved' }])
    await after.release()
  })

  it('does not keep the pipes of a killed program, and stops after one that ends without releasing', async () => {
    const killedIn = await stoppedDatabase()
    const killed = await startHolding({ dataDir: killedIn, holder: 'server' })
    await killed.kill() // waits for "close": it comes only when nobody holds the pipes any more
    expect(findServer(join(killedIn, 'cluster'))).toBeDefined()

    const dataDir = await stoppedDatabase()
    const careless = await startHolding({ dataDir, holder: 'server', ending: 'exit' })
    expect(careless.said.attached).toBe(false)
    await untilStopped(dataDir)
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false, holders: [] })
  })

  it('has every acknowledged row after the server was killed while writing', { timeout: 30_000 }, async () => {
    const dataDir = await stoppedDatabase()
    const before = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    await ask(before.url, 'create table event (writer int, n int, primary key (writer, n))')
    const acknowledged = new Set<string>()
    const writers = [1, 2, 3].map((writer) => writeUntilBroken(before.url, writer, acknowledged))
    while (acknowledged.size < 150) await sleep(5)
    process.kill((await describeEmbedded(dataDir)).pid ?? 0, 'SIGKILL')
    await Promise.all(writers)

    const after = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    expect(after.attached).toBe(false)
    const rows = await ask<{ writer: number; n: number }>(after.url, 'select writer, n from event')
    const kept = new Set(rows.map((row) => `${row.writer}:${row.n}`))
    expect([...acknowledged].filter((key) => !kept.has(key))).toEqual([])
    await Promise.all([before.release(), after.release()])
  })

  it('ignores a holder whose number was given to another process', async () => {
    const dataDir = await stoppedDatabase()
    const database = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    const reused = { pid: 1, holder: 'server', since: '2020-01-01T00:00:00.000Z' }
    const record = { ...reused, process: { pid: 1, startedAt: 'another boot:1' } }
    writeFileSync(join(dataDir, 'holders', '1-stale.json'), JSON.stringify(record))
    expect((await describeEmbedded(dataDir)).holders).toHaveLength(1)
    await database.release()
    expect(await describeEmbedded(dataDir)).toMatchObject({ running: false })
  })
})

function outsideAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}

function unfinished(dataDir: string): boolean {
  return existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('cluster.unfinished-'))
}

/** Kills whoever has the turn to start the database of this folder. */
function killTurnOwner(dataDir: string): void {
  const folder = join(dataDir, 'holders')
  const turns = readdirSync(folder).filter((name) => name.startsWith('turn-'))
  for (const turn of turns) {
    const owner = JSON.parse(readFileSync(join(folder, turn), 'utf8')) as { pid: number }
    process.kill(owner.pid, 'SIGKILL')
  }
}

/** Inserts rows one by one, notes each that was confirmed, and returns when the connection breaks. */
async function writeUntilBroken(url: string, writer: number, acknowledged: Set<string>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    for (let n = 0; ; n += 1) {
      await client.query('insert into event values ($1, $2)', [writer, n])
      acknowledged.add(`${writer}:${n}`)
    }
  } catch {
    await client.end().catch(() => {})
  }
}
