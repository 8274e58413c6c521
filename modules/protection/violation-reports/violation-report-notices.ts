import type { NoticeDeclaration } from '@qiangxian/kernel/matters/matter.types'

export const notices: readonly NoticeDeclaration[] = [
  told('acceptComplaint', '投诉已受理', '您的投诉{fact.number}已受理，正在联系对方。'),
  told('acceptBoth', '已受理', '您提交的{fact.number}已受理，投诉调解、举报核查分开办。'),
  told('acceptReport', '举报已登记', '您的举报{fact.number}已登记，正在核查。'),
  told('refuseComplaint', '投诉不予受理', '您的投诉{fact.number}没有受理，理由和其他途径写在告知书里。'),
  told('askIdentity', '请提供身份证明', '办件{fact.number}请于{limit.identity.due}前提供身份证明，逾期不予受理。'),
  told('askForSupplement', '需要补正', '办件{fact.number}还缺材料，请于{limit.supplement.due}前一次补齐。'),
  told(
    'startMediation',
    '调解通知',
    '办件{fact.number}定于{input.mediationOn}调解，方式或者地点：{input.mediationPlace}。',
  ),
  told('agree', '调解成功', '办件{fact.number}双方已达成协议，调解书可以查看。'),
  told('tellParties', '终止调解', '办件{fact.number}已终止调解，您还可以仲裁或者起诉，途径写在决定书里。'),
  told('tellOpened', '举报已立案', '您的举报{fact.number}已经立案调查。'),
  told('tellNotOpened', '举报未立案', '您的举报{fact.number}经核查不予立案，理由写在告知书里。'),
  warned('accept', 'handler', '投诉受理快到期了', '前受理或者不予受理'),
  warned('mediation', 'handler', '调解快到期了', '前达成协议或者终止调解'),
  warned('verify', 'handler', '举报核查快到期了', '前决定立不立案；复杂的先批准延期'),
  missed('accept', '投诉受理超期'),
  missed('mediation', '调解超期'),
  missed('verify', '举报核查超期'),
  missed('tellReporter', '告知举报人超期'),
]

function told(act: string, title: string, body: string) {
  return { on: `act:${act}`, to: 'applicant', title: `{fact.typeLabel}：${title}`, body } as const
}

function warned(limit: string, to: 'handler', title: string, what: string) {
  return {
    on: `limit:${limit}/warn`,
    to,
    title: `{fact.title}：${title}`,
    body: `办件{fact.number}应于{limit.${limit}.due}${what}。`,
  } as const
}

function missed(limit: string, title: string) {
  return {
    on: `limit:${limit}/missed`,
    to: 'head',
    title: `{fact.title}：${title}`,
    body: `办件{fact.number}应于{limit.${limit}.due}前办，已经超期。`,
  } as const
}
