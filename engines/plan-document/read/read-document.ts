import type { SourceDocument } from '../plan-document.types.ts'
import { decodeText } from './decode-text.ts'
import { defaultLimits, type ReadLimits } from './limits.ts'
import { readDocx } from './read-docx.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPdf } from './read-pdf.ts'
import { type Refusal, Refused } from './refusals.ts'
import { refuseMarkup, sniffFormat } from './sniff-format.ts'
import { findTextTables } from './text-tables.ts'

export type ReadResult =
  | { readonly ok: true; readonly source: SourceDocument }
  | { readonly ok: false; readonly refusal: Refusal }

export interface ReadHint {
  /** Only tells Markdown from plain text, which look alike; every other format is known by its content. */
  readonly fileName?: string
  /** lower limits, for tests and for small machines */
  readonly limits?: Partial<ReadLimits>
}

/**
 * Turns the bytes of a plan into one text with its tables: .docx, .pdf with a text layer, .txt, .md.
 *
 * Works from memory: it opens no other file, follows no reference and runs no macro. A file that is not read comes
 * back as a refusal with a sentence for the person who chose it; nothing is thrown for any content.
 *
 * @example
 * const result = await readDocument(new TextEncoder().encode('一、工作目标\r\n新增专利100件。'))
 * // { ok: true, source: { format: 'txt', text: '一、工作目标\n新增专利100件。', tables: [], notes: [] } }
 */
export async function readDocument(bytes: Uint8Array, hint: ReadHint = {}): Promise<ReadResult> {
  const limits = { ...defaultLimits, ...hint.limits }
  try {
    const source = await read(bytes, hint.fileName ?? '', limits)
    if (source.text.trim() === '') throw new Refused('blank')
    return { ok: true, source }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

async function read(bytes: Uint8Array, fileName: string, limits: ReadLimits): Promise<SourceDocument> {
  if (bytes.length === 0) throw new Refused('empty')
  if (bytes.length > limits.fileBytes) {
    throw new Refused('tooLarge', { size: megabytes(bytes.length), limit: megabytes(limits.fileBytes) })
  }
  switch (sniffFormat(bytes)) {
    case 'zip':
      return readDocx(bytes, limits)
    case 'pdf':
      return readPdf(bytes, limits)
    case 'text':
      return readText(bytes, fileName, limits)
  }
}

/** Plain text stays as it is but for line ends, so that spans point into what its author sees. */
function readText(bytes: Uint8Array, fileName: string, limits: ReadLimits): SourceDocument {
  // No encoding takes more than four bytes for a character, so a longer file need not be decoded to be too long.
  if (bytes.length > limits.textChars * 4) throw new Refused('tooLong', { limit: limits.textChars })
  const decoded = decodeText(bytes)
  refuseMarkup(decoded.text)
  const text = decoded.text.replaceAll('\r\n', '\n')
  if (text.length > limits.textChars) throw new Refused('tooLong', { limit: limits.textChars })
  const notes: string[] = []
  if (decoded.encoding === 'gb18030') notes.push('文件按国标编码（GB18030）读取。')
  if (decoded.cutOff) notes.push('文件在最后一个字的中间断了，可能没有传完整，请核对结尾。')
  const source: SourceDocument = /\.(md|markdown)$/i.test(fileName)
    ? readMarkdown(text, limits.textChars)
    : { format: 'txt', text, tables: findTextTables(text), notes: [] }
  return { ...source, notes: [...source.notes, ...notes] }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`
}
