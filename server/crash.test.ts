import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeEmbedded } from '@qiangxian/kernel/database/embedded/embedded-database'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUpServers, dataFolder, HttpVisitor, type ServerProcess, startServer } from './testing/server-process.ts'

const office = (server: ServerProcess) => HttpVisitor.signIn(server.url, 'bangongshi', 'yanshi-bangongshi-2026')

/** Writes units and amendments without end, and remembers what the server said was done. */
class Writer {
  readonly units = new Set<string>()
  readonly versions: number[] = []
  readonly unexpected: unknown[] = []
  readonly #place: string
  #stopped = false

  /** @param place in the names of its units: each test has its own, in the one county of all */
  constructor(place: string) {
    this.#place = place
  }

  async run(visitor: HttpVisitor, round: number): Promise<void> {
    await Promise.all([this.#amend(visitor), ...[1, 2, 3].map((lane) => this.#create(visitor, `${round}-${lane}`))])
  }

  stop(): void {
    this.#stopped = true
  }

  async #create(visitor: HttpVisitor, lane: string): Promise<void> {
    for (let number = 0; !this.#stopped; number += 1) {
      const name = `断电${this.#place}局${lane}-${number}`
      const answer = await visitor.send('POST', '/organisations', { name, kind: 'department' }).catch(() => undefined)
      if (answer === undefined) return
      if (answer.status === 200) this.units.add(name)
      else this.unexpected.push(answer.body)
    }
  }

  async #amend(visitor: HttpVisitor): Promise<void> {
    while (!this.#stopped) {
      const draft = await visitor.send('POST', '/plan-amendments', {}).catch(() => undefined)
      if (draft === undefined) return
      if (draft.status !== 200) {
        this.unexpected.push(draft.body)
        continue
      }
      const body = { effectiveFrom: '2026-11-25', reason: '断电演练（演示）' }
      const path = `/plan-imports/${draft.body.id}/adoption`
      const adopted = await visitor.send('POST', path, body).catch(() => undefined)
      if (adopted === undefined) return
      if (adopted.status === 200) this.versions.push(adopted.body.version)
      else this.unexpected.push(adopted.body)
    }
  }
}

/** What must hold whatever was killed when: nothing promised is lost, nothing is there by half, the journal fits. */
async function expectWhole(visitor: HttpVisitor, writer: Writer): Promise<void> {
  const { organisations } = (await visitor.send('GET', '/organisations')).body
  const names = new Set(organisations.map((unit: { name: string }) => unit.name))
  expect([...writer.units].filter((name) => !names.has(name))).toEqual([])

  const { versions } = (await visitor.send('GET', '/plan/versions')).body
  const numbers = versions.map((version: { number: number }) => version.number)
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => numbers.length - index))
  expect(writer.versions.filter((version) => !numbers.includes(version))).toEqual([])
  const counts = versions.map((version: { counts: object }) => JSON.stringify(version.counts))
  expect(new Set(counts).size, 'every version has all its items').toBe(1)

  const { imports } = (await visitor.send('GET', '/plan-imports')).body
  const adopted = imports.flatMap((each: { status: string; adoptedVersion: number }) =>
    each.status === 'adopted' ? [each.adoptedVersion] : [],
  )
  expect(adopted.sort((a: number, b: number) => a - b)).toEqual(numbers.filter((each: number) => each > 1).reverse())
  for (const draft of imports) expect(draft.counts, 'a draft has all its items').toEqual(imports[0].counts)

  expect((await visitor.send('GET', '/journal/verification')).body).toMatchObject({ verified: true, brokenAt: null })
}

describe('crashes', { timeout: 120_000 }, () => {
  let folder: string
  const start = () => startServer({ arguments: ['--data', folder, '--without-records'] })
  // A first start, with all that is told of the demonstration, is tested elsewhere: the county is at work already.
  beforeAll(async () => {
    folder = dataFolder()
    await (await start()).stop()
  }, 120_000)
  afterAll(cleanUpServers)

  it('the server program is killed again and again while people write and adopt: nothing acknowledged is lost', async () => {
    const writer = new Writer('甲')
    let server = await start()
    const delays = fc.sample(fc.integer({ min: 0, max: 300 }), { numRuns: 3, seed: 20261125 })
    for (const [round, delay] of delays.entries()) {
      const running = writer.run(await office(server), round)
      // However slow the machine is: something is done in each round, and something is in hand when the end comes.
      const [units, versions] = [writer.units.size, writer.versions.length]
      while (writer.units.size < units + 3 || writer.versions.length < versions + 1) await sleep(10)
      await sleep(delay)
      await server.kill()
      await running
      server = await start()
      await expectWhole(await office(server), writer)
    }
    expect(writer.unexpected).toEqual([])
    expect(await server.stop()).toBe(0)
  })

  it('the database is killed under the running program: people are told, it is started again, and nobody has to do anything', async () => {
    const server = await start()
    const visitor = await office(server)
    const writer = new Writer('乙')
    const running = writer.run(visitor, 0)
    for (const signal of ['SIGKILL', 'SIGQUIT'] as const) {
      await sleep(600)
      const { pid } = await describeEmbedded(join(folder, 'database'))
      if (pid === undefined) throw new Error('the database does not run')
      const before = writer.units.size
      process.kill(pid, signal)
      // Until something that was written after the kill is acknowledged; the test's own limit ends a wait in vain.
      while (writer.units.size < before + 5) await sleep(50)
      expect((await describeEmbedded(join(folder, 'database'))).pid).not.toBe(pid)
    }
    writer.stop()
    await running
    expect(writer.unexpected.length).toBeGreaterThan(0)
    for (const problem of writer.unexpected) {
      expect(problem).toMatchObject({
        status: 503,
        code: expect.stringMatching(/^database\.(away|unreachable|outcomeUnknown)$/),
      })
      expect((problem as { detail: string }).detail).toMatch(/数据库.*。/)
    }
    await expectWhole(visitor, writer)
    expect(server.child.exitCode).toBeNull()
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' })
    expect(await server.stop()).toBe(0)
    expect((await describeEmbedded(join(folder, 'database'))).running).toBe(false)
  })

  it.skipIf(process.platform !== 'linux')(
    'one connection’s process of the database is killed: the others recover with it',
    async () => {
      const server = await start()
      const visitor = await office(server)
      await visitor.send('GET', '/cockpit')
      const { pid } = await describeEmbedded(join(folder, 'database'))
      const backend = childrenOf(pid ?? 0).find(
        (child) => child.command.includes('[local]') || child.command.includes('127.0.0.1'),
      )
      if (backend === undefined) throw new Error('no connection to kill')
      process.kill(backend.pid, 'SIGKILL')
      const statuses: number[] = []
      for (let attempt = 0; attempt < 100 && statuses.at(-1) !== 200; attempt += 1) {
        statuses.push((await visitor.send('GET', '/cockpit')).status)
        await sleep(50)
      }
      expect(statuses.at(-1)).toBe(200)
      expect(new Set(statuses.slice(0, -1)).has(500)).toBe(false)
      expect(await server.stop()).toBe(0)
    },
  )
})

function childrenOf(pid: number): { pid: number; command: string }[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
  return children.flatMap((child) => {
    try {
      return [{ pid: child, command: readFileSync(`/proc/${child}/cmdline`, 'utf8') }]
    } catch {
      // it ended since the list was read
      return []
    }
  })
}
