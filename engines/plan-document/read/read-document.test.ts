import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import { strToU8, zipSync, zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../plan-document.types.ts'
import { p, part, r, rawDocx, relationships } from './raw-docx.fixture.ts'
import { deflated, onePagePdf, rawPdf } from './raw-pdf.fixture.ts'
import { type ReadHint, readDocument } from './read-document.ts'
import type { Refusal } from './refusals.ts'

const plan = '云汀县知识产权强县建设工作方案\n一、工作目标\n到2027年，授权专利量累计达3500件。\n'

async function read(bytes: Uint8Array, hint: ReadHint = {}): Promise<SourceDocument> {
  const result = await readDocument(bytes, hint)
  if (!result.ok) throw new Error(result.refusal.message.zh)
  return result.source
}

async function refusal(bytes: Uint8Array, hint: ReadHint = {}): Promise<Refusal> {
  const result = await readDocument(bytes, hint)
  if (result.ok) throw new Error(`read as ${result.source.format}`)
  expect(result.refusal.message.zh).not.toMatch(/[{}]/)
  expect(result.refusal.message.en).not.toMatch(/[{}]/)
  return result.refusal
}

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
    expect(await read(bytes)).toMatchObject({ format: 'txt', text: plan, tables: [] })
  })

  it('changes nothing but line ends, so that spans point into what the author sees', async () => {
    expect((await read(strToU8('　　一、目标 \r\n\r\n达10件\t。'))).text).toBe('　　一、目标 \n\n达10件\t。')
  })

  it('says so when the last character was cut off', async () => {
    const source = await read(strToU8(plan.trim()).slice(0, -1))
    expect(source.text.endsWith('3500件')).toBe(true)
    expect(source.notes.join()).toContain('结尾')
  })

  it('refuses UTF-8 with broken bytes instead of guessing, and names the line', async () => {
    const bytes = strToU8(plan)
    bytes[70] = 0xff
    const refused = await refusal(bytes)
    expect(refused.code).toBe('damagedText')
    expect(refused.message.zh).toContain('第 3 行')
  })

  it('finds tables that were saved as text, and takes neither indents nor numbered lists for them', async () => {
    const text =
      '\t缩进一\n\t缩进二\n指标\t2026年\t2027年\n授权量\t3000件\t 3500件\n1.\t健全机制\n2.\t培育专利\n单列\n甲\t乙'
    const source = await read(strToU8(text))
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
    expect((await read(strToU8(text))).tables[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['类别', '指标', '年度安排', '年度安排'],
      ['类别', '指标', '2026年', '2027年'],
      ['创造', '授权量', '', '3500件'],
      ['创造', '海外', '12件', '28件'],
    ])
  })

  it('reads Markdown (.md) as plain text with tables', async () => {
    const markdown =
      '# 方案\n\n## 一、目标\n**授权**达[100件](http://x)，5*3，a_b\n\n| 指标 | 目标 |\n|---|:-:|\n| 授权 | 100件 |\n\n---\n- 尾'
    const source = await read(strToU8(markdown), { fileName: '方案.MD' })
    expect(source.format).toBe('md')
    expect(source.text).toBe('方案\n\n一、目标\n授权达100件，5*3，a_b\n\n指标\t目标\n授权\t100件\n\n\n尾')
    const cell = source.tables[0]?.rows[1]?.[1]
    expect(cell && source.text.slice(cell.span.start, cell.span.end)).toBe('100件')
  })
})

describe('what a file is, is told by its content and not by its name', () => {
  it('reads a Word document called .txt, and a text called .docx', async () => {
    expect((await read(rawDocx({ body: p(r('甲')) }), { fileName: '方案.txt' })).format).toBe('docx')
    expect((await read(strToU8(plan), { fileName: '方案.docx' })).format).toBe('txt')
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
    expect((await read(new Uint8Array(await Packer.toBuffer(document)))).text).toBe('一、工作目标\n达100件。')
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
    const refused = await refusal(bytes)
    expect(refused.code).toBe(code)
    expect(refused.message.zh).toContain(says)
  })

  it('a file above 50 MB, before looking inside', async () => {
    expect((await refusal(new Uint8Array(50 * 1024 * 1024 + 1))).code).toBe('tooLarge')
  })

  it('a text longer than any plan', async () => {
    expect((await refusal(strToU8(plan), { limits: { textChars: 10 } })).code).toBe('tooLong')
    expect((await refusal(rawDocx({ body: p(r(plan)) }), { limits: { textChars: 10 } })).code).toBe('tooLong')
  })
})

describe('Word documents that are broken or hostile', () => {
  const good = rawDocx({ body: p(r('云汀县工作方案')) })

  it('cut off anywhere, is refused as damaged', async () => {
    for (const keep of [0.2, 0.6, 0.99]) {
      expect((await refusal(good.slice(0, Math.floor(good.length * keep)))).code).toBe('brokenDocx')
    }
  })

  it('with a changed byte in the text, fails its checksum rather than giving a wrong number', async () => {
    const stored = zipSync(
      { 'word/document.xml': strToU8(part('document', `<w:body>${p(r('3500件'))}</w:body>`)) },
      { level: 0 },
    )
    stored.set(strToU8('9500'), new TextDecoder('latin1').decode(stored).indexOf('3500'))
    expect((await refusal(stored)).code).toBe('brokenDocx')
  })

  it('without a main part, or with XML that ends early', async () => {
    expect((await refusal(zipOf('[Content_Types].xml', 'docProps/app.xml'))).code).toBe('brokenDocx')
    expect((await refusal(rawDocx({ body: '', members: { 'word/document.xml': '<w:document' } }))).code).toBe(
      'brokenDocx',
    )
  })

  it.each([
    { attack: 'an entity that fetches a file (XXE)', dtd: '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>' },
    {
      attack: 'entities that multiply (billion laughs)',
      dtd: '<!DOCTYPE d [<!ENTITY a "哈哈"><!ENTITY e "&a;&a;&a;&a;">]>',
    },
    { attack: 'a document type from elsewhere', dtd: '<!DOCTYPE d SYSTEM "http://example.invalid/x.dtd">' },
  ])('with $attack', async ({ dtd }) => {
    const xml = part('document', `<w:body>${p(r('&e;'))}</w:body>`).replace('?>', `?>${dtd}`)
    expect((await refusal(rawDocx({ body: '', members: { 'word/document.xml': xml } }))).code).toBe('unsafeDocx')
  })

  it('with a main part that inflates beyond measure (zip bomb), stops at the limit', async () => {
    const bomb = strToU8(part('document', `<w:body>${' '.repeat(30 * 1024 * 1024)}</w:body>`))
    const before = process.memoryUsage().arrayBuffers
    expect((await refusal(rawDocx({ body: '', members: { 'word/document.xml': bomb } }))).code).toBe('unsafeDocx')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024)
  })

  it('with declared sizes that lie, counts what really comes out', async () => {
    const body = `<w:body>${p(r('甲'.repeat(2000)))}</w:body>`
    const file = zipSync({ 'word/document.xml': strToU8(part('document', body)) })
    const view = new DataView(file.buffer)
    const central = new TextDecoder('latin1').decode(file).indexOf('PK\x01\x02')
    view.setUint32(central + 24, 1, true)
    view.setUint32(22, 1, true)
    expect((await read(file)).text).toHaveLength(2000)
    expect((await refusal(file, { limits: { memberBytes: 1000 } })).code).toBe('unsafeDocx')
    expect((await refusal(file, { limits: { inflatedBytes: 1000 } })).code).toBe('unsafeDocx')
  })

  it('with archives nested inside, never opens them', async () => {
    const nested = zipSync({ 'bomb.zip': zipSync({ 'zeros.bin': new Uint8Array(8 * 1024 * 1024) }) })
    const source = await read(rawDocx({ body: p(r('正文')), members: { 'word/embeddings/oleObject1.bin': nested } }), {
      limits: { inflatedBytes: 20_000 },
    })
    expect(source.text).toBe('正文')
  })

  it('with thousands of members, two members of one name, or elements without end', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`f${i}`, new Uint8Array()])))
    expect((await refusal(many)).code).toBe('unsafeDocx')
    expect((await refusal(zipOf('word/document.xml', 'WORD/document.xml'))).code).toBe('unsafeDocx')
    const deep = '<w:sdt><w:sdtContent>'.repeat(50_000)
    expect((await refusal(rawDocx({ body: '', members: { 'word/document.xml': part('document', deep) } }))).code).toBe(
      'unsafeDocx',
    )
    expect((await refusal(good, { limits: { xmlElements: 3 } })).code).toBe('unsafeDocx')
  })

  it('with a member under a password', async () => {
    const file = good.slice()
    const text = new TextDecoder('latin1').decode(file)
    for (let at = text.indexOf('PK\x01\x02'); at !== -1; at = text.indexOf('PK\x01\x02', at + 1)) file[at + 8] = 1
    expect((await refusal(file)).code).toBe('encrypted')
  })

  it('with macros, templates, pictures and links elsewhere, reads its own words and says what it left alone', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const outside = (kind: string): string =>
      `<Relationship Id="x-${kind}" Type="${office}/${kind}" TargetMode="External" Target="http://example.invalid/${kind}"/>`
    const source = await read(
      rawDocx({
        body: p(r('正文')),
        relationships: `${outside('image')}${outside('hyperlink')}${outside('oleObject')}<Relationship Id="s" Type="${office}/settings" Target="settings.xml"/>`,
        members: {
          'word/vbaProject.bin': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
          'word/settings.xml': '<x/>',
          'word/_rels/settings.xml.rels': relationships(outside('attachedTemplate')),
        },
      }),
    )
    expect(source.text).toBe('正文')
    expect(source.notes.join()).toMatch(/没有运行宏.*外部的模板.*超链接/)
  })
})

describe('PDF files that are broken or hostile', () => {
  const hello = 'BT /F1 16 Tf 72 700 Td (Intellectual property plan 2027) Tj ET'

  it('reads a plain one', async () => {
    expect((await read(onePagePdf(strToU8(hello), ''))).text).toBe('Intellectual property plan 2027')
    expect((await read(onePagePdf(deflated(hello), '/Filter /FlateDecode'))).text).toBe(
      'Intellectual property plan 2027',
    )
  })

  it('a scan, which has no text layer', async () => {
    const refused = await refusal(onePagePdf(strToU8('0 0 1 rg 10 10 100 100 re f'), ''))
    expect(refused.code).toBe('scannedPdf')
    expect(refused.message.zh).toContain('扫描件')
  })

  it('no PDF behind its header, or one cut off in the middle', async () => {
    expect((await refusal(strToU8('%PDF-1.7\nnothing'))).code).toBe('brokenPdf')
    const cut = onePagePdf(strToU8(hello), '').slice(0, 150)
    expect((await refusal(cut)).code).toMatch(/brokenPdf|scannedPdf/)
  })

  it('one under a password', async () => {
    const secret = `<${'ab'.repeat(32)}>`
    const file = onePagePdf(
      strToU8(hello),
      '',
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -44 >> /ID [<00> <00>]`,
    )
    expect((await refusal(file)).code).toBe('encryptedPdf')
  })

  it('a stream that inflates beyond measure, also under the name of a picture', async () => {
    const bomb = zlibSync(strToU8(hello + ' '.repeat(4 * 1024 * 1024)))
    const limits = { memberBytes: 1024 * 1024 }
    expect((await refusal(onePagePdf(bomb, '/Filter /FlateDecode'), { limits })).code).toBe('unsafePdf')
    expect((await refusal(onePagePdf(bomb, '/Filter /#46lateDecode'), { limits })).code).toBe('unsafePdf')
    expect((await refusal(onePagePdf(zlibSync(bomb), '/Filter [/FlateDecode /FlateDecode]'), { limits })).code).toBe(
      'unsafePdf',
    )
    expect((await refusal(onePagePdf(bomb, '/Subtype /Image /Filter /FlateDecode'), { limits })).code).toBe(
      'scannedPdf',
    )
  })

  it('a page that takes longer than anyone waits, or is strewn with pieces of text', async () => {
    const endless = onePagePdf(deflated('BT /F1 1 Tf (a) Tj ET q Q '.repeat(400_000)), '/Filter /FlateDecode')
    const start = performance.now()
    expect((await refusal(endless, { limits: { pdfSeconds: 0.3 } })).code).toBe('tooSlow')
    expect(performance.now() - start).toBeLessThan(3000)
    const strewn = Array.from({ length: 60_000 }, (_, i) => `1 0 0 1 ${(i * 37) % 590} ${(i * 61) % 840} Tm (a) Tj`)
    const page = deflated(`BT /F1 9 Tf ${strewn.join('\n')} ET`)
    expect((await refusal(onePagePdf(page, '/Filter /FlateDecode'))).code).toBe('unsafePdf')
  })

  it('more pages than a plan has', async () => {
    const kids = Array.from({ length: 30 }, (_, i) => `${i + 3} 0 R`).join(' ')
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
    const file = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 30 >>`,
      ...new Array(30).fill(page),
    ])
    expect((await refusal(file, { limits: { pages: 20 } })).code).toBe('tooManyPages')
  })

  it('leaves the bytes of the caller as they were', async () => {
    const file = onePagePdf(deflated(hello), '/Subtype /Image /Filter /FlateDecode')
    const before = file.slice()
    await readDocument(file)
    expect(file).toEqual(before)
  })
})

describe('any bytes at all', () => {
  const prefixes = fc.constantFrom(
    new Uint8Array(),
    strToU8('PK\x03\x04'),
    strToU8('%PDF-1.7\n'),
    Uint8Array.of(0xff, 0xfe),
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  )

  it('are read or refused, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(prefixes, fc.uint8Array({ maxLength: 2000 }), async (prefix, rest) => {
        const result = await readDocument(Uint8Array.from([...prefix, ...rest]))
        if (!result.ok) expect(result.refusal.message.zh).not.toBe('')
      }),
      { numRuns: 150 },
    )
  })

  it('also when they are a good document with some bytes changed', async () => {
    const samples = fc.constantFrom(
      rawDocx({
        body: `${p(r('云汀县工作方案'))}<w:tbl><w:tr><w:tc>${p(r('甲'))}</w:tc><w:tc>${p(r('乙'))}</w:tc></w:tr></w:tbl>`,
      }),
      onePagePdf(deflated('BT /F1 16 Tf 72 700 Td (Plan of the county) Tj ET'), '/Filter /FlateDecode'),
      strToU8(plan),
    )
    const change = fc.tuple(fc.nat(5000), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(samples, fc.array(change, { minLength: 1, maxLength: 12 }), async (sample, changes) => {
        const bytes = sample.slice()
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        expect(typeof (await readDocument(bytes)).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })

  it('give spans that point at the words of each cell', async () => {
    const cell = fc.string({ maxLength: 6 }).map((text) => text.replace(/[<>&\p{Cc}\ud800-\udfff\ufffe\uffff]/gu, ''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const table = rows
            .map((row) => `<w:tr>${row.map((text) => `<w:tc>${p(r(text))}</w:tc>`).join('')}</w:tr>`)
            .join('')
          const source = await read(rawDocx({ body: `${p(r('前'))}<w:tbl>${table}</w:tbl>` }))
          for (const each of source.tables.flatMap((found) => found.rows.flat())) {
            expect(source.text.slice(each.span.start, each.span.end)).toBe(each.text)
          }
          expect(source.text.split('\n')).toHaveLength(1 + rows.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
