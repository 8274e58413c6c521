import { describe, expect, it } from 'vitest'
import { formatNumber } from './number-label.ts'

describe('numbers of automatic numbering (自动编号)', () => {
  it.each([
    {
      format: 'chineseCountingThousand',
      written: { 0: '〇', 1: '一', 10: '十', 11: '十一', 20: '二十', 99: '九十九' },
    },
    { format: 'chineseCounting', written: { 101: '一百〇一', 110: '一百一十', 1010: '一千〇一十', 10000: '10000' } },
    { format: 'chineseLegalSimplified', written: { 2: '贰', 10: '壹拾', 305: '叁佰零伍' } },
    { format: 'ideographDigital', written: { 7: '七', 10: '一〇', 24: '二四' } },
    { format: 'ideographTraditional', written: { 1: '甲', 10: '癸', 11: '甲' } },
    { format: 'ideographZodiacTraditional', written: { 1: '甲子', 60: '癸亥', 61: '甲子' } },
    { format: 'decimalEnclosedCircle', written: { 1: '①', 20: '⑳', 21: '㉑', 50: '㊿', 51: '(51)' } },
    { format: 'decimalEnclosedFullstop', written: { 1: '⒈', 20: '⒛', 21: '21.' } },
    { format: 'decimalEnclosedParen', written: { 3: '⑶' } },
    { format: 'ideographEnclosedCircle', written: { 1: '㊀', 10: '㊉' } },
    { format: 'decimalFullWidth', written: { 12: '１２' } },
    { format: 'decimalZero', written: { 1: '01', 12: '12' } },
    { format: 'upperRoman', written: { 4: 'IV', 9: 'IX', 1994: 'MCMXCIV', 4000: '4000' } },
    { format: 'lowerLetter', written: { 1: 'a', 26: 'z', 27: 'aa', 52: 'zz' } },
    { format: 'ordinal', written: { 1: '1st', 2: '2nd', 11: '11th', 23: '23rd' } },
    { format: 'none', written: { 5: '' } },
    { format: 'not a format', written: { 5: '5' } },
  ])('$format', ({ format, written }) => {
    for (const [value, label] of Object.entries(written)) expect(formatNumber(Number(value), format)).toBe(label)
  })
})
