import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newVerificationCode, readVerificationCode } from './verification-code.ts'

const anyCode = fc
  .array(fc.integer({ min: 0, max: 28 }), { minLength: 15, maxLength: 15 })
  .map((drawn) => newVerificationCode(() => drawn.pop() ?? 0))

describe('the code on a document (核验码)', () => {
  it('is read again however it was typed', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}(-[2-9A-HJKMNP-TW-Z]{4}){3}$/)
        for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '－')]) {
          expect(readVerificationCode(typed)).toBe(code)
        }
      }),
    )
  })

  it('is refused when one character is wrong or two neighbours are exchanged', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(15), fc.integer({ min: 1, max: 28 }), (code, at, by) => {
        const characters = [...code.replaceAll('-', '')]
        const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ'
        const here = characters[at] ?? ''
        const other = alphabet[(alphabet.indexOf(here) + by) % 29] ?? ''
        expect(readVerificationCode(characters.with(at, other).join(''))).toBeUndefined()
        const next = characters[at + 1]
        if (next === undefined || next === here) return
        expect(
          readVerificationCode(
            characters
              .with(at, next)
              .with(at + 1, here)
              .join(''),
          ),
        ).toBeUndefined()
      }),
    )
  })

  it.each(['', 'ABCD', 'OOOO-IIII-LLLL-0000', '２３４５'.repeat(5)])('%j is none', (typed) => {
    expect(readVerificationCode(typed)).toBeUndefined()
  })

  it('comes twice to nobody', () => {
    const codes = Array.from({ length: 2_000 }, () => newVerificationCode())
    expect(new Set(codes).size).toBe(codes.length)
  })
})
