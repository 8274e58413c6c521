import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../plan-document.types.ts'
import { level, numbered, p, type RawDocx, r, rawDocx, tc, tr } from './raw-docx.fixture.ts'
import { readDocument } from './read-document.ts'

async function read(docx: RawDocx | string): Promise<SourceDocument> {
  const result = await readDocument(rawDocx(typeof docx === 'string' ? { body: docx } : docx))
  if (!result.ok) throw new Error(result.refusal.message.zh)
  return result.source
}

async function textOf(docx: RawDocx | string): Promise<string> {
  return (await read(docx)).text
}

const filler = p(r('云汀县知识产权工作方案'))

describe('text of a Word document (.docx)', () => {
  it('puts each paragraph on a line, with tabs and line breaks as printed', async () => {
    const body = p(r('一、') + r('工作目标')) + p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>')
    expect(await textOf(body)).toBe('一、工作目标\n甲\t乙\n丙')
  })

  it('reads a file whose writer chose another namespace prefix, and the strict variant', async () => {
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>前缀不同</x:t></x:r></x:p></x:body></x:document>'
    expect(await textOf({ body: '', members: { 'word/document.xml': strict } })).toBe('前缀不同')
  })

  it('accepts insertions and drops deletions (修订), with a note', async () => {
    const source = await read(
      p(
        r('授权量达') +
          `<w:del w:id="1" w:author="演示"><w:r><w:delText>100</w:delText></w:r></w:del>` +
          `<w:ins w:id="2" w:author="演示">${r('120')}</w:ins>` +
          r('件'),
      ),
    )
    expect(source.text).toBe('授权量达120件')
    expect(source.notes.join()).toContain('接受全部修订')
  })

  it('joins paragraphs whose dividing mark was deleted, and counts them once', async () => {
    const deletedMark = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="3"/></w:rPr>'
    expect(
      await textOf({
        body: numbered('甲', 1) + p(r('乙的前半'), deletedMark) + numbered('和后半', 1) + numbered('丙', 1),
        numbering: simpleList('decimal', '%1.'),
      }),
    ).toBe('1.甲\n2.乙的前半和后半\n3.丙')
  })

  it('keeps moved text at its new place only', async () => {
    const body =
      p(`<w:moveFrom w:id="1">${r('搬走')}</w:moveFrom>${r('甲')}`) + p(`<w:moveTo w:id="2">${r('搬走')}</w:moveTo>`)
    expect(await textOf(body)).toBe('甲\n搬走')
  })

  it('leaves out hidden text (隐藏文字), directly or by style, with a note', async () => {
    const source = await read({
      body:
        p(r('看得见') + r('看不见', '<w:vanish/>') + r('也看得见', '<w:vanish w:val="0"/>')) +
        p(r('整段看不见'), '<w:pStyle w:val="H"/>') +
        p(r('带字符样式', '<w:rStyle w:val="HC"/>') + r('末尾')),
      styles:
        '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' +
        '<w:style w:type="character" w:styleId="HC"><w:basedOn w:val="HB"/></w:style>' +
        '<w:style w:type="character" w:styleId="HB"><w:rPr><w:vanish/></w:rPr></w:style>',
    })
    expect(source.text).toBe('看得见也看得见\n末尾')
    expect(source.notes.join()).toContain('隐藏文字')
  })

  it('keeps the result of a field and drops its code', async () => {
    const field = (code: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const nested = field(' IF 1=1 ', field(' REF 目标 ', r('2027年')))
    expect(
      await textOf(p(r('到') + nested + r('底')) + p(`<w:fldSimple w:instr=" DATE ">${r('6月')}</w:fldSimple>`)),
    ).toBe('到2027年底\n6月')
  })

  it('does not let a field without an end swallow the paragraphs after it', async () => {
    expect(await textOf(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`) + p(r('还在')))).toBe('\n还在')
  })

  it('reads a text box once, not once for each program generation', async () => {
    const box = `<w:txbxContent>${p(r('框中文字'))}</w:txbxContent>`
    const source = await read(
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('段落')}`,
      ),
    )
    expect(source.text).toBe('段落\n框中文字')
  })

  it('falls back where the newer variant has no text', async () => {
    const body = p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r('旧框'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    expect((await textOf(body)).trim()).toBe('旧框')
  })

  it('reads links, content controls, smart tags, pinyin bases and formulas as their text', async () => {
    const body =
      p(`<w:hyperlink r:id="r9">${r('链接文字')}</w:hyperlink><w:smartTag>${r('标签')}</w:smartTag>`) +
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(r('控件段落'))}</w:sdtContent></w:sdt>` +
      p(`<w:sdt><w:sdtContent>${r('行内控件')}</w:sdtContent></w:sdt>`) +
      p(`<w:r><w:ruby><w:rt>${r('tīng')}</w:rt><w:rubyBase>${r('汀')}</w:rubyBase></w:ruby></w:r>`) +
      p('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>')
    expect(await textOf(body)).toBe('链接文字标签\n控件段落\n行内控件\n汀\na+b')
  })

  it('ignores headers, footers and comments, and leaves the table of contents (目录) out', async () => {
    const source = await read({
      body:
        p(r('一、工作目标\t1'), '<w:pStyle w:val="T1"/>') +
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(r('目录'))}</w:sdtContent></w:sdt>` +
        filler,
      styles: '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>',
      members: { 'word/header1.xml': '<x/>', 'word/comments.xml': '<x/>' },
    })
    expect(source.text).toBe('云汀县知识产权工作方案')
    expect(source.notes.join()).toContain('目录')
  })

  it('sets the words of a footnote after the paragraph that refers to it', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const body = p(r('达20件') + reference + r('。')) + p(r('下一段'))
    const footnotes = `<w:footnote w:id="0" w:type="separator">${p(r('——'))}</w:footnote><w:footnote w:id="2">${p(r('口径见') + reference)}${p(r('附件'))}</w:footnote>`
    expect(await textOf({ body, footnotes })).toBe('达20件[footnoteRef:1]。\n[1: 口径见 附件]\n下一段')
  })

  it('writes ideographs where a paste from a PDF left radicals that look the same', async () => {
    expect(await textOf(p(r('⼀、⼈⺠政府⼯作⽅案，⻓⻰⾼⽐')))).toBe('一、人民政府工作方案，长龙高比')
  })

  it('notes pictures, whose words cannot be read', async () => {
    const source = await read(filler + p('<w:r><w:drawing><a:blip r:embed="r5"/></w:drawing></w:r>'))
    expect(source.notes.join()).toContain('图片')
  })
})

function simpleList(format: string, template: string): string {
  return `<w:abstractNum w:abstractNumId="0">${level(0, format, template)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
}

describe('automatic numbering (自动编号)', () => {
  it.each([
    { format: 'decimal', template: '%1、', shown: ['1、', '2、', '3、'] },
    { format: 'chineseCounting', template: '%1、', shown: ['一、', '二、', '三、'] },
    { format: 'chineseCountingThousand', template: '（%1）', shown: ['（一）', '（二）', '（三）'] },
    { format: 'japaneseCounting', template: '第%1章 ', shown: ['第一章 ', '第二章 ', '第三章 '] },
    { format: 'ideographDigital', template: '%1、', shown: ['一、', '二、', '三、'] },
    { format: 'decimalEnclosedCircle', template: '%1', shown: ['① ', '② ', '③ '] },
    { format: 'upperRoman', template: '%1.', shown: ['I.', 'II.', 'III.'] },
    { format: 'lowerLetter', template: '%1)', shown: ['a)', 'b)', 'c)'] },
    { format: 'bullet', template: '——', shown: ['——', '——', '——'] },
    { format: 'bullet', template: '\uf0b7', shown: ['• ', '• ', '• '] },
  ])('draws $format as $shown', async ({ format, template, shown }) => {
    const body = ['甲', '乙', '丙'].map((text) => numbered(text, 1)).join('')
    expect(await textOf({ body, numbering: simpleList(format, template) })).toBe(
      `${shown[0]}甲\n${shown[1]}乙\n${shown[2]}丙`,
    )
  })

  const outline =
    `<w:abstractNum w:abstractNumId="4">${level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="H1"/>')}` +
    `${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.', '<w:lvlRestart w:val="0"/>')}${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}</w:abstractNum>` +
    '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>' +
    '<w:num w:numId="8"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'

  it('restarts a level under a higher one unless the level says it never restarts', async () => {
    const body =
      numbered('甲', 7) +
      numbered('a', 7, 1) +
      numbered('x', 7, 2) +
      numbered('乙', 7) +
      numbered('b', 7, 1) +
      numbered('y', 7, 2)
    expect(await textOf({ body, numbering: outline })).toBe('一、甲\n（一）a\n1. x\n二、乙\n（一）b\n2. y')
  })

  it('starts where a use of the list says so, and goes on from there', async () => {
    const body = numbered('甲', 7) + numbered('乙', 8) + numbered('丙', 8) + numbered('丁', 7)
    expect(await textOf({ body, numbering: outline })).toBe('一、甲\n五、乙\n六、丙\n七、丁')
  })

  it('writes a legal level (正规形式) in figures throughout', async () => {
    expect(await textOf({ body: numbered('甲', 7) + numbered('乙', 7, 3), numbering: outline })).toBe('一、甲\n1.1 乙')
  })

  it('numbers paragraphs by their style and by the style it is based on, until a paragraph opts out', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>'
    const styled = (style: string, more = ''): string => p(r('题'), `<w:pStyle w:val="${style}"/>${more}`)
    const optOut = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const body = styled('H1') + styled('H1b') + styled('H1', optOut) + styled('Ring')
    expect(await textOf({ body, styles, numbering: outline })).toBe('一、题\n二、题\n题\n题')
  })

  it('keeps a figure at the start of the text apart from the number', async () => {
    expect(await textOf({ body: numbered('2027年前', 1), numbering: simpleList('decimal', '%1.') })).toBe('1. 2027年前')
  })

  it('says when a format is not known', async () => {
    const source = await read({ body: numbered('甲', 1), numbering: simpleList('thaiLetters', '%1、') })
    expect(source.text).toBe('1、甲')
    expect(source.notes.join()).toContain('thaiLetters')
  })
})

describe('tables (表格)', () => {
  const span = (n: number): string => `<w:gridSpan w:val="${n}"/>`
  const restart = '<w:vMerge w:val="restart"/>'
  const goesOn = '<w:vMerge/>'
  const table = `<w:tbl>${tr(tc(p(r('指标')), span(2)), tc(p(r('目标'))))}${tr(
    tc(p(r('创造')), restart),
    tc(p(r('授权')) + p(r('总量'))),
    tc(p(r('100件'))),
  )}${tr(tc(p(''), goesOn), tc(p(r('海外'))), tc(p(r('5件'))))}</w:tbl>`

  it('writes one line a row, and repeats a merged cell with one span', async () => {
    const source = await read(p(r('前')) + table + p(r('后')))
    expect(source.text).toBe('前\n指标\t\t目标\n创造\t授权 总量\t100件\n\t海外\t5件\n后')
    const [read1] = source.tables
    expect(read1?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['指标', '指标', '目标'],
      ['创造', '授权 总量', '100件'],
      ['创造', '海外', '5件'],
    ])
    expect(read1?.rows[2]?.[0]).toEqual(read1?.rows[1]?.[0])
    for (const cell of read1?.rows.flat() ?? []) {
      expect(source.text.slice(cell.span.start, cell.span.end)).toBe(cell.text)
    }
  })

  it('reads a table inside a cell as a table of its own', async () => {
    const inner = `<w:tbl>${tr(tc(p(r('内一'))), tc(p(r('内二'))))}</w:tbl>`
    const source = await read(`<w:tbl>${tr(tc(p(r('外'))), tc(p(r('前')) + inner + p(r('后'))))}</w:tbl>`)
    expect(source.text).toBe('外\t前 内一 内二 后')
    const cells = source.tables[1]?.rows[0] ?? []
    expect(cells.map((cell) => source.text.slice(cell.span.start, cell.span.end))).toEqual(['内一', '内二'])
  })

  it('takes a table of one cell for a frame around text', async () => {
    const source = await read(`<w:tbl>${tr(tc(p(r('甲')) + p(r('乙'))))}</w:tbl>`)
    expect(source).toMatchObject({ text: '甲\n乙', tables: [] })
  })

  it('leaves out deleted rows, and keeps an absurd span within the width of a page', async () => {
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p(r('删')))}</w:tr>`
    const source = await read(
      `<w:tbl>${gone}${tr(tc(p(r('甲')), span(2_000_000_000)), tc(p(r('乙'))))}${tr(tc(p(r('丙'))))}</w:tbl>`,
    )
    expect(source.text.replaceAll('\t', '')).toBe('甲\n丙')
    expect(source.tables[0]?.rows[0]).toHaveLength(64)
  })
})
