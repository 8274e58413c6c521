import { readAgriculturalIndicationNumber } from '@qiangxian/engines/identifiers/trademark-number'
import { formatOf } from '@qiangxian/kernel/registers/formats/format-of'

export const agriculturalIndicationNoFormat = formatOf(
  'agi-no',
  { zh: '农产品地理标志登记号', en: 'Agricultural geographical indication' },
  'AGI01234',
  readAgriculturalIndicationNumber,
)
