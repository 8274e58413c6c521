import { describe, expect, it } from 'vitest'
import { shortNumber } from './matter-number.ts'

describe('the end of a matter’s number (办件编号)', () => {
  it.each([
    ['YX-IP-20260129-000001', '0129-000001'],
    ['乙县 12', '乙县 12'],
    ['', ''],
  ])('%j is %j in a list', (number, short) => {
    expect(shortNumber(number)).toBe(short)
  })
})
