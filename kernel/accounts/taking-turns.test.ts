import { describe, expect, it } from 'vitest'
import { takingTurns } from './taking-turns.ts'

describe('taking turns', () => {
  it('runs work of one key one after another, in order, and of two keys side by side', async () => {
    const inTurn = takingTurns()
    const log: string[] = []
    const gates = new Map<string, () => void>()
    const work = (name: string) => async () => {
      log.push(`${name} begins`)
      await new Promise<void>((resolve) => gates.set(name, resolve))
      log.push(`${name} ends`)
      return name
    }
    const all = [inTurn('a', work('a1')), inTurn('a', work('a2')), inTurn('b', work('b1'))]
    await Promise.resolve()
    for (const name of ['b1', 'a1', 'a2']) {
      while (!gates.has(name)) await new Promise((resolve) => setImmediate(resolve))
      gates.get(name)?.()
    }
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1'])
    expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'))
    expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'))
  })

  it('goes on after work that fails, and gives its error to whoever asked for it', async () => {
    const inTurn = takingTurns()
    const failing = inTurn('a', () => Promise.reject(new Error('failed')))
    const next = inTurn('a', async () => 'next')
    await expect(failing).rejects.toThrow('failed')
    expect(await next).toBe('next')
  })
})
