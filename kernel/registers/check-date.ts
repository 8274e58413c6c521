import { isCivilDate } from '../clock/civil-date.ts'
import type { Localized } from '../errors/define-errors.ts'
import { problem, shown, type ValueReading } from './check-value.ts'
import type { DateField } from './field.types.ts'

/** Earlier days stand in no register of a county: a digit is missing (0204 for 2024). */
const earliestYear = '1900'

const dayLengths: Readonly<Record<'day' | 'month' | 'year', readonly number[]>> = {
  day: [10],
  month: [10, 7],
  year: [10, 7, 4],
}

const wantedDate: Readonly<Record<'day' | 'month' | 'year', Localized>> = {
  day: { zh: '年月日（2026-11-25）', en: '2026-11-25' },
  month: { zh: '年月日或年月（2026-11）', en: '2026-11-25 or 2026-11' },
  year: { zh: '年月日、年月或年（2026）', en: '2026-11-25, 2026-11 or 2026' },
}

/** Whether a text is a day that exists, known as exactly as the field asks, in a year that can be meant. */
export function checkDate(name: string, field: DateField, written: string): ValueReading {
  const full = written.length === 4 ? `${written}-01-01` : written.length === 7 ? `${written}-01` : written
  if (!isCivilDate(full) || !dayLengths[field.precision ?? 'day'].includes(written.length)) {
    const wanted = wantedDate[field.precision ?? 'day']
    return {
      value: null,
      problem: problem(
        name,
        'notADate',
        `“${field.label}”${shown(written)}不是有效的日期。`,
        `“${field.labelEn}” ${shown(written)} is not a date that exists.`,
        `请按${wanted.zh}填写。`,
        `Write it as ${wanted.en}.`,
      ),
    }
  }
  if (full.slice(0, 4) >= earliestYear && full.slice(0, 4) <= '2200') return { value: written }
  return {
    value: null,
    problem: problem(
      name,
      'implausible',
      `“${field.label}”${shown(written)}的年份不合常理。`,
      `“${field.labelEn}” ${shown(written)} lies in a year that cannot be meant.`,
      '请核对年份，可能少写或错写了一位。',
      'Check the year; a digit may be missing or wrong.',
    ),
  }
}
