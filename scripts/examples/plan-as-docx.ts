import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  type ILevelsOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Block } from './yunting-plan.ts'

const body = { font: '仿宋_GB2312', size: 32 }
const firstLine = { firstLine: 640 }

/** The plan as a Word document with automatic numbering, merged cells, a footnote and page numbers. */
export async function planAsDocx(blocks: readonly Block[]): Promise<Uint8Array> {
  const footnotes: Record<string, { children: Paragraph[] }> = {}
  const children = blocks.map((block) => {
    if (block.kind !== 'bullet' || block.footnote === undefined) return drawn(block)
    const number = Object.keys(footnotes).length + 1
    footnotes[number] = { children: [new Paragraph(block.footnote.text)] }
    const [before = '', after = ''] = block.text.split(block.footnote.after)
    return new Paragraph({
      numbering: { reference: 'bullets', level: 0 },
      children: [
        new TextRun({ text: before + block.footnote.after, ...body }),
        new FootnoteReferenceRun(number),
        new TextRun({ text: after, ...body }),
      ],
    })
  })
  const document = new Document({
    title: '云汀县知识产权强县建设工作方案（演示）',
    creator: '云汀县人民政府办公室（演示）',
    numbering: {
      config: [
        {
          reference: 'outline',
          levels: [
            listLevel(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '%1、', '黑体'),
            listLevel(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）', '楷体_GB2312'),
          ],
        },
        { reference: 'tasks', levels: [listLevel(0, LevelFormat.DECIMAL, '%1、', '仿宋_GB2312')] },
        { reference: 'bullets', levels: [listLevel(0, LevelFormat.BULLET, '——', '仿宋_GB2312')] },
      ],
    },
    footnotes,
    sections: [
      {
        properties: { page: { margin: { top: '37mm', left: '28mm', right: '26mm', bottom: '35mm' } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  })
  return withFixedDates(new Uint8Array(await Packer.toBuffer(document)))
}

function listLevel(level: number, format: ILevelsOptions['format'], text: string, font: string): ILevelsOptions {
  return {
    level,
    ...(format === undefined ? {} : { format }),
    text,
    suffix: LevelSuffix.NOTHING,
    style: { run: { font, size: 32 }, paragraph: { indent: firstLine } },
  }
}

function drawn(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'title':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 400, after: 400 },
        children: [new TextRun({ text: block.text, font: '方正小标宋_GBK', size: 44 })],
      })
    case 'notice':
      return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: block.text, ...body })] })
    case 'signature':
      return new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: block.text, ...body })] })
    case 'addressee':
      return new Paragraph({ children: [new TextRun({ text: block.text, ...body })] })
    case 'chapter':
      return numbered('outline', 0, [new TextRun({ text: block.text, font: '黑体', size: 32 })])
    case 'group':
      return numbered('outline', 1, [new TextRun({ text: block.text, font: '楷体_GB2312', size: 32 })])
    case 'task':
      return numbered('tasks', 0, [
        new TextRun({ text: `${block.title}。`, ...body, bold: true }),
        new TextRun({ text: block.body, ...body }),
        new TextRun({ text: `〔责任单位：${block.units}〕`, font: '楷体_GB2312', size: 32 }),
      ])
    case 'bullet':
      return numbered('bullets', 0, [new TextRun({ text: block.text, ...body })])
    case 'table':
      return new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: block.rows.map(
          (row) =>
            new TableRow({
              children: row.map(
                (cell) =>
                  new TableCell({
                    columnSpan: cell.across ?? 1,
                    rowSpan: cell.down ?? 1,
                    children: [new Paragraph({ children: [new TextRun({ text: cell.text, size: 24 })] })],
                  }),
              ),
            }),
        ),
      })
    default:
      return new Paragraph({ indent: firstLine, children: [new TextRun({ text: block.text, ...body })] })
  }
}

function numbered(reference: string, level: number, children: TextRun[]): Paragraph {
  return new Paragraph({ numbering: { reference, level }, children })
}

/** The same bytes from the same plan: the library writes the hour of the day into the file, twice. */
function withFixedDates(docx: Uint8Array): Uint8Array {
  const members = Object.entries(unzipSync(docx)).map(([name, content]) => {
    if (name !== 'docProps/core.xml') return [name, content] as const
    return [name, strToU8(strFromU8(content).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2025-03-10T01:00:00Z'))] as const
  })
  return zipSync(Object.fromEntries(members), { mtime: '2025-03-10T01:00:00Z' })
}
