import Type from 'typebox'
import { fileAnswer } from '../../operations/file-answer.ts'
import { defineQuery } from '../../operations/operation.ts'
import { DocumentId, TypedCode } from '../document.schemas.ts'
import { getDocuments } from '../find-document.ts'
import { printPdf } from '../print/print-pdf.ts'
import { sheetOf } from '../print/sheet.ts'
import { readTemplateOf } from '../templates/template-in-force.ts'

const pdf = 'application/pdf'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const showDocumentFile = defineQuery({
  id: 'document.file',
  label: { zh: '下载文书', en: 'Download a document' },
  about: {
    zh: '把已签发的文书打印成 PDF（正本）或 Word（启用本单位模板后签发的，按那一版模板）。看得到办件的人可以下载；凭文书上的核验码也可以。',
    en: 'Prints an issued document as PDF (the original) or Word (in the county’s own template where one was in force), for whoever sees its matter or names the code that stands on it.',
  },
  permission: 'service.read',
  route: { method: 'GET', path: '/documents/:documentId/file' },
  cli: 'document file',
  input: Type.Object({
    documentId: DocumentId,
    format: Type.Optional(Type.Enum(['pdf', 'docx'], { default: 'pdf' })),
    code: Type.Optional(TypedCode),
  }),
  output: fileAnswer(pdf),
  run: async (context, { documentId, format, code }) => {
    const [document] = await getDocuments(context, [documentId], code)
    if (document === undefined) throw new Error(`${documentId} was found and is not there`)
    const sheet = sheetOf(context, document)
    const fileName = `${document.number}-${document.label}`
    if (format !== 'docx') {
      return { fileName: `${fileName}.pdf`, content: printPdf([sheet], context.outside.fonts), mediaType: pdf }
    }
    const { wordTemplate } = sheet.content
    // Only whoever wants Word waits for what writes it.
    if (wordTemplate === undefined) {
      const { printDocx } = await import('../print/print-docx.ts')
      return { fileName: `${fileName}.docx`, content: await printDocx(sheet), mediaType: word }
    }
    const { fillWordTemplate } = await import('../templates/fill-word-template.ts')
    const file = await readTemplateOf(context, sheet.content, wordTemplate)
    return {
      fileName: `${fileName}.docx`,
      content: await fillWordTemplate(file, sheet, wordTemplate),
      mediaType: word,
    }
  },
})
