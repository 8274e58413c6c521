import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, oneOf, text, unit } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { complaintOutcomes, reportOutcomes, submissionKinds, violationKinds } from './violation-report-choices.ts'

/** 投诉举报台账: what was complained of and how it ended, and never by whom. */
export const violationReport = defineRegister({
  id: 'violation-report',
  alsoCalled: ['violation-reports', 'complaints'],
  area: 'protection',
  systems: ['S24'],
  label: '投诉举报台账',
  labelEn: 'Complaints and reports',
  recordLabel: '投诉举报',
  countUnit: '件',
  about: '收到的知识产权投诉和举报：投诉谁、什么问题、怎么处理的。不登记投诉人、举报人身份，身份封存在办件里。',
  source: '市场监督管理投诉举报处理办法（市场监管总局令第121号）；2026-04-14 以前为暂行办法（令第20号）',
  fields: {
    handledBy: unit('承办单位', 'Handled by', { origin: '办件', aliases: ['办理单位'] }),
    reportNo: text('编号', 'Number', { required: true, longest: 60, aliases: ['办件编号', '登记编号'] }),
    kind: choice('类型', 'Kind', submissionKinds, { required: true, aliases: ['提交类型'] }),
    reportedBy: choice(
      '是否实名',
      'By name',
      [oneOf('named', '实名', 'Named'), oneOf('anonymous', '匿名', 'Anonymous')],
      { aliases: ['实名匿名'] },
    ),
    subject: link('被投诉举报人', 'Who is complained of', 'market-entity', { aliases: ['被举报人', '被投诉人'] }),
    violationKind: choice('问题类型', 'Violation', violationKinds, { aliases: ['违法类型', '线索类型'] }),
    receivedOn: date('收到日期', 'Received on', { required: true, aliases: ['登记日期', '接收日期'] }),
    complaintOutcome: choice('投诉结果', 'Outcome of the complaint', complaintOutcomes),
    complaintClosedOn: date('投诉办结日期', 'Complaint closed on', { notBefore: ['receivedOn'] }),
    reportOutcome: choice('举报结果', 'Outcome of the report', reportOutcomes),
    reportClosedOn: date('举报办结日期', 'Report closed on', { notBefore: ['receivedOn'] }),
    referredTo: text('移送机关', 'Referred to', { longest: 200 }),
    evidence: files('处理材料', 'Papers'),
    remarks: remarks(),
  },
  key: ['reportNo'],
  title: 'reportNo',
  columns: ['reportNo', 'kind', 'subject', 'violationKind', 'receivedOn', 'complaintOutcome', 'reportOutcome'],
  unitFrom: 'handledBy',
  access: { public: 'none', units: 'own', editedBy: 'units' },
  retentionYears: 10,
})
