import type { DocumentTemplate } from '../matters/matter.types.ts'

/**
 * What is printed of one document, whole: nothing is looked up again when it is printed, so that a copy of ten years
 * later says what was issued. Kept sealed, since it names people.
 */
export interface PrintedContent {
  /** of this shape; a later program reads earlier ones */
  readonly shape: 1
  readonly form: DocumentTemplate['form']
  /** 发文机关: full name */
  readonly office: string
  /** 文书种类: 受理通知书 */
  readonly label: string
  readonly title: string
  /** 发文字号 */
  readonly number: string
  /** 主送: whom it is for; of a certificate whoever holds it */
  readonly addressee: string | null
  readonly blocks: readonly PrintedBlock[]
  /** 成文日期, ISO */
  readonly issuedOn: string
  readonly isSealed: boolean
  readonly notes: readonly string[]
  readonly verificationCode: string
  /** 办件编号; null where it was issued outside of a matter */
  readonly matterNumber: string | null
  readonly isDemonstration: boolean
  /** the county's own Word template that was in force, and what its placeholders were filled with */
  readonly wordTemplate?: {
    readonly id: string
    readonly version: number
    readonly sha256: string
    readonly values: Readonly<Record<string, string>>
  }
  /** random: the digest, which everybody may read, then tells nothing about a content that could be guessed */
  readonly salt: string
}

export type PrintedBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  /** told one under the other, with numbers */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
