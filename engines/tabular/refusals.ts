import type { Words } from './table.types.ts'

/** Why a file is not read as a table, and what its owner can do about it. */
export interface TableRefusal {
  readonly code: RefusalCode
  readonly message: Words
}

export type RefusalCode = keyof typeof sentences

/** A refusal that is found while reading; whoever reads shows its message as it stands. */
export class TableRefused extends Error {
  readonly refusal: TableRefusal

  constructor(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    const refusal = refusalOf(code, details)
    super(refusal.message.en)
    this.name = 'TableRefused'
    this.refusal = refusal
  }
}

export function refusalOf(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}): TableRefusal {
  const fill = (sentence: string) => sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
  const { zh, en } = sentences[code]
  return { code, message: { zh: fill(zh), en: fill(en) } }
}

const saveAsXlsx = '请在 Excel 或 WPS 里打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再上传。'
const saveAsXlsxEn = 'Open it in Excel or WPS, save it as “Excel Workbook (*.xlsx)” and upload that.'
const readable = '能读的是 .xlsx、.csv、.json 和 WIPO ST.96 的 .xml。'
const readableEn = 'Readable are .xlsx, .csv, .json and WIPO ST.96 .xml.'

/** `{…}` is filled in. */
const sentences = {
  empty: {
    zh: '文件里没有内容。请检查是否选错文件或没有传完，再上传。',
    en: 'There is nothing in the file. Check that it is the right one and was sent completely.',
  },
  oldWorkbook: {
    zh: `这是旧版 .xls 文件，不能直接读。${saveAsXlsx}`,
    en: `This is an old .xls file, which is not read directly. ${saveAsXlsxEn}`,
  },
  binaryWorkbook: {
    zh: `这是二进制 .xlsb 文件，不能直接读。${saveAsXlsx}`,
    en: `This is a binary .xlsb file, which is not read directly. ${saveAsXlsxEn}`,
  },
  openDocument: {
    zh: `这是 .ods 文件，不能直接读。${saveAsXlsx}`,
    en: `This is an .ods file, which is not read directly. ${saveAsXlsxEn}`,
  },
  encrypted: {
    zh: '文件设有打开密码，读不了。请在 Excel 或 WPS 里取消密码并保存，再上传。',
    en: 'The file is protected by a password. Remove the password, save it and upload it again.',
  },
  oldDocument: {
    zh: `这是旧版 Office 文件，不是表格。请把表格放进工作簿，另存为 .xlsx，再上传。`,
    en: `This is a file of an old Office and no table. Put the table into a workbook, save it as .xlsx and upload that.`,
  },
  document: {
    zh: '这是{kind}，不是表格。请把里面的表格复制到 Excel 或 WPS 表格里，另存为 .xlsx，再上传。',
    en: 'This is {kindEn} and no table. Copy its table into a workbook, save it as .xlsx and upload that.',
  },
  archive: {
    zh: '这是压缩包（{kind}）。请先解压，再逐个上传里面的表格。',
    en: 'This is an archive ({kind}). Unpack it and upload the tables inside one by one.',
  },
  webPage: {
    zh: `这是网页格式的文件（有的系统把它存成 .xls）。${saveAsXlsx}`,
    en: `This is a web page; some systems save tables as such and call them .xls. ${saveAsXlsxEn}`,
  },
  otherXml: {
    zh: `这是 XML 文件，但不是 WIPO ST.96 的著录数据。${readable}`,
    en: `This is an XML file, but not of WIPO ST.96. ${readableEn}`,
  },
  xmlWorkbook: {
    zh: `这是“XML 表格 2003”文件，不能直接读。${saveAsXlsx}`,
    en: `This is an “XML Spreadsheet 2003”, which is not read directly. ${saveAsXlsxEn}`,
  },
  notATable: {
    zh: `这个文件不是表格，读不出内容。${readable}`,
    en: `The file is no table. ${readableEn}`,
  },
  unknownEncoding: {
    zh: '看不出这个文本文件的编码。请在 Excel 或 WPS 里另存为 .xlsx，或另存为“CSV UTF-8”，再上传。',
    en: 'The encoding of this text file cannot be told. Save it as .xlsx or as “CSV UTF-8” and upload that.',
  },
  broken: {
    zh: '文件读到一半就坏了（{detail}），可能没有传完。请在 Excel 或 WPS 里打开并重新保存，再上传。',
    en: 'The file is damaged ({detailEn}), perhaps cut off. Open it, save it again and upload it.',
  },
  brokenJson: {
    zh: 'JSON 在第 {record} 条记录附近写得不对：{detail}。请重新导出后再上传。',
    en: 'The JSON is malformed near record {record}: {detail}. Export it again and upload that.',
  },
  noRecords: {
    zh: 'JSON 里没有找到记录。请提供一个数组、{"records": […]}，或每行一个对象。',
    en: 'No records were found in the JSON. Give an array, {"records": […]}, or one object a line.',
  },
  unsafeXml: {
    zh: '文件里有 DTD 声明，出于安全不读。请用 Excel 或 WPS 重新保存，再上传。',
    en: 'The file holds a document type declaration and is not read for safety. Save it again and upload that.',
  },
  openQuote: {
    zh: '第 {row} 行有一个双引号没有配对，后面的内容分不开。请改好这一行的引号，或另存为 .xlsx 再上传。',
    en: 'A double quote in row {row} is never closed, so that what follows cannot be told apart. Correct it, or save as .xlsx.',
  },
  longLine: {
    zh: '第 {row} 行长得不像表格的一行。请检查文件是否是以逗号或制表符分隔的表格。',
    en: 'Row {row} is too long to be a row of a table. Check that the file is a table with commas or tabs.',
  },
  tooManyColumns: {
    zh: '第 {row} 行有超过 {limit} 列。请检查文件是否正确，删去多余的列再上传。',
    en: 'Row {row} has more than {limit} columns. Check the file and remove what is not needed.',
  },
  tooMuch: {
    zh: '文件展开后大得异常，没有继续读。请把需要的内容复制到新的工作簿里，再上传。',
    en: 'The file unpacks into an unreasonable size and was not read on. Copy what is needed into a new workbook.',
  },
} as const satisfies Record<string, Words>
