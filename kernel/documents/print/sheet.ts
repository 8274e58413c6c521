import { civilDateInChina } from '../../clock/civil-date.ts'
import type { QueryContext } from '../../operations/context.ts'
import type { PrintedContent } from '../content.types.ts'
import { type DocumentRecord, openContent } from '../find-document.ts'

/** One document as it is printed: its content, and what is said about it today. */
export interface PrintSheet {
  readonly content: PrintedContent
  /** null: without a seal; caution where the seal has no legal force, to be printed */
  readonly seal: { readonly office: string; readonly caution: string | null } | null
  readonly revoked: { readonly on: string; readonly reason: string } | null
  /** what the QR code holds: an address of the check page, or the code alone where nobody said how we are reached */
  readonly qrText: string
}

/** @throws document.changed */
export function sheetOf(context: QueryContext, document: DocumentRecord): PrintSheet {
  const content = openContent(context, document)
  const { seal, outside } = { seal: document.seal, outside: context.outside }
  return {
    content,
    seal: seal === null ? null : { office: seal.office, caution: outside.seal.caution?.zh ?? null },
    revoked:
      document.revokedAt === null
        ? null
        : { on: civilDateInChina(document.revokedAt), reason: document.revokedReason ?? '' },
    qrText: qrTextOf(content, outside.publicUrl),
  }
}

/** A receipt leads to where the matter is, everything else to the check of the document. */
export function qrTextOf(content: PrintedContent, publicUrl: string | undefined): string {
  const { verificationCode: code, matterNumber: number, form } = content
  if (publicUrl === undefined) return code
  if (form === 'receipt' && number !== null) {
    return `${publicUrl}/status?${new URLSearchParams({ number, code })}`
  }
  return `${publicUrl}/verify?${new URLSearchParams({ code })}`
}

/** The plain sentences that stand on every print, in their order. */
export function sentencesOf({ content, seal, revoked }: PrintSheet): readonly string[] {
  return [
    ...(revoked === null ? [] : [`本件已于${revoked.on}撤销：${revoked.reason}`]),
    ...(seal?.caution == null ? [] : [seal.caution]),
    ...(content.isDemonstration ? ['演示数据，人名、单位和事由均为虚构，不具有任何效力。'] : []),
  ]
}

/** 演示 or 已撤销 across the page; null where it is neither */
export function watermarkOf({ content, revoked }: PrintSheet): string | null {
  if (revoked !== null) return '已撤销'
  return content.isDemonstration ? '演示' : null
}

/** 附注: in brackets, without a full stop (GB/T 9704 §7.3.6) */
export function bracketed(note: string): string {
  return `（${note.replace(/。$/, '')}）`
}

export function qrSaysOf({ content }: PrintSheet): string {
  return content.form === 'receipt' ? '扫码查询办理进度' : '扫码或在平台“文书核验”输入核验码，可核验真伪'
}
