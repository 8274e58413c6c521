import { defaultLimits, type ReadLimits } from '@qiangxian/engines/plan-document/read/limits'
import { Refused } from '@qiangxian/engines/plan-document/read/refusals'
import { sniffFormat } from '@qiangxian/engines/plan-document/read/sniff-format'
import { openZip, type ZipPackage } from '@qiangxian/engines/plan-document/read/zip-package'
import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import { readCells, type SheetCells } from './read-cells.ts'
import { readFormats } from './read-formats.ts'
import { readXml, TooMuchXml } from './read-xml.ts'

/**
 * A workbook that came in, read by ourselves and within bounds: what is merged, hidden or a formula must be known, and a
 * small file must not unpack into all of the memory.
 */
export interface Workbook {
  /** days are counted from 1904 */
  readonly from1904: boolean
  readonly sheets: readonly WorkbookSheet[]
}

export interface WorkbookSheet extends SheetCells {
  readonly name: string
  readonly hidden: boolean
}

export type WorkbookReading =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly why: Localized }

/** A sheet of 300 rows is 100 kB of XML; someone who formatted whole columns makes 20 MB. */
const limits: ReadLimits = {
  ...defaultLimits,
  fileBytes: 10 * 1024 * 1024,
  memberBytes: 32 * 1024 * 1024,
  inflatedBytes: 64 * 1024 * 1024,
  members: 1_000,
}
const mostSheets = 20

export function readWorkbook(bytes: Uint8Array): WorkbookReading {
  try {
    if (bytes.length > limits.fileBytes) return refused(words.tooLarge)
    const format = sniffFormat(bytes)
    if (format === 'pdf') return refused(words.notASheet)
    if (format === 'text') return refused(words.text)
    const zip = openZip(bytes, limits)
    if (!zip.has('xl/workbook.xml')) return refused(zip.has('xl/workbook.bin') ? words.binary : words.notASheet)
    return { ok: true, workbook: readParts(zip) }
  } catch (error) {
    return refused(whyNot(error))
  }
}

function readParts(zip: ZipPackage): Workbook {
  const listed: { name: string; hidden: boolean; relation: string }[] = []
  let from1904 = false
  readXml(zip.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || listed.length >= mostSheets) return
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      listed.push({ name: attributes['name'] ?? '', hidden, relation: attributes['id'] ?? '' })
    },
  })
  const paths = new Map<string, string>()
  readXml(zip.read('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const target = (attributes['Target'] ?? '').toLowerCase().replaceAll('\\', '/')
      paths.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  const texts = readSharedTexts(zip.read('xl/sharedstrings.xml'))
  const formats = readFormats(zip.read('xl/styles.xml'))
  return {
    from1904,
    sheets: listed.map(({ name, hidden, relation }) => {
      const part = hidden ? null : zip.read(paths.get(relation) ?? '')
      return { name, hidden, ...readCells(part, texts, formats) }
    }),
  }
}

/** Texts that cells share; what a reading aid (注音) says is no part of them. */
function readSharedTexts(part: Uint8Array | null): readonly string[] {
  const texts: string[] = []
  let phonetic = false
  let within = false
  let text = ''
  readXml(part, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
      within = name === 't' && !phonetic
    },
    text: (piece) => {
      if (within) text += piece
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false
      if (name === 't') within = false
      if (name === 'si') texts.push(text)
    },
  })
  return texts
}

function refused(why: Localized): WorkbookReading {
  return { ok: false, why }
}

function whyNot(error: unknown): Localized {
  if (error instanceof TooMuchXml) return words.tooMuch
  if (!(error instanceof Refused)) throw error
  switch (error.refusal.code) {
    case 'oldOffice':
    case 'oldWord':
      return words.old
    case 'encrypted':
      return words.encrypted
    case 'unsafeDocx':
      return words.tooMuch
    case 'brokenDocx':
      return words.broken
    default:
      return words.notASheet
  }
}

const words = {
  old: {
    zh: '这是旧版 .xls 文件。请在 Excel 或 WPS 里选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再上传。',
    en: 'This is an old .xls file. Save it as “Excel Workbook (*.xlsx)” in Excel or WPS and upload that.',
  },
  binary: {
    zh: '这是二进制 .xlsb 文件。请另存为“Excel 工作簿（*.xlsx）”，再上传。',
    en: 'This is a binary .xlsb file. Save it as “Excel Workbook (*.xlsx)” and upload that.',
  },
  text: {
    zh: '这是 CSV 或文本文件，其中没有事项的编号。请从平台下载 .xlsx 表格，在表格里填好再上传。',
    en: 'This is a CSV or text file, which does not hold the ids of the rows. Download the .xlsx sheet and fill that in.',
  },
  encrypted: {
    zh: '文件有打开密码。请去掉密码后再上传。',
    en: 'The file has a password. Remove it and upload again.',
  },
  broken: {
    zh: '文件打不开，可能没有传完或已损坏。请在 Excel 或 WPS 里打开并重新保存后再上传。',
    en: 'The file cannot be opened; it may be cut off or damaged. Open it in Excel or WPS, save it again and upload.',
  },
  tooLarge: {
    zh: '文件超过 10 MB。请只保留平台下载的工作表，去掉图片后再上传。',
    en: 'The file is larger than 10 MB. Keep only the sheets that were downloaded, without pictures.',
  },
  tooMuch: {
    zh: '表格展开后大得异常，没有读取。请从平台重新下载表格，把内容填进去再上传。',
    en: 'The sheet unpacks into an unreasonable size and was not read. Download a fresh one and fill that in.',
  },
  notASheet: {
    zh: '这不是 .xlsx 表格。请上传从平台下载并填好的表格。',
    en: 'This is no .xlsx sheet. Upload the one that was downloaded and filled in.',
  },
} as const satisfies Record<string, Localized>
