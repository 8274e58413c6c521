import { readNiceClass, readSimilarGroup } from '@qiangxian/engines/identifiers/nice-class'
import { readMadridNumber, readTrademarkNumber } from '@qiangxian/engines/identifiers/trademark-number'
import { formatOf } from '@qiangxian/kernel/registers/formats/format-of'

export const trademarkNoFormat = formatOf(
  'trademark-no',
  { zh: '商标注册号', en: 'Trademark number' },
  '12345678',
  readTrademarkNumber,
)

export const madridNoFormat = formatOf(
  'madrid-no',
  { zh: '马德里国际注册号', en: 'Madrid registration number' },
  'G1234567',
  readMadridNumber,
)

export const niceClassFormat = formatOf('nice-class', { zh: '尼斯分类', en: 'Nice class' }, '21', readNiceClass)

export const similarGroupFormat = formatOf(
  'similar-group',
  { zh: '类似群', en: 'Similar group' },
  '2101',
  readSimilarGroup,
)
