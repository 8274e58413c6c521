import type { Localized } from '../errors/define-errors.ts'
import type { ZipContents } from './refuse-bombs.ts'
import type { ScanVerdict } from './virus-scanner.ts'

export type EvidenceNoteCode =
  | 'nameDisagrees'
  | 'encrypted'
  | 'nestedArchives'
  | 'notInspected'
  | 'macros'
  | 'scannerUnavailable'

/** Something about a kept file that its giver and its readers should know. */
export interface EvidenceNote {
  readonly code: EvidenceNoteCode
  readonly message: Localized
}

interface Facts {
  readonly fileName: string
  readonly mediaType: string
  readonly isEncrypted: boolean
  readonly zip: ZipContents | undefined
  readonly scan: ScanVerdict | undefined
}

export function notesOf({ fileName, mediaType, isEncrypted, zip, scan }: Facts): EvidenceNote[] {
  const notes: EvidenceNote[] = []
  const expected = endingOf(fileName)
  // A new Office document under a password is a compound file; its own note says so.
  if (expected !== undefined && !isEncrypted && !mediaType.startsWith(expected.mediaType)) {
    notes.push({
      code: 'nameDisagrees',
      message: {
        zh: `文件名以 ${expected.ending} 结尾，但内容不是这种格式，以内容为准。请确认没有传错文件。`,
        en: `The name ends in ${expected.ending}, but the content is of another kind, which counts. Check that it is the right file.`,
      },
    })
  }
  if (isEncrypted || (zip !== undefined && zip.encrypted > 0)) {
    notes.push({
      code: 'encrypted',
      message: {
        zh: '文件（或其中的内容）设有密码，无法检查和查毒，没有密码的人打不开。请改传未加密的文件，或另行提供密码。',
        en: 'The file, or something in it, is under a password: it cannot be inspected or scanned, nor opened without it. Give it without one, or hand over the password separately.',
      },
    })
  }
  if (zip !== undefined && zip.nestedArchives > 0) {
    notes.push({
      code: 'nestedArchives',
      message: {
        zh: `其中还有 ${zip.nestedArchives} 个压缩包或 Office 文档，没有逐层展开检查。`,
        en: `It holds ${zip.nestedArchives} more archives or Office documents, which were not opened.`,
      },
    })
  }
  if (zip !== undefined && zip.unknownMethod > 0) {
    notes.push({
      code: 'notInspected',
      message: {
        zh: `其中 ${zip.unknownMethod} 个文件用了少见的压缩方式，没有检查，有的电脑可能打不开。建议改用普通 zip 重新压缩。`,
        en: `${zip.unknownMethod} of its files are packed by a rare method, were not inspected and may not open everywhere. Better pack them as a plain zip.`,
      },
    })
  }
  if (zip?.hasMacros === true) {
    notes.push({
      code: 'macros',
      message: {
        zh: '文档中含有宏。打开时请不要启用宏，除非确认来源可靠。',
        en: 'The document holds macros. Do not enable them unless you are sure where it comes from.',
      },
    })
  }
  if (scan?.verdict === 'unavailable') {
    notes.push({
      code: 'scannerUnavailable',
      message: { zh: `没有查毒：${scan.why.zh}。`, en: `Not scanned for viruses: ${scan.why.en}.` },
    })
  }
  return notes
}

/** Endings whose meaning is beyond doubt; what a `.dat` or `.txt` holds is anyone's choice. */
const mediaTypeOfEnding: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'application/pdf'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml'],
  ['.ofd', 'application/ofd'],
  ['.zip', 'application/zip'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.gif', 'image/gif'],
  ['.webp', 'image/webp'],
  ['.mp4', 'video/'],
  ['.mp3', 'audio/'],
])

function endingOf(fileName: string): { ending: string; mediaType: string } | undefined {
  const ending = /\.[a-z0-9]+$/i.exec(fileName)?.[0].toLowerCase()
  const mediaType = ending === undefined ? undefined : mediaTypeOfEnding.get(ending)
  return ending === undefined || mediaType === undefined ? undefined : { ending, mediaType }
}
