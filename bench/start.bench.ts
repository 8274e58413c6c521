import { rmSync } from 'node:fs'
import { benchFolder } from './bench-platform.ts'
import { type BenchResult, median, milliseconds, result } from './measure.ts'
import { startProgram } from './start-process.ts'

const address = /http:\/\/127\.0\.0\.1:(\d+)/

/**
 * From the command to the printed address. First: an empty folder, with initdb, migrations, organisations and the plan.
 * Second: the same folder again. Baseline: a bare Fastify + pg process that listens, against a database that runs.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const rounds = 3
  const first: number[] = []
  const second: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const folder = benchFolder()
    const args = ['--port', '0', '--data', folder, '--log-level', 'error']
    first.push(await timeStart('scripts/start.mjs', args, address))
    second.push(await timeStart('scripts/start.mjs', args, address))
    bare.push(await timeStart('bench/bare-server.ts', ['postgres://127.0.0.1:1/none', '320282'], /listening (\d+)/))
    rmSync(folder, { recursive: true, force: true })
  }
  const baseline = median(bare)
  const note = 'process start to printed address; baseline: a bare Fastify + pg process, no database start'
  return [
    result({ name: 'first start', unit: 'ms', ours: median(first), baseline, n: rounds, note }),
    result({ name: 'second start', unit: 'ms', ours: median(second), baseline, n: rounds, note }),
  ]
}

async function timeStart(script: string, args: readonly string[], ready: RegExp): Promise<number> {
  let stop = async () => {}
  const time = await milliseconds(async () => {
    const started = await startProgram(script, args, ready)
    stop = started.stop
  })
  await stop()
  return time
}
