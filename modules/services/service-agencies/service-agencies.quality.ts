import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

export const agencyRevenueJump: QualityRuleDeclaration = {
  id: 'agency-year.revenue-far-from-last-year',
  label: '服务机构收入与上年相差很大',
  labelEn: 'Revenue far from that of last year',
  severity: 'warning',
  remedy: '多半是单位写错（元、万元），或把全部收入当作知识产权服务收入。请与机构核对。',
  remedyEn: 'Mostly the unit is wrong, or all revenue was taken for that of these services. Ask the agency.',
  source: '平台默认',
  withinWorkingDays: 10,
  finds: { check: 'outlier', register: 'agency-year', field: 'revenue', on: 'year', per: ['agency'], times: 3 },
}

export const agencyStaffJump: QualityRuleDeclaration = {
  id: 'agency-year.staff-far-from-last-year',
  label: '服务机构人数与上年相差很大',
  labelEn: 'Staff far from that of last year',
  severity: 'note',
  remedy: '请以社保参保人数核对；属实的写明说明。',
  remedyEn: 'Compare with the insured staff; explain it where it is so.',
  source: '平台默认',
  withinWorkingDays: 20,
  finds: { check: 'outlier', register: 'agency-year', field: 'staff', on: 'year', per: ['agency'], times: 3 },
}

export const agencyUnknown: QualityRuleDeclaration = {
  id: 'agency-year.agency-unknown',
  label: '年报的机构没有对上',
  labelEn: 'A report of an agency that is not known',
  severity: 'warning',
  remedy: '请核对机构名称，或先登记该机构。',
  remedyEn: 'Check the name, or add the agency first.',
  source: '平台默认',
  withinWorkingDays: 10,
  finds: { check: 'unknownLink', register: 'agency-year', field: 'agency' },
}

export const agencyWithoutOffice: QualityRuleDeclaration = {
  id: 'service-agency.office-not-said',
  label: '服务机构没有写明有无办公场所',
  labelEn: 'Whether an agency has an office is not said',
  severity: 'note',
  remedy: '没有写明的不计入服务机构。请现场核实后填写。',
  remedyEn: 'It does not count until it is said. Look, and enter it.',
  source: '方案任务 20',
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'service-agency',
    where: { field: 'hasOffice', isSet: false },
    field: 'hasOffice',
  },
}

export const agencyCode: QualityRuleDeclaration = {
  id: 'service-agency.uscc-check',
  label: '服务机构信用代码校验位不符',
  labelEn: 'Credit code of an agency that does not fit',
  severity: 'error',
  remedy: '请对照营业执照改正。',
  remedyEn: 'Compare with the licence.',
  source: 'GB 32100-2015',
  withinWorkingDays: 10,
  finds: { check: 'format', register: 'service-agency', field: 'uscc' },
}
