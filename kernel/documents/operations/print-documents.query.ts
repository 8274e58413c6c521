import Type from 'typebox'
import { fileAnswer } from '../../operations/file-answer.ts'
import { defineQuery } from '../../operations/operation.ts'
import { DocumentId } from '../document.schemas.ts'
import { getDocuments } from '../find-document.ts'
import { printPdf } from '../print/print-pdf.ts'
import { sheetOf } from '../print/sheet.ts'

/** as many as a clerk prints in one go; more are printed in several */
const most = 200

export const printDocuments = defineQuery({
  id: 'document.print',
  label: { zh: '批量打印文书', en: 'Print documents' },
  about: {
    zh: `把多份文书按顺序打印成一个 PDF，每份另起一页并从第 1 页编号；一次最多 ${most} 份。`,
    en: `Prints several documents into one PDF in their order, each on a page of its own and numbered from 1; ${most} at most.`,
  },
  permission: 'service.read',
  route: { method: 'POST', path: '/document-prints' },
  cli: 'document print',
  input: Type.Object({ ids: Type.Array(DocumentId, { minItems: 1, maxItems: most }) }),
  output: fileAnswer('application/pdf'),
  run: async (context, { ids }) => {
    const sheets = (await getDocuments(context, ids)).map((document) => sheetOf(context, document))
    return { fileName: `${context.today}-文书${ids.length}份.pdf`, content: printPdf(sheets, context.outside.fonts) }
  },
})
