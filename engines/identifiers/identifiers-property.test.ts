import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idCardCheck, readIdCard } from './id-card.ts'
import { identifierTypes } from './identifier-types.ts'
import { patentCheck, readPatentNumber } from './patent-number.ts'
import type { Reading } from './reading.ts'
import { organisationCheck, readSocialCreditCode, socialCreditCheck } from './social-credit-code.ts'

const today = '2026-11-25'
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))

const patent = fc
  .tuple(fc.integer({ min: 2004, max: 2026 }), fc.constantFrom('1', '2', '3', '8', '9'), digits(7))
  .map(([year, type, serial]) => `${year}${type}${serial}`)
  .map((number) => number + patentCheck(number))
const oldPatent = fc
  .tuple(fc.integer({ min: 85, max: 99 }), fc.constantFrom('1', '2', '3', '8', '9'), digits(5))
  .map(([year, type, serial]) => `${year}${type}${serial}`)
  .map((number) => number + patentCheck(number))
const socialCreditCode = fc
  .tuple(fc.constantFrom('91', '92', '12', '52'), digits(6), fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/))
  .map(([head, division, base]) => head + division + base + organisationCheck(base))
  .map((code) => code + socialCreditCheck(code))
const idCard = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2020-01-01'), noInvalidDate: true }),
    digits(3),
  )
  .map(([area, born, serial]) => `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${serial}`)
  .map((number) => number + idCardCheck(number))

describe.each<[string, fc.Arbitrary<string>, (written: string) => Reading]>([
  ['专利号 of twelve digits', patent, (text) => readPatentNumber(text, today)],
  ['专利号 of eight digits', oldPatent, (text) => readPatentNumber(text, today)],
  ['统一社会信用代码', socialCreditCode, readSocialCreditCode],
  ['居民身份证号', idCard, (text) => readIdCard(text, today)],
])('%s', (_, numbers, read) => {
  it('is valid with its own check character', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(read(number).outcome).toBe('valid')
      }),
    )
  })

  it('is never valid with one digit wrong', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const at = place % (number.length - 1)
        const old = number[at] ?? ''
        fc.pre(/\d/.test(old))
        const wrong = number.slice(0, at) + ((Number(old) + by) % 10) + number.slice(at + 1)
        expect(read(wrong).outcome).not.toBe('valid')
      }),
    )
  })

  it('means the same in full width, lower case and with spaces', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const wide = [...number.toLowerCase()].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
        expect(read(wide.join(' '))).toEqual(read(number))
      }),
    )
  })
})

describe('every kind of identifier', () => {
  it.each(identifierTypes)('$type reads its canonical form as itself, and throws at nothing', ({ read }) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 20 }), digits(8), digits(12)),
        (text) => {
          const reading = read(text, { today })
          if (reading.outcome === 'invalid') return
          expect(read(reading.normalized, { today })).toMatchObject({
            outcome: reading.outcome,
            normalized: reading.normalized,
          })
        },
      ),
    )
  })
})
