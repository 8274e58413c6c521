import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { openDatabase } from '@qiangxian/kernel/database/database'
import { defineJob } from '@qiangxian/kernel/jobs/define-job'
import { openTestKernel, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startJobs } from './job-runner.ts'
import { QueueConnection } from './queue-connection.ts'

describe('the connections of the job queue', () => {
  let kernel: TestKernel
  const closing: (() => Promise<unknown>)[] = []

  beforeEach(async () => {
    kernel = await openTestKernel()
  })
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
    await kernel.close()
  })

  /** A door to the database under an address of its own, which can be shut with everybody who stands in it. */
  const openDoor = async () => {
    const { hostname, port } = new URL(kernel.test.url)
    const through = new Set<Socket>()
    const server: Server = createServer((socket) => {
      const onward = connect(Number(port), hostname)
      for (const [from, to] of [[socket, onward] as const, [onward, socket] as const]) {
        through.add(from)
        from.on('error', () => to.destroy()).on('close', () => to.destroy())
        from.pipe(to)
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = new URL(kernel.test.url)
    url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const shut = () => {
      for (const socket of through) socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    }
    return { url: url.href, shut }
  }

  it('follow a database that comes back under another address, and the jobs go on', async () => {
    const [first, second] = [await openDoor(), await openDoor()]
    closing.push(second.shut)
    let broughtBack = 0
    const bringBack = async () => {
      broughtBack += 1
      return second.url
    }
    const database = await openDatabase(first.url, { bringBack, connections: 3 })
    closing.push(() => database.close())
    const words = { zh: '演示任务', en: 'Test job' }
    let times = 0
    const counting = defineJob({
      id: 'test.count',
      label: words,
      about: words,
      every: '0 0 1 1 *',
      run: async () => {
        times += 1
        return { times }
      },
    })
    const logged: string[] = []
    const logger = {
      warn: (_: object, message: string) => void logged.push(message),
      error: (_: object, message: string) => void logged.push(message),
    }
    const jobs = await startJobs({ ...kernel, database }, [counting], { logger, lookEverySeconds: 3_600 })
    closing.push(() => jobs.stop())
    await jobs.look()
    expect(times).toBe(1)
    await first.shut()
    // What was sent into the shut door is lost and said; the next look goes through the other one.
    await jobs.look()
    expect(await jobs.runNow('test.count')).toMatchObject({ outcome: 'done' })
    expect(broughtBack).toBeGreaterThan(0)
    expect(database.url).toBe(second.url)
    const { rows } = await kernel.test.tamper(`select count(*) from pgboss.job where state < 'completed'`)
    expect(Number(rows[0].count)).toBe(0)
  })

  it('tell what is wrong while the database does not come back', async () => {
    const door = await openDoor()
    const database = await openDatabase(door.url)
    closing.push(() => database.close())
    const connection = new QueueConnection(database)
    closing.push(() => connection.close())
    expect((await connection.executeSql('select 1 as one')).rows).toEqual([{ one: 1 }])
    await door.shut()
    await expect(connection.executeSql('select 1 as one')).rejects.toThrow()
    await expect(connection.executeSql('select 1 as one')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('leave no half transaction behind a statement that failed', async () => {
    const connection = new QueueConnection(kernel.database)
    closing.push(() => connection.close())
    await expect(connection.executeSql('begin; select 1 / 0; commit')).rejects.toThrow(/division by zero/)
    for (const one of [1, 2, 3]) {
      expect((await connection.executeSql('select $1::int as one', [one])).rows).toEqual([{ one }])
    }
  })
})
