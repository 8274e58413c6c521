import Type, { type Static } from 'typebox'

export const matterTypeInput = Type.String({ minLength: 1, maxLength: 64 })
export const documentInput = Type.String({ minLength: 1, maxLength: 64, description: 'id of the document, or receipt' })
export const versionInput = Type.String({ pattern: '^[1-9][0-9]{0,5}$' })
export const reasonInput = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' })

export const PlaceholderView = Type.Object({
  name: Type.String({ description: 'written {文号}' }),
  key: Type.String({ description: 'the technical name, which does as well: form.title' }),
  meaning: Type.String(),
  isObligatory: Type.Boolean(),
  /** a paragraph of its own */
  standsAlone: Type.Boolean(),
  mayBeEmpty: Type.Boolean(),
})

export const TemplateVersionView = Type.Object({
  version: Type.Integer(),
  fileName: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  reason: Type.String(),
  uploadedAt: Type.String(),
  byLabel: Type.String(),
  isInForce: Type.Boolean(),
  /** documents that were made with it */
  documents: Type.Integer(),
  /** names that the matter as it stands now does not know: it cannot be put in force */
  unknown: Type.Array(Type.String()),
  /** what is better known before it is put in force */
  cautions: Type.Array(Type.String()),
})

export const TemplateChoiceView = Type.Object({
  /** null: the form of the program */
  version: Type.Union([Type.Integer(), Type.Null()]),
  reason: Type.String(),
  chosenAt: Type.String(),
  byLabel: Type.String(),
})

export const DocumentKindView = Type.Object({
  document: Type.String(),
  label: Type.String(),
  form: Type.String(),
  /** as it is numbered here */
  number: Type.String(),
  /** null: the form of the program */
  inForce: Type.Union([Type.Integer(), Type.Null()]),
  versions: Type.Array(TemplateVersionView),
  choices: Type.Array(TemplateChoiceView),
  placeholders: Type.Array(PlaceholderView),
})
export type DocumentKindView = Static<typeof DocumentKindView>

export const MatterTemplates = Type.Object({
  matter: Type.String(),
  label: Type.String(),
  documents: Type.Array(DocumentKindView),
})
export type MatterTemplates = Static<typeof MatterTemplates>

export const UploadedTemplate = Type.Object({
  document: Type.String(),
  version: Type.Integer(),
  /** written names that it uses */
  placeholders: Type.Array(Type.String()),
  cautions: Type.Array(Type.String()),
})

export type UploadedTemplate = Static<typeof UploadedTemplate>

export const TemplateChoice = Type.Object({
  document: Type.String(),
  version: Type.Union([Type.Integer(), Type.Null()]),
  reason: Type.String(),
})
