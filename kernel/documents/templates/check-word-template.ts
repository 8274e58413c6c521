import { readDocument } from '@qiangxian/engines/plan-document/read/read-document'
import type { Localized } from '../../errors/define-errors.ts'
import { openTemplateFile } from './check-word-file.ts'
import { readTemplateWords, type UsedPlaceholder } from './check-words.ts'
import type { DocumentKind } from './document-kinds.ts'
import { fillWordTemplate } from './fill-word-template.ts'
import { placeholdersOf } from './placeholders.ts'
import { templateErrors } from './template-errors.ts'
import { trialSheet, trialValues } from './trial-sheet.ts'
import { paragraphsOf } from './word-parts.ts'

export interface CheckedTemplate {
  readonly used: readonly UsedPlaceholder[]
  readonly cautions: readonly Localized[]
}

/**
 * Whether a file can be the template of a document: it opens, fetches nothing, says what each document says, and a trial
 * is made from it. All that is wrong in its words is told at once.
 *
 * @throws documentTemplate.oldWord, hasMacros, locked, notWord, unreadable, reachesOut, faulty
 */
export async function checkWordTemplate(
  file: Uint8Array,
  named: { readonly fileName: string; readonly mediaType: string },
  kind: DocumentKind,
): Promise<CheckedTemplate> {
  const { declaration, document, template } = kind
  const parts = openTemplateFile(file, named)
  // What fills templates mends broken XML as it goes, and Word does not: the strict reader decides.
  const reading = await readDocument(file)
  if (!reading.ok) throw templateErrors.unreadable({ fileName: named.fileName })
  const { used, problems, cautions } = readTemplateWords(
    paragraphsIn(parts, named.fileName),
    placeholdersOf(declaration, document, template),
  )
  if (problems.length > 0) throw templateErrors.faulty({ label: template.label, problems })
  try {
    await fillWordTemplate(file, trialSheet(kind), { version: 0, values: trialValues(kind, used) })
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    const problem = {
      zh: `生成样张时出错（${said}），请检查占位符所在的表格和文本框。`,
      en: `No trial can be made: ${said}`,
    }
    throw templateErrors.faulty({ label: template.label, problems: [problem] }, { cause })
  }
  return { used, cautions }
}

function paragraphsIn(parts: Readonly<Record<string, Uint8Array>>, fileName: string) {
  try {
    return paragraphsOf(parts)
  } catch (cause) {
    throw templateErrors.unreadable({ fileName }, { cause })
  }
}
