import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, money, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 奖补资金台账: what was awarded, paid, audited and recovered, in fen. */
export const grantAward = defineRegister({
  id: 'grant-award',
  alsoCalled: ['awards', 'grant-awards'],
  area: 'management',
  systems: ['S08'],
  label: '奖补资金台账',
  labelEn: 'Grants awarded and paid',
  recordLabel: '奖补',
  countUnit: '笔',
  about: '立项和奖补的决定、拨付、绩效评价和收回；由政策兑现事项办理时自动登记，金额精确到分。',
  source: '工作方案第四部分（专项经费）；国务院关于进一步深化预算管理制度改革的意见（国发〔2021〕5号，绩效评价）',
  fields: {
    awardNo: text('编号', 'Number', { ...open, required: true, longest: 60, aliases: ['办件编号', '立项编号'] }),
    call: link('申报通知', 'Call', 'grant-call', { ...open, required: true, aliases: ['政策名称'] }),
    enterprise: link('承担单位', 'Who receives it', 'market-entity', {
      ...open,
      required: true,
      aliases: ['企业名称', '单位名称', '申报单位'],
    }),
    projectTitle: text('项目名称', 'Project', { ...open, longest: 200, aliases: ['名称'] }),
    reviewScore: text('评审得分', 'Score of the review', { longest: 20 }),
    awardedOn: date('决定日期', 'Awarded on', { ...open, required: true, aliases: ['立项日期'] }),
    amount: money('决定金额', 'Amount', {
      ...open,
      writtenIn: '元',
      least: 0,
      required: true,
      aliases: ['立项金额', '金额'],
    }),
    paidAmount: money('已拨付', 'Paid', { ...open, writtenIn: '元', least: 0, aliases: ['拨付金额'], group: '拨付' }),
    lastPaidOn: date('最近拨付日期', 'Last paid on', { notBefore: ['awardedOn'], group: '拨付' }),
    voucherNo: text('拨付凭证号', 'Voucher', { longest: 100, group: '拨付' }),
    finishedOn: date('拨付完成日期', 'Paid in full on', { notBefore: ['awardedOn'], group: '拨付' }),
    auditedOn: date('绩效评价日期', 'Audited on', { notBefore: ['awardedOn'], group: '绩效' }),
    auditResult: choice(
      '绩效评价结果',
      'Result of the audit',
      [
        oneOf('good', '达到目标', 'Met'),
        oneOf('partly', '基本达到', 'Partly met'),
        oneOf('failed', '没有达到', 'Not met'),
        oneOf('misused', '违规使用', 'Misused'),
      ],
      { group: '绩效' },
    ),
    recoveredAmount: money('收回金额', 'Recovered', { writtenIn: '元', least: 0, group: '绩效' }),
    documentNo: text('决定文号', 'Document number', { longest: 100 }),
    evidence: files('决定和凭证', 'Papers'),
    remarks: remarks(),
  },
  key: ['awardNo'],
  title: 'awardNo',
  columns: ['awardNo', 'call', 'enterprise', 'amount', 'paidAmount', 'awardedOn', 'auditResult'],
  unitFrom: 'enterprise',
  access: {
    public: ['awardNo', 'call', 'enterprise', 'projectTitle', 'awardedOn', 'amount', 'paidAmount'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: 30,
})
