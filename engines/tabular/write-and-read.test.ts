import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAllBytes } from './all-bytes.ts'
import { rowsOf, tableOf } from './tabular.fixture.ts'
import { cleanText } from './values/clean-text.ts'
import { writeCsv } from './write-csv.ts'
import { type CellPlan, writeWorkbook } from './write-workbook.ts'

const oddNames = [
  '=cmd|calc!A1',
  "'=1+1",
  '@SUM(A1)',
  '+86 510',
  '-1',
  '＝1',
  '"引号",逗号;分号',
  '一行\n两行',
  '_x000D_',
  '00123',
  "'007",
  '<b>&amp;',
  '𠮷野家',
  '😀',
  '宜兴市（示范）紫砂厂',
]

const cellText = fc
  .oneof(
    fc.constantFrom(...oddNames),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  .map((text) => cleanText(text.replaceAll('\ufffd', '').replaceAll(/\p{Cs}/gu, '')))

describe('what we write is read again as it was', () => {
  it('in a workbook, text as text and numbers as numbers', async () => {
    const value = fc.oneof(
      cellText,
      fc.integer(),
      fc.double({ noNaN: true, min: -1e300, max: 1e300 }).map((number) => Number(number.toPrecision(15))),
      fc.constant(null),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async (rows) => {
        const bytes = await readAllBytes(writeWorkbook([{ name: '表', columns: [], rows }]))
        const read = await rowsOf(await tableOf(bytes))
        const expected = rows.flatMap((cells, index) =>
          cells.every((each) => each === null || each === '') ? [] : [{ row: index + 1, cells }],
        )
        expect(read.map(({ row }) => row)).toEqual(expected.map(({ row }) => row))
        for (const [at, { cells }] of expected.entries()) {
          for (const [column, written] of cells.entries()) {
            const cell = read[at]?.cells[column]
            if (typeof written === 'number') expect(cell?.number).toBe(written === 0 ? 0 : written)
            else expect(cell?.text ?? '').toBe(written === null || written.trim() === '' ? '' : written)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('in a CSV, after the apostrophe that keeps it from being computed is gone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cellText, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const head = ['列一', '列二', '列三', '列四']
          const bytes = await readAllBytes(writeCsv([head, ...rows], new Set([0])))
          const read = await rowsOf(await tableOf(bytes))
          for (const [index, cells] of rows.entries()) {
            const row = read.find(({ row: number }) => number === index + 2)
            for (const [column, text] of cells.entries()) expect(cleanText(row?.cells[column]?.text ?? '')).toBe(text)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('lets no spreadsheet compute what a CSV holds', async () => {
    const text = Buffer.from(await readAllBytes(writeCsv([['=cmd|1', '+1', '-1', '@x', '＝1', -1, "'=1"]]))).toString()
    expect(text).toBe(`\ufeff'=cmd|1,'+1,'-1,'@x,'＝1,-1,''=1\r\n`)
  })
})

describe('a workbook that we write', () => {
  it('is read by another program as well, with choices, comments and a head that stays', async () => {
    const many = Array.from({ length: 80 }, (_, at) => `第${at}项`)
    const rows: CellPlan[][] = [
      [{ value: '*类型', style: 'requiredHead', note: '必填' }, { value: '地区', style: 'head' }, '号'],
      ['发明', '第3项', { value: '00123', style: 'text' }],
      [null, null, { value: 45455, style: 'date' }],
    ]
    const bytes = await readAllBytes(
      writeWorkbook([
        {
          name: '专利/导入',
          columns: [{ choices: ['发明', '外观'] }, { choices: many, width: 20 }, { style: 'text' }],
          rows,
          frozenRows: 1,
          merged: ['A5:B5'],
        },
        { name: '专利 导入', columns: [], rows: [['说明']] },
      ]),
    )
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0])
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['专利 导入', 'visible'],
      ['专利 导入 2', 'visible'],
      ['选项', 'hidden'],
    ])
    const [sheet, , list] = workbook.worksheets
    expect(sheet?.getCell('A1').note).toBe('必填')
    expect(sheet?.getCell('C2').value).toBe('00123')
    expect(sheet?.getCell('C2').numFmt).toBe('@')
    expect(sheet?.getCell('C3').value).toEqual(new Date('2024-06-12T00:00:00Z'))
    expect(sheet?.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ['"发明,外观"'] })
    expect(sheet?.getCell('B9').dataValidation).toMatchObject({ formulae: ["'选项'!$A$1:$A$80"] })
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(list?.getCell('A80').value).toBe('第79项')
  })
})
