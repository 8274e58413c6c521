import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

const source = '方案任务 14；专利权质押登记办法'

export const pledgeWithoutAmount: QualityRuleDeclaration = {
  id: 'pledge.no-ip-amount',
  label: '质押没有归属知识产权的金额',
  labelEn: 'A pledge without the amount secured by rights',
  severity: 'error',
  remedy: '没有这一项的不计入质押融资金额。没有其他担保的，填与担保债权金额相同的数。',
  remedyEn: 'Without it the pledge does not count. Where nothing else secures the loan, it equals the secured amount.',
  source,
  withinWorkingDays: 10,
  finds: { check: 'records', register: 'pledge', where: { field: 'ipAmount', isSet: false }, field: 'ipAmount' },
}

export const pledgePartMoreThanWhole: QualityRuleDeclaration = {
  id: 'pledge.ip-amount-over-secured',
  label: '归属知识产权的金额大于担保债权',
  labelEn: 'More secured by rights than in all',
  severity: 'error',
  remedy: '部分不会大于全部，多半是单位写错（元、万元）。请对照登记通知书改正。',
  remedyEn: 'A part is never more than the whole; mostly the unit is wrong. Compare with the notice.',
  source,
  withinWorkingDays: 10,
  finds: { check: 'numberOrder', register: 'pledge', smaller: 'ipAmount', larger: 'securedAmount' },
}

export const pledgeTotal: QualityRuleDeclaration = {
  id: 'pledge.attributed-total',
  label: '分摊到专利的金额合计与质押金额不符',
  labelEn: 'Attributed amounts do not add up',
  severity: 'warning',
  remedy: '高价值的“较高质押融资”一项按分摊金额判定。请核对各件专利的分摊金额。',
  remedyEn: 'The ground “pledged for a high amount” goes by them. Check the amounts of the patents.',
  source: '国家知识产权局对“十四五”规划指标的说明（第四种情形）',
  withinWorkingDays: 20,
  finds: {
    check: 'total',
    register: 'pledge',
    field: 'ipAmount',
    parts: { register: 'pledged-right', through: 'pledge', field: 'attributedAmount' },
    tolerancePercent: 1,
  },
}

export const pledgeReleasedFirst: QualityRuleDeclaration = {
  id: 'pledge.released-before-registered',
  label: '注销早于登记',
  labelEn: 'Released before it was registered',
  severity: 'error',
  remedy: '请对照登记通知书和注销通知书改正日期。',
  remedyEn: 'Compare with the notices and mend one of the days.',
  source,
  withinWorkingDays: 10,
  finds: { check: 'dateOrder', register: 'pledge', earlier: 'registeredOn', later: 'releasedOn' },
}

export const pledgeOverdue: QualityRuleDeclaration = {
  id: 'pledge.debt-ended-not-released',
  label: '债务期满半年仍未注销',
  labelEn: 'Debt over for half a year, and not released',
  severity: 'note',
  remedy: '请问质权人：已还清的登记注销，续贷的登记续押，逾期的记入风险处置。',
  remedyEn: 'Ask the pledgee: enter the release, the renewal, or that the debt is overdue.',
  source,
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'pledge',
    where: { all: [{ named: 'in-force' }, { from: { field: 'debtEndsOn', months: 6 } }] },
    field: 'releasedOn',
  },
}

export const pledgedPatentUnknown: QualityRuleDeclaration = {
  id: 'pledged-right.patent-unknown',
  label: '质押的专利没有对上',
  labelEn: 'A pledged patent that is not known',
  severity: 'warning',
  remedy: '对不上的专利判不出“较高质押融资”。请核对专利号，或先导入该专利。',
  remedyEn: 'The ground “pledged for a high amount” cannot be seen. Check the number, or import the patent first.',
  source: '国家知识产权局对“十四五”规划指标的说明（第四种情形）',
  withinWorkingDays: 10,
  finds: { check: 'unknownLink', register: 'pledged-right', field: 'patent' },
}

export const pledgesSilent: QualityRuleDeclaration = {
  id: 'pledge.silent',
  label: '质押台账久未更新',
  labelEn: 'The register of pledges fell silent',
  severity: 'warning',
  remedy: '请向银行和登记部门要最近的登记清单。',
  remedyEn: 'Ask banks and the registering office for their last list.',
  source: '平台默认',
  withinWorkingDays: 5,
  finds: { check: 'silent', register: 'pledge', days: 60 },
}
