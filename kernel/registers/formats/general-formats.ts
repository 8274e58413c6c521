import { readDivision } from '@qiangxian/engines/identifiers/division'
import { readDocumentNumber } from '@qiangxian/engines/identifiers/document-number'
import { readEmail } from '@qiangxian/engines/identifiers/email'
import { readIdCard } from '@qiangxian/engines/identifiers/id-card'
import { readIndustryCode } from '@qiangxian/engines/identifiers/industry-code'
import { readPersonalDocument } from '@qiangxian/engines/identifiers/personal-document'
import { readPhone } from '@qiangxian/engines/identifiers/phone'
import { readSocialCreditCode } from '@qiangxian/engines/identifiers/social-credit-code'
import type { Format } from '../field.types.ts'
import { formatOf } from './format-of.ts'

/** Formats of what every county's registers hold, whatever they are about. */
export const generalFormats: readonly Format[] = [
  formatOf(
    'unified-social-credit-code',
    { zh: '统一社会信用代码', en: 'Unified social credit code' },
    '91320282MA1X00017X',
    readSocialCreditCode,
  ),
  formatOf('id-card', { zh: '居民身份证号', en: 'Identity card number' }, '32028219850615002X', readIdCard),
  formatOf('personal-document', { zh: '身份证件号', en: 'Personal document' }, 'H12345678', readPersonalDocument),
  formatOf('phone', { zh: '电话', en: 'Telephone' }, '0510-87900000', readPhone),
  formatOf('email', { zh: '电子邮箱', en: 'E-mail' }, 'name@example.cn', readEmail),
  formatOf('document-number', { zh: '发文字号', en: 'Document number' }, '宜办发〔2024〕2号', readDocumentNumber),
  formatOf('division', { zh: '行政区划代码', en: 'Division code' }, '320282112', readDivision),
  formatOf('gb4754', { zh: '国民经济行业代码', en: 'Industry code' }, 'C3074', readIndustryCode),
]
