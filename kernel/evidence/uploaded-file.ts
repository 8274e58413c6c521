/** A file that was received into the content store, judged by its content; no row speaks of it yet. */
export interface UploadedFile {
  /** as the giver's machine calls it, cleaned of paths and control characters */
  readonly fileName: string
  readonly sha256: string
  /** bytes */
  readonly size: number
  /** judged by content, not by name */
  readonly mediaType: string
  readonly scanVerdict: 'clean' | 'notScanned'
  readonly scannedBy: string | null
}
