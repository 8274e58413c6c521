import { post, upload } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** Word templates of the documents of a matter: versions, what is in force, and what may stand in them. */
export const templatesQuery = (type: string) =>
  read<Api.MatterTemplates>(`/matter-types/${seg(type)}/document-templates`, 'document-templates', type)

/** the path of a document's template, below /api */
function pathOf(type: string, document: string): string {
  return `/matter-types/${seg(type)}/document-templates/${seg(document)}`
}

export function startingFile(type: string, document: string): string {
  return `/api${pathOf(type, document)}/starting-file`
}

/** @param what the file as it was uploaded, or a trial with made-up values */
export function versionFile(type: string, document: string, version: number, what: 'file' | 'trial'): string {
  return `/api${pathOf(type, document)}/versions/${version}/${what}`
}

export function uploadTemplate(
  type: string,
  document: string,
  { file, reason }: { readonly file: File; readonly reason: string },
): Promise<Api.UploadedTemplate> {
  const form = new FormData()
  form.append('reason', reason)
  form.append('file', file)
  return upload(`${pathOf(type, document)}/versions`, form, () => undefined)
}

/** @param version null: back to the form of the platform */
export function chooseTemplate(
  type: string,
  document: string,
  version: number | null,
  reason: string,
): Promise<unknown> {
  return post(`${pathOf(type, document)}/choices`, { version: version === null ? 'builtin' : String(version), reason })
}

export async function refreshTemplates(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['document-templates'] })
}
