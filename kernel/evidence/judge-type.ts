import type { Localized } from '../errors/define-errors.ts'
import type { ByteSource } from './byte-source.ts'
import { judgeCompound } from './compound-file.ts'
import { type EvidenceLimits, evidenceLimits } from './evidence-limits.ts'
import { judgeText } from './judge-text.ts'
import { findSignature, holds } from './signatures.ts'
import { readZipDirectory } from './zip-directory.ts'

/** By what the type was judged. `nothing`: no rule matched, and the file is bytes of unknown kind. */
export type JudgedBy = 'signature' | 'zipMembers' | 'compoundStreams' | 'text' | 'nothing'

export type Judgement =
  | {
      readonly kind: 'known'
      /** with a charset for texts: `text/plain; charset=gb18030` */
      readonly mediaType: string
      readonly judgedBy: JudgedBy
      /** a zip of any kind, whose members are to be checked (refuse-bombs.ts) */
      readonly isZip: boolean
      /** the document as a whole is under a password, so that nobody else can look inside */
      readonly isEncrypted: boolean
    }
  | { readonly kind: 'executable'; readonly what: Localized }

const headBytes = 64 * 1024

/**
 * Says what a file is by its content alone; its name is not asked, since anyone can write a name.
 *
 * Where two kinds could be meant, the more dangerous one is taken: a Windows program that is also a zip is a program.
 * Never throws on any bytes.
 *
 * @example await judgeType(bytesSource(new TextEncoder().encode('%PDF-1.7\n'))) // mediaType 'application/pdf'
 */
export async function judgeType(
  source: ByteSource,
  limits: Pick<EvidenceLimits, 'members' | 'directoryBytes'> = evidenceLimits(),
): Promise<Judgement> {
  const head = await source.read(0, headBytes)
  const signed = findSignature(head, source.size)
  if (signed?.kind === 'executable') return signed
  if (signed !== undefined) return known(signed.mediaType, 'signature')
  if (holds(head, 0, 'PK\x03\x04') || holds(head, 0, 'PK\x05\x06')) return judgeZipKind(source, head, limits)
  if (holds(head, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    const found = await judgeCompound(source)
    if (found.kind === 'executable') return found
    return { ...known(found.mediaType, 'compoundStreams'), isEncrypted: found.isEncrypted }
  }
  const text = judgeText(head, source.size <= head.length)
  return text === undefined ? known('application/octet-stream', 'nothing') : known(text, 'text')
}

const officeFolders = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
] as const

const macroMediaTypes: Record<(typeof officeFolders)[number][0], string> = {
  'word/': 'application/vnd.ms-word.document.macroenabled.12',
  'xl/': 'application/vnd.ms-excel.sheet.macroenabled.12',
  'ppt/': 'application/vnd.ms-powerpoint.presentation.macroenabled.12',
}

/** A broken or oversized directory leaves a plain zip here; refuse-bombs.ts says what is wrong with it. */
async function judgeZipKind(
  source: ByteSource,
  head: Uint8Array,
  limits: Pick<EvidenceLimits, 'members' | 'directoryBytes'>,
): Promise<Judgement> {
  const reading = await readZipDirectory(source, limits)
  if (reading.kind !== 'directory') return zip('application/zip', 'signature')
  const names = new Set(reading.members.map((member) => member.name.toLowerCase()))
  const has = (start: string) => reading.members.some((member) => member.name.toLowerCase().startsWith(start))

  if (names.has('androidmanifest.xml') && has('classes')) {
    return { kind: 'executable', what: { zh: '安卓安装包（APK）', en: 'an Android package (APK)' } }
  }
  if (names.has('meta-inf/manifest.mf') && [...names].some((name) => name.endsWith('.class'))) {
    return { kind: 'executable', what: { zh: 'Java 程序（JAR）', en: 'a Java program (JAR)' } }
  }
  if (names.has('ofd.xml')) return zip('application/ofd', 'zipMembers')
  if (names.has('[content_types].xml')) {
    for (const [folder, mediaType] of officeFolders) {
      if (!has(folder)) continue
      if (names.has('xl/workbook.bin'))
        return zip('application/vnd.ms-excel.sheet.binary.macroenabled.12', 'zipMembers')
      const hasMacros = names.has(`${folder}vbaproject.bin`)
      return zip(hasMacros ? macroMediaTypes[folder] : mediaType, 'zipMembers')
    }
  }
  const declared = declaredMediaType(head)
  return declared === undefined ? zip('application/zip', 'zipMembers') : zip(declared, 'zipMembers')
}

/** OpenDocument and EPUB state their type in a first, stored member named `mimetype`. */
function declaredMediaType(head: Uint8Array): string | undefined {
  if (!holds(head, 30, 'mimetype')) return undefined
  const text = Buffer.from(head.subarray(38, 138)).toString('latin1')
  return /^application\/(?:vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation|graphics)|epub\+zip)/.exec(
    text,
  )?.[0]
}

function known(mediaType: string, judgedBy: JudgedBy) {
  return { kind: 'known', mediaType, judgedBy, isZip: false, isEncrypted: false } as const
}

function zip(mediaType: string, judgedBy: JudgedBy) {
  return { kind: 'known', mediaType, judgedBy, isZip: true, isEncrypted: false } as const
}
