import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from './set-up/set-up.mjs'

/** `.ci/run` in a checkout of its own, where `npm` is a script that says what it was asked for. */
describe.runIf(process.platform === 'linux')('.ci/run', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '强县 ci-'))
    for (const part of ['checkout/.ci', 'bin', 'tmp']) mkdirSync(join(folder, part), { recursive: true })
    cpSync(join(ROOT, '.ci/run'), join(folder, 'checkout/.ci/run'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = (npm: string) => {
    writeFileSync(join(folder, 'bin/npm'), `#!/usr/bin/env bash\n${npm}\n`)
    chmodSync(join(folder, 'bin/npm'), 0o755)
    const child = spawn(join(folder, 'checkout/.ci/run'), [], {
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
        TMPDIR: join(folder, 'tmp'),
        QX_TEST_DATABASE_URL: 'postgres://given.example/db',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
    return new Promise<{ code: number | null; lines: string[] }>((resolve) =>
      child.on('close', (code) => resolve({ code, lines: output.trimEnd().split('\n') })),
    )
  }

  it('runs all tests on the embedded database, then those of the database on a server, and sums', async () => {
    const { code, lines } = await run('echo "[$*]" "$QX_TEST_DATABASE_URL"; echo "40 passed, 0 failed, 2 skipped"')
    expect(lines).toContain('[test --silent --] ')
    expect(lines).toContain('[test --silent -- --only unit,journeys] postgres://given.example/db')
    expect(lines.at(-1)).toBe('80 passed, 0 failed, 4 skipped')
    expect(code).toBe(0)
  })

  it('fails when one of the two does, and runs the second all the same', async () => {
    const npm =
      'if [[ -n $QX_TEST_DATABASE_URL ]]; then echo "7 passed, 0 failed"; else echo "40 passed, 1 failed"; exit 1; fi'
    const { code, lines } = await run(npm)
    expect(lines.at(-1)).toBe('47 passed, 1 failed')
    expect(code).toBe(1)
  })

  it.each([
    ['ends without a count', 'echo "Segmentation fault"; exit 139', '0 passed, 2 failed'],
    ['counts no failure and still fails', 'echo "5 passed, 0 failed"; exit 1', '10 passed, 2 failed'],
    ['tests nothing', 'echo "0 passed, 0 failed"', '0 passed, 0 failed'],
  ])('fails when a run %s', async (_, npm, last) => {
    const { code, lines } = await run(npm)
    expect(lines.at(-1)).toBe(last)
    expect(code).toBe(1)
  })

  it('ends what a run left behind, and leaves nothing of its own', async () => {
    const left = join(folder, 'left')
    const npm = `setsid sleep 300 & echo $! >> ${JSON.stringify(left)}; echo "1 passed, 0 failed"`
    const { code, lines } = await run(npm)
    expect(lines).toContainEqual(expect.stringMatching(/still running, ended with TERM:.*sleep 300/))
    expect(lines.at(-1)).toBe('2 passed, 0 failed')
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  })
})
