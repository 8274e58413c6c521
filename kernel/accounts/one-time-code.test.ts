import { Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import {
  enrolmentUri,
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  readTypedCode,
  stepOfCode,
} from './one-time-code.ts'

/** The secret of the test vectors in RFC 6238, appendix B; its codes there have eight digits, ours the last six. */
const secret = Secret.fromLatin1('12345678901234567890').base32

describe('codes of a generator (动态验证码)', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '287082', 1],
    ['2005-03-18T01:58:29Z', '081804', 37_037_036],
    ['2009-02-13T23:31:30Z', '005924', 41_152_263],
    ['2033-05-18T03:33:20Z', '279037', 66_666_666],
  ])('at %s is %s, of step %i', (at, code, step) => {
    expect(stepOfCode(secret, code, new Date(at))).toBe(step)
  })

  it('are taken one step early and late, and no further', () => {
    const at = (seconds: number) => stepOfCode(secret, '287082', new Date(seconds * 1_000))
    expect([0, 30, 59, 89].map(at)).toEqual([1, 1, 1, 1])
    expect([90, 120].map(at)).toEqual([undefined, undefined])
  })

  it('come from a new secret of 160 bits each time, which the QR code carries', () => {
    const one = newSecret()
    expect(one).toMatch(/^[A-Z2-7]{32}$/)
    expect(newSecret()).not.toBe(one)
    const uri = new URL(enrolmentUri(one, { issuer: '演示县', login: 'bangongshi' }))
    expect(decodeURIComponent(uri.pathname)).toContain('演示县:bangongshi')
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret: one, digits: '6', period: '30' })
  })
})

describe('recovery codes (恢复码)', () => {
  it('are ten different ones in groups of four', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  })

  it('are read as people type them', () => {
    const [code = ''] = newRecoveryCodes()
    const hash = hashOfRecoveryCode(code)
    for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '')]) {
      expect(readTypedCode(typed)).toEqual({ kind: 'recoveryCode', hash })
    }
  })

  it.each([
    [' 123 456 ', { kind: 'code', code: '123456' }],
    ['１２３４５６', { kind: 'code', code: '123456' }],
    ['12345', undefined],
    ['1234567', undefined],
    ['', undefined],
    ['OOOO-OOOO-OOOO-OOOO', undefined],
  ])('%j is read as %j', (typed, expected) => {
    expect(readTypedCode(typed)).toEqual(expected)
  })
})
