import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from './measure.ts'

/**
 * `npm run bench [NAME]`: runs bench/NAME.bench.ts, or all of them one after the other, prints the ratios and writes
 * bench/results/NAME.json.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const all = readdirSync(here).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? [])
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`没有名为 ${unknown.join('、')} 的基准 / no such bench. 可选 / there are: ${all.join(' ')}\n`)
  process.exit(2)
}

const [only] = wanted
if (only !== undefined && wanted.length === 1) await runBench(only)
else {
  // Each in a process of its own: what one bench loads is no part of another's memory.
  for (const name of wanted.length > 0 ? wanted : all) {
    const args = ['--import', 'tsx', fileURLToPath(import.meta.url), name]
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}

async function runBench(name: string): Promise<void> {
  const { run } = (await import(`./${name}.bench.ts`)) as { run: () => Promise<readonly BenchResult[]> }
  const results = await run()
  // What could not be measured here leaves the figures of the last time.
  if (results.length === 0) return
  mkdirSync(`${here}results`, { recursive: true })
  writeFileSync(`${here}results/${name}.json`, `${JSON.stringify(results, null, 2)}\n`)
  process.stdout.write(`${name}\n${results.map(line).join('\n')}\n`)
}

function line({ name, unit, ours, baseline, ratio, n, note }: BenchResult): string {
  return `  ${name}: ${ours} ${unit} against ${baseline} ${unit}, ratio ${ratio} (n=${n}) ${note}`
}
