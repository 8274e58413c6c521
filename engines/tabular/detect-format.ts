import { refusalOf, type TableRefusal } from './refusals.ts'
import type { TableFormat } from './table.types.ts'

export type FormatVerdict = { readonly format: TableFormat } | { readonly refusal: TableRefusal }

/**
 * What a file is, by its first bytes: a name says what somebody once called it. Workbooks in other packages (.xlsb,
 * .ods) are told apart when the file is opened.
 *
 * @param head the first bytes, some thousand of them; of an old Office file 64 kB, for what is inside is listed there
 */
export function detectFormat(head: Uint8Array): FormatVerdict {
  if (head.length === 0) return { refusal: refusalOf('empty') }
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return { format: 'xlsx' }
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return { refusal: compoundFile(head) }
  const known = knownFormats.find(({ magic }) => magic.some((bytes) => startsWith(head, ...bytes)))
  if (known !== undefined) return { refusal: known.refusal }
  const text = textOf(head)
  if (text.slice(0, 1024).includes('%PDF-')) return { refusal: pdf }
  const start = text.trimStart().replace(/^\ufeff/, '')
  if (start.startsWith('<')) return markup(start)
  if (/^(?:\[\s*(?:\{|\]|$)|\{\s*(?:"|\}|$))/.test(start)) return { format: 'json' }
  if (/^mime-version:/im.test(start.slice(0, 200))) return { refusal: refusalOf('webPage') }
  return { format: 'csv' }
}

function markup(start: string): FormatVerdict {
  const bare = start.replaceAll(/<!--[\s\S]*?-->/g, '')
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(bare)) {
    return { refusal: refusalOf('xmlWorkbook') }
  }
  if (/<(?:!doctype html|html|head|body|table|meta)\b/i.test(bare.slice(0, 4096)))
    return { refusal: refusalOf('webPage') }
  if (/<!DOCTYPE/.test(bare.slice(0, 4096))) return { refusal: refusalOf('unsafeXml') }
  // ST.96 names itself in its namespace; every version of it begins so.
  return /standards\/XMLSchema\/ST96/i.test(bare) ? { format: 'st96' } : { refusal: refusalOf('otherXml') }
}

/** An OLE compound file: an old Office document, or the wrapper that Office puts around an encrypted new one. */
function compoundFile(head: Uint8Array): TableRefusal {
  const wide = new TextDecoder('utf-16le').decode(head.subarray(0, head.length - (head.length % 2)))
  if (wide.includes('EncryptedPackage')) return refusalOf('encrypted')
  if (wide.includes('WordDocument') || wide.includes('PowerPoint Document')) return refusalOf('oldDocument')
  return refusalOf('oldWorkbook')
}

function textOf(head: Uint8Array): string {
  if (startsWith(head, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(head)
  if (startsWith(head, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(head)
  return new TextDecoder('utf-8').decode(head)
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

const ascii = (word: string): number[] => [...word].map((char) => char.charCodeAt(0))

const pdf = refusalOf('document', { kind: ' PDF 文件', kindEn: 'a PDF file' })
const picture = refusalOf('document', { kind: '图片', kindEn: 'a picture' })

const knownFormats: readonly { readonly refusal: TableRefusal; readonly magic: readonly (readonly number[])[] }[] = [
  {
    refusal: picture,
    magic: [
      [0x89, ...ascii('PNG')],
      [0xff, 0xd8, 0xff],
      ascii('GIF8'),
      [0x49, 0x49, 0x2a, 0],
      [0x4d, 0x4d, 0, 0x2a],
      ascii('RIFF'),
    ],
  },
  { refusal: pdf, magic: [ascii('%PDF-')] },
  { refusal: refusalOf('document', { kind: ' RTF 文档', kindEn: 'an RTF document' }), magic: [ascii('{\\rtf')] },
  { refusal: refusalOf('archive', { kind: 'RAR' }), magic: [ascii('Rar!')] },
  { refusal: refusalOf('archive', { kind: '7z' }), magic: [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]] },
  { refusal: refusalOf('archive', { kind: 'gzip' }), magic: [[0x1f, 0x8b]] },
  {
    refusal: refusalOf('notATable'),
    magic: [
      [0x4d, 0x5a, 0x90],
      [0x7f, ...ascii('ELF')],
    ],
  },
  // BIFF before compound files: Excel 2 to 4
  {
    refusal: refusalOf('oldWorkbook'),
    magic: [
      [0x09, 0x08],
      [0x09, 0x04],
      [0x09, 0x02],
      [0x09, 0x00],
    ],
  },
]
