import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from './new-id.ts'

const noon = new Date('2026-11-25T04:00:00Z')

describe('ids (UUID version 7)', () => {
  it('have the form of the standard and begin with the millisecond', () => {
    expect(newId(noon)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(newId(noon).replace('-', '').slice(0, 12), 16)).toBe(noon.getTime())
  })

  it('stand in the order of their instants', () => {
    const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        fc.pre(a.getTime() !== b.getTime())
        expect(newId(a) < newId(b)).toBe(a.getTime() < b.getTime())
      }),
    )
  })

  it('stand in the order in which they were made, within one millisecond too', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(noon))
    expect(ids).toEqual([...ids].sort())
  })

  it('stand so too where several milliseconds take turns, as commands side by side do', () => {
    const instants = Array.from({ length: 40 }, (_, after) => new Date(noon.getTime() + 1_000 + after))
    const turns = Array.from({ length: 50 }, () => instants.map((instant) => newId(instant)))
    for (const place of instants.keys()) {
      const ids = turns.map((turn) => turn[place] ?? '')
      expect(ids).toEqual([...ids].sort())
    }
  })

  it('are all different, however many are made in one millisecond', () => {
    expect(new Set(Array.from({ length: 20_000 }, () => newId(noon))).size).toBe(20_000)
  })
})
