import { issueDocument } from '../../documents/issue-document.ts'
import { officeOf } from '../../documents/office-of.ts'
import { templateInForce } from '../../documents/templates/template-in-force.ts'
import type { CommandContext } from '../../operations/context.ts'
import type { DocumentTemplate, MatterDeclaration } from '../matter.types.ts'

/** id under which the receipt stands among the documents of a matter */
export const receiptDocument = 'receipt'

/**
 * 收件凭证: what came in and when, with the number and the code by which its state is asked. It is no acceptance: whether
 * the matter is accepted is decided afterwards, and told by a paper of its own.
 *
 * @source 中华人民共和国行政许可法 第三十二条: acceptance is told in a dated and sealed paper, and this is not it
 */
export const receiptTemplate: DocumentTemplate = {
  label: '收件凭证',
  form: 'receipt',
  title: '收件凭证',
  number: '{fact.number}',
  addressee: '{fact.applicant}',
  body: [
    { paragraph: '已收到您（单位）于{fact.submittedOn}提交的“{fact.typeLabel}”申请，办件编号{fact.number}。' },
    { paragraph: '收到的材料：' },
    { list: 'materials' },
    { paragraph: '还没有收到、可以后补的材料：' },
    { list: 'missing' },
    {
      paragraph:
        '本件由{fact.unit}办理。扫描二维码，或凭办件编号和核验码，可以随时查询办到哪一步、由谁在办、哪天办完。',
    },
  ],
  signedBy: 'unit',
  sealed: false,
  notes: ['本凭证只证明收到申请和材料，不是受理决定。'],
}

/** Issues the receipt of a matter that was just begun. */
export async function issueReceipt(
  context: CommandContext,
  declaration: MatterDeclaration,
  matter: {
    readonly id: string
    readonly number: string
    readonly unitName: string
    readonly applicantLabel: string
    readonly given: readonly string[]
    readonly later: readonly { readonly label: string; readonly laterBy: string }[]
  },
): Promise<{ readonly id: string; readonly verificationCode: string }> {
  const facts: Readonly<Record<string, string>> = {
    'fact.number': matter.number,
    'fact.applicant': matter.applicantLabel,
    'fact.submittedOn': context.today,
    'fact.typeLabel': declaration.label,
    'fact.unit': matter.unitName,
  }
  const none = ['无']
  return issueDocument(context, {
    document: receiptDocument,
    template: receiptTemplate,
    filling: {
      words: (name) => facts[name],
      values: {},
      lists: {
        materials: matter.given.length === 0 ? none : [...matter.given],
        missing:
          matter.later.length === 0 ? none : matter.later.map(({ label, laterBy }) => `${label}（${laterBy}前交）`),
        limits: [],
      },
    },
    office: officeOf(context.county, declaration.id, matter.unitName, receiptTemplate),
    matter: { id: matter.id, number: matter.number },
    demonstration: false,
    wordTemplate: await templateInForce(context, declaration, receiptDocument, receiptTemplate),
  })
}
