import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const source = '工作方案第四部分（专项经费）'
const awards = [
  { awardNo: '1', call: '甲', enterprise: '乙', awardedOn: '2026-03-01', amount: 10_000_00, paidAmount: 4_000_00 },
  { awardNo: '2', call: '甲', enterprise: '丙', awardedOn: '2026-04-01', amount: 10_000_00, paidAmount: 10_000_00 },
  { awardNo: '3', call: '甲', enterprise: '丁', awardedOn: '2025-04-01', amount: 10_000_00, paidAmount: 10_000_00 },
]
const ofYear = { register: 'grant-award', window: { kind: 'year', on: 'awardedOn' } } as const

export const awardedAmount = defineIndicator({
  id: 'grant-award.awarded',
  label: '当年奖补决定金额',
  labelEn: 'Awarded in the year',
  unit: '万元',
  decimals: 2,
  better: 'higher',
  meaning: '当年决定的知识产权项目和奖补金额。',
  formula: {
    measure: 'scale',
    of: { measure: 'sum', field: 'amount', unit: '元', ...ofYear },
    by: 10_000,
    unit: '万元',
  },
  byUnit: true,
  caveats: ['花钱多不是成绩；与绩效评价结果一起看。'],
  dataFrom: '政策兑现事项办理时自动登记',
  source,
  cases: [
    { name: '只计当年决定的', on: '2026-06-30', given: { 'grant-award': awards }, expect: 2 },
    { name: '台账还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

export const paidShare = defineIndicator({
  id: 'grant-award.paid-share',
  label: '奖补拨付率',
  labelEn: 'Share paid',
  unit: '%',
  decimals: 1,
  better: 'higher',
  meaning: '当年决定的奖补中已经拨付的金额占比。',
  formula: {
    measure: 'share',
    of: { measure: 'sum', field: 'paidAmount', unit: '元', ...ofYear },
    to: { measure: 'sum', field: 'amount', unit: '元', ...ofYear },
  },
  byUnit: true,
  caveats: ['分期拨付的，没有到期的也在分母里。'],
  dataFrom: '政策兑现事项办理时自动登记',
  source,
  cases: [{ name: '两笔 2 万拨了 1.4 万', on: '2026-06-30', given: { 'grant-award': awards }, expect: 70 }],
})
