import { oneOf } from '@qiangxian/kernel/registers/fields'

/** Standards of management systems, the same words in the form and in the register. */
export const standards = [
  oneOf('gbt29490-2023', 'GB/T 29490-2023', 'GB/T 29490-2023', '29490-2023', '知识产权合规管理体系'),
  oneOf('gbt29490-2013', 'GB/T 29490-2013', 'GB/T 29490-2013', '29490-2013', '知识产权管理体系'),
  oneOf('iso56005', 'ISO 56005', 'ISO 56005', 'ISO 56005:2020', 'ISO56005', '创新管理'),
  oneOf('gbt33250', 'GB/T 33250（高校）', 'GB/T 33250 (universities)', 'GB/T 33250', '33250'),
  oneOf('gbt33251', 'GB/T 33251（科研组织）', 'GB/T 33251 (research)', 'GB/T 33251', '33251'),
] as const

export const scopes = [
  oneOf('patent', '专利', 'Patents'),
  oneOf('trademark', '商标', 'Trade marks'),
  oneOf('copyright', '著作权', 'Copyright'),
  oneOf('geographical-indication', '地理标志', 'Geographical indications'),
  oneOf('trade-secret', '商业秘密', 'Trade secrets'),
] as const
