import { readDivision } from './division.ts'
import { readDocumentNumber } from './document-number.ts'
import { readEmail } from './email.ts'
import { readIndustryCode } from './industry-code.ts'
import { readIpc } from './ipc.ts'
import { readLayoutDesignNumber } from './layout-design-number.ts'
import { readLocarno } from './locarno.ts'
import { readNiceClass, readSimilarGroup } from './nice-class.ts'
import { readOfficeCode } from './office-code.ts'
import { readPatentNumber } from './patent-number.ts'
import { readPctApplicationNumber, readPctPublicationNumber } from './pct-number.ts'
import { readPersonalDocument } from './personal-document.ts'
import { readPhone } from './phone.ts'
import { readPlantVarietyNumber } from './plant-variety-number.ts'
import { readForeignPublicationNumber, readPublicationNumber } from './publication-number.ts'
import type { Reading, Words } from './reading.ts'
import { readSocialCreditCode } from './social-credit-code.ts'
import { readSoftwareNumber } from './software-number.ts'
import { readAgriculturalIndicationNumber, readMadridNumber, readTrademarkNumber } from './trademark-number.ts'
import { readWorkNumber } from './work-number.ts'

/** What an identifier is read with, besides its text. */
export interface ReadingFacts {
  /** civil date: no number is of a year that has not begun */
  readonly today: string
  /** class letters of works that are in use here; undefined: every letter */
  readonly workClassLetters?: string
}

export interface IdentifierType {
  /** as it is asked for: `patent` */
  readonly type: string
  readonly label: Words
  /** made up, or published to show how it is written */
  readonly example: string
  readonly read: (written: string, facts: ReadingFacts) => Reading
}

/** Every kind of identifier that can be checked by itself. */
export const identifierTypes = [
  type('patent', '专利申请号、专利号', 'Patent number', '202010123456.2', (text, { today }) =>
    readPatentNumber(text, today),
  ),
  type('uscc', '统一社会信用代码', 'Unified social credit code', '91320282MA1X00017X', readSocialCreditCode),
  type('idcard', '身份证件号', 'Personal document', '32028219850615002X', (text, { today }) =>
    readPersonalDocument(text, today),
  ),
  type('trademark', '商标注册号', 'Trademark number', '12345678', readTrademarkNumber),
  type('madrid', '马德里国际注册号', 'Madrid registration number', 'G1234567', readMadridNumber),
  type('nice', '尼斯分类', 'Nice class', '21', readNiceClass),
  type('similar-group', '类似群', 'Similar group', '2101', readSimilarGroup),
  type('work', '作品登记号', 'Registration number of a work', '苏作登字-2025-F-00012345', readWork),
  type('software', '软件著作权登记号', 'Registration number of a program', '2024SR0123456', (text, { today }) =>
    readSoftwareNumber(text, today),
  ),
  type('layout', '布图设计登记号', 'Layout design number', 'BS.12500520.2', readLayoutDesignNumber),
  type('variety', '植物新品种权号', 'Plant variety number', 'CNA20191001234', readPlantVarietyNumber),
  type(
    'gi',
    '农产品地理标志登记号',
    'Agricultural geographical indication',
    'AGI01234',
    readAgriculturalIndicationNumber,
  ),
  type('ipc', '国际专利分类号', 'IPC symbol', 'C04B 33/24', readIpc),
  type('locarno', '洛迦诺分类号', 'Locarno class', '07-01', readLocarno),
  type('publication', '公开（公告）号', 'Publication number', 'CN112345678B', readPublicationNumber),
  type(
    'foreign-publication',
    '境外公开（公告）号',
    'Publication number of another office',
    'US11123456B2',
    readForeignPublicationNumber,
  ),
  type('pct', 'PCT 国际申请号', 'PCT application number', 'PCT/CN2024/123456', (text, { today }) =>
    readPctApplicationNumber(text, today),
  ),
  type('pct-publication', '国际公布号', 'PCT publication number', 'WO2024/123456A1', (text, { today }) =>
    readPctPublicationNumber(text, today),
  ),
  type('office', '局、国家代码', 'Office code', 'EP', readOfficeCode),
  type('division', '行政区划代码', 'Division code', '320282', readDivision),
  type('industry', '国民经济行业代码', 'Industry code', 'C3074', readIndustryCode),
  type('document', '发文字号', 'Document number', '国知发运字〔2024〕2号', readDocumentNumber),
  type('phone', '电话', 'Telephone', '0510-87900000', readPhone),
  type('email', '电子邮箱', 'E-mail', 'name@example.cn', readEmail),
] as const satisfies readonly IdentifierType[]

export function findIdentifierType(wanted: string): IdentifierType | undefined {
  return identifierTypes.find(({ type: name }) => name === wanted)
}

function type<Type extends string>(
  name: Type,
  zh: string,
  en: string,
  example: string,
  read: IdentifierType['read'],
): IdentifierType & { readonly type: Type } {
  return { type: name, label: { zh, en }, example, read }
}

function readWork(text: string, { today, workClassLetters }: ReadingFacts): Reading {
  return readWorkNumber(text, { today, ...(workClassLetters === undefined ? {} : { classLetters: workClassLetters }) })
}
