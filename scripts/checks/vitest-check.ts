import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Check, Outcome } from './check.ts'
import { runCommand } from './command.ts'
import { NOTHING, ONE_FAILED, sum, type Tally } from './tally.ts'

interface VitestCheck {
  readonly id: string
  readonly title: string
  /** vitest's configuration, from the root */
  readonly config: string
  readonly timeoutMinutes: number
  /** asked first; a problem fails the check before vitest starts */
  readonly prepare?: () => Promise<{ env: Readonly<Record<string, string>> } | { problem: string }>
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly unknown[]
  }[]
}

/** A run of vitest, each of whose tests counts. */
export function vitestCheck(root: string, check: VitestCheck): Check {
  return { id: check.id, title: check.title, run: () => runVitest(root, check) }
}

async function runVitest(root: string, { config, timeoutMinutes, prepare }: VitestCheck): Promise<Outcome> {
  const prepared = (await prepare?.()) ?? { env: {} }
  if ('problem' in prepared) return { tally: ONE_FAILED, details: prepared.problem }

  const folder = mkdtempSync(join(tmpdir(), 'qiangxian-report-'))
  try {
    const file = join(folder, 'report.json')
    const { code } = await runCommand(
      join(root, 'node_modules/.bin/vitest'),
      [
        'run',
        '--config',
        config,
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { cwd: root, env: prepared.env, timeoutMinutes, output: 'live' },
    )
    return outcomeOf(readReport(file), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Counts the tests; and what vitest does not count as a test although it went wrong: a file that could not be loaded,
 * and an error outside of every test, which shows in the exit code alone.
 */
export function outcomeOf(report: VitestReport | undefined, code: number): Outcome {
  if (report === undefined) return { tally: ONE_FAILED, details: 'vitest ended without a report, see above' }
  const tests: Tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const counted = sum([tests, { ...NOTHING, failed: broken.length }])
  if (code !== 0 && counted.failed === 0) {
    return { tally: sum([counted, ONE_FAILED]), details: 'an error outside of every test, see above' }
  }
  if (counted.passed + counted.failed === 0) return { tally: sum([counted, ONE_FAILED]), details: 'no test was run' }
  return { tally: counted, details: broken.map((file) => `could not be loaded: ${file.name}`).join('\n') }
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}
