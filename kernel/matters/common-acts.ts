import { choice, codes, date, text, unit } from '../registers/fields.ts'
import { stopReasons } from '../rules/rule.types.ts'
import type { Capacity } from './capacities.ts'
import type { FormField } from './matter.types.ts'

/**
 * An act that every matter knows, whatever its declaration says. What it does stands in `common/`; who is meant by `to`
 * and `account` is chosen from the people of the matter (`matter.people`).
 */
export interface CommonAct {
  readonly id: CommonActId
  readonly label: string
  readonly labelEn: string
  readonly by: readonly Capacity[]
  readonly fields: Readonly<Record<string, FormField>>
  readonly opinion?: 'required' | 'optional'
  /** whether those who applied read of it, and of the words */
  readonly forApplicant: boolean
  /** in which conditions of the matter it can be done */
  readonly in: readonly ('open' | 'suspended' | 'ended')[]
  /** whoever does it as handler of a matter that nobody has taken, takes it by that */
  readonly takes?: true
}

export type CommonActId =
  | 'take'
  | 'handOver'
  | 'transfer'
  | 'suspend'
  | 'resume'
  | 'withdraw'
  | 'terminate'
  | 'reopen'
  | 'extend'
  | 'join'
  | 'split'
  | 'countersign'
  | 'addSigner'
  | 'delegate'
  | 'copy'
  | 'urge'
  | 'collect'
  | 'answerCall'
  | 'note'

const account = text('承办人', 'Officer', { required: true, help: '从本单位人员中选择' })
const to = (label: string, labelEn: string) => codes(label, labelEn, 'account-or-unit', { required: true })

export const commonActs: readonly CommonAct[] = [
  {
    ...{ id: 'take', label: '领办', labelEn: 'Take' },
    ...{ by: ['handler'], fields: {}, forApplicant: false, in: ['open', 'suspended'] },
  },
  {
    ...{ id: 'handOver', label: '转办', labelEn: 'Hand over', by: ['handler', 'head'], opinion: 'optional' },
    ...{ fields: { account }, forApplicant: false, in: ['open', 'suspended'] },
  },
  {
    ...{ id: 'transfer', label: '移交', labelEn: 'Transfer', by: ['handler', 'head', 'office'], opinion: 'required' },
    fields: {
      unit: unit('移交单位', 'Unit', { help: '本县其他单位；移送外地时不填' }),
      elsewhere: text('移送的外地机关', 'Authority elsewhere', { help: '不属本县管辖时填写，本件随之办结' }),
    },
    ...{ forApplicant: true, in: ['open'] },
  },
  {
    ...{ id: 'suspend', label: '中止', labelEn: 'Suspend', by: ['handler', 'head'], opinion: 'required' },
    fields: {
      reason: choice(
        '中止原因',
        'Reason',
        Object.entries(stopReasons).map(([value, { zh, en }]) => ({ value, label: zh, labelEn: en })),
        { required: true },
      ),
    },
    ...{ forApplicant: true, in: ['open'], takes: true },
  },
  {
    ...{ id: 'resume', label: '恢复办理', labelEn: 'Resume', by: ['handler', 'head'], opinion: 'optional' },
    ...{ fields: {}, forApplicant: true, in: ['suspended'] },
  },
  {
    ...{ id: 'withdraw', label: '撤回申请', labelEn: 'Withdraw', by: ['applicant', 'window'], opinion: 'optional' },
    ...{ fields: {}, forApplicant: true, in: ['open', 'suspended'] },
  },
  {
    ...{ id: 'terminate', label: '终止', labelEn: 'Terminate', by: ['head'], opinion: 'required' },
    ...{ fields: {}, forApplicant: true, in: ['open', 'suspended'] },
  },
  {
    ...{ id: 'reopen', label: '重新办理', labelEn: 'Reopen', by: ['head', 'office'], opinion: 'required' },
    ...{ fields: {}, forApplicant: true, in: ['ended'] },
  },
  {
    ...{ id: 'extend', label: '延长期限', labelEn: 'Extend', by: ['head'], opinion: 'required' },
    fields: { limit: text('延长的期限', 'Limit', { required: true, help: '本件正在计算的一个期限' }) },
    ...{ forApplicant: true, in: ['open', 'suspended'] },
  },
  {
    ...{ id: 'join', label: '并案', labelEn: 'Join', by: ['handler', 'head'], opinion: 'required' },
    fields: { matter: text('并入的办件', 'Into matter', { required: true, help: '办件编号' }) },
    ...{ forApplicant: true, in: ['open', 'suspended'] },
  },
  {
    ...{ id: 'split', label: '分案', labelEn: 'Split', by: ['handler', 'head'], opinion: 'required' },
    fields: { title: text('分出的办件名称', 'Title of the new one', { required: true, longest: 200 }) },
    ...{ forApplicant: true, in: ['open'], takes: true },
  },
  {
    ...{
      id: 'countersign',
      label: '会签',
      labelEn: 'Ask to countersign',
      by: ['handler', 'head'],
      opinion: 'required',
    },
    fields: {
      to: to('会签单位或人员', 'Units or persons'),
      dueOn: date('希望答复日期', 'Answer by', { mayLieAhead: true }),
    },
    ...{ forApplicant: false, in: ['open', 'suspended'], takes: true },
  },
  {
    ...{ id: 'addSigner', label: '加签', labelEn: 'Add a signer', by: ['handler', 'head'], opinion: 'required' },
    fields: {
      to: to('加签人员', 'Persons'),
      dueOn: date('希望答复日期', 'Answer by', { mayLieAhead: true }),
    },
    ...{ forApplicant: false, in: ['open', 'suspended'], takes: true },
  },
  {
    ...{ id: 'delegate', label: '委托办理', labelEn: 'Delegate', by: ['handler', 'head'], opinion: 'optional' },
    ...{ fields: { account }, forApplicant: false, in: ['open', 'suspended'], takes: true },
  },
  {
    ...{ id: 'copy', label: '抄送', labelEn: 'Send a copy', by: ['handler', 'head'], opinion: 'optional' },
    fields: { to: to('抄送单位或人员', 'Units or persons') },
    ...{ forApplicant: false, in: ['open', 'suspended', 'ended'] },
  },
  {
    ...{
      id: 'urge',
      label: '催办',
      labelEn: 'Urge',
      by: ['applicant', 'window', 'office', 'head'],
      opinion: 'optional',
    },
    ...{ fields: {}, forApplicant: true, in: ['open', 'suspended'] },
  },
  {
    ...{ id: 'collect', label: '登记领取', labelEn: 'Hand over a document', by: ['window'] },
    fields: {
      document: text('领取哪一份', 'Which document', { required: true, help: '本件已出具的文书的编号' }),
      collectedBy: choice(
        '谁来领',
        'Who collects it',
        [
          { value: 'applicant', label: '本人', labelEn: 'The applicant' },
          { value: 'agent', label: '代领，已核对委托书', labelEn: 'An agent, whose power was checked' },
        ],
        { required: true },
      ),
    },
    ...{ forApplicant: true, in: ['open', 'suspended', 'ended'] },
  },
  {
    ...{ id: 'answerCall', label: '答复', labelEn: 'Answer', by: ['called', 'handler', 'head'], opinion: 'optional' },
    fields: {
      call: text('答复哪一项', 'Which question', { required: true }),
      answer: choice(
        '答复',
        'Answer',
        [
          { value: 'agrees', label: '同意', labelEn: 'Agrees' },
          { value: 'objects', label: '不同意', labelEn: 'Objects' },
          { value: 'seen', label: '已阅', labelEn: 'Seen' },
          { value: 'withdrawn', label: '撤回请求', labelEn: 'Taken back' },
        ],
        { required: true },
      ),
    },
    ...{ forApplicant: false, in: ['open', 'suspended', 'ended'] },
  },
  {
    ...{
      id: 'note',
      label: '记录',
      labelEn: 'Note',
      by: ['handler', 'head', 'colleague', 'office'],
      opinion: 'required',
    },
    ...{ fields: {}, forApplicant: false, in: ['open', 'suspended', 'ended'] },
  },
]

const byId = new Map<string, CommonAct>(commonActs.map((act) => [act.id, act]))

export function commonAct(id: string): CommonAct | undefined {
  return byId.get(id)
}

/** Names that no declaration may give to an act of its own. */
export const reservedActs: ReadonlySet<string> = new Set([...byId.keys(), 'submit', 'unseal', 'transferAway'])
