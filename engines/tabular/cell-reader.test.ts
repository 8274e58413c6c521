import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CellField, cellReader } from './cell-reader.ts'
import type { Cell } from './table.types.ts'
import { cellOf } from './tabular.fixture.ts'
import { cleanText } from './values/clean-text.ts'
import { joinList } from './values/split-list.ts'

/** The value, `null` for a cell that says nothing, or the code of what is wrong. */
function read(field: CellField, cell: string | number | Cell, heading = ''): unknown {
  const reading = cellReader(field, heading)(typeof cell === 'object' ? cell : cellOf(cell))
  if (reading.outcome === 'value') return reading.value
  return reading.outcome === 'empty' ? null : `! ${reading.fault.code}`
}

describe('dates', () => {
  it.each([
    ['2024.6.12', '2024-06-12'],
    ['2024-6-12', '2024-06-12'],
    ['2024/06/12', '2024-06-12'],
    ['２０２４年６月１２日', '2024-06-12'],
    ['2024年6月12日起', '2024-06-12'],
    ['二〇二四年六月十二日', '2024-06-12'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['20240612', '2024-06-12'],
    ['2024-06-12 08:30:00', '2024-06-12'],
    ['2024/6/12 0:00', '2024-06-12'],
    ['2024-06-12T08:30:00.000+08:00', '2024-06-12'],
    ['2024-06-11T16:00:00.000Z', '2024-06-12'],
    ['1995-02-07-05:00', '1995-02-07'],
    ['2024-06-12(星期三)', '2024-06-12'],
    [' 2024.06.12。', '2024-06-12'],
    ['45455', '2024-06-12'],
    [45455, '2024-06-12'],
    ['长期', null],
    ['—', null],
    ['无', null],
    ['2024.2.30', '! noSuchDay'],
    ['2023-02-29', '! noSuchDay'],
    ['2024-13-01', '! noSuchDay'],
    ['0204-06-12', '! impossibleYear'],
    ['204-06-12', '! shortYear'],
    ['24.6.12', '! shortYear'],
    ['6/12/2024', '! dateOrder'],
    ['2024年6月', '! datePrecision'],
    ['2024', '! datePrecision'],
    ['19960100', '! noSuchDay'],
    ['六月底', '! noDate'],
    ['2024年6月上旬', '! noDate'],
  ])('%s → %s', (written, expected) => {
    expect(read({ kind: 'date' }, written)).toBe(expected)
  })

  it.each([
    ['2024年6月', '2024-06'],
    ['2024.6', '2024-06'],
    [2024.11, '2024-11'],
    [2024.1, '! monthLost'],
    ['202406', '2024-06'],
    ['二〇二四年六月', '2024-06'],
    ['2024-06-12', '2024-06-12'],
    ['2024年', '! datePrecision'],
  ])('to the month: %s → %s', (written, expected) => {
    expect(read({ kind: 'date', precision: 'month' }, written)).toBe(expected)
  })

  it('to the year: 2024, 2024年, 2024年度', () => {
    for (const written of [2024, '2024', '2024年', '2024年度', '二〇二四年']) {
      expect(read({ kind: 'date', precision: 'year' }, written)).toBe('2024')
    }
  })

  it('says in both languages what is wrong and what to do', () => {
    const reading = cellReader({ kind: 'date' }, '申请日')(cellOf('0204-06-12'))
    expect(reading).toEqual({
      outcome: 'fault',
      fault: {
        code: 'impossibleYear',
        message: { zh: '“0204-06-12”的年份 0204 不可能', en: 'the year 0204 of “0204-06-12” is impossible' },
        remedy: {
          zh: '核对年份后改正；年份写四位，在 1900 到 2200 之间。',
          en: expect.stringContaining('1900 to 2200'),
        },
      },
    })
  })
})

describe('numbers', () => {
  it.each([
    [{ kind: 'integer' }, '１，２３４', '', 1234],
    [{ kind: 'integer', unit: '件' }, '12件', '', 12],
    [{ kind: 'integer', unit: '人' }, '3.5万', '', 35_000],
    [{ kind: 'integer', unit: '人' }, '3.5', '人口（万人）', 35_000],
    [{ kind: 'integer' }, 12.0, '', 12],
    [{ kind: 'integer' }, '12.5', '', '! notWhole'],
    [{ kind: 'integer' }, '1,23', '', '! grouping'],
    [{ kind: 'integer' }, '约100', '', '! notExact'],
    [{ kind: 'integer' }, '100余', '', '! notExact'],
    [{ kind: 'integer' }, '三万五千', '', '! hanNumeral'],
    [{ kind: 'integer' }, '10-20', '', '! severalNumbers'],
    [{ kind: 'integer' }, '-', '', null],
    [{ kind: 'integer', unit: '件' }, '12家', '', '! otherUnit'],
    [{ kind: 'decimal' }, '(1,234.50)', '', -1234.5],
    [{ kind: 'decimal' }, '1.2E+05', '', 120_000],
    [{ kind: 'decimal', unit: '万人' }, '3.5万', '', '! scaleTwice'],
    [{ kind: 'decimal' }, '12345678901234567', '', '! tooLarge'],
    [{ kind: 'share', unit: '%' }, '45%', '', 45],
    [{ kind: 'decimal' }, '45%', '', '! noNumber'],
    [{ kind: 'share', unit: '%' }, '45.5', '占比（%）', 45.5],
    [{ kind: 'share', unit: '%' }, { kind: 'percent', text: '28.5%', number: 28.5, merged: false }, '', 28.5],
    [{ kind: 'decimal' }, { kind: 'number', text: '5', number: 5, merged: true }, '', '! mergedNumber'],
  ] as const)('%j: %j under “%s” → %s', (field, written, heading, expected) => {
    expect(read(field, written, heading)).toBe(expected)
  })
})

describe('money, in fen', () => {
  it.each([
    ['元', '1,234.56', '质押金额', 123_456],
    ['万元', '1,234.56', '质押金额', 1_234_560_000],
    ['元', '120', '质押金额（万元）', 120_000_000],
    ['元', '120', '质押金额(单位：万元)', 120_000_000],
    ['万元', '120万元', '质押金额（元）', 120_000_000],
    ['元', '120万', '质押金额', 120_000_000],
    ['万元', '1.2亿元', '质押金额', 12_000_000_000],
    ['元', '￥１２０．５元', '金额', 12_050],
    ['万元', '0.000001', '金额', 1],
    ['万元', '0.0000001', '金额', '! belowFen'],
    ['元', 33.333, '金额', '! belowFen'],
    ['万元', '120万', '金额', '! scaleTwice'],
    ['元', '100美元', '金额', '! otherCurrency'],
    ['元', '100', '金额（万美元）', '! otherCurrency'],
    ['元', '99999999999999.99', '金额', '! tooLarge'],
    ['元', '面议', '金额', '! noNumber'],
    ['元', '—', '金额', null],
    ['元', 0, '金额', 0],
  ] as const)('%s: %s under “%s” → %s', (writtenIn, written, heading, expected) => {
    expect(read({ kind: 'money', writtenIn }, written, heading)).toBe(expected)
  })

  it('keeps every fen of any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        expect(read({ kind: 'money', writtenIn: '元' }, text)).toBe(fen)
      }),
    )
  })

  it('is in fen in JSON under the name of the field, as over HTTP', () => {
    const money = { kind: 'money', writtenIn: '万元' }
    expect(cellReader(money, 'loanAmount', { format: 'json' })(cellOf(120))).toMatchObject({ value: 120 })
    expect(cellReader(money, '贷款金额', { format: 'json' })(cellOf(120))).toMatchObject({ value: 120_000_000 })
  })
})

describe('lists', () => {
  it.each([
    ['甲公司；乙公司;丙公司', ['甲公司', '乙公司', '丙公司']],
    ['甲公司、乙公司，丙公司\n丁公司', ['甲公司', '乙公司', '丙公司', '丁公司']],
    ['甲公司/乙公司', ['甲公司', '乙公司']],
    ['宜兴（江苏、无锡）厂；乙厂', ['宜兴（江苏、无锡）厂', '乙厂']],
    ['Acme Co., Ltd.; Beta, Inc.', ['Acme Co., Ltd.', 'Beta, Inc.']],
    ['A/S Danish', ['A/S Danish']],
    ['1、张小明 2、李红', ['张小明', '李红']],
    ['1.张小明；2.李红；张小明', ['张小明', '李红']],
    ['张小明 李红', ['张小明', '李红']],
    ['张 明', ['张 明']],
    ['；；', []],
  ])('of names: %j', (written, expected) => {
    expect(read({ kind: 'links' }, written)).toEqual(expected)
  })

  it('are found again as they were joined', () => {
    const name = fc
      .stringMatching(/^[甲乙丙公司（）(),，、/ 0-9.a-z]{1,12}$/)
      .map((text) => cleanText(text))
      .filter((text) => /[甲乙丙]/.test(text))
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 4 }), (names) => {
        const isBalanced = names.every((each) => !/[（(）)]/.test(each))
        if (isBalanced && names.length > 0) expect(read({ kind: 'links' }, joinList(names))).toEqual(names)
      }),
    )
  })

  it('of codes keep what belongs to a code', () => {
    expect(read({ kind: 'codes', format: 'ipc' }, 'C04B 33/24；Ｃ０４Ｂ 33/13')).toEqual(['C04B 33/24', 'C04B 33/13'])
  })

  it('a link takes one name', () => {
    expect(read({ kind: 'link' }, '宜兴市甲、乙两厂联营公司')).toBe('宜兴市甲、乙两厂联营公司')
    expect(read({ kind: 'link' }, '甲公司；乙公司')).toBe('! severalNames')
  })
})

describe('choices and flags', () => {
  const choices = [
    { value: 'invention', label: '发明', labelEn: 'Invention', aliases: ['发明专利', '发明授权'] },
    { value: 'utility-model', label: '实用新型', labelEn: 'Utility model' },
  ]
  it.each([
    ['发明', 'invention'],
    ['发明 授权', 'invention'],
    ['Utility Model', 'utility-model'],
    ['utility-model', 'utility-model'],
    ['/', null],
    ['外观', '! noChoice'],
  ])('%s → %s', (written, expected) => {
    expect(read({ kind: 'choice', choices }, written)).toBe(expected)
  })

  it('name what may be chosen', () => {
    expect(cellReader({ kind: 'choice', choices }, '类型')(cellOf('外观'))).toMatchObject({
      fault: { remedy: { zh: '改为下列之一：发明、实用新型。' } },
    })
  })

  it('several at once', () => {
    expect(read({ kind: 'choices', choices }, '发明/实用新型')).toEqual(['invention', 'utility-model'])
    expect(read({ kind: 'choices', choices }, '发明、外观')).toBe('! noChoice')
  })

  it.each([
    ['是', true],
    ['√', true],
    ['有', true],
    ['Y', true],
    ['１', true],
    ['否', false],
    ['×', false],
    ['无', false],
    ['也许', '! noFlag'],
  ])('%s → %s', (written, expected) => {
    expect(read({ kind: 'flag' }, written)).toBe(expected)
  })
})

describe('text', () => {
  it.each([
    ['\u200b 宜兴\u00a0市\ufeff ', '宜兴 市'],
    ["'00123", '00123'],
    ["'=1+1", '=1+1'],
    ['=cmd|calc', '=cmd|calc'],
    ['一行\r\n两行', '一行 两行'],
    ['坏\ufffd字', '! brokenCharacter'],
    [2 ** 60, '! digitsLost'],
    [202010123456.2, '202010123456.2'],
  ])('%j → %j', (written, expected) => {
    expect(read({ kind: 'text' }, written)).toBe(expected)
  })

  it('keeps lines where there may be some, and half-width characters in codes', () => {
    expect(read({ kind: 'text', multiline: true }, '一\r\n二')).toBe('一\n二')
    expect(read({ kind: 'text', format: 'uscc' }, '９１３２０２８２ＭＡ')).toBe('91320282MA')
    expect(read({ kind: 'text' }, '宜兴（示范）')).toBe('宜兴（示范）')
  })

  it('says of a formula that failed, and of one without result', () => {
    expect(read({ kind: 'text' }, { kind: 'error', text: '#REF!', number: null, merged: false })).toBe('! errorCell')
    expect(read({ kind: 'text' }, { kind: 'error', text: '=A1', number: null, merged: false })).toBe('! notComputed')
  })
})

describe('places', () => {
  it.each([['119.82, 31.34'], ['31.34，119.82'], ['东经119.82°，北纬31.34°']])('%s', (written) => {
    expect(read({ kind: 'point' }, written)).toEqual({ longitude: 119.82, latitude: 31.34 })
  })
})

it('takes any text without throwing', () => {
  const kinds = [
    'text',
    'date',
    'integer',
    'decimal',
    'share',
    'money',
    'flag',
    'choice',
    'choices',
    'codes',
    'link',
    'links',
    'unit',
    'point',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary', maxLength: 40 }), (kind, text) => {
      expect(['empty', 'value', 'fault']).toContain(cellReader({ kind, choices: [] }, text)(cellOf(text)).outcome)
    }),
    { numRuns: 500 },
  )
})
