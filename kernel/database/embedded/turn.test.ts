import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, openFolder } from './test-processes.fixture.ts'
import { takeTurn, tryTakeTurn } from './turn.ts'

afterEach(() => cleanUp())

describe('a turn', () => {
  it('is one program’s at a time, and can be taken again when given back', () => {
    const folder = openFolder()
    const turn = tryTakeTurn(folder)
    expect(turn).toBeDefined()
    expect(tryTakeTurn(folder)).toBeUndefined()
    turn?.giveBack()
    expect(tryTakeTurn(folder)).toBeDefined()
  })

  it('is taken at once from an owner who is dead, or whose number another process has now', () => {
    const folder = openFolder()
    const write = (number: number, content: string) => writeFileSync(join(folder, `turn-${number}`), content)
    write(1, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'x' }))
    expect(tryTakeTurn(folder)).toBeDefined()
    write(9, JSON.stringify({ pid: process.pid, startedAt: 'another start' }))
    expect(tryTakeTurn(folder)).toBeDefined()
    write(99, '{"torn by a power c')
    expect(tryTakeTurn(folder)).toBeDefined()
  })

  it('does not fill the folder', async () => {
    const folder = openFolder()
    for (let n = 0; n < 50; n += 1) (await takeTurn(folder, () => {})).giveBack()
    expect(readdirSync(folder).length).toBeLessThanOrEqual(8)
  })

  it('loses no step when four programs take 40 turns each', async () => {
    const folder = openFolder()
    const counter = join(openFolder(), 'counter')
    writeFileSync(counter, '0')
    const program = fileURLToPath(new URL('./turn-taking.fixture.ts', import.meta.url))
    const runs = [1, 2, 3, 4].map(() => {
      const child = spawn(process.execPath, ['--import', 'tsx', program, folder, counter, '40'], { stdio: 'inherit' })
      return once(child, 'close')
    })
    await Promise.all(runs)
    expect(readFileSync(counter, 'utf8')).toBe('160')
  })
})
