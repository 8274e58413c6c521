import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('./qx.mjs', import.meta.url))
const plan = fileURLToPath(new URL('./fixtures/yuntai-plan.txt', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'qx-process-'))
// The embedded server works under an account of its own.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A real process, called from a folder that is not the checkout. */
function qx(args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // Whatever the caller's environment names, these processes stay in their folder.
    const { DATABASE_URL: _, QX_DATA: __, QX_COUNTY: ___, QX_EMPTY: ____, ...env } = process.env
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...env, LANG: 'C.UTF-8', LC_ALL: '', QX_WITHOUT_RECORDS: 'yes' },
    })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

describe('the program qx', () => {
  it('prints a plan as JSON and nothing else', async () => {
    const { code, out, err } = await qx(['plan', 'parse', plan, '--json'])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out).title).toBe('云台县知识产权服务提升行动方案（2025—2026年）')
  })

  it('prints all of a long answer into a pipe', async () => {
    const text = `方案\n一、工作目标\n${'新增专利100件。\n'.repeat(4_000)}`
    const { code, out } = await qx(['plan', 'parse', '-', '--json'], text)
    expect(code).toBe(0)
    expect(JSON.parse(out).document.text).toBe(text)
  })

  it('refuses with 1, a missing file with 2', async () => {
    const refused = await qx(['plan', 'parse', '-', '--json'], 'PK\u0003\u0004 broken')
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/\p{Script=Han}/u) })
    expect(JSON.parse(refused.out)).toEqual({ error: { code: expect.any(String), message: refused.err.trim() } })
    expect((await qx(['plan', 'parse', 'none.docx'])).code).toBe(2)
  })

  it('creates the embedded database at its first use, joins it afterwards, and leaves none running', async () => {
    const data = join(folder, 'data')
    const first = await qx(['unit', 'list', '--json', '--data', data])
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('首次建立') })
    expect(JSON.parse(first.out).organisations.length).toBeGreaterThan(10)
    const { code, out } = await qx(['doctor', '--json', '--data', data])
    expect(code).toBe(0)
    const database = JSON.parse(out).findings.find(({ check }: { check: string }) => check === 'database')
    expect(database.facts).toMatchObject({ running: false, holders: [] })
  }, 60_000)
})
