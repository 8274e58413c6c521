import { readLayoutDesignNumber } from '@qiangxian/engines/identifiers/layout-design-number'
import { formatOf } from '@qiangxian/kernel/registers/formats/format-of'

export const layoutDesignNoFormat = formatOf(
  'layout-design-no',
  { zh: '布图设计登记号', en: 'Layout design number' },
  'BS.12500520.2',
  readLayoutDesignNumber,
)
