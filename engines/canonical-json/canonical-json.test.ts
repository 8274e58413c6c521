import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

const samples = new URL('../../../shared/samples/jcs/', import.meta.url)

describe('canonical JSON (RFC 8785)', () => {
  it.each([
    { value: { b: 2, a: [1.0, '甲'] }, text: '{"a":[1,"甲"],"b":2}' },
    { value: { '\ufb33': 6, '€': 1, '\r': 2, '1': 3, '😂': 5 }, text: '{"\\r":2,"1":3,"€":1,"😂":5,"\ufb33":6}' },
    { value: [1e21, 1e-7, -0, 0.1 + 0.2], text: '[1e+21,1e-7,0,0.30000000000000004]' },
    { value: { left: undefined, kept: null }, text: '{"kept":null}' },
  ])('writes $text', ({ value, text }) => {
    expect(canonicalJson(value as Json)).toBe(text)
  })

  it('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson('\ud800')).toThrow(TypeError)
  })

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(members))
        expect(JSON.parse(canonicalJson(members))).toEqual({ ...members })
      }),
    )
  })

  it.skipIf(!existsSync(samples))('agrees with the published vectors (skipped where ../shared is absent)', () => {
    const names = readdirSync(new URL('input/', samples))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const input = JSON.parse(readFileSync(new URL(`input/${name}`, samples), 'utf8')) as Json
      expect(canonicalJson(input)).toBe(readFileSync(new URL(`output/${name}`, samples), 'utf8').trim())
    }
  })
})
