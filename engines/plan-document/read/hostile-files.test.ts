import fc from 'fast-check'
import { strToU8, zipSync, zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { p, part, r, rawDocx, relationships } from './raw-docx.fixture.ts'
import { deflated, onePagePdf, rawPdf } from './raw-pdf.fixture.ts'
import { readDocument } from './read-document.ts'
import { readOrFail, refusalOf } from './reading.fixture.ts'

const zipOf = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])))

describe('Word documents that are broken or hostile', () => {
  const good = rawDocx({ body: p(r('云汀县工作方案')) })

  it('cut off anywhere, is refused as damaged', async () => {
    for (const keep of [0.2, 0.6, 0.99]) {
      expect((await refusalOf(good.slice(0, Math.floor(good.length * keep)))).code).toBe('brokenDocx')
    }
  })

  it('with a changed byte in the text, fails its checksum rather than giving a wrong number', async () => {
    const stored = zipSync(
      { 'word/document.xml': strToU8(part('document', `<w:body>${p(r('3500件'))}</w:body>`)) },
      { level: 0 },
    )
    stored.set(strToU8('9500'), new TextDecoder('latin1').decode(stored).indexOf('3500'))
    expect((await refusalOf(stored)).code).toBe('brokenDocx')
  })

  it('without a main part, or with XML that ends early', async () => {
    expect((await refusalOf(zipOf('[Content_Types].xml', 'docProps/app.xml'))).code).toBe('brokenDocx')
    expect((await refusalOf(rawDocx({ body: '', members: { 'word/document.xml': '<w:document' } }))).code).toBe(
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
    expect((await refusalOf(rawDocx({ body: '', members: { 'word/document.xml': xml } }))).code).toBe('unsafeDocx')
  })

  it('with a main part that inflates beyond measure (zip bomb), stops at the limit', async () => {
    const bomb = strToU8(part('document', `<w:body>${' '.repeat(30 * 1024 * 1024)}</w:body>`))
    const before = process.memoryUsage().arrayBuffers
    expect((await refusalOf(rawDocx({ body: '', members: { 'word/document.xml': bomb } }))).code).toBe('unsafeDocx')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024)
  })

  it('with declared sizes that lie, counts what really comes out', async () => {
    const body = `<w:body>${p(r('甲'.repeat(2000)))}</w:body>`
    const file = zipSync({ 'word/document.xml': strToU8(part('document', body)) })
    const view = new DataView(file.buffer)
    const central = new TextDecoder('latin1').decode(file).indexOf('PK\x01\x02')
    view.setUint32(central + 24, 1, true)
    view.setUint32(22, 1, true)
    expect((await readOrFail(file)).text).toHaveLength(2000)
    expect((await refusalOf(file, { limits: { memberBytes: 1000 } })).code).toBe('unsafeDocx')
    expect((await refusalOf(file, { limits: { inflatedBytes: 1000 } })).code).toBe('unsafeDocx')
  })

  it('with archives nested inside, never opens them', async () => {
    const nested = zipSync({ 'bomb.zip': zipSync({ 'zeros.bin': new Uint8Array(8 * 1024 * 1024) }) })
    const source = await readOrFail(
      rawDocx({ body: p(r('正文')), members: { 'word/embeddings/oleObject1.bin': nested } }),
      {
        limits: { inflatedBytes: 20_000 },
      },
    )
    expect(source.text).toBe('正文')
  })

  it('with thousands of members, two members of one name, or elements without end', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`f${i}`, new Uint8Array()])))
    expect((await refusalOf(many)).code).toBe('unsafeDocx')
    expect((await refusalOf(zipOf('word/document.xml', 'WORD/document.xml'))).code).toBe('unsafeDocx')
    const deep = '<w:sdt><w:sdtContent>'.repeat(50_000)
    expect(
      (await refusalOf(rawDocx({ body: '', members: { 'word/document.xml': part('document', deep) } }))).code,
    ).toBe('unsafeDocx')
    expect((await refusalOf(good, { limits: { xmlElements: 3 } })).code).toBe('unsafeDocx')
  })

  it('with a member under a password', async () => {
    const file = good.slice()
    const text = new TextDecoder('latin1').decode(file)
    for (let at = text.indexOf('PK\x01\x02'); at !== -1; at = text.indexOf('PK\x01\x02', at + 1)) file[at + 8] = 1
    expect((await refusalOf(file)).code).toBe('encrypted')
  })

  it('with macros, templates, pictures and links elsewhere, reads its own words and says what it left alone', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const outside = (kind: string): string =>
      `<Relationship Id="x-${kind}" Type="${office}/${kind}" TargetMode="External" Target="http://example.invalid/${kind}"/>`
    const source = await readOrFail(
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
    expect((await readOrFail(onePagePdf(strToU8(hello), ''))).text).toBe('Intellectual property plan 2027')
    expect((await readOrFail(onePagePdf(deflated(hello), '/Filter /FlateDecode'))).text).toBe(
      'Intellectual property plan 2027',
    )
  })

  it('a scan, which has no text layer', async () => {
    const refused = await refusalOf(onePagePdf(strToU8('0 0 1 rg 10 10 100 100 re f'), ''))
    expect(refused.code).toBe('scannedPdf')
    expect(refused.message.zh).toContain('扫描件')
  })

  it('text in an old encoding without a map to characters, which is no scan', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>'
    const file = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      { dictionary: '', data: strToU8('BT /F1 16 Tf 72 700 Td <d4c6cda1cfd8d6aacab6b2fac8a8b7bdb0b8> Tj ET') },
      font,
    ])
    expect((await refusalOf(file)).code).toBe('garbledPdf')
  })

  it('no PDF behind its header, or one cut off in the middle', async () => {
    expect((await refusalOf(strToU8('%PDF-1.7\nnothing'))).code).toBe('brokenPdf')
    const cut = onePagePdf(strToU8(hello), '').slice(0, 150)
    expect((await refusalOf(cut)).code).toMatch(/brokenPdf|scannedPdf/)
  })

  it('one under a password', async () => {
    const secret = `<${'ab'.repeat(32)}>`
    const file = onePagePdf(
      strToU8(hello),
      '',
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -44 >> /ID [<00> <00>]`,
    )
    expect((await refusalOf(file)).code).toBe('encryptedPdf')
  })

  it('a stream that inflates beyond measure, also under the name of a picture', async () => {
    const bomb = zlibSync(strToU8(hello + ' '.repeat(4 * 1024 * 1024)))
    const limits = { memberBytes: 1024 * 1024 }
    expect((await refusalOf(onePagePdf(bomb, '/Filter /FlateDecode'), { limits })).code).toBe('unsafePdf')
    expect((await refusalOf(onePagePdf(bomb, '/Filter /#46lateDecode'), { limits })).code).toBe('unsafePdf')
    expect((await refusalOf(onePagePdf(zlibSync(bomb), '/Filter [/FlateDecode /FlateDecode]'), { limits })).code).toBe(
      'unsafePdf',
    )
    expect((await refusalOf(onePagePdf(bomb, '/Subtype /Image /Filter /FlateDecode'), { limits })).code).toBe(
      'scannedPdf',
    )
  })

  it('a page that takes longer than anyone waits, or is strewn with pieces of text', async () => {
    const word = `BT /F1 1 Tf (a) Tj ET ${'q Q '.repeat(300)}`
    const endless = onePagePdf(deflated(word.repeat(10_000)), '/Filter /FlateDecode')
    const start = performance.now()
    expect((await refusalOf(endless, { limits: { pdfSeconds: 0.3 } })).code).toBe('tooSlow')
    expect(performance.now() - start).toBeLessThan(3000)
    const strewn = Array.from({ length: 60_000 }, (_, i) => `1 0 0 1 ${(i * 37) % 590} ${(i * 61) % 840} Tm (a) Tj`)
    const page = deflated(`BT /F1 9 Tf ${strewn.join('\n')} ET`)
    expect((await refusalOf(onePagePdf(page, '/Filter /FlateDecode'))).code).toBe('unsafePdf')
  })

  it('more pages than a plan has', async () => {
    const kids = Array.from({ length: 30 }, (_, i) => `${i + 3} 0 R`).join(' ')
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
    const file = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 30 >>`,
      ...new Array(30).fill(page),
    ])
    expect((await refusalOf(file, { limits: { pages: 20 } })).code).toBe('tooManyPages')
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
      strToU8('云汀县工作方案\n到2027年，授权专利量累计达3500件。'),
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
          const source = await readOrFail(rawDocx({ body: `${p(r('前'))}<w:tbl>${table}</w:tbl>` }))
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
