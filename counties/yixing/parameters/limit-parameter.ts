import type { Parameter } from '../../county.types.ts'

export const local = '法律没有统一规定，由本市定；平台先用默认值。'
export const toBeConfirmed = '条文待核对；核对前按此数计算，界面注明“待核”。'

/**
 * A number of a rule of time that is the county's to set, or that still has to be read in the text. The rule itself says
 * what it is counted from and what stops it; here stands the number alone.
 */
export function limit(
  key: string,
  label: string,
  labelEn: string,
  value: number,
  unit: string,
  source: string,
  note: string,
): Parameter {
  return { key, label, labelEn, unit, value, isDefault: true, about: [], source, note }
}
