import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTable } from './open-table.ts'
import { sourceOfBytes } from './source-of-bytes.ts'
import { gb18030Bytes, refusalCodeOf, rowsOf, tableOf, textsOf, workbookOf } from './tabular.fixture.ts'

const utf16 = (text: string, mark: boolean) => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')

describe('text tables', () => {
  const text = '申请号,名称\r\n202010123456.2,紫砂壶\r\n'

  it.each([
    { encoding: 'utf-8', bytes: Buffer.from(text), because: 'plain UTF-8' },
    { encoding: 'utf-8', bytes: Buffer.from(`\ufeff${text}`), because: 'UTF-8 with a byte-order mark' },
    { encoding: 'gb18030', bytes: gb18030Bytes(text), because: 'GB18030, as Excel saves CSV in China' },
    { encoding: 'utf-16le', bytes: utf16(text, true), because: 'UTF-16 with a mark' },
    { encoding: 'utf-16le', bytes: utf16(text, false), because: 'UTF-16 without one, digits and commas tell' },
    { encoding: 'utf-16be', bytes: utf16(text, true).swap16(), because: 'UTF-16 the other way round' },
  ])('are read in $encoding ($because)', async ({ encoding, bytes }) => {
    const table = await tableOf(bytes)
    expect(table).toMatchObject({ format: 'csv', encoding, delimiter: ',' })
    expect(await textsOf(table)).toEqual({ 1: ['申请号', '名称'], 2: ['202010123456.2', '紫砂壶'] })
  })

  it('find GB18030 behind a megabyte of digits', async () => {
    const digits = Buffer.from('1,2\n'.repeat(300_000))
    const table = await tableOf(Buffer.concat([digits, gb18030Bytes('紫砂壶,茶具\n')]))
    expect(table.encoding).toBe('gb18030')
    expect((await rowsOf(table)).at(-1)?.cells.map((cell) => cell?.text)).toEqual(['紫砂壶', '茶具'])
  })

  it('reads characters of four bytes that only GB18030 has', async () => {
    const rare = Uint8Array.of(0x82, 0x35, 0x8f, 0x33)
    const table = await tableOf(Buffer.concat([gb18030Bytes('姓名,单位\n张'), rare, gb18030Bytes(',宜兴\n')]))
    expect((await textsOf(table))[2]).toEqual([`张${new TextDecoder('gb18030').decode(rare)}`, '宜兴'])
  })

  it.each([
    { text: 'a;b;c\n1;2;3\n', delimiter: ';' },
    { text: 'a\tb\n1,5\t2\n', delimiter: '\t' },
    { text: 'sep=|\na|b\n1,2|3\n', delimiter: '|' },
    { text: '"a,b",c\n"1,2,3",4\n', delimiter: ',' },
  ])('are split at $delimiter', async ({ text: written, delimiter }) => {
    const table = await tableOf(Buffer.from(written))
    expect(table.delimiter).toBe(delimiter)
    expect((await rowsOf(table))[0]?.cells.length).toBe(written.startsWith('a;') ? 3 : 2)
  })

  it.each([
    {
      text: 'a,b\n"x\ny","1""2"\n',
      rows: { 1: ['a', 'b'], 2: ['x\ny', '1"2'] },
      because: 'a cell over two lines, a doubled quote',
    },
    {
      text: 'a,b\n12" 管,"甲"公司\n',
      rows: { 1: ['a', 'b'], 2: ['12" 管', '甲公司'] },
      because: 'quotes within a cell',
    },
    { text: 'a,b\r1,2\r', rows: { 1: ['a', 'b'], 2: ['1', '2'] }, because: 'lines that end with CR' },
    { text: 'a,b\n\n,\n1,2', rows: { 1: ['a', 'b'], 4: ['1', '2'] }, because: 'blank rows count and are left out' },
    { text: 'a,b\n="00123",x\n', rows: { 1: ['a', 'b'], 2: ['00123', 'x'] }, because: 'the way to keep zeros' },
  ])('are read with $because', async ({ text: written, rows }) => {
    expect(await textsOf(await tableOf(Buffer.from(written)))).toEqual(rows)
  })

  it('read the same however the bytes come', async () => {
    const written = Buffer.from('名称,说明\r\n"甲\r\n乙","""x"", y"\r\n丙,丁\r\n'.repeat(50))
    const whole = await textsOf(await tableOf(written))
    for (const step of [1, 2, 3, 7, 64]) {
      const source = {
        size: written.length,
        read: async (at: number, length: number) => written.subarray(at, at + Math.min(step, length)),
      }
      const reading = await openTable({
        ...source,
        read: async (at, length) =>
          length > 4_000 && at === 0 ? written.subarray(0, length) : source.read(at, length),
      })
      if (!reading.ok) throw new Error(reading.refusal.message.en)
      expect(await textsOf(reading.table)).toEqual(whole)
    }
  })

  it('names the row of a quote that is never closed', async () => {
    const table = await tableOf(Buffer.from(`a,b\n1,2\n"x,${'y\n'.repeat(20)}`))
    await expect(rowsOf(table)).rejects.toMatchObject({
      refusal: { code: 'openQuote', message: { zh: expect.stringContaining('第 3 行') } },
    })
  })

  it('passes over rows that were read before', async () => {
    const table = await tableOf(Buffer.from('a\n1\n2\n3\n'))
    const rows = []
    for await (const chunk of table.sheets[0]?.rows({ after: 2, chunk: 1 }) ?? [])
      rows.push(chunk.map(({ row }) => row))
    expect(rows).toEqual([[3], [4]])
  })
})

describe('workbooks', () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
  const cell = (place: string, rest: string, value: string) => `<c r="${place}"${rest}><v>${value}</v></c>`

  it('give what people see, with the number behind it', async () => {
    const row = [
      cell('A1', ' t="s"', '0'),
      cell('B1', ' s="1"', '45455.5'),
      cell('C1', ' s="2"', '0.285'),
      cell('D1', ' s="3"', '45444'),
      cell('E1', ' s="4"', '42'),
      cell('F1', ' t="b"', '1'),
      cell('G1', ' t="e"', '#REF!'),
      '<c r="H1"><f>A1&amp;B1</f></c>',
      '<c r="I1" t="str"><f>A1</f><v>结果</v></c>',
      '<c r="J1" t="inlineStr"><is><t>一</t><rPh><t>yi</t></rPh><r><t>二</t></r></is></c>',
      cell('K1', '', '202010123456'),
      cell('L1', '', '0.30000000000000004'),
    ].join('')
    const bytes = workbookOf({
      sheets: { 表: `<sheetData><row r="1">${row}</row></sheetData>` },
      shared: ['<t>紫砂</t><rPh><t>zisha</t></rPh>'],
      styles,
    })
    const [first] = await rowsOf(await tableOf(bytes))
    expect(first?.cells.map((each) => [each?.kind, each?.text, each?.number])).toEqual([
      ['text', '紫砂', null],
      ['date', '2024-06-12', 45455.5],
      ['percent', '28.5%', 28.5],
      ['date', '2024-06', 45444],
      ['number', '000042', 42],
      ['flag', '是', null],
      ['error', '#REF!', null],
      ['error', '=A1&B1', null],
      ['text', '结果', null],
      ['text', '一二', null],
      ['number', '202010123456', 202010123456],
      ['number', '0.3', 0.30000000000000004],
    ])
  })

  it('count days from 1904 where they say so', async () => {
    const bytes = workbookOf({
      sheets: { 表: `<sheetData><row r="1">${cell('A1', ' s="1"', '43993')}</row></sheetData>` },
      styles,
      workbook: '<workbookPr date1904="1"/>',
    })
    const table = await tableOf(bytes)
    expect(table.from1904).toBe(true)
    expect(await textsOf(table)).toEqual({ 1: ['2024-06-12'] })
  })

  it('fill merged cells, and leave rows blank in which nothing stands of its own', async () => {
    const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
    const xml = `<sheetData><row r="1">${inline('A1', '质押')}${inline('C1', '备注')}</row><row r="2">${inline('C2', 'x')}</row><row r="3"><c r="A3" s="1"/></row></sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A1:A3"/></mergeCells>`
    const rows = await rowsOf(await tableOf(workbookOf({ sheets: { 表: xml }, styles })))
    expect(
      rows.map(({ row, cells }) => [row, ...cells.map((each) => `${each?.text ?? ''}${each?.merged ? '*' : ''}`)]),
    ).toEqual([
      [1, '质押', '质押*', '备注'],
      [2, '质押*', '', 'x'],
    ])
  })

  it('say which sheets are hidden', async () => {
    const bytes = workbookOf({ sheets: { '表" state="hidden': '<sheetData/>', 二: '<sheetData/>' } })
    expect((await tableOf(bytes)).sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表', true],
      ['二', false],
    ])
  })

  it('cost nothing for a million rows in which nothing stands', async () => {
    const empty = Array.from(
      { length: 200_000 },
      (_, at) => `<row r="${at + 2}" spans="1:3"><c r="A${at + 2}" s="1"/></row>`,
    ).join('')
    const bytes = workbookOf({
      sheets: { 表: `<sheetData><row r="1">${cell('A1', '', '1')}</row>${empty}</sheetData>` },
      styles,
    })
    const start = performance.now()
    expect(await rowsOf(await tableOf(bytes))).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('have 300 columns and more', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `<c t="inlineStr"><is><t>列${at}</t></is></c>`).join('')
    const [row] = await rowsOf(
      await tableOf(workbookOf({ sheets: { 表: `<sheetData><row>${names}</row></sheetData>` } })),
    )
    expect(row?.cells.length).toBe(300)
    expect(row?.cells[299]?.text).toBe('列299')
  })
})

describe('JSON', () => {
  const rows = { 1: ['no', 'owners', 'fee'], 2: ['001', '甲；乙', '3'], 3: ['002', '', ''] }
  const first = {
    no: '001',
    owners: [
      { name: '甲', id: null },
      { name: '乙', id: 'x' },
    ],
    fee: 3,
  }

  it.each([
    { written: JSON.stringify([first, { no: '002', owners: null }]), because: 'an array' },
    {
      written: JSON.stringify({ total: 2, tags: ['a'], records: [first, { no: '002' }], next: [{ no: 'x' }] }),
      because: 'records in an object',
    },
    { written: `${JSON.stringify(first)}\n${JSON.stringify({ no: '002' })}\n`, because: 'one a line' },
    { written: `\ufeff${JSON.stringify([first, { no: '002' }], null, 2)}`, because: 'set out over lines' },
  ])('is read as $because', async ({ written }) => {
    const table = await tableOf(Buffer.from(written))
    expect(table.format).toBe('json')
    expect(await textsOf(table)).toEqual(rows)
  })

  it('has a heading for what only the last record has', async () => {
    const records = [
      ...Array.from({ length: 1_500 }, (_, at) => ({ no: at })),
      { no: 'z', late: { place: { town: '丁蜀' } } },
    ]
    const all = await rowsOf(await tableOf(Buffer.from(JSON.stringify(records))))
    expect(all[0]?.cells.map((cell) => cell?.text)).toEqual(['no', 'late.place.town'])
    expect(all.at(-1)?.cells[1]?.text).toBe('丁蜀')
  })

  it('names the record near which it is malformed', async () => {
    const table = await tableOf(Buffer.from('[{"a":1},{"a":]]'))
    await expect(rowsOf(table)).rejects.toMatchObject({ refusal: { code: 'brokenJson' } })
  })

  it('says where records are looked for when there are none', async () => {
    await expect(rowsOf(await tableOf(Buffer.from('[]')))).rejects.toMatchObject({ refusal: { code: 'noRecords' } })
  })
})

describe('WIPO ST.96', () => {
  const sample = fileURLToPath(new URL('../../../shared/samples/st96/rn2178784-ST-962.2.1.xml', import.meta.url))
  it.skipIf(!existsSync(sample))(
    'gives a row for each trademark, under the names of components (needs ../shared)',
    async () => {
      const table = await tableOf(readFileSync(sample))
      const [head, mark] = await rowsOf(table)
      const at = (heading: string) => mark?.cells[head?.cells.findIndex((cell) => cell?.text === heading) ?? -1]?.text
      expect(table.format).toBe('st96')
      expect(at('ApplicationNumber/ApplicationNumberText')).toBe('74631225')
      expect(at('RegistrationNumber')).toBe('2178784')
      expect(at('RegistrationDate')).toBe('1998-08-04')
      expect(at('GoodsServices/ClassDescription/ClassNumber')).toContain('009')
    },
  )

  it('joins what repeats', async () => {
    const mark = (no: string) =>
      `<t:Trademark><c:RegistrationNumber>${no}</c:RegistrationNumber><t:ClassBag><t:Class>21</t:Class><t:Class>30</t:Class></t:ClassBag></t:Trademark>`
    const xml = `<t:X xmlns:t="http://www.wipo.int/standards/XMLSchema/ST96/Trademark"><t:TrademarkBag>${mark('1')}${mark('2')}</t:TrademarkBag></t:X>`
    expect(await textsOf(await tableOf(Buffer.from(xml)))).toEqual({
      1: ['RegistrationNumber', 'Class'],
      2: ['1', '21；30'],
      3: ['2', '21；30'],
    })
  })
})

describe('what is no table is named, with what to do', () => {
  const compound = (inside: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
      Buffer.from(inside, 'utf16le'),
    ])
  it.each([
    { code: 'empty', bytes: Buffer.alloc(0) },
    { code: 'empty', bytes: Buffer.from(' \n\n') },
    { code: 'oldWorkbook', bytes: compound('Workbook') },
    { code: 'encrypted', bytes: compound('EncryptedPackage') },
    { code: 'oldDocument', bytes: compound('WordDocument') },
    { code: 'binaryWorkbook', bytes: zipSync({ 'xl/workbook.bin': strToU8('x') }) },
    { code: 'openDocument', bytes: zipSync({ 'META-INF/manifest.xml': strToU8('x'), 'content.xml': strToU8('x') }) },
    { code: 'document', bytes: zipSync({ 'word/document.xml': strToU8('x') }) },
    { code: 'archive', bytes: zipSync({ 'a.csv': strToU8('x') }) },
    { code: 'document', bytes: Buffer.from('%PDF-1.7\n') },
    { code: 'webPage', bytes: Buffer.from('<html><table><tr><td>1</td></tr></table></html>') },
    { code: 'otherXml', bytes: Buffer.from('<?xml version="1.0"?><a/>') },
    { code: 'unsafeXml', bytes: Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>') },
    { code: 'notATable', bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46]) },
    { code: 'broken', bytes: Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('x'.repeat(5_000)) })).subarray(0, 60) },
  ])('$code', async ({ code, bytes }) => {
    expect(await refusalCodeOf(bytes)).toBe(code)
  })

  it('stops at a bomb after its limit', async () => {
    const bytes = workbookOf({ sheets: { 表: `<sheetData>${' '.repeat(2_000_000)}</sheetData>` } })
    const reading = await openTable(sourceOfBytes(bytes), { limits: { inflatedBytes: 100_000 } })
    if (!reading.ok) throw new Error('it opens')
    await expect(rowsOf(reading.table)).rejects.toMatchObject({ refusal: { code: 'tooMuch' } })
  })

  it('refuses a document type declaration inside of a workbook', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') })
    expect(await refusalCodeOf(bytes)).toBe('unsafeXml')
  })

  it('sees a flipped bit', async () => {
    const bytes = workbookOf({ sheets: { 表: `<sheetData><row><c><v>12345</v></c></row></sheetData>` } })
    const at = Buffer.from(bytes).indexOf('sheet1.xml')
    const flipped = Uint8Array.from(bytes, (byte, index) => (index === at + 30 ? byte ^ 4 : byte))
    const reading = await openTable(sourceOfBytes(flipped))
    if (reading.ok) await expect(rowsOf(reading.table)).rejects.toMatchObject({ refusal: { code: 'broken' } })
    else expect(reading.refusal.code).toBe('broken')
  })
})
