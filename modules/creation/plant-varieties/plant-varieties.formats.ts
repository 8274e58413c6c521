import { readPlantVarietyNumber } from '@qiangxian/engines/identifiers/plant-variety-number'
import { formatOf } from '@qiangxian/kernel/registers/formats/format-of'

export const plantVarietyNoFormat = formatOf(
  'plant-variety-no',
  { zh: '植物新品种权号', en: 'Plant variety number' },
  'CNA20191001234',
  readPlantVarietyNumber,
)
