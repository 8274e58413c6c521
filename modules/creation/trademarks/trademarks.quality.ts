import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

const law = '中华人民共和国商标法第三十九条、第四十条'

export const markExpired: QualityRuleDeclaration = {
  id: 'trademark.expired-not-ended',
  label: '过了宽展期仍未续展或注销',
  labelEn: 'Past its grace, and neither renewed nor ended',
  severity: 'warning',
  remedy: '期满后六个月宽展期也已过。续展了的改有效期，没有续展的登记注销。',
  remedyEn: 'Six months of grace are over. Enter the new term, or the end.',
  source: law,
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'trademark',
    where: { all: [{ from: { field: 'expiresOn', months: 6 } }, { field: 'endedOn', isSet: false }] },
    field: 'expiresOn',
  },
}

export const markRegisteredDay: QualityRuleDeclaration = {
  id: 'trademark.registered-on-impossible',
  label: '注册日不可能',
  labelEn: 'Impossible day of registration',
  severity: 'error',
  remedy: '早于 1950 年或晚于今天。请对照注册证改正。',
  remedyEn: 'Before 1950, or still ahead. Compare with the certificate.',
  source: law,
  withinWorkingDays: 10,
  finds: {
    check: 'dateRange',
    register: 'trademark',
    field: 'registeredOn',
    notBefore: '1950-07-28',
    notAfter: 'today',
  },
}

export const markFiledAfter: QualityRuleDeclaration = {
  id: 'trademark.registered-before-filed',
  label: '注册早于申请',
  labelEn: 'Registered before it was filed',
  severity: 'error',
  remedy: '请对照注册证改正申请日或注册日。',
  remedyEn: 'Compare with the certificate and mend one of the days.',
  source: law,
  withinWorkingDays: 10,
  finds: { check: 'dateOrder', register: 'trademark', earlier: 'filedOn', later: 'registeredOn' },
}

export const markOwnerTown: QualityRuleDeclaration = {
  id: 'trademark.owner-is-town',
  label: '商标注册人是镇、园区或部门',
  labelEn: 'An owner that is a town, park or department',
  severity: 'warning',
  remedy: '多半是把“归属镇”填进了“注册人”一列。请对照注册证改正。',
  remedyEn: 'Mostly the column of the town was read as that of the owner. Compare with the certificate.',
  source: '平台默认',
  withinWorkingDays: 10,
  finds: {
    check: 'namesOrganisation',
    register: 'trademark',
    field: 'owners',
    kinds: ['town', 'subdistrict', 'park', 'department'],
  },
}
