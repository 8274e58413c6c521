import { describe, expect, it } from 'vitest'
import { atMost } from './at-most.ts'

const full = () => new Error('full')

describe('so many at once', () => {
  it('runs two of five at a time, in order, and all of them', async () => {
    const inHand = atMost(2, 10, full)
    let running = 0
    let most = 0
    const order: number[] = []
    const work = (number: number) => async () => {
      running += 1
      most = Math.max(most, running)
      order.push(number)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return number
    }
    expect(await Promise.all([1, 2, 3, 4, 5].map((number) => inHand(work(number))))).toEqual([1, 2, 3, 4, 5])
    expect({ most, order }).toEqual({ most: 2, order: [1, 2, 3, 4, 5] })
  })

  it('gives the place on when work fails', async () => {
    const inHand = atMost(1, 10, full)
    const failing = inHand(() => Promise.reject(new Error('failed')))
    const next = inHand(async () => 'next')
    await expect(failing).rejects.toThrow('failed')
    expect(await next).toBe('next')
  })

  it('refuses whom it could not serve in time, and takes the next one when there is room again', async () => {
    const inHand = atMost(1, 1, full)
    const first = inHand(async () => 1)
    const second = inHand(async () => 2)
    await expect(inHand(async () => 3)).rejects.toThrow('full')
    expect(await Promise.all([first, second])).toEqual([1, 2])
    expect(await inHand(async () => 4)).toBe(4)
  })
})
