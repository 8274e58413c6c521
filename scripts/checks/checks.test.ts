import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allChecks } from './all-checks.ts'
import { chosenChecks } from './chosen-checks.ts'
import { findChromium } from './chromium.ts'
import { runCommand } from './command.ts'
import { closingLine, hasPassed, NOTHING, sum } from './tally.ts'
import { outcomeOf, type VitestReport } from './vitest-check.ts'

describe('the closing line', () => {
  it('says what passed and failed, and what was skipped only where something was', () => {
    expect(closingLine({ passed: 812, failed: 0, skipped: 0 })).toBe('812 passed, 0 failed')
    expect(closingLine({ passed: 812, failed: 1, skipped: 3 })).toBe('812 passed, 1 failed, 3 skipped')
  })

  it('sums', () => {
    const a = { passed: 1, failed: 2, skipped: 3 }
    expect(sum([a, a])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  })

  it('is not a success when nothing ran', () => {
    expect(hasPassed(NOTHING)).toBe(false)
    expect(hasPassed({ passed: 0, failed: 0, skipped: 5 })).toBe(false)
  })
})

describe('the report of vitest', () => {
  const report: VitestReport = {
    numPassedTests: 10,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{}] }],
  }

  it('is counted test by test', () => {
    expect(outcomeOf(report, 0).tally).toEqual({ passed: 10, failed: 0, skipped: 2 })
  })

  it('counts a file that could not be loaded as one failure', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
    const outcome = outcomeOf({ ...report, testResults: [...report.testResults, broken] }, 1)
    expect(outcome).toEqual({ tally: { passed: 10, failed: 1, skipped: 2 }, details: 'could not be loaded: b.test.ts' })
  })

  it('counts an error outside of every test as one failure', () => {
    expect(outcomeOf(report, 1).tally.failed).toBe(1)
  })

  it('fails when there is none, and when no test ran', () => {
    expect(outcomeOf(undefined, 0).tally.failed).toBe(1)
    const none = { ...report, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
    expect(outcomeOf(none, 0)).toMatchObject({ tally: { failed: 1 }, details: 'no test was run' })
  })
})

it('CONTRIBUTING.md lists every check, in order', () => {
  const page = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8')
  const listed = [...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, id]) => id)
  expect(listed).toEqual(allChecks.map(({ id }) => id))
})

describe('choosing checks', () => {
  const run = async () => ({ tally: NOTHING, details: '' })
  const all = ['types', 'unit', 'journeys'].map((id) => ({ id, title: id, run }))
  const ids = (args: string[]) => {
    const choice = chosenChecks(all, args)
    return 'problem' in choice ? choice.problem : choice.checks.map(({ id }) => id)
  }

  it('takes all of them, or those named, in their order', () => {
    expect(ids([])).toEqual(['types', 'unit', 'journeys'])
    expect(ids(['--only', 'unit,types'])).toEqual(['types', 'unit'])
    expect(ids(['--only=journeys', '--only', 'unit'])).toEqual(['unit', 'journeys'])
  })

  it('refuses what it does not know, instead of running nothing', () => {
    expect(ids(['--only', 'unti'])).toContain('no check is called unti; there are: types, unit, journeys')
    expect(ids(['unit'])).toContain('npm test -- --only')
  })
})

describe('running a program', () => {
  const options = { cwd: '.', timeoutMinutes: 1, output: 'kept' } as const
  const node = (source: string, more = {}) => runCommand(process.execPath, ['-e', source], { ...options, ...more })

  it('returns its exit code and what it wrote on both ways out', async () => {
    expect(await node('console.log(1); console.error(2); process.exit(3)')).toMatchObject({
      code: 3,
      output: expect.toSatisfy((output: string) => output.split('\n').sort().join('') === '12'),
    })
  })

  it('gives it no input to wait for', async () => {
    expect(await node('process.stdin.resume().on("end", () => process.exit(4))')).toMatchObject({ code: 4 })
  })

  it('fails, and does not throw, when it is not there', async () => {
    expect(await runCommand('no-such-program', [], options)).toMatchObject({
      code: 1,
      output: expect.stringContaining('could not be started'),
    })
  })

  it('stops it, and what it started, when it takes too long', async () => {
    const source =
      'require("child_process").spawn(process.execPath, ["-e", "setInterval(Date, 1e6)"], {stdio: "inherit"})'
    const result = await node(`${source}; setInterval(Date, 1e6)`, { timeoutMinutes: 0.02 })
    expect(result).toMatchObject({ code: 1, output: expect.stringContaining('took longer than') })
  })
})

describe('finding the browser', () => {
  const there = (path: string) => (each: string) => each === path

  it('takes the one that is named, and no other in its place', () => {
    const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' }
    expect(findChromium(env, there('/opt/chromium'))).toBe('/opt/chromium')
    expect(findChromium(env, there('/usr/bin/chromium'))).toBeUndefined()
  })

  it('looks in the path, then in the usual places', () => {
    expect(findChromium({ PATH: '/a:/b' }, there('/b/google-chrome'))).toBe('/b/google-chrome')
    expect(findChromium({}, there('/usr/bin/chromium'))).toBe('/usr/bin/chromium')
    expect(findChromium({ PATH: '' }, there('chromium'))).toBeUndefined()
  })
})
