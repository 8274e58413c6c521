import type { QueryContext } from '../operations/context.ts'
import { type DocumentRecord, openContent } from './find-document.ts'

/**
 * none 未加盖 · valid 有效 · testOnly 测试印章、内容未改动 · broken 印章与内容不符 · otherKey 不是本平台的印章
 */
export type SealState = 'none' | 'valid' | 'testOnly' | 'broken' | 'otherKey'

/** Whether a document is as it was issued: its content fits the digest, and the seal fits both. */
export function sealStateOf(context: QueryContext, document: DocumentRecord): SealState {
  if (document.seal === null) return 'none'
  if (!isUnchanged(context, document)) return 'broken'
  const verdict = context.outside.seal.check(document.digest, document.seal)
  if (verdict !== 'valid') return verdict
  return context.outside.seal.caution === null ? 'valid' : 'testOnly'
}

/** Whether the content still fits the digest; content that does not open was changed, too. */
export function isUnchanged(context: QueryContext, document: DocumentRecord): boolean {
  try {
    openContent(context, document)
    return true
  } catch (error) {
    // Where the key is elsewhere nothing can be said, and the words of that refusal are for the reader.
    if (error instanceof Error && 'code' in error && error.code === 'personalData.keyMissing') throw error
    return false
  }
}
