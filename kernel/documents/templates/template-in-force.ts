import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { DocumentTemplate, MatterDeclaration } from '../../matters/matter.types.ts'
import type { QueryContext } from '../../operations/context.ts'
import type { PrintedContent } from '../content.types.ts'
import { dateInWords, type Filling } from '../fill.ts'
import type { UsedPlaceholder } from './check-words.ts'
import { placeholdersOf } from './placeholders.ts'
import { templateErrors } from './template-errors.ts'

export interface WordTemplateInForce {
  readonly id: string
  readonly version: number
  readonly sha256: string
  readonly placeholders: readonly UsedPlaceholder[]
}

type Reading = Pick<QueryContext, 'tx' | 'jurisdiction'>

/** The version that was chosen last; undefined where the form of the program is in force. */
export async function chosenTemplate(
  { tx, jurisdiction }: Reading,
  matterType: string,
  document: string,
): Promise<WordTemplateInForce | undefined> {
  const { rows } = await sql<WordTemplateInForce | { readonly id: null }>`
    select t.id, t.version, t.sha256, t.placeholders
    from (
      select template_id from document_template_choice
      where jurisdiction = ${jurisdiction} and matter_type = ${matterType} and document = ${document}
      order by chosen_at desc, id desc limit 1
    ) newest
    left join document_template t on t.jurisdiction = ${jurisdiction} and t.id = newest.template_id`.execute(tx)
  const [found] = rows
  return found === undefined || found.id === null ? undefined : found
}

/**
 * The county's own template for a document of this case. A case that began on an earlier version of the matter may lack
 * what a newer template asks for: its documents keep the form of the program, which says everything, and nobody's work
 * stands still.
 */
export async function templateInForce(
  context: Reading,
  declaration: MatterDeclaration,
  document: string,
  template: DocumentTemplate,
): Promise<WordTemplateInForce | undefined> {
  const chosen = await chosenTemplate(context, declaration.id, document)
  if (chosen === undefined) return undefined
  return unknownNames(chosen, declaration, document, template).length === 0 ? chosen : undefined
}

/** Names in a template that the declaration does not know (any more). */
export function unknownNames(
  { placeholders }: Pick<WordTemplateInForce, 'placeholders'>,
  declaration: MatterDeclaration,
  document: string,
  template: DocumentTemplate,
): readonly string[] {
  const known = new Set(placeholdersOf(declaration, document, template).map(({ key }) => key))
  return placeholders.filter(({ key }) => !known.has(key)).map(({ written }) => written)
}

/** What the placeholders of form, act, facts and limits are filled with; the platform's own are filled when it prints. */
export function valuesOf(
  { id, version, sha256, placeholders }: WordTemplateInForce,
  filling: Filling,
): { readonly content: NonNullable<PrintedContent['wordTemplate']>; readonly missing: readonly string[] } {
  const asked = placeholders.filter(({ key }) => key.includes('.'))
  const said = asked.map((each) => ({ ...each, words: dateInWords(filling.words(each.key)?.trim() ?? '') }))
  return {
    content: { id, version, sha256, values: Object.fromEntries(said.map(({ written, words }) => [written, words])) },
    missing: said.filter(({ isNeeded, words }) => isNeeded && words === '').map(({ key }) => key),
  }
}

/** The file with which a document was made. @throws documentTemplate.changed */
export async function readTemplateOf(
  { tx, jurisdiction }: Reading,
  { number }: Pick<PrintedContent, 'number'>,
  { id, sha256 }: NonNullable<PrintedContent['wordTemplate']>,
): Promise<Uint8Array> {
  const row = await tx
    .selectFrom('document_template')
    .select('file')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || digestOfFile(row.file) !== sha256) throw templateErrors.changed({ number })
  return row.file
}

export function digestOfFile(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex')
}
