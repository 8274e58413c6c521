import Type, { type TSchema, type TUnsafe } from 'typebox'

/**
 * What a query answers when its answer is a file: over HTTP it is saved under its name, `qx` writes it where `--out`
 * says, and the interface description calls it what it is.
 */
export interface FileAnswer {
  /** as the reader saves it, `云亭镇-2026-10.xlsx` */
  readonly fileName: string
  readonly content: Uint8Array
  /** where the asker chose among several kinds; else the one that the operation declares */
  readonly mediaType?: string
}

/**
 * The output of a query that answers with a file of this kind.
 *
 * @example defineQuery({ id: 'report.sheet', output: fileAnswer(spreadsheetMediaType), ... })
 */
export function fileAnswer(mediaType: string): TUnsafe<FileAnswer> {
  return Type.Unsafe<FileAnswer>({ type: 'string', contentMediaType: mediaType })
}

/** The kind of file that an output is; undefined for answers in JSON. */
export function mediaTypeOfAnswer(output: TSchema): string | undefined {
  if (!('contentMediaType' in output)) return undefined
  return typeof output.contentMediaType === 'string' ? output.contentMediaType : undefined
}
