import { describe, expect, it } from 'vitest'
import { generalFormats } from './general-formats.ts'

describe('formats 格式 of every county', () => {
  it.each(generalFormats)('$id: its example is read, in one canonical form', ({ read, example }) => {
    const reading = read(example)
    expect(reading.outcome).toBe('valid')
    if (reading.outcome === 'valid') expect(read(reading.normalized)).toEqual(reading)
  })

  it('keeps and marks a code whose check does not fit', () => {
    const format = generalFormats.find(({ id }) => id === 'unified-social-credit-code')
    expect(format?.read('91310000607218250l')).toMatchObject({
      outcome: 'checkMismatch',
      normalized: '91310000607218250L',
      reason: { zh: expect.stringContaining('J') },
    })
  })

  it('refuses a birth that lies ahead, once it is told the day', () => {
    const format = generalFormats.find(({ id }) => id === 'id-card')
    expect(format?.read('320282209003071236').outcome).not.toBe('invalid')
    expect(format?.read('320282209003071236', '2026-11-25').outcome).toBe('invalid')
  })
})
