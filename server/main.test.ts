import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeEmbedded } from '@qiangxian/kernel/database/embedded/embedded-database'
import { createPreparedDatabase, type OwnDatabase } from '@qiangxian/kernel/testing/test-database'
import { putTestKey } from '@qiangxian/kernel/testing/test-key'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { options } from './config.ts'
import { openedTemplate, tablesTemplate } from './testing/opened-template.ts'
import { cleanUpServers, dataFolder, HttpVisitor, runServer, startServer } from './testing/server-process.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65_534

describe('the server program', { timeout: 60_000 }, () => {
  let database: OwnDatabase
  beforeAll(async () => {
    database = await createPreparedDatabase(openedTemplate({ reports: true, records: false }))
  })
  afterAll(async () => {
    await cleanUpServers()
    await database.drop()
  })

  const onDatabase = (...more: string[]) => {
    const folder = dataFolder()
    putTestKey(folder)
    return ['--data', folder, '--database-url', database.url, '--without-records', ...more]
  }

  it('explains every option with --help, and starts nothing', async () => {
    const { code, output } = await runServer({ arguments: ['--help'] })
    expect(code).toBe(0)
    for (const [name, { env }] of Object.entries(options)) {
      expect(output).toContain(`--${name}`)
      expect(output).toContain(env)
    }
  })

  it.each([
    [['--prot', '1'], /--prot/],
    [['--port', '99999'], /0 至 65535/],
    [['--port', 'abc', '--log-level', 'loud', '--public-url', 'ftp://x'], /0 至 65535.*public-url.*log-level/s],
    [['--database-url', 'mysql://user:geheim@127.0.0.1/x'], /postgres:\/\//],
    [['extra'], /extra/],
  ])('refuses %j with one clear line, and exits with 1', async (given, words) => {
    const { code, output } = await runServer({ arguments: given })
    expect(code).toBe(1)
    expect(output).toMatch(words)
    expect(output).toContain('启动参数有误')
    expect(output).not.toMatch(/ at .*\.ts:\d+|geheim/)
  })

  it('says that the port is in use, and leaves nothing running', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    const { code, output } = await runServer({ arguments: onDatabase('--port', String(port)) })
    await new Promise((resolve) => taken.close(resolve))
    expect(code).toBe(1)
    expect(output).toContain(`端口 ${port} 已被占用`)
    expect(output).not.toMatch(/ at .*\.ts:\d+/)
  })

  it('says that an address is not of this machine', async () => {
    const { code, output } = await runServer({ arguments: onDatabase('--port', '0', '--host', '192.0.2.1') })
    expect(code).toBe(1)
    expect(output).toContain('不能在 192.0.2.1:0 上监听')
  })

  it('says that the data folder cannot be written, and which', async () => {
    const folder = join(dataFolder(), 'locked')
    mkdirSync(folder, { mode: 0o755 })
    chmodSync(folder, 0o555)
    const given = ['--port', '0', '--data', join(folder, 'data')]
    const { code, output } = await runServer({ arguments: given, ...(isRoot ? { uid: nobody } : {}) })
    expect(code).toBe(1)
    expect(output).toContain(`数据目录 ${join(folder, 'data')} 不能写入（EACCES）`)
    expect(output).toContain('--data')
  })

  it('says that the database cannot be reached, without the password', async () => {
    const given = ['--port', '0', '--data', dataFolder(), '--database-url', 'postgres://qx:geheim@127.0.0.1:1/qx']
    const { code, output } = await runServer({ arguments: given })
    expect(code).toBe(1)
    expect(output).toContain('连接不上数据库 127.0.0.1:1/qx（ECONNREFUSED')
    expect(output).not.toContain('geheim')
  })

  it('says that a folder of a county is not there', async () => {
    const { code, output } = await runServer({ arguments: onDatabase('--port', '0', '--county', '/no/such/county') })
    expect(code).toBe(1)
    expect(output).toContain('/no/such/county')
    expect(output).not.toMatch(/ at .*\.ts:\d+/)
  })

  it('refuses a database that is newer than the program, and changes nothing there', async () => {
    const contents = async () => (await database.tamper('select count(*) from journal')).rows
    const before = await contents()
    await database.tamper(`insert into qx_migration values ('2999-01-01-01-future', 'x', now())`)
    const { code, output } = await runServer({ arguments: onDatabase('--port', '0') })
    await database.tamper(`delete from qx_migration where id = '2999-01-01-01-future'`)
    expect(code).toBe(1)
    expect(output).toContain('2999-01-01-01-future')
    expect(await contents()).toEqual(before)
  })

  it('greets with address and accounts of the demonstration; with --empty, with the way to the first administrator', async () => {
    const fresh = await createPreparedDatabase(tablesTemplate())
    const start = (...more: string[]) =>
      startServer({ arguments: ['--data', dataFolder(), '--database-url', fresh.url, '--without-records', ...more] })
    const empty = await start('--empty')
    expect(empty.output()).toMatch(/首次设置管理员.*http:\/\/127\.0\.0\.1:\d+\/setup\?code=[0-9A-F]{10}/)
    expect(empty.output()).not.toContain('演示数据')
    expect(await (await fetch(`${empty.url}/readyz`)).json()).toEqual({ status: 'ready' })
    expect(await empty.stop()).toBe(0)
    // What it was opened as stays, although --empty is left out the next time.
    const again = await start()
    expect(again.output()).toContain('首次设置管理员')
    expect(await (await fetch(`${again.url}/api/session`)).json()).toMatchObject({ demonstration: false })
    expect(await again.stop()).toBe(0)
    await fresh.drop()
  })

  it('starts with nothing but a folder, and on SIGTERM answers what is in hand, stops the database and exits with 0', async () => {
    const folder = dataFolder()
    const server = await startServer({ arguments: ['--data', folder, '--without-records'] })
    expect(server.output()).toContain('bangongshi')
    if (!isRoot) expect(statSync(join(folder, 'files')).mode & 0o077).toBe(0)
    const answer = signInSlowly(server.url)
    await sleep(300)
    const stopped = server.stop()
    await sleep(300)
    answer.finish()
    expect(await answer.status).toBe(200)
    expect(await stopped).toBe(0)
    await expect(fetch(server.url)).rejects.toThrow()
    expect((await describeEmbedded(join(folder, 'database'))).running).toBe(false)
    // What was signed in then is there after the next start.
    const next = await startServer({ arguments: ['--data', folder, '--without-records'] })
    const office = await HttpVisitor.signIn(next.url, 'bangongshi', 'yanshi-bangongshi-2026')
    const { body } = await office.send('GET', '/journal?command=session.signIn')
    expect(body.entries).toHaveLength(2)
    expect(await next.stop()).toBe(0)
  })
})

/** A sign-in whose body comes in two pieces, the second when `finish` is called. */
function signInSlowly(url: string): { status: Promise<number | undefined>; finish(): void } {
  const body = JSON.stringify({ login: 'bangongshi', password: 'yanshi-bangongshi-2026' })
  const sending = request(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length },
  })
  sending.write(body.slice(0, 10))
  const status = new Promise<number | undefined>((resolve, reject) => {
    sending.once('response', (response) => resolve(response.statusCode))
    sending.once('error', reject)
  })
  return { status, finish: () => sending.end(body.slice(10)) }
}
