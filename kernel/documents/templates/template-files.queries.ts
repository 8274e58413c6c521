import Type from 'typebox'
import type { Matters } from '../../matters/matters.ts'
import type { QueryContext } from '../../operations/context.ts'
import { fileAnswer } from '../../operations/file-answer.ts'
import { defineQuery, type Operation } from '../../operations/operation.ts'
import { officeOf } from '../office-of.ts'
import type { UsedPlaceholder } from './check-words.ts'
import { type DocumentKind, getDocumentKind } from './document-kinds.ts'
import { documentInput, matterTypeInput, versionInput } from './template.schemas.ts'
import { templateErrors } from './template-errors.ts'
import { trialSheet, trialValues } from './trial-sheet.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const of = { type: matterTypeInput, document: documentInput }

/** Files around templates: one to begin with, each version as it was uploaded, and a trial with made-up values. */
export function templateFileQueries(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'documentTemplate.start',
      label: { zh: '下载起始模板', en: 'Fetch a template to begin with' },
      about: {
        zh: '平台自己的 GB/T 9704 版式，文字处是占位符；在 Word 或 WPS 中改好后上传。',
        en: 'Our own form of GB/T 9704 with placeholders in stead of words, to be edited in Word or WPS.',
      },
      permission: 'service.manage',
      route: { method: 'GET', path: '/matter-types/:type/document-templates/:document/starting-file' },
      cli: 'document-template start',
      input: Type.Object(of),
      output: fileAnswer(word),
      run: async (context, { type, document }) => {
        const { declaration, template } = await getDocumentKind(context, matters, type, document)
        const { startingTemplate } = await import('./starting-template.ts')
        return {
          fileName: `${declaration.label}-${template.label}-起始模板.docx`,
          content: await startingTemplate(template, new Date(`${context.today}T00:00:00Z`)),
        }
      },
    }),
    defineQuery({
      id: 'documentTemplate.file',
      label: { zh: '下载文书模板', en: 'Fetch a document template' },
      about: { zh: '上传时的原文件，一个字节不差。', en: 'The file as it was uploaded, byte for byte.' },
      permission: 'service.manage',
      route: { method: 'GET', path: '/matter-types/:type/document-templates/:document/versions/:version/file' },
      cli: 'document-template file',
      input: Type.Object({ ...of, version: versionInput }),
      output: fileAnswer(word),
      run: async (context, { type, document, version }) => {
        const kind = await getDocumentKind(context, matters, type, document)
        const { fileName, file } = await getTemplate(context, kind, Number(version))
        return { fileName, content: file }
      },
    }),
    defineQuery({
      id: 'documentTemplate.trial',
      label: { zh: '下载样张', en: 'Fetch a trial document' },
      about: {
        zh: '用虚构内容套用这一版模板，启用之前看版式；样张没有文号和核验码，不是文书。',
        en: 'What a version makes of invented values, to be looked at before it is put in force; it is no document.',
      },
      permission: 'service.manage',
      route: { method: 'GET', path: '/matter-types/:type/document-templates/:document/versions/:version/trial' },
      cli: 'document-template trial',
      input: Type.Object({ ...of, version: versionInput }),
      output: fileAnswer(word),
      run: async (context, { type, document, version }) => {
        const kind = await getDocumentKind(context, matters, type, document)
        const { file, placeholders } = await getTemplate(context, kind, Number(version))
        const { fillWordTemplate } = await import('./fill-word-template.ts')
        const content = await fillWordTemplate(file, trialSheet(kind, officeFor(context, kind)), {
          version: Number(version),
          values: trialValues(kind, placeholders),
        })
        return { fileName: `${kind.template.label}-第${version}版-样张.docx`, content }
      },
    }),
  ]
}

/** The unit that handles the matter in this county, as its documents will name it. */
function officeFor({ county }: QueryContext, { declaration, template }: DocumentKind): string {
  const unit = county.services.matters.find(({ matter }) => matter === declaration.id)?.organisation ?? county.label
  return officeOf(county, declaration.id, unit, template)
}

/** @throws documentTemplate.unknownVersion */
export async function getTemplate(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  { declaration, document, template }: DocumentKind,
  version: number,
): Promise<{ id: string; fileName: string; file: Uint8Array; placeholders: readonly UsedPlaceholder[] }> {
  const row = await tx
    .selectFrom('document_template')
    .select(['id', 'file_name', 'file', 'placeholders'])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_type', '=', declaration.id)
    .where('document', '=', document)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined) throw templateErrors.unknownVersion({ version, label: template.label })
  const { id, file_name: fileName, file } = row
  return { id, fileName, file, placeholders: row.placeholders as unknown as readonly UsedPlaceholder[] }
}
