import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildProgram, builtProgramFile, programIsBuilt } from './program-build.mjs'

describe('the built server', () => {
  let root: string
  const write = (file: string, content: string) => writeFileSync(join(root, file), content)
  const run = () => execFileSync(process.execPath, [builtProgramFile(root)], { encoding: 'utf8' })
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), '强县 程序-'))
    for (const part of ['engines', 'kernel', 'modules', 'counties', 'server', '.cache']) mkdirSync(join(root, part))
    write('package.json', '{ "type": "module" }')
    write('package-lock.json', '{}')
    write('tsconfig.json', '{}')
    write('kernel/words.txt', '宜兴')
    write(
      'kernel/words.ts',
      `import { readFileSync } from 'node:fs'
       export const words: string = readFileSync(new URL('words.txt', import.meta.url), 'utf8')`,
    )
    write('server/main.ts', `const { words } = await import('../kernel/words.ts')\nconsole.log(words as string)`)
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('does what its sources say, with the files that lie beside them', async () => {
    expect(programIsBuilt(root)).toBe(false)
    await buildProgram(root)
    expect(programIsBuilt(root)).toBe(true)
    expect(run()).toBe('宜兴\n')
  })

  it('is another one after a change, and the tests are no part of it', async () => {
    await buildProgram(root)
    write('kernel/words.test.ts', 'a test')
    expect(programIsBuilt(root)).toBe(true)
    write('server/main.ts', `console.log('another')`)
    expect(programIsBuilt(root)).toBe(false)
    await buildProgram(root)
    expect(run()).toBe('another\n')
  })

  it('is another one where the checkout has been moved', async () => {
    await buildProgram(root)
    const before = root
    root = `${before} 2`
    renameSync(before, root)
    expect(programIsBuilt(root)).toBe(false)
    await buildProgram(root)
    expect(run()).toBe('宜兴\n')
  })

  it('is not there after a build that failed, and says why', async () => {
    write('server/main.ts', `import '../kernel/missing.ts'`)
    await expect(buildProgram(root)).rejects.toMatchObject({
      name: 'SetUpError',
      message: expect.stringContaining('程序生成失败'),
    })
    expect(readdirSync(join(root, '.cache'))).toEqual([])
  })

  it('leaves the last few, from which a running server may still read', async () => {
    for (let at = 1; at <= 5; at += 1) {
      write('server/main.ts', `console.log(${at})`)
      await buildProgram(root)
    }
    expect(readdirSync(join(root, '.cache'))).toHaveLength(3)
    expect(run()).toBe('5\n')
  })
})
