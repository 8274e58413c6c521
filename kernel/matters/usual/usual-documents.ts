import type { DocumentTemplate } from '../matter.types.ts'

/**
 * The papers of the beginning of a matter: 受理通知书, 补正告知书, 不予受理通知书. `called` is the matter as the papers name
 * it, `mark` its part of the document number (发文字号).
 */
export function intakeDocuments({
  called,
  mark,
  addressee,
  decideLimit,
}: {
  readonly called: string
  readonly mark: string
  /** words with placeholders: {fact.applicant} */
  readonly addressee?: string
  /** id of the limit by which it is decided */
  readonly decideLimit: string
}): { acceptance: DocumentTemplate; supplementNotice: DocumentTemplate; nonAcceptance: DocumentTemplate } {
  const to = addressee ?? '{fact.applicant}'
  return {
    acceptance: {
      label: '受理通知书',
      form: 'notice',
      title: `${called}受理通知书`,
      number: `${mark}受〔{year}〕{n}号`,
      addressee: to,
      body: [
        {
          paragraph: `你（单位）于{fact.submittedOn}提出的${called}申请（办件编号：{fact.number}），经审查，材料齐全、符合规定，现予受理。`,
        },
        { paragraph: `本件由{fact.unit}办理，应于{limit.${decideLimit}.due}前办结。期限的依据和计算如下：` },
        { list: 'limits' },
        { paragraph: '收到的材料：' },
        { list: 'materials' },
        { paragraph: '凭办件编号和预留手机号后四位，可以随时在网上查询办到哪一步、由谁在办、什么时候办完。' },
      ],
      signedBy: 'unit',
      sealed: true,
    },
    supplementNotice: {
      label: '补正告知书',
      form: 'notice',
      title: `${called}补正材料一次性告知书`,
      number: `${mark}补〔{year}〕{n}号`,
      addressee: to,
      body: [
        {
          paragraph: `你（单位）于{fact.submittedOn}提出的${called}申请（办件编号：{fact.number}），经审查，需要补正。现将需要补正的全部内容一次告知：`,
        },
        { paragraph: '{input.toSupplement}' },
        { paragraph: '清单中还没有收到的材料：' },
        { list: 'missing' },
        {
          paragraph:
            '请于{limit.supplement.due}前补正。补齐后受理期限重新计算；逾期未补正的，视为放弃本次申请，不影响以后重新申请。',
        },
      ],
      signedBy: 'unit',
      sealed: true,
    },
    nonAcceptance: {
      label: '不予受理通知书',
      form: 'notice',
      title: `${called}不予受理通知书`,
      number: `${mark}不受〔{year}〕{n}号`,
      addressee: to,
      body: [
        {
          paragraph: `你（单位）于{fact.submittedOn}提出的${called}申请（办件编号：{fact.number}），经审查，属于下列情形：{input.ground}。决定不予受理。`,
        },
        { paragraph: '理由：{input.reason}' },
        { paragraph: '你（单位）还可以：{input.otherWays}' },
        {
          paragraph:
            '对本决定不服的，可以自收到本通知书之日起六十日内依法申请行政复议，或者在六个月内依法提起行政诉讼。',
        },
      ],
      signedBy: 'unit',
      sealed: true,
    },
  }
}
