/**
 * Why a file is not read, and what its owner can do about it.
 *
 * A refusal is an outcome, not an error of the program: the person who uploads a file sees the sentence as it stands.
 */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: { readonly zh: string; readonly en: string }
}

export type RefusalCode = keyof typeof sentences

const saveAsDocxZh = '请用 Word 或 WPS 打开后“另存为”.docx，再上传。'
const saveAsDocxEn = 'Open it in Word or WPS, save it as .docx and upload that.'

/** `{…}` is filled in by `refusal`. */
const sentences = {
  empty: {
    zh: '文件是空的（0 字节）。请检查文件是否上传完整，再重新上传。',
    en: 'The file is empty (0 bytes). Check that it was sent completely and upload it again.',
  },
  blank: {
    zh: '文件里没有文字，只有空白。请检查是否选错了文件；文字若在图片里，请上传有文字的 .docx。',
    en: 'The file has no words, only white space. Check that it is the right file; if its words are in pictures, upload a .docx with text.',
  },
  tooLarge: {
    zh: '文件有 {size}，超过 {limit} 的上限。方案正文很少超过几兆：请删去图片和附件后另存，再上传。',
    en: 'The file is {size}, above the limit of {limit}. A plan rarely exceeds a few megabytes: save it without pictures and enclosures.',
  },
  tooLong: {
    zh: '文件里的文字超过 {limit} 字，不像一份方案。请只上传方案本身。',
    en: 'The file holds more than {limit} characters, which is no single plan. Upload the plan alone.',
  },
  binary: {
    zh: '这个文件不是文字文件，读不出文字。能读的格式是 .docx、.pdf（有文字层）、.txt、.md。',
    en: 'The file is not a text file. Readable formats are .docx, .pdf with a text layer, .txt and .md.',
  },
  damagedText: {
    zh: '文字文件在第 {line} 行附近有损坏的字节，读下去可能读错数字。请重新导出这个文件，编码选 UTF-8。',
    en: 'The text file has broken bytes near line {line}, and numbers might be misread. Export it again as UTF-8.',
  },
  oldWord: {
    zh: `这是旧版 Word 文档（.doc 或 .wps），不能直接读。${saveAsDocxZh}`,
    en: `This is a document of an old Word or WPS (.doc, .wps) and cannot be read directly. ${saveAsDocxEn}`,
  },
  oldOffice: {
    zh: `这是旧版 Office 文件（{kind}），不是方案正文。请把方案放进 Word 文档，另存为 .docx，再上传。`,
    en: `This is a file of an old Office ({kind}), not the text of a plan. Put the plan into a Word document and upload the .docx.`,
  },
  encrypted: {
    zh: '文件设有打开密码，读不了。请在 Word 或 WPS 里取消密码，另存为 .docx，再上传。',
    en: 'The file is protected by a password. Remove the password in Word or WPS, save it as .docx and upload that.',
  },
  otherFormat: {
    zh: '这是{kind}，不是方案正文。请把方案的文字另存为 .docx（或有文字层的 .pdf、.txt），再上传。',
    en: 'This is {kindEn}, not the text of a plan. Save the text of the plan as .docx (or .pdf with a text layer, or .txt).',
  },
  archive: {
    zh: '这是压缩包（{kind}），里面可能有几个文件。请先解压，再上传其中的方案正文。',
    en: 'This is an archive ({kind}) that may hold several files. Unpack it and upload the plan inside.',
  },
  html: {
    zh: '这是网页（HTML），带有导航、脚本等与方案无关的内容。请在网页上复制方案正文，粘贴到 Word 或记事本里保存，再上传；网页附有 Word 或 PDF 原件的，请上传原件。',
    en: 'This is a web page (HTML) with navigation and scripts around the text. Copy the text of the plan into Word or a text file, or upload the original that the page links.',
  },
  brokenDocx: {
    zh: `Word 文档已损坏：{detail}。请重新取得文件；若 Word 或 WPS 还能打开，请“另存为”.docx，再上传。`,
    en: `The Word document is damaged: {detailEn}. Get the file again; if Word or WPS still opens it, save it as .docx and upload that.`,
  },
  unsafeDocx: {
    zh: `文档的内部结构异常（{detail}），正常的 Word 文档不会这样，为安全起见不予读取。${saveAsDocxZh}`,
    en: `The inside of the document is not as Word writes it ({detailEn}); it is not read for safety. ${saveAsDocxEn}`,
  },
  brokenPdf: {
    zh: 'PDF 文件已损坏，读不下去。请重新取得文件，或从原来的 Word 文档再导出一份。',
    en: 'The PDF is damaged. Get it again, or export it anew from the Word document.',
  },
  encryptedPdf: {
    zh: 'PDF 设有打开密码，读不了。请取消密码后另存，或上传原来的 .docx。',
    en: 'The PDF is protected by a password. Save it without one, or upload the original .docx.',
  },
  unsafePdf: {
    zh: 'PDF 的内部结构异常（{detail}），正常的 PDF 不会这样，为安全起见不予读取。请从原来的 Word 文档再导出一份。',
    en: 'The inside of the PDF is not as programs write it ({detailEn}); it is not read for safety. Export it anew from the Word document.',
  },
  scannedPdf: {
    zh: '这份 PDF 是扫描件，没有文字层，只有图片。请上传原来的 Word 文档（.docx）；没有原件的，请先用扫描软件做文字识别（OCR），核对后另存为 .docx。',
    en: 'This PDF is a scan: pictures without a text layer. Upload the original .docx; without one, run text recognition (OCR), check it and save it as .docx.',
  },
  garbledPdf: {
    zh: '这份 PDF 有文字，但字体没有附字符对照表，读不出是什么字。请上传原来的 .docx，或用 Word、WPS 重新导出 PDF。',
    en: 'This PDF has text, but its fonts carry no map to characters. Upload the original .docx, or export the PDF anew from Word or WPS.',
  },
  tooManyPages: {
    zh: 'PDF 有 {pages} 页，超过 {limit} 页的上限。请只上传方案本身的页。',
    en: 'The PDF has {pages} pages, above the limit of {limit}. Upload only the pages of the plan.',
  },
  tooSlow: {
    zh: 'PDF 读了 {seconds} 秒还没有读完，已停止。请上传原来的 .docx，或重新导出一份较简单的 PDF。',
    en: 'The PDF was not read within {seconds} seconds. Upload the original .docx, or export a simpler PDF.',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>

/** Thrown inside the readers and turned into a value by `readDocument`; never leaves this folder. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    const { zh, en } = sentences[code]
    super(code)
    this.name = 'Refused'
    this.refusal = { code, message: { zh: fill(zh, details), en: fill(en, details) } }
  }
}

function fill(sentence: string, details: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
}
