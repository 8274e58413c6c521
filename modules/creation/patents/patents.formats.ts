import { readIpc } from '@qiangxian/engines/identifiers/ipc'
import { readLocarno } from '@qiangxian/engines/identifiers/locarno'
import { readOfficeCode } from '@qiangxian/engines/identifiers/office-code'
import { readPatentNumber } from '@qiangxian/engines/identifiers/patent-number'
import { readPctApplicationNumber, readPctPublicationNumber } from '@qiangxian/engines/identifiers/pct-number'
import { readForeignPublicationNumber, readPublicationNumber } from '@qiangxian/engines/identifiers/publication-number'
import { formatOf } from '@qiangxian/kernel/registers/formats/format-of'

export const patentApplicationNoFormat = formatOf(
  'patent-application-no',
  { zh: '专利申请号、专利号', en: 'Patent number' },
  '202010123456.2',
  readPatentNumber,
)

export const publicationNoFormat = formatOf(
  'publication-no',
  { zh: '公开（公告）号', en: 'Publication number' },
  'CN112345678B',
  readPublicationNumber,
)

export const foreignPublicationNoFormat = formatOf(
  'foreign-publication-no',
  { zh: '境外公开（公告）号', en: 'Publication number of another office' },
  'US11123456B2',
  readForeignPublicationNumber,
)

export const pctApplicationNoFormat = formatOf(
  'pct-application-no',
  { zh: 'PCT 国际申请号', en: 'PCT application number' },
  'PCT/CN2024/123456',
  readPctApplicationNumber,
)

export const pctPublicationNoFormat = formatOf(
  'pct-publication-no',
  { zh: '国际公布号', en: 'PCT publication number' },
  'WO2024/123456A1',
  readPctPublicationNumber,
)

export const ipcFormat = formatOf('ipc', { zh: '国际专利分类号', en: 'IPC symbol' }, 'C04B 33/24', readIpc)

export const locarnoFormat = formatOf('locarno', { zh: '洛迦诺分类号', en: 'Locarno class' }, '07-01', readLocarno)

export const officeCodeFormat = formatOf('office-code', { zh: '局、国家代码', en: 'Office code' }, 'EP', readOfficeCode)
