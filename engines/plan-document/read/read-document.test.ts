import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { p, r, rawDocx } from './raw-docx.fixture.ts'
import { readOrFail, refusalOf } from './reading.fixture.ts'

const plan = '云汀县知识产权强县建设工作方案\n一、工作目标\n到2027年，授权专利量累计达3500件。\n'

/** The bytes of GB18030, which no encoder of the platform writes: found by decoding every pair. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly [number, number]>()
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    }
  }
  return Uint8Array.from([...text].flatMap((char) => pairs.get(char) ?? [char.charCodeAt(0)]))
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  return Uint8Array.from(
    [...`\ufeff${text}`].flatMap((char) => {
      const code = char.charCodeAt(0)
      return order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]
    }),
  )
}

describe('text files', () => {
  it.each([
    { name: 'UTF-8', bytes: strToU8(plan) },
    { name: 'UTF-8 with a byte-order mark', bytes: strToU8(`\ufeff${plan}`) },
    { name: 'UTF-16, little end first', bytes: utf16(plan, 'le') },
    { name: 'UTF-16, big end first', bytes: utf16(plan, 'be') },
    { name: 'GB18030 (国标)', bytes: gb18030(plan) },
  ])('reads $name', async ({ bytes }) => {
    expect(await readOrFail(bytes)).toMatchObject({ format: 'txt', text: plan, tables: [] })
  })

  it('changes nothing but line ends, so that spans point into what the author sees', async () => {
    expect((await readOrFail(strToU8('　　一、目标 \r\n\r\n达10件\t。'))).text).toBe('　　一、目标 \n\n达10件\t。')
  })

  it('says so when the last character was cut off', async () => {
    const source = await readOrFail(strToU8(plan.trim()).slice(0, -1))
    expect(source.text.endsWith('3500件')).toBe(true)
    expect(source.notes.join()).toContain('结尾')
  })

  it('refuses UTF-8 with broken bytes instead of guessing, and names the line', async () => {
    const bytes = strToU8(plan)
    bytes[70] = 0xff
    const refused = await refusalOf(bytes)
    expect(refused.code).toBe('damagedText')
    expect(refused.message.zh).toContain('第 3 行')
  })

  it('finds tables that were saved as text, and takes neither indents nor numbered lists for them', async () => {
    const text =
      '\t缩进一\n\t缩进二\n指标\t2026年\t2027年\n授权量\t3000件\t 3500件\n1.\t健全机制\n2.\t培育专利\n一、目标\t1\n二、任务\t3\n单列\n甲\t乙'
    const source = await readOrFail(strToU8(text))
    expect(source.text).toBe(text)
    expect(source.tables.map((table) => table.rows.map((row) => row.map((cell) => cell.text)))).toEqual([
      [
        ['指标', '2026年', '2027年'],
        ['授权量', '3000件', '3500件'],
      ],
    ])
    const last = source.tables[0]?.rows[1]?.[2]
    expect(last && text.slice(last.span.start, last.span.end)).toBe('3500件')
  })

  it('gives the empty places of merged cells in such a table back to the cell that covered them', async () => {
    const text = '类别\t指标\t年度安排\t\n\t\t2026年\t2027年\n创造\t授权量\t\t3500件\n\t海外\t12件\t28件'
    expect((await readOrFail(strToU8(text))).tables[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['类别', '指标', '年度安排', '年度安排'],
      ['类别', '指标', '2026年', '2027年'],
      ['创造', '授权量', '', '3500件'],
      ['创造', '海外', '12件', '28件'],
    ])
  })

  it('reads Markdown (.md) as plain text with tables', async () => {
    const markdown =
      '# 方案\n\n## 一、目标\n**授权**达[100件](http://x)，5*3，a_b\n\n| 指标 | 目标 |\n|---|:-:|\n| 授权 | 100件 |\n\n---\n- 尾'
    const source = await readOrFail(strToU8(markdown), { fileName: '方案.MD' })
    expect(source.format).toBe('md')
    expect(source.text).toBe('方案\n\n一、目标\n授权达100件，5*3，a_b\n\n指标\t目标\n授权\t100件\n\n\n尾')
    const cell = source.tables[0]?.rows[1]?.[1]
    expect(cell && source.text.slice(cell.span.start, cell.span.end)).toBe('100件')
  })
})

describe('what a file is, is told by its content and not by its name', () => {
  it('reads a Word document called .txt, and a text called .docx', async () => {
    expect((await readOrFail(rawDocx({ body: p(r('甲')) }), { fileName: '方案.txt' })).format).toBe('docx')
    expect((await readOrFail(strToU8(plan), { fileName: '方案.docx' })).format).toBe('txt')
  })

  it('reads a document of the docx library, without its footer', async () => {
    const document = new Document({
      sections: [
        {
          footers: {
            default: new Footer({
              children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
            }),
          },
          children: [new Paragraph('一、工作目标'), new Paragraph('达100件。')],
        },
      ],
    })
    expect((await readOrFail(new Uint8Array(await Packer.toBuffer(document)))).text).toBe('一、工作目标\n达100件。')
  })
})

const compound = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array(504).fill(0),
    ...utf16(stream, 'le').slice(2),
  ])

const zipOf = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])))

describe('files that are refused, each with what to do', () => {
  it.each([
    { name: 'an empty file', bytes: new Uint8Array(), code: 'empty', says: '0 字节' },
    { name: 'white space', bytes: strToU8(' \r\n\t　\n'), code: 'blank', says: '空白' },
    { name: 'a document without words', bytes: rawDocx({ body: p('') }), code: 'blank', says: '空白' },
    {
      name: 'random bytes',
      bytes: Uint8Array.from({ length: 400 }, (_, i) => (i * 197) & 0xff),
      code: 'binary',
      says: '.docx',
    },
    { name: 'old Word (.doc)', bytes: compound('WordDocument'), code: 'oldWord', says: '另存为' },
    { name: 'old Excel (.xls)', bytes: compound('Workbook'), code: 'oldOffice', says: '.xls' },
    { name: 'old PowerPoint (.ppt)', bytes: compound('PowerPoint Document'), code: 'oldOffice', says: '.ppt' },
    { name: 'encrypted Word', bytes: compound('EncryptedPackage'), code: 'encrypted', says: '密码' },
    {
      name: 'Excel (.xlsx)',
      bytes: zipOf('[Content_Types].xml', 'xl/workbook.xml'),
      code: 'otherFormat',
      says: 'Excel',
    },
    {
      name: 'PowerPoint (.pptx)',
      bytes: zipOf('[Content_Types].xml', 'ppt/presentation.xml'),
      code: 'otherFormat',
      says: 'PPT',
    },
    { name: 'OFD', bytes: zipOf('OFD.xml', 'Doc_0/Document.xml'), code: 'otherFormat', says: 'OFD' },
    { name: 'OpenDocument', bytes: zipOf('mimetype', 'content.xml'), code: 'otherFormat', says: 'OpenDocument' },
    { name: 'a zip of files', bytes: zipOf('方案.docx', '附件.xlsx'), code: 'archive', says: '解压' },
    { name: 'RAR', bytes: strToU8('Rar!\x1a\x07\x00'), code: 'archive', says: 'RAR' },
    {
      name: 'a PNG picture',
      bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
      code: 'otherFormat',
      says: '图片',
    },
    { name: 'a JPEG picture', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0), code: 'otherFormat', says: '图片' },
    { name: 'RTF', bytes: strToU8('{\\rtf1\\ansi 方案}'), code: 'otherFormat', says: 'RTF' },
    {
      name: 'a web page',
      bytes: strToU8('\n<!-- 缓存 -->\n<!DOCTYPE html><html><p>方案</p>'),
      code: 'html',
      says: '网页',
    },
    {
      name: 'a web page behind many comments',
      bytes: strToU8(`${'<!-- -->'.repeat(300)}<html>方案`),
      code: 'html',
      says: '网页',
    },
    {
      name: 'a web page in GBK',
      bytes: gb18030('<html><meta charset=gbk><p>方案全文</p></html>'),
      code: 'html',
      says: '网页',
    },
    {
      name: 'a saved web page (.mht)',
      bytes: strToU8('From: x\nMIME-Version: 1.0\nContent-Type: multipart/related'),
      code: 'html',
      says: '网页',
    },
    { name: 'XML', bytes: strToU8('<?xml version="1.0"?><w:wordDocument/>'), code: 'otherFormat', says: 'XML' },
  ])('$name', async ({ bytes, code, says }) => {
    const refused = await refusalOf(bytes)
    expect(refused.code).toBe(code)
    expect(refused.message.zh).toContain(says)
  })

  it('a file above 50 MB, before looking inside', async () => {
    expect((await refusalOf(new Uint8Array(50 * 1024 * 1024 + 1))).code).toBe('tooLarge')
  })

  it('a text longer than any plan', async () => {
    expect((await refusalOf(strToU8(plan), { limits: { textChars: 10 } })).code).toBe('tooLong')
    expect((await refusalOf(rawDocx({ body: p(r(plan)) }), { limits: { textChars: 10 } })).code).toBe('tooLong')
  })
})
