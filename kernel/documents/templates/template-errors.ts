import { defineErrors, type Localized } from '../../errors/define-errors.ts'

interface File {
  readonly fileName: string
}

export const templateErrors = defineErrors('documentTemplate', {
  unknownDocument: {
    status: 404,
    zh: (e: { matter: string; document: string; known: readonly string[] }) =>
      `事项“${e.matter}”没有文书 ${e.document}。可以用：${e.known.join('、')}。`,
    en: (e) => `“${e.matter}” has no document ${e.document}. It has: ${e.known.join(', ')}.`,
  },
  unknownVersion: {
    status: 404,
    zh: (e: { version: number; label: string }) => `“${e.label}”没有第 ${e.version} 版模板。请刷新后重选。`,
    en: (e) => `“${e.label}” has no template of version ${e.version}. Load the page again and choose another.`,
  },
  oldWord: {
    status: 422,
    zh: (e: File) =>
      `“${e.fileName}”是旧版 Word（.doc）或 RTF 文件，不能用作模板。请在 Word 或 WPS 中打开，点“文件—另存为”，保存类型选“Word 文档（*.docx）”，再上传。`,
    en: (e) =>
      `“${e.fileName}” is an old Word file (.doc) or RTF. Open it in Word or WPS, choose File, Save as, “Word document (*.docx)”, and upload that.`,
  },
  hasMacros: {
    status: 422,
    zh: (e: File) =>
      `“${e.fileName}”带有宏或控件，不能用作模板：发出去的文书会在别人的电脑上运行程序。请另存为“Word 文档（*.docx）”后再上传。`,
    en: (e) =>
      `“${e.fileName}” contains macros or controls, which would run on the computers of others. Save it as “Word document (*.docx)” and upload that.`,
  },
  locked: {
    status: 422,
    zh: (e: File) =>
      `“${e.fileName}”设了打开密码，或者不是 .docx 文件。请取消密码，另存为“Word 文档（*.docx）”后再上传。`,
    en: (e) =>
      `“${e.fileName}” is protected by a password, or no .docx file. Remove the password, save it as “Word document (*.docx)”, and upload that.`,
  },
  notWord: {
    status: 422,
    zh: (e: File) =>
      `“${e.fileName}”不是 Word 文档（.docx）。请从本页下载起始模板，在 Word 或 WPS 中修改，另存为“Word 文档（*.docx）”后上传；.dotx、.pdf、.odt、.wps 都不能用。`,
    en: (e) =>
      `“${e.fileName}” is no Word document (.docx). Download the starting template, edit it in Word or WPS, save it as “Word document (*.docx)” and upload that; .dotx, .pdf, .odt and .wps will not do.`,
  },
  unreadable: {
    status: 422,
    zh: (e: File) =>
      `“${e.fileName}”打不开，文件可能没有传完或者损坏。请在 Word 或 WPS 中确认能打开，重新保存后再上传。`,
    en: (e) =>
      `“${e.fileName}” cannot be opened; it may be cut off or damaged. Make sure that Word or WPS opens it, save it again and upload that.`,
  },
  reachesOut: {
    status: 422,
    zh: (e: File & { things: readonly string[] }) =>
      `“${e.fileName}”链接或嵌入了外部内容：${e.things.join('、')}。发出去的文书不能从别处取东西。请改为插入的图片，删除嵌入的对象和链接的模板（开发工具—文档模板），再上传。`,
    en: (e) =>
      `“${e.fileName}” links or embeds what is elsewhere: ${e.things.join(', ')}. A document fetches nothing. Insert pictures instead, remove objects and the linked template (Developer, Document template), and upload again.`,
  },
  faulty: {
    status: 422,
    zh: (e: { label: string; problems: readonly Localized[] }) =>
      `“${e.label}”的模板有 ${e.problems.length} 处要改，没有保存：${e.problems.map(({ zh }, index) => `${index + 1}. ${zh}`).join(' ')}`,
    en: (e) =>
      `The template of “${e.label}” was not saved; ${e.problems.length} to correct: ${e.problems.map(({ en }, index) => `${index + 1}. ${en}`).join(' ')}`,
  },
  outOfDate: {
    status: 409,
    zh: (e: { label: string; version: number; names: readonly string[] }) =>
      `“${e.label}”的第 ${e.version} 版模板用了现行事项声明里没有的 ${e.names.map((name) => `{${name}}`).join('、')}，不能启用。请改好后上传新版。`,
    en: (e) =>
      `Version ${e.version} of the template of “${e.label}” uses ${e.names.map((name) => `{${name}}`).join(', ')}, which the matter no longer declares. Correct it and upload a new version.`,
  },
  changed: {
    status: 500,
    zh: (e: { number: string }) =>
      `文书 ${e.number} 所用的模板文件与签发时不一致，可能被改动，不能生成 Word。PDF 不受影响；请联系平台管理员从备份核对。`,
    en: (e) =>
      `The template with which ${e.number} was made is not the one of its issue; it may have been changed, and no Word file is made. The PDF is not concerned; tell the administrator to compare it with a back-up.`,
  },
})
