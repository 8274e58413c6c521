import type { MatterEffect } from '../matters/effects.types.ts'
import { documentErrors } from './document-errors.ts'
import { fillingOf } from './filling-of-deed.ts'
import { issueDocument } from './issue-document.ts'
import { officeOf } from './office-of.ts'
import { templateInForce } from './templates/template-in-force.ts'

/**
 * Issues the document that an act issues (`act.issues`). After the limits, whose last days a document may name. The
 * receipt of the beginning is not among them: it knows what was promised for later (`matters/applying/receipt.ts`).
 */
export const documentsEffect: MatterEffect = {
  id: 'documents',
  run: async (context, deed) => {
    const document = deed.act.declaration?.issues
    if (document === undefined) return undefined
    const { declaration, after } = deed
    const template = declaration.documents[document]
    if (template === undefined) throw documentErrors.templateUnknown({ document, matter: declaration.id })
    const { verificationCode: _, ...issued } = await issueDocument(context, {
      ...{ document, template, office: officeOf(context.county, declaration.id, after.unitName, template) },
      // A receipt is passed from hand to hand: it names nobody in full.
      filling: await fillingOf(context, deed, { masked: template.form === 'receipt' }),
      matter: { id: after.id, number: after.number },
      demonstration: after.demonstration,
      wordTemplate: await templateInForce(context, declaration, document, template),
    })
    return { documents: [issued] }
  },
}
