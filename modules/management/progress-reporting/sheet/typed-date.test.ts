import { describe, expect, it } from 'vitest'
import { dateOfSerial, readTypedDate } from './typed-date.ts'

describe('a day as it is written into a sheet (日期)', () => {
  it.each([
    ['2024-06-12', '2024-06-12'],
    ['2024.6.12', '2024-06-12'],
    ['2024/6/12', '2024-06-12'],
    ['2024年6月12日', '2024-06-12'],
    ['２０２４．６．１２', '2024-06-12'],
    [' 2024 年 6 月 12 日 ', '2024-06-12'],
    ['20240612', '2024-06-12'],
    ['2024年6月', '2024-06-30'],
    ['2024.2', '2024-02-29'],
    ['2024-02-30', undefined],
    ['2024年13月', undefined],
    ['6月12日', undefined],
    ['24.6.12', undefined],
    ['昨天', undefined],
    ['', undefined],
  ])('%j is %s', (text, day) => expect(readTypedDate(text)).toBe(day))

  it.each([
    [45_455, false, '2024-06-12'],
    [45_455.75, false, '2024-06-12'],
    [43_993, true, '2024-06-12'],
    [12, false, undefined],
    [9_999_999, false, undefined],
  ])('serial %d (1904: %s) is %s', (serial, from1904, day) => expect(dateOfSerial(serial, from1904)).toBe(day))
})
