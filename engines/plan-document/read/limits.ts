/**
 * How much a document may ask of the reader.
 *
 * A plan of 200 pages is about 200,000 characters, 3 MB of XML and under 1 MB on disk. The limits are ten and more
 * times that, and low enough that one file cannot take the memory or the minutes of a server.
 */
export interface ReadLimits {
  readonly fileBytes: number
  /** characters of the text that comes out */
  readonly textChars: number
  /** entries of a zip package */
  readonly members: number
  /** bytes of one inflated entry */
  readonly memberBytes: number
  /** bytes of all inflated entries that are read */
  readonly inflatedBytes: number
  /** inflated to compressed; XML of Word documents stays below 40, deflate cannot exceed 1032 */
  readonly ratio: number
  readonly xmlElements: number
  readonly xmlDepth: number
  readonly pages: number
  readonly pdfSeconds: number
}

export const defaultLimits: ReadLimits = {
  fileBytes: 50 * 1024 * 1024,
  textChars: 3_000_000,
  members: 5_000,
  memberBytes: 48 * 1024 * 1024,
  inflatedBytes: 80 * 1024 * 1024,
  ratio: 250,
  xmlElements: 1_500_000,
  xmlDepth: 256,
  pages: 600,
  pdfSeconds: 20,
}
