import { benchPlatform } from './bench-platform.ts'
import { requestsPerSecond } from './load.ts'
import { type BenchResult, median, result } from './measure.ts'
import { startProgram } from './start-process.ts'

const connections = 16
const seconds = 3
const rounds = 3

/** Requests a second of the real server against bare Fastify + pg with the same rows; both are processes of their own. */
export async function run(): Promise<readonly BenchResult[]> {
  const { platform, close } = await benchPlatform()
  const { url } = platform.database
  const { jurisdiction } = platform.county
  const ours = await startProgram(
    'scripts/start.mjs',
    ['--port', '0', '--database-url', url, '--log-level', 'error'],
    /http:\/\/127\.0\.0\.1:(\d+)/,
  )
  const bare = await startProgram('bench/bare-server.ts', [url, jurisdiction], /listening (\d+)/)
  try {
    return [
      await compare(
        'cockpit',
        `http://127.0.0.1:${ours.match[1]}/api/cockpit`,
        `http://127.0.0.1:${bare.match[1]}/cockpit`,
      ),
      await compare(
        'organisations',
        `http://127.0.0.1:${ours.match[1]}/api/organisations`,
        `http://127.0.0.1:${bare.match[1]}/organisations`,
      ),
    ]
  } finally {
    await ours.stop()
    await bare.stop()
    await close()
  }
}

async function compare(name: string, oursUrl: string, bareUrl: string): Promise<BenchResult> {
  const rates = { ours: [] as number[], baseline: [] as number[] }
  await requestsPerSecond(oursUrl, { connections, seconds: 1 })
  await requestsPerSecond(bareUrl, { connections, seconds: 1 })
  for (let round = 0; round < rounds; round += 1) {
    rates.ours.push(await requestsPerSecond(oursUrl, { connections, seconds }))
    rates.baseline.push(await requestsPerSecond(bareUrl, { connections, seconds }))
  }
  return result({
    name: `requests: ${name}`,
    unit: 'requests/s',
    ours: median(rates.ours),
    baseline: median(rates.baseline),
    n: rounds,
    note: `${connections} connections, ${seconds} s a round, turn by turn; baseline: bare Fastify + pg, the same rows by the same SQL, raw`,
  })
}
