import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { chinesePdf } from './chinese-pdf.fixture.ts'
import { readDocument } from './read-document.ts'

/** 194,000 characters: 277 pages in the type of an official document. */
const paragraphs = Array.from(
  { length: 1800 },
  (_, i) =>
    `第${i + 1}项。到2027年，全县发明专利授权量累计达${3500 + i}件，万人高价值发明专利拥有量达9.5件，PCT国际专利申请累计达45件，新增知识产权工作站${i}家。〔责任单位：县市场监管局牵头，县科技局、各镇（街道）〕`,
)

describe('a document of 200 pages', () => {
  // Measured alone: txt 3 ms, docx 0.4 s, PDF 1.0 s at a peak of 175 MB. The bounds leave room for a busy machine.
  it.each([
    { format: 'txt', make: async () => new TextEncoder().encode(paragraphs.join('\r\n')), withinMs: 1000 },
    { format: 'docx', make: longDocx, withinMs: 2000 },
    { format: 'pdf', make: async () => chinesePdf(paragraphs.join('\n\n')), withinMs: 6000 },
  ])('is read from $format without a long wait', async ({ make, withinMs }) => {
    const bytes = await make()
    const start = performance.now()
    const result = await readDocument(bytes)
    const took = performance.now() - start
    expect(result.ok && result.source.text).toContain(paragraphs[1799])
    expect(took).toBeLessThan(withinMs)
  })
})

async function longDocx(): Promise<Uint8Array> {
  const children = paragraphs.flatMap((text, i) => {
    // Word splits a paragraph into many runs; a table stands on every tenth page.
    const runs = text.match(/.{1,12}/gu) ?? []
    const paragraph = new Paragraph({
      children: runs.map((run) => new TextRun({ text: run, font: '仿宋_GB2312', size: 32 })),
    })
    if (i % 90 !== 0) return [paragraph]
    const row = (): TableRow =>
      new TableRow({
        children: ['指标', '目标', '单位'].map((word) => new TableCell({ children: [new Paragraph(word)] })),
      })
    return [paragraph, new Table({ rows: [row(), row(), row()] })]
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}
