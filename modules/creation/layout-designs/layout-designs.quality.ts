import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

export const layoutDesignCheckDigit: QualityRuleDeclaration = {
  id: 'layout-design.registration-no-check',
  label: '布图设计登记号校验位不符',
  labelEn: 'Layout design number whose check character does not fit',
  severity: 'note',
  remedy: '旧号带校验位，规则由已知登记号推得。请对照证书；证书上就是如此的，写明说明。',
  remedyEn: 'Older numbers have a check character, by a rule inferred from known ones. Compare with the certificate.',
  source: '平台默认（规则未公布）',
  withinWorkingDays: null,
  finds: { check: 'format', register: 'layout-design', field: 'registrationNo' },
}

export const layoutDesignOrder: QualityRuleDeclaration = {
  id: 'layout-design.registered-before-applied',
  label: '布图设计登记早于申请',
  labelEn: 'Registered before it was applied for',
  severity: 'error',
  remedy: '请对照登记证书改正日期。',
  remedyEn: 'Compare with the certificate and mend one of the days.',
  source: '集成电路布图设计保护条例',
  withinWorkingDays: 10,
  finds: { check: 'dateOrder', register: 'layout-design', earlier: 'appliedOn', later: 'registeredOn' },
}
