import type { DocumentTemplate } from '../matters/matter.types.ts'

/**
 * 收件凭证, where a declaration has no document of its own called `receipt`. Its number is that of the matter, and its QR
 * code leads to where the matter is.
 */
export function usualReceipt(called: string): DocumentTemplate {
  return {
    label: '收件凭证',
    form: 'receipt',
    title: '收件凭证',
    number: '{fact.number}',
    body: [
      {
        table: [
          { label: '办理事项', value: called },
          { label: '申请人', value: '{fact.applicant}' },
          { label: '承办单位', value: '{fact.unit}' },
          { label: '提交日期', value: '{fact.submittedOn}' },
        ],
      },
      { paragraph: '收到的材料：' },
      { list: 'materials' },
    ],
    signedBy: 'unit',
    sealed: false,
    notes: [
      '本凭证表示已收到申请，不表示已经受理。凭办件编号和预留手机号后四位，可以随时查询办到哪一步、由谁在办、什么时候办完。',
    ],
  }
}
