import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

export const workCompletedAfter: QualityRuleDeclaration = {
  id: 'work-registration.registered-before-completed',
  label: '作品登记早于创作完成',
  labelEn: 'Registered before it was made',
  severity: 'error',
  remedy: '登记量按登记日期归年。请对照登记证书改正。',
  remedyEn: 'Works are counted by the day of registration. Compare with the certificate.',
  source: '作品自愿登记试行办法',
  withinWorkingDays: 10,
  finds: { check: 'dateOrder', register: 'work-registration', earlier: 'completedOn', later: 'registeredOn' },
}

export const worksTwice: QualityRuleDeclaration = {
  id: 'work-registration.same-title-owner',
  label: '同一著作权人同名作品重复登记',
  labelEn: 'One title registered twice by one owner',
  severity: 'note',
  remedy: '可能是重复登记，会虚增登记量。请核对样本；确是不同作品的写明说明。',
  remedyEn: 'It may be one work registered twice. Compare the samples, and explain where they differ.',
  source: '作品自愿登记试行办法',
  withinWorkingDays: null,
  finds: { check: 'duplicates', register: 'work-registration', by: ['title', 'owners', 'category'] },
}

export const worksSilent: QualityRuleDeclaration = {
  id: 'work-registration.silent',
  label: '作品登记簿久未更新',
  labelEn: 'The register of works fell silent',
  severity: 'warning',
  remedy: '请向登记机构要最近的登记清单导入。',
  remedyEn: 'Ask the registering body for its last list, and import it.',
  source: '平台默认',
  withinWorkingDays: 5,
  finds: { check: 'silent', register: 'work-registration', days: 60 },
}
