import { invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface PlantVarietyNumber {
  readonly field: 'agriculture' | 'forestry'
}

const FORMS: readonly (readonly [PlantVarietyNumber['field'], RegExp])[] = [
  // until about 2018: year, four digits, and a last one whose rule is not published
  ['agriculture', /^CNA(?:19|20)\d{2}\d{4}\.[\dX]$/],
  ['agriculture', /^CNA(?:19|20)\d{2}\d{7}$/],
  ['forestry', /^(?:19|20)\d{2}\d{4}$/],
]

/**
 * Reads the number of a right in a plant variety 植物新品种权号, of agriculture or of forestry. No rule for the last digit
 * is published, so nothing is computed.
 *
 * @example readPlantVarietyNumber('cna20090533.7') // valid, 'CNA20090533.7'
 */
export function readPlantVarietyNumber(written: string): Reading<PlantVarietyNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = plain(written).replaceAll('-', '')
  const form = FORMS.find(([, pattern]) => pattern.test(number))
  if (form !== undefined) return valid(number, { field: form[0] })
  return invalid(
    '不是品种权号：农业为 CNA20090533.7 或 CNA20191001234，林草为 8 位数字（年份加 4 位）。',
    'This is no number of a plant variety: CNA20090533.7 or CNA20191001234 of agriculture, eight digits of forestry.',
  )
}
