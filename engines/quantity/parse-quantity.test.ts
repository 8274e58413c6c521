import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuantity, type QuantityOptions, type RefusalCode } from './parse-quantity.ts'

const read = (text: string, options?: QuantityOptions) => {
  const result = parseQuantity(text, options)
  return result.kind === 'value' ? [result.value, result.readAs] : result.code
}

describe('a value as a person types it (填报数值)', () => {
  it.each([
    ['0', 0, '0'],
    ['35000', 35_000, '35,000'],
    ['35,000', 35_000, '35,000'],
    ['1,234,567.89', 1_234_567.89, '1,234,567.89'],
    ['１２，３４５．６', 12_345.6, '12,345.6'],
    ['３。５', 3.5, '3.5'],
    ['3.5万', 35_000, '35,000'],
    ['3.5 万', 35_000, '35,000'],
    ['３．５万', 35_000, '35,000'],
    ['30.2亿', 3_020_000_000, '3,020,000,000'],
    ['1.2千', 1200, '1,200'],
    ['1.1万亿', 1_100_000_000_000, '1,100,000,000,000'],
    ['8.61万', 86_100, '86,100'],
    ['3.55555万', 35_555.5, '35,555.5'],
    ['93%', 93, '93'],
    ['93.05 ％', 93.05, '93.05'],
    ['.5', 0.5, '0.5'],
    ['007', 7, '7'],
    ['1.50000', 1.5, '1.5'],
    ['0.0001', 0.0001, '0.0001'],
    ['1e5', 100_000, '100,000'],
    ['1.5E3', 1500, '1,500'],
    ['25e-2', 0.25, '0.25'],
    ['0e999', 0, '0'],
    ['-0', 0, '0'],
    [' 　120\t', 120, '120'],
    ['9007199254740990', 9_007_199_254_740_990, '9,007,199,254,740,990'],
    ['300000000000000', 300_000_000_000_000, '300,000,000,000,000'],
  ])('%j is %d', (text, value, readAs) => expect(read(text)).toEqual([value, readAs]))

  const refusals: readonly [string, RefusalCode][] = [
    ['', 'empty'],
    [' 　', 'empty'],
    ['—', 'noFigure'],
    ['-', 'noFigure'],
    ['……', 'noFigure'],
    ['NaN', 'noFigure'],
    ['N/A', 'noFigure'],
    ['暂无', 'noFigure'],
    ['abc', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['٣٤', 'notANumber'],
    ['三万五千', 'chineseNumerals'],
    ['二〇二四', 'chineseNumerals'],
    ['万', 'chineseNumerals'],
    ['=1+1', 'formula'],
    ['＝SUM(A1:A3)', 'formula'],
    ['@cmd', 'formula'],
    ["+cmd|' /C calc'!A0", 'formula'],
    ['120件', 'otherWords'],
    ['120 件', 'otherWords'],
    ['30.2亿元', 'otherWords'],
    ['约120', 'otherWords'],
    ['120余', 'otherWords'],
    ['≥120', 'otherWords'],
    ['3.5w', 'otherWords'],
    ['+5', 'otherWords'],
    ['10²', 'otherWords'],
    ['5‰', 'otherWords'],
    ['(5)', 'otherWords'],
    ['1e3万', 'otherWords'],
    ['3万%', 'otherWords'],
    ['3.5万万', 'otherWords'],
    ['10 12', 'twoNumbers'],
    ['10-12', 'twoNumbers'],
    ['10、12', 'twoNumbers'],
    ['3/4', 'twoNumbers'],
    ['3万5千', 'twoNumbers'],
    ['1.2.3', 'twoNumbers'],
    ['2026-11-25', 'twoNumbers'],
    ['0x10', 'twoNumbers'],
    ['12,34', 'grouping'],
    ['1,2345', 'grouping'],
    [',123', 'grouping'],
    ['1,,234', 'grouping'],
    ['5.', 'trailingPoint'],
    ['5.万', 'trailingPoint'],
    ['-1', 'negative'],
    ['－１', 'negative'],
    ['-3.5万', 'negative'],
    ['1e400', 'tooLarge'],
    ['1e16', 'tooLarge'],
    ['9007199254740992', 'tooLarge'],
    ['99999万亿', 'tooLarge'],
    ['1e99999999999999999999', 'tooLarge'],
    ['0.00001', 'tooManyDecimals'],
    ['1e-400', 'tooManyDecimals'],
    ['3.141592', 'tooManyDecimals'],
    ['9007199254740991', 'tooManyDigits'],
    ['123456789012.3456', 'tooManyDigits'],
    ['1'.repeat(65), 'tooLong'],
  ]
  it.each(refusals)('%j is refused: %s', (text, code) => expect(read(text)).toBe(code))

  it('takes a negative figure where one is allowed', () => {
    expect(read('-1', { allowNegative: true })).toEqual([-1, '-1'])
    expect(read('－3.5万', { allowNegative: true })).toEqual([-35_000, '-35,000'])
  })

  it('looks at the unit in the column head', () => {
    expect(read('93%', { unit: '%' })).toEqual([93, '93'])
    expect(read('93%', { unit: '家' })).toBe('percentNotAsked')
    expect(read('3.5万', { unit: '件' })).toEqual([35_000, '35,000'])
    expect(read('30.2亿', { unit: '亿元' })).toBe('scaleTwice')
    expect(read('3.5万', { unit: '万元' })).toBe('scaleTwice')
    expect(read('3.5万', { unit: '件/万人' })).toEqual([35_000, '35,000'])
    expect(read('30.2', { unit: '亿元' })).toEqual([30.2, '30.2'])
  })

  it('says which text, what is wrong and what to do', () => {
    const message = (text: string, options?: QuantityOptions) => {
      const result = parseQuantity(text, options)
      return result.kind === 'refused' ? result.message : null
    }
    expect(message('120 件')?.zh).toBe('“120 件”里除了数字还有“件”。请只填数字，单位已在表头。')
    expect(message('30.2亿', { unit: '亿元' })?.zh).toBe(
      '本栏单位“亿元”已含万或亿，“30.2亿”会被放大两次。请按表头单位只填数字。',
    )
    expect(message('0.12345')?.en).toBe(
      '“0.12345” has more than 4 decimals and would be rounded. Round it by the definition first, then type it.',
    )
    expect(message('a\u0000\n<script>b\ud800')?.zh).toContain('“a <script>b')
    for (const [text] of refusals) {
      expect(message(text)?.zh).toMatch(/。$/)
      expect(message(text)?.en).toMatch(/\.$/)
      expect([...(message(text)?.zh ?? '')].length).toBeLessThan(100)
    }
  })
})

describe('whatever is typed', () => {
  const options = fc.record({ allowNegative: fc.boolean(), unit: fc.constantFrom('家', '%', '亿元') })
  const piece = fc.constantFrom(...'0123456789０９.,，．。-－+e%％十百千万亿 　元家—=/'.split(''), 'e40', '00000')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  )

  it('never throws, and a value is finite, exact and reads back as itself', () => {
    fc.assert(
      fc.property(text, options, (typed, given) => {
        const result = parseQuantity(typed, given)
        if (result.kind === 'refused') {
          expect(result.message.zh).not.toBe('')
          return
        }
        expect(Number.isFinite(result.value)).toBe(true)
        expect(Object.is(result.value, -0)).toBe(false)
        expect(Number(result.readAs.replaceAll(',', ''))).toBe(result.value)
        if (!given.allowNegative) expect(result.value).toBeGreaterThanOrEqual(0)
        expect(parseQuantity(result.readAs, given)).toEqual(result)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads what pages print, in wide figures too', () => {
    const wide = (narrow: string) =>
      narrow.replace(/[0-9.,]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 4 }), (units, places) => {
        const value = Number(`${units}e-${places}`)
        const printed = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }).format(value)
        expect(read(printed)).toEqual([value, printed])
        expect(read(wide(printed))).toEqual([value, printed])
        expect(read(String(value))).toEqual([value, printed])
      }),
    )
  })

  it('takes no longer for a hostile text', () => {
    const begun = performance.now()
    for (const hostile of [
      ','.repeat(64),
      '1,'.repeat(32),
      `${'9'.repeat(63)}x`,
      `1e${'9'.repeat(62)}`,
      '-'.repeat(1e6),
    ]) {
      for (let at = 0; at < 200; at += 1) parseQuantity(hostile)
    }
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
