import { sql } from 'kysely'
import Type from 'typebox'
import { newId } from '../../ids/new-id.ts'
import type { Matters } from '../../matters/matters.ts'
import type { CommandContext } from '../../operations/context.ts'
import { defineCommand, type Operation } from '../../operations/operation.ts'
import { operationErrors } from '../../operations/operation-errors.ts'
import type { CheckedTemplate } from './check-word-template.ts'
import { type DocumentKind, getDocumentKind } from './document-kinds.ts'
import {
  documentInput,
  matterTypeInput,
  reasonInput,
  TemplateChoice,
  UploadedTemplate,
  versionInput,
} from './template.schemas.ts'
import { templateErrors } from './template-errors.ts'
import { getTemplate } from './template-files.queries.ts'
import { chosenTemplate, unknownNames } from './template-in-force.ts'

/** A letter with a large picture; a template of a hundred pages is none. */
const maximumBytes = 5 * 1024 * 1024

const of = { type: matterTypeInput, document: documentInput }

export function templateCommands(matters: Matters): readonly Operation[] {
  return [
    defineCommand({
      id: 'documentTemplate.upload',
      label: { zh: '上传文书模板', en: 'Upload a document template' },
      about: {
        zh: '上传一版 Word 模板（.docx，5 MB 以内）：检查文件、占位符和必备项，全部问题一次列出；保存后还没有启用，先看样张。',
        en: 'Takes a Word template (.docx, 5 MB), checks file and placeholders and tells all that is wrong at once. It is kept as a version that is not yet in force.',
      },
      permission: 'service.manage',
      route: { method: 'POST', path: '/matter-types/:type/document-templates/:document/versions' },
      cli: 'document-template upload',
      upload: {
        maximumBytes,
        admits: async (context, { type, document }) => {
          await getDocumentKind(context, matters, String(type), String(document))
        },
      },
      input: Type.Object({ ...of, reason: reasonInput }),
      output: UploadedTemplate,
      prepare: async ({ upload, files, read, county }, { type, document }) => {
        if (upload === undefined) throw operationErrors.fileMissing({})
        const reading = { jurisdiction: county.jurisdiction, county }
        const kind = await read((tx) => getDocumentKind({ ...reading, tx }, matters, type, document))
        const file = await files.readAll(upload.sha256)
        const { checkWordTemplate } = await import('./check-word-template.ts')
        return { kind, file, checked: await checkWordTemplate(file, upload, kind) }
      },
      run: (context, { reason }, prepared) => keepVersion(context, reason, prepared),
    }),
    defineCommand({
      id: 'documentTemplate.choose',
      label: { zh: '启用文书模板', en: 'Put a document template in force' },
      about: {
        zh: '启用一版模板，以后签发的文书按它生成 Word；builtin 是改回平台自带的版式。已签发的不变，PDF 始终是平台版式。',
        en: 'Puts a version in force for documents issued from now on; `builtin` is the form of the program. What was issued stays, and the PDF keeps our form.',
      },
      permission: 'service.manage',
      route: { method: 'POST', path: '/matter-types/:type/document-templates/:document/choices' },
      cli: 'document-template choose',
      input: Type.Object({
        ...of,
        version: Type.Union([versionInput, Type.Literal('builtin')]),
        reason: reasonInput,
      }),
      output: TemplateChoice,
      run: async (context, { type, document, version, reason }) => {
        const kind = await getDocumentKind(context, matters, type, document)
        return choose(context, kind, version === 'builtin' ? null : Number(version), reason)
      },
    }),
  ]
}

interface Prepared {
  readonly kind: DocumentKind
  readonly file: Uint8Array
  readonly checked: CheckedTemplate
}

async function keepVersion(context: CommandContext, reason: string, { kind, file, checked }: Prepared) {
  const { tx, jurisdiction, now, actor, upload, language } = context
  if (upload === undefined) throw operationErrors.fileMissing({})
  const { declaration, document } = kind
  const version = await nextVersion(context, declaration.id, document)
  const id = newId(now)
  await tx
    .insertInto('document_template')
    .values({
      ...{ jurisdiction, id, matter_type: declaration.id, document, version, reason },
      ...{ file_name: upload.fileName, file: Buffer.from(file), sha256: upload.sha256 },
      placeholders: JSON.stringify(checked.used),
      ...{ uploaded_at: now, by_label: actor.label },
    })
    .execute()
  await context.record({
    subject: { kind: 'documentTemplate', id },
    before: null,
    after: { matter: declaration.id, document, version, fileName: upload.fileName, sha256: upload.sha256 },
    reason,
  })
  return {
    ...{ document, version, placeholders: checked.used.map(({ written }) => written) },
    cautions: checked.cautions.map((caution) => caution[language]),
  }
}

/** Counted where documents are counted: the row stays locked until the act is over, so that two uploads are two versions. */
async function nextVersion(
  { tx, jurisdiction }: CommandContext,
  matterType: string,
  document: string,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into matter_number as given (jurisdiction, series, period, last)
    values (${jurisdiction}, ${`document-template:${matterType}:${document}`}, '', 1)
    on conflict (jurisdiction, series, period) do update set last = given.last + 1
    returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

async function choose(context: CommandContext, kind: DocumentKind, version: number | null, reason: string) {
  const { tx, jurisdiction, now, actor } = context
  const { declaration, document, template } = kind
  const before = await chosenTemplate(context, declaration.id, document)
  if ((before?.version ?? null) === version) {
    context.unchanged()
    return { document, version, reason }
  }
  const chosen = version === null ? undefined : await getTemplate(context, kind, version)
  if (chosen !== undefined && version !== null) {
    const names = unknownNames(chosen, declaration, document, template)
    if (names.length > 0) throw templateErrors.outOfDate({ label: template.label, version, names })
  }
  const id = newId(now)
  await tx
    .insertInto('document_template_choice')
    .values({
      ...{ jurisdiction, id, matter_type: declaration.id, document, template_id: chosen?.id ?? null, reason },
      ...{ chosen_at: now, by_label: actor.label },
    })
    .execute()
  await context.record({
    subject: { kind: 'documentTemplateChoice', id },
    before: { matter: declaration.id, document, version: before?.version ?? null },
    after: { matter: declaration.id, document, version },
    reason,
  })
  return { document, version, reason }
}
