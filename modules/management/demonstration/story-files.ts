import { createHash } from 'node:crypto'
import type { UploadedFile } from '@qiangxian/kernel/evidence/uploaded-file'

/** A small file of the story, made by code, the same bytes each time; its name and its words say 演示. */
export interface StoryFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
}

export function storyFiles(): readonly StoryFile[] {
  return [
    text('走访记录（演示）.txt', '演示文件，内容为虚构。\n走访企业三家，了解专利挖掘和质押融资需求。\n'),
    text('会议纪要（演示）.txt', '演示文件，内容为虚构。\n会议研究了本月任务进展和下月安排。\n'),
    sheet('台账（演示）.csv', '序号,名称,数量,备注\n1,甲公司（演示）,3,虚构\n2,乙工作室（演示）,2,虚构\n'),
    sheet('培训签到表（演示）.csv', '序号,姓名,单位\n1,子某（演示）,甲单位\n2,丑某（演示）,乙单位\n'),
    pdf('证明材料（演示）.pdf', ['演示文件，内容为虚构', '证明材料', '本页只用于演示佐证的上传和查看。']),
    pdf('验收意见（演示）.pdf', ['演示文件，内容为虚构', '验收意见', '资料齐全，同意通过。']),
  ]
}

/** How a file stands in the content store: found by its digest. */
export function asUploaded({ name, mediaType, content }: StoryFile): UploadedFile {
  return {
    fileName: name,
    sha256: createHash('sha256').update(content).digest('hex'),
    size: content.length,
    mediaType,
    scanVerdict: 'notScanned',
    scannedBy: null,
  }
}

function text(name: string, words: string): StoryFile {
  return { name, mediaType: 'text/plain', content: Buffer.from(words) }
}

/** With the mark at its front by which Excel reads it as UTF-8. */
function sheet(name: string, rows: string): StoryFile {
  return { name, mediaType: 'text/csv', content: Buffer.from(`\uFEFF${rows}`) }
}

/**
 * One page of Chinese in the fewest words that PDF allows. STSong-Light is one of the fonts that every reader brings,
 * so none is embedded; its text is UTF-16.
 *
 * @source ISO 32000-1 §9.7.5.2, UniGB-UCS2-H
 */
function pdf(name: string, lines: readonly string[]): StoryFile {
  const stream = lines
    .map((line, at) => `BT /F1 ${at === 1 ? 22 : 14} Tf 72 ${740 - at * 48} Td <${utf16(line)}> Tj ET`)
    .join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>`,
    `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return { name, mediaType: 'application/pdf', content: Buffer.from(body + end, 'latin1') }
}

function utf16(line: string): string {
  return Buffer.from(line, 'utf16le').swap16().toString('hex')
}
