import type { SourceDocument } from '../plan-document.types.ts'
import { type ReadHint, readDocument } from './read-document.ts'
import type { Refusal } from './refusals.ts'

/** The document that must be readable. */
export async function readOrFail(bytes: Uint8Array, hint: ReadHint = {}): Promise<SourceDocument> {
  const result = await readDocument(bytes, hint)
  if (!result.ok) throw new Error(result.refusal.message.zh)
  return result.source
}

/** The refusal that must come, with every `{…}` of its sentences filled in. */
export async function refusalOf(bytes: Uint8Array, hint: ReadHint = {}): Promise<Refusal> {
  const result = await readDocument(bytes, hint)
  if (result.ok) throw new Error(`read as ${result.source.format}`)
  const { zh, en } = result.refusal.message
  if (/[{}]/.test(zh + en)) throw new Error(`a sentence with a gap: ${zh}`)
  return result.refusal
}
