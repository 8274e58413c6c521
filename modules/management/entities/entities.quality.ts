import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

export const entityCode: QualityRuleDeclaration = {
  id: 'market-entity.uscc-check',
  label: '统一社会信用代码校验位不符',
  labelEn: 'Credit code whose check character does not fit',
  severity: 'error',
  remedy: '代码写错就与别处的数据对不上。请对照营业执照改正。',
  remedyEn: 'A wrong code meets no data from elsewhere. Compare with the licence.',
  source: 'GB 32100-2015',
  withinWorkingDays: 10,
  finds: { check: 'format', register: 'market-entity', field: 'uscc' },
}

export const entitiesTwice: QualityRuleDeclaration = {
  id: 'market-entity.same-name',
  label: '主体名称重复',
  labelEn: 'One name for two entities',
  severity: 'warning',
  remedy: '全角半角、括号写法不同的多半是同一家。请核对信用代码后合并；确是两家的写明说明。',
  remedyEn: 'Names that differ in width or brackets are mostly one. Compare the codes and merge, or explain.',
  source: '平台默认',
  withinWorkingDays: 20,
  finds: { check: 'duplicates', register: 'market-entity', by: ['name', 'entityType'] },
}

export const entityIsTown: QualityRuleDeclaration = {
  id: 'market-entity.is-town',
  label: '主体是镇、园区或部门',
  labelEn: 'An entity that is a town, park or department',
  severity: 'warning',
  remedy: '多半由导入时的列错位产生。请查它名下的权利应属谁，再合并或作废。',
  remedyEn: 'Mostly made by a column that was read wrongly. Find whose its rights are, then merge or remove it.',
  source: '平台默认',
  withinWorkingDays: 10,
  finds: {
    check: 'namesOrganisation',
    register: 'market-entity',
    field: 'name',
    kinds: ['town', 'subdistrict', 'park', 'department'],
  },
}

export const entityEndedFirst: QualityRuleDeclaration = {
  id: 'market-entity.ended-before-established',
  label: '注销早于成立',
  labelEn: 'Ended before it was established',
  severity: 'error',
  remedy: '请对照登记信息改正日期。',
  remedyEn: 'Compare with the business register and mend one of the days.',
  source: '企业信用信息公示系统',
  withinWorkingDays: 10,
  finds: { check: 'dateOrder', register: 'market-entity', earlier: 'establishedOn', later: 'endedOn' },
}
