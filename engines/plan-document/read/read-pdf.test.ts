import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../plan-document.types.ts'
import { chinesePdf } from './chinese-pdf.fixture.ts'
import { readDocument } from './read-document.ts'

async function readSet(markup: string): Promise<SourceDocument> {
  const result = await readDocument(chinesePdf(markup))
  if (!result.ok) throw new Error(result.refusal.message.zh)
  return result.source
}

const sentence =
  '到2027年，全县发明专利授权量累计达3500件，万人高价值发明专利拥有量达9.5件，PCT国际专利申请累计达45件。'
const long = sentence.repeat(3)
const page = Array.from({ length: 12 }, (_, i) => `第${i + 1}段。${long}`)

describe('paragraphs of a PDF', () => {
  it('are joined from their lines, without the spaces that typesetting puts beside figures', async () => {
    expect((await readSet([long, sentence].join('\n\n'))).text).toBe(`${long}\n${sentence}`)
  })

  it('go on over the page, and page numbers are dropped', async () => {
    expect((await readSet(page.join('\n\n'))).text).toBe(page.join('\n'))
  })

  it('are told apart without a first-line indent, by gaps and short lines', async () => {
    const markup = `#set par(first-line-indent: 0pt, spacing: 1.6em)\n${page.join('\n\n')}`
    expect((await readSet(markup)).text).toBe(page.join('\n'))
    const tight = `#set par(first-line-indent: 0pt, justify: false)\n${page.join('\n\n')}`
    expect((await readSet(tight)).text).toBe(page.join('\n'))
  })

  it('keep headings apart, join a title of two lines, and leave signature and date alone', async () => {
    const title = '云汀县人民政府办公室关于印发《云汀县知识产权强县建设工作方案》的通知'
    const markup = [
      `#align(center, par(first-line-indent: 0pt, text(size: 22pt)[${title}]))`,
      '*一、工作目标*',
      long,
      '（一）理顺体制',
      '——新增工作站12家。',
      '——新增机构6家。',
      '#align(right)[云汀县人民政府办公室]',
      '#align(right)[2025年3月10日]',
    ]
    expect((await readSet(markup.join('\n\n'))).text).toBe(
      [
        title,
        '一、工作目标',
        long,
        '（一）理顺体制',
        '——新增工作站12家。',
        '——新增机构6家。',
        '云汀县人民政府办公室',
        '2025年3月10日',
      ].join('\n'),
    )
  })

  it('keep hanging lists together, item by item', async () => {
    const items = [`${sentence}其中甲类。`, `${sentence}其中乙类。`]
    const markup = `#set par(first-line-indent: 0pt)\n${long}\n\n#enum(indent: 2em, numbering: "1、", ${items.map((item) => `[${item}]`).join(', ')})\n\n${long}`
    expect((await readSet(markup)).text).toBe([long, `1、${items[0]}`, `2、${items[1]}`, long].join('\n'))
  })

  it('lose running heads and feet, also where odd and even pages differ', async () => {
    const heads = `#set page(header: context if calc.odd(counter(page).get().first()) [云汀县人民政府公报] else [2025年第3期], numbering: "第1页 共1页")\n`
    const many = [...page, ...page].map((text, i) => `${i}。${text}`)
    expect((await readSet(heads + many.join('\n\n'))).text).toBe(many.join('\n'))
  })

  it('have their footnotes after them', async () => {
    const markup = `指标达9.5件#footnote[${sentence}]。${long}\n\n后一段#footnote[口径同上。]。${long}`
    expect((await readSet(markup)).text).toBe(
      `指标达9.5件[footnoteRef:1]。${long}\n[1: ${sentence}]\n后一段[footnoteRef:2]。${long}\n[2: 口径同上。]`,
    )
  })

  it('do not mix with a watermark across the page', async () => {
    const watermark = '#set page(background: rotate(30deg, text(60pt, fill: luma(220))[内部资料]))\n'
    expect((await readSet(watermark + page.join('\n\n'))).text).toBe(page.join('\n'))
  })

  it('are read on pages that are turned to landscape', async () => {
    expect((await readSet(`#set page(flipped: true)\n${page.join('\n\n')}`)).text).toBe(page.join('\n'))
  })
})

describe('tables of a PDF', () => {
  const cells = (...words: readonly string[]): string => words.map((word) => `[${word}]`).join(', ')

  it('are known by their lines, with merged cells repeated and long cells joined', async () => {
    const markup = `${long}\n\n#table(columns: (1fr, 3fr, 2fr), table.cell(colspan: 2)[指标], [目标], table.cell(rowspan: 2)[创造], ${cells(sentence, '3500件', '海外', '45件')})\n\n${long}`
    const source = await readSet(markup)
    expect(source.text).toBe(`${long}\n指标\t\t目标\n创造\t${sentence}\t3500件\n\t海外\t45件\n${long}`)
    expect(source.tables[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['指标', '指标', '目标'],
      ['创造', sentence, '3500件'],
      ['创造', '海外', '45件'],
    ])
  })

  it('go on over the page, with the repeated head row once', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`${i + 1}`, `第${i + 1}项任务`, `云汀县第${i + 1}局`])
    const markup = `#table(columns: (1fr, 3fr, 3fr), table.header(${cells('序号', '任务', '单位')}), ${rows.map((row) => cells(...row)).join(', ')})`
    const source = await readSet(markup)
    expect(source.text).toBe(['序号\t任务\t单位', ...rows.map((row) => row.join('\t'))].join('\n'))
    expect(source.tables).toHaveLength(1)
  })

  it('have a row that the page break divided as one row', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => [`${i + 1}`, `第${i + 1}项。${long}`, `云汀县第${i + 1}局`])
    const markup = `#table(columns: (1fr, 4fr, 2fr), ${rows.map((row) => cells(...row)).join(', ')})`
    expect((await readSet(markup)).text).toBe(rows.map((row) => row.join('\t')).join('\n'))
  })

  it('are known by their lines also where the cells stand close', async () => {
    const close = ['类别', '2026年', '2027年', '授权量合计', '3000件', '3500件']
    const source = await readSet(`${long}\n\n#text(size: 12pt, table(columns: 3, inset: 3pt, ${cells(...close)}))`)
    expect(source.tables[0]?.rows.flat().map((cell) => cell.text)).toEqual(close)
  })

  it('without lines are columns set apart by tabs', async () => {
    const source = await readSet(
      `${long}\n\n#grid(columns: (1fr, 1fr), row-gutter: 1em, ${cells('授权量', '3500件', '申请量', '45件')})`,
    )
    expect(source.text).toBe(`${long}\n授权量\t3500件\n申请量\t45件`)
  })

  it('are not seen in a box around text', async () => {
    const source = await readSet(`#rect(width: 100%)[#par(first-line-indent: 0pt)[${sentence}]]\n\n${long}`)
    expect(source).toMatchObject({ text: `${sentence}\n${long}`, tables: [] })
  })
})
