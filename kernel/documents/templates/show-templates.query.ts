import { sql } from 'kysely'
import Type from 'typebox'
import type { Matters } from '../../matters/matters.ts'
import type { QueryContext } from '../../operations/context.ts'
import { defineQuery, type Query } from '../../operations/operation.ts'
import { placedPattern } from '../take-number.ts'
import type { UsedPlaceholder } from './check-words.ts'
import { type DocumentKind, documentsOf, publishedDeclaration } from './document-kinds.ts'
import { exampleNumber, findPlaceholder, type Placeholder, placeholdersOf } from './placeholders.ts'
import { type DocumentKindView, MatterTemplates, matterTypeInput } from './template.schemas.ts'
import { unknownNames } from './template-in-force.ts'

export function showTemplates(matters: Matters): Query {
  return defineQuery({
    id: 'documentTemplate.list',
    label: { zh: '查看文书模板', en: 'Look at document templates' },
    about: {
      zh: '一个事项的各种文书：现用哪一版 Word 模板、历次上传和启用的理由、能用的占位符。',
      en: 'The documents of a matter: which Word template is in force, all versions with their reasons, and what may stand in them.',
    },
    permission: 'service.manage',
    route: { method: 'GET', path: '/matter-types/:type/document-templates' },
    cli: 'document-template list',
    input: Type.Object({ type: matterTypeInput }),
    output: MatterTemplates,
    run: async (context, { type }) => {
      const declaration = await publishedDeclaration(context, matters, type)
      const [versions, choices] = [await versionsOf(context, type), await choicesOf(context, type)]
      const documents = [...documentsOf(declaration)].map(([document, template]) =>
        kindView(context, { declaration, document, template }, versions, choices),
      )
      return { matter: type, label: declaration.label, documents }
    },
  })
}

interface VersionRow {
  readonly id: string
  readonly document: string
  readonly version: number
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly placeholders: readonly UsedPlaceholder[]
  readonly reason: string
  readonly uploadedAt: Date
  readonly byLabel: string
  readonly documents: number
}

interface ChoiceRow {
  readonly document: string
  readonly templateId: string | null
  readonly version: number | null
  readonly reason: string
  readonly chosenAt: Date
  readonly byLabel: string
}

async function versionsOf({ tx, jurisdiction }: QueryContext, type: string): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select t.id, t.document, t.version, t.file_name as "fileName", length(t.file) as bytes, t.sha256, t.placeholders,
      t.reason, t.uploaded_at as "uploadedAt", t.by_label as "byLabel",
      (select count(*)::int from matter_document d
       where d.jurisdiction = ${jurisdiction} and d.template_id = t.id) as documents
    from document_template t
    where t.jurisdiction = ${jurisdiction} and t.matter_type = ${type}
    order by t.document, t.version desc`.execute(tx)
  return rows
}

async function choicesOf({ tx, jurisdiction }: QueryContext, type: string): Promise<readonly ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select c.document, c.template_id as "templateId", t.version, c.reason, c.chosen_at as "chosenAt",
      c.by_label as "byLabel"
    from document_template_choice c
    left join document_template t on t.jurisdiction = ${jurisdiction} and t.id = c.template_id
    where c.jurisdiction = ${jurisdiction} and c.matter_type = ${type}
    order by c.document, c.chosen_at desc, c.id desc`.execute(tx)
  return rows
}

function kindView(
  { county, language, today }: QueryContext,
  kind: DocumentKind,
  versions: readonly VersionRow[],
  choices: readonly ChoiceRow[],
): DocumentKindView {
  const { declaration, document, template } = kind
  const placeholders = placeholdersOf(declaration, document, template)
  const own = choices.filter((choice) => choice.document === document)
  return {
    ...{
      document,
      label: template.label,
      form: template.form,
      number: exampleNumber(placedPattern(county, template.number), today.slice(0, 4)),
    },
    inForce: own[0]?.version ?? null,
    versions: versions
      .filter((version) => version.document === document)
      .map((row) => ({
        ...{ version: row.version, fileName: row.fileName, bytes: row.bytes, sha256: row.sha256, reason: row.reason },
        ...{ uploadedAt: row.uploadedAt.toISOString(), byLabel: row.byLabel, documents: row.documents },
        isInForce: own[0]?.templateId === row.id,
        unknown: [...unknownNames(row, declaration, document, template)],
        cautions: emptyNames(row.placeholders, placeholders),
      })),
    choices: own.map(({ version, reason, chosenAt, byLabel }) => ({
      ...{ version, reason, chosenAt: chosenAt.toISOString(), byLabel },
    })),
    placeholders: placeholders.map(({ meaning, ...each }) => ({ ...each, meaning: meaning[language] })),
  }
}

/** What a version needs and may find empty, by name. */
function emptyNames(used: readonly UsedPlaceholder[], placeholders: readonly Placeholder[]): string[] {
  return used
    .filter(({ written, isNeeded }) => isNeeded && findPlaceholder(placeholders, written)?.mayBeEmpty === true)
    .map(({ written }) => written)
}
