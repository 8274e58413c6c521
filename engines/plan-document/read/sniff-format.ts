import { indexOfAscii, indexOfUtf16, startsWith } from './bytes.ts'
import { Refused } from './refusals.ts'

/** What the first bytes say the file is. `text` may still turn out to be no text at all. */
export type ByteFormat = 'zip' | 'pdf' | 'text'

/**
 * Decides by content, never by the file's name: an upload called 方案.docx may be anything.
 *
 * @throws Refused for formats that are known and not read, each with its own remedy
 */
export function sniffFormat(bytes: Uint8Array): ByteFormat {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  // Some printers put a few bytes of their own before the header; the format allows it within the first kilobyte.
  if (indexOfAscii(bytes, '%PDF-', 0, 1024) !== -1) return 'pdf'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw refusalOfCompoundFile(bytes)
  for (const known of knownFormats) {
    if (known.magic.some((magic) => startsWith(bytes, ...magic))) {
      throw known.archive
        ? new Refused('archive', { kind: known.kind })
        : new Refused('otherFormat', { kind: known.kind, kindEn: known.kindEn })
    }
  }
  return 'text'
}

interface KnownFormat {
  readonly kind: string
  readonly kindEn: string
  readonly archive?: true
  readonly magic: readonly (readonly number[])[]
}

const ascii = (word: string): number[] => [...word].map((char) => char.charCodeAt(0))

const knownFormats: readonly KnownFormat[] = [
  {
    kind: '图片',
    kindEn: 'a picture',
    magic: [
      [0x89, ...ascii('PNG')],
      [0xff, 0xd8, 0xff],
      ascii('GIF8'),
      [0x49, 0x49, 0x2a, 0x00],
      [0x4d, 0x4d, 0x00, 0x2a],
      ascii('RIFF'),
      ascii('8BPS'),
    ],
  },
  { kind: 'RTF 文档', kindEn: 'an RTF document', magic: [ascii('{\\rtf')] },
  {
    kind: '程序',
    kindEn: 'a program',
    magic: [
      [0x4d, 0x5a, 0x90],
      [0x7f, ...ascii('ELF')],
    ],
  },
  { kind: 'RAR', kindEn: 'RAR', archive: true, magic: [ascii('Rar!')] },
  { kind: '7z', kindEn: '7z', archive: true, magic: [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]] },
  { kind: 'gzip', kindEn: 'gzip', archive: true, magic: [[0x1f, 0x8b]] },
]

/** An OLE compound file: an old Office document, or the wrapper that Office puts around an encrypted new one. */
function refusalOfCompoundFile(bytes: Uint8Array): Refused {
  if (indexOfUtf16(bytes, 'EncryptedPackage') !== -1) return new Refused('encrypted')
  if (indexOfUtf16(bytes, 'Workbook') !== -1) return new Refused('oldOffice', { kind: '.xls' })
  if (indexOfUtf16(bytes, 'PowerPoint Document') !== -1) return new Refused('oldOffice', { kind: '.ppt' })
  return new Refused('oldWord')
}

/** Text that is markup of another program. Called with decoded text. */
export function refuseMarkup(text: string): void {
  const head = text.slice(0, 4096).trimStart().toLowerCase()
  if (/^<(?:!doctype html|html|head|body)\b/.test(withoutPreamble(head))) throw new Refused('html')
  if (/^mime-version:/m.test(head) && head.includes('multipart/')) throw new Refused('html')
  if (/^<\?xml\b/.test(head)) throw new Refused('otherFormat', { kind: 'XML 文件', kindEn: 'an XML file' })
  if (/^%!ps/.test(head)) throw new Refused('otherFormat', { kind: 'PostScript 文件', kindEn: 'a PostScript file' })
}

/** Without the comments and declarations that may stand before the first element. */
function withoutPreamble(head: string): string {
  let rest = head
  while (rest.startsWith('<!--') || rest.startsWith('<?')) {
    const mark = rest.startsWith('<?') ? '?>' : '-->'
    const end = rest.indexOf(mark)
    if (end === -1) return rest
    rest = rest.slice(end + mark.length).trimStart()
  }
  return rest
}
