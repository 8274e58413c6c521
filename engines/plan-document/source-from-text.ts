import type { SourceDocument } from './plan-document.types.ts'

/**
 * A plain text as a source document. Line ends become '\n'; nothing else is touched, so that positions stay those of
 * the text that the reader sees.
 */
export function sourceFromText(text: string, format: SourceDocument['format'] = 'txt'): SourceDocument {
  return { format, text: text.replace(/\r\n?/g, '\n'), tables: [], notes: [] }
}
