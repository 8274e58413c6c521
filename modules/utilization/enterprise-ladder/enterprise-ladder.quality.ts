import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

export const oldEdition: QualityRuleDeclaration = {
  id: 'standard-certificate.old-edition',
  label: '未转换的 2013 版证书',
  labelEn: 'Certificate of the old edition',
  severity: 'warning',
  remedy: 'GB/T 29490-2013 的证书自 2026-01-01 起失效，统计已不计。已转换的登记新证书，未转换的登记终止。',
  remedyEn: 'They ended on 2025-12-31 and count no more. Enter the new certificate, or the end.',
  source: 'GB/T 29490-2023 转换安排',
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'standard-certificate',
    where: {
      all: [
        { field: 'standard', is: 'gbt29490-2013' },
        { field: 'endedOn', isSet: false },
        // Its own term may have ended before; then nothing is to be done.
        { from: { day: '2026-01-01' }, until: ['validUntil'] },
      ],
    },
    field: 'endedOn',
  },
}

export const certificateOrder: QualityRuleDeclaration = {
  id: 'standard-certificate.ends-before-issued',
  label: '证书有效期早于发证日',
  labelEn: 'A term that ends before the certificate was issued',
  severity: 'error',
  remedy: '这样的证书一天也不计。请对照证书改正日期。',
  remedyEn: 'Such a certificate counts on no day. Compare with it and mend one of the days.',
  source: '认证认可信息公示平台',
  withinWorkingDays: 10,
  finds: { check: 'dateOrder', register: 'standard-certificate', earlier: 'issuedOn', later: 'validUntil' },
}

export const certificateEnterpriseUnknown: QualityRuleDeclaration = {
  id: 'standard-certificate.enterprise-unknown',
  label: '获证企业没有对上主体',
  labelEn: 'A certified enterprise that nobody knows',
  severity: 'warning',
  remedy: '对不上主体的，一家企业两种写法会计成两家。请在名称核对里确认。',
  remedyEn: 'Written in two ways, one enterprise counts as two. Decide the name.',
  source: '方案任务 15',
  withinWorkingDays: 10,
  finds: { check: 'unknownLink', register: 'standard-certificate', field: 'enterprise' },
}

export const titleNotReviewed: QualityRuleDeclaration = {
  id: 'advantage-enterprise.expired-not-reviewed',
  label: '称号期满未复核',
  labelEn: 'A title that ran out without review',
  severity: 'note',
  remedy: '期满的称号不再计入。通过复核的登记新期限，未通过的登记终止。',
  remedyEn: 'It counts no more. Enter the new term, or the end.',
  source: '国家知识产权优势企业、示范企业评定和管理的通行做法',
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'advantage-enterprise',
    where: { all: [{ from: 'validUntil' }, { field: 'endedOn', isSet: false }] },
    field: 'validUntil',
  },
}
