import { receiptDocument, receiptTemplate } from '../../matters/applying/receipt.ts'
import type { DocumentTemplate, MatterDeclaration } from '../../matters/matter.types.ts'
import type { Matters } from '../../matters/matters.ts'
import { newestVersion } from '../../matters/versions.ts'
import type { QueryContext } from '../../operations/context.ts'
import { templateErrors } from './template-errors.ts'

export interface DocumentKind {
  readonly declaration: MatterDeclaration
  readonly document: string
  readonly template: DocumentTemplate
}

type Reading = Pick<QueryContext, 'tx' | 'jurisdiction' | 'county'>

/** The matter as it is published; as the program declares it while nothing is. */
export async function publishedDeclaration(
  context: Reading,
  matters: Matters,
  type: string,
): Promise<MatterDeclaration> {
  return (await newestVersion(context, type))?.declaration ?? matters.get(type)
}

/** The documents that a matter issues, by id; the receipt of what comes in first. */
export function documentsOf(declaration: MatterDeclaration): ReadonlyMap<string, DocumentTemplate> {
  return new Map([[receiptDocument, receiptTemplate], ...Object.entries(declaration.documents)])
}

/** @throws documentTemplate.unknownDocument, matter.typeUnknown */
export async function getDocumentKind(
  context: Reading,
  matters: Matters,
  type: string,
  document: string,
): Promise<DocumentKind> {
  const declaration = await publishedDeclaration(context, matters, type)
  const kinds = documentsOf(declaration)
  const template = kinds.get(document)
  if (template === undefined) {
    throw templateErrors.unknownDocument({ matter: declaration.label, document, known: [...kinds.keys()] })
  }
  return { declaration, document, template }
}
