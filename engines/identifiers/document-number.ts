import { invalid, type Reading, refusedAtOnce, spaced, valid } from './reading.ts'

export interface DocumentNumber {
  /** 发文机关代字: 国知发运字 */
  readonly issuer: string
  /** undefined for announcements and orders that are numbered throughout: 第562号 */
  readonly year?: number
  readonly serial: number
}

const OPENING = /[[{(〔【［﹝〈《]/g
const CLOSING = /[\]})〕】］﹞〉》]/g

/**
 * Reads the number of an official document 发文字号, whatever brackets it was typed with: 国知发运字〔2024〕2号. Leading
 * zeros and 第 are left away, as the standard has neither.
 *
 * Announcements and orders without a year, 国家知识产权局公告第562号, are read too and keep their 第.
 *
 * @source 党政机关公文格式 GB/T 9704-2012 7.2.5
 * @example readDocumentNumber('宜市监处罚[2026]第0123号') // valid, '宜市监处罚〔2026〕123号'
 */
export function readDocumentNumber(written: string): Reading<DocumentNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const text = spaced(written).replaceAll(' ', '').replace(OPENING, '〔').replace(CLOSING, '〕')
  const dated = /^([一-龥㐀-䶿A-Za-z]{1,24})〔((?:19|20)\d{2})〕(?:第)?0*([1-9]\d{0,5})号$/.exec(text)
  if (dated !== null) {
    const [, issuer = '', year = '', serial = ''] = dated
    return valid(`${issuer}〔${year}〕${serial}号`, { issuer, year: Number(year), serial: Number(serial) })
  }
  const [, issuer = '', serial = ''] = /^([一-龥㐀-䶿A-Za-z]{1,24}?)第?0*([1-9]\d{0,5})号$/.exec(text) ?? []
  if (issuer !== '') return valid(`${issuer}第${serial}号`, { issuer, serial: Number(serial) })
  return invalid(
    '不是发文字号：应写成 国知发运字〔2024〕2号（代字、六角括号中的年份、序号）。',
    'This is no number of an official document; it is written 国知发运字〔2024〕2号.',
  )
}
