import type { Localized } from '../errors/define-errors.ts'

/**
 * What a file is by its first bytes, for kinds that need no second look.
 *
 * Sources: the published format descriptions (ISO 32000, PNG, JFIF, RIFF, TIFF 6.0, ISO/IEC 14496-12, MS-SHLLINK, PE).
 */

export type HeadFinding =
  | { readonly kind: 'known'; readonly mediaType: string }
  | { readonly kind: 'executable'; readonly what: Localized }

/** Judges the head of a file; undefined where the first bytes say nothing. */
export function findSignature(head: Uint8Array, fileBytes: number): HeadFinding | undefined {
  const what = executableKind(head)
  if (what !== undefined) return { kind: 'executable', what }
  const mediaType = signedMediaType(head) ?? shapedMediaType(head, fileBytes)
  return mediaType === undefined ? undefined : { kind: 'known', mediaType }
}

/** Latin-1 letters and \x escapes at an offset. */
type Signature = readonly [mediaType: string, offset: number, letters: string]

const signatures: readonly Signature[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['image/vnd.adobe.photoshop', 0, '8BPS'],
  ['application/x-7z-compressed', 0, "7z\xbc\xaf'\x1c"],
  ['application/vnd.rar', 0, 'Rar!\x1a\x07'],
  ['application/gzip', 0, '\x1f\x8b\x08'],
  ['application/x-bzip2', 0, 'BZh'],
  ['application/x-xz', 0, '\xfd7zXZ\0'],
  ['application/zstd', 0, '\x28\xb5\x2f\xfd'],
  ['application/x-tar', 257, 'ustar'],
  ['application/rtf', 0, '{\\rtf'],
  ['audio/flac', 0, 'fLaC'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/amr', 0, '#!AMR'],
  ['audio/mpeg', 0, 'ID3'],
  ['video/x-matroska', 0, '\x1a\x45\xdf\xa3'],
]

function signedMediaType(head: Uint8Array): string | undefined {
  return signatures.find(([, offset, letters]) => holds(head, offset, letters))?.[0]
}

/** Kinds that need more than one place, or a second proof because their mark is short. */
function shapedMediaType(head: Uint8Array, fileBytes: number): string | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (isPdf(head)) return 'application/pdf'
  if (holds(head, 0, 'RIFF')) {
    if (holds(head, 8, 'WEBP')) return 'image/webp'
    if (holds(head, 8, 'WAVE')) return 'audio/wav'
    if (holds(head, 8, 'AVI ')) return 'video/x-msvideo'
  }
  if (holds(head, 4, 'ftyp') && head.length >= 12) return isoMediaType(latin(head, 8, 4))
  if (holds(head, 0, 'BM') && head.length >= 18 && isBitmapHeader(view, fileBytes)) return 'image/bmp'
  // AutoCAD drawings, of which design patents have many: AC10 and two digits, then a zero.
  if (/^AC10\d\d$/.test(latin(head, 0, 6)) && head[6] === 0) return 'image/vnd.dwg'
  if (isMpegAudio(view)) return 'audio/mpeg'
  return undefined
}

/** Some programs write a byte-order mark or blank lines before the header. */
function isPdf(head: Uint8Array): boolean {
  return /^\s{0,32}%PDF-\d/.test(latin(head, byteOrderMarkBytes(head), 64))
}

function isoMediaType(brand: string): string {
  if (['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'].includes(brand)) return 'image/heic'
  if (['mif1', 'msf1'].includes(brand)) return 'image/heif'
  if (['avif', 'avis'].includes(brand)) return 'image/avif'
  if (brand === 'qt  ') return 'video/quicktime'
  if (['M4A ', 'M4B '].includes(brand)) return 'audio/mp4'
  return 'video/mp4'
}

/** `BM` alone begins many a text; a bitmap also states a known header length and points inside itself. */
function isBitmapHeader(view: DataView, fileBytes: number): boolean {
  const pixelsAt = view.getUint32(10, true)
  return [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true)) && pixelsAt >= 26 && pixelsAt <= fileBytes
}

const bitRates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const sampleRates = [44_100, 48_000, 32_000]

/** Eleven set bits are too common a mark, so a second frame must follow where the first says that it ends. */
function isMpegAudio(view: DataView): boolean {
  const length = mpegFrameBytes(view, 0)
  return length !== undefined && mpegFrameBytes(view, length) !== undefined
}

function mpegFrameBytes(view: DataView, at: number): number | undefined {
  if (at + 4 > view.byteLength) return undefined
  const bits = view.getUint32(at)
  const version = (bits >>> 19) & 3 // 3 MPEG-1, 2 MPEG-2, 0 MPEG-2.5
  const isLayer3 = ((bits >>> 17) & 3) === 1
  if (bits >>> 21 !== 0x7ff || version === 1 || !isLayer3) return undefined
  const kiloBits = bitRates[version === 3 ? 1 : 2][(bits >>> 12) & 15]
  const rate = sampleRates[(bits >>> 10) & 3]
  if (kiloBits === undefined || kiloBits === 0 || rate === undefined) return undefined
  const samplesPerBit = version === 3 ? 144 : 72
  const hertz = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4
  return Math.floor((samplesPerBit * kiloBits * 1000) / hertz) + ((bits >>> 9) & 1)
}

/** Programs that a machine runs as they are. Contents decide; a program named report.pdf is still a program. */
function executableKind(head: Uint8Array): Localized | undefined {
  if (holds(head, 0, '\x7fELF')) return { zh: 'Linux 程序（ELF）', en: 'a Linux program (ELF)' }
  // A text may begin with MZ as well, but holds no zero byte in the header's place.
  if (holds(head, 0, 'MZ') && head.subarray(2, 64).includes(0)) {
    return { zh: 'Windows 程序（EXE、DLL 等）', en: 'a Windows program (EXE, DLL or the like)' }
  }
  if (holds(head, 0, 'L\0\0\0\x01\x14\x02\0')) return { zh: 'Windows 快捷方式（LNK）', en: 'a Windows shortcut (LNK)' }
  if (machOMarks.some((mark) => holds(head, 0, mark)))
    return { zh: 'macOS 程序（Mach-O）', en: 'a macOS program (Mach-O)' }
  if (holds(head, 0, '\xca\xfe\xba\xbe')) return { zh: 'Java 或 macOS 程序', en: 'a Java or macOS program' }
  if (holds(head, 0, 'dex\n')) return { zh: '安卓程序（DEX）', en: 'an Android program (DEX)' }
  return scriptKind(head)
}

const machOMarks = ['\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe']

/**
 * Texts that a system runs by their first line. A script without such a line is a text like any other; it is kept, and
 * served under a name that nothing runs (clean-name.ts).
 */
function scriptKind(head: Uint8Array): Localized | undefined {
  // Windows writes some of these in UTF-16; without its zero bytes the Latin letters read the same.
  const opening = latin(head, byteOrderMarkBytes(head), 256).replaceAll('\0', '')
  if (/^#![^\S\n]*\//.test(opening))
    return { zh: '可执行脚本（以 #! 开头）', en: 'a script that runs (it begins with #!)' }
  if (/^\s*@echo\s+off\b/i.test(opening)) return { zh: 'Windows 批处理脚本', en: 'a Windows batch script' }
  if (/^\s*\[InternetShortcut\]/i.test(opening)) {
    return { zh: 'Windows 网址快捷方式（URL）', en: 'a Windows internet shortcut (URL)' }
  }
  if (/^(?:REGEDIT4|Windows Registry Editor Version)\b/i.test(opening)) {
    return { zh: 'Windows 注册表脚本（REG）', en: 'a Windows registry script (REG)' }
  }
  return undefined
}

export function holds(bytes: Uint8Array, offset: number, letters: string): boolean {
  if (offset + letters.length > bytes.length) return false
  for (let i = 0; i < letters.length; i += 1) if (bytes[offset + i] !== letters.charCodeAt(i)) return false
  return true
}

function byteOrderMarkBytes(head: Uint8Array): number {
  if (holds(head, 0, '\xef\xbb\xbf')) return 3
  return holds(head, 0, '\xff\xfe') || holds(head, 0, '\xfe\xff') ? 2 : 0
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
