import { foldHeading } from '@qiangxian/engines/tabular/fold-heading'
import type { Localized } from '../errors/define-errors.ts'
import type { Register } from '../registers/registers.ts'
import { importErrors } from './import-errors.ts'
import type { SheetLayout } from './imports.schemas.ts'
import { importableFields } from './recognise-sheets.ts'

/** What a person says about one sheet; what is not said stays as it was recognised. */
export interface SheetDecision {
  readonly sheet: string
  readonly taken?: boolean
  readonly columns?: readonly { readonly index: number; readonly field: string | null }[]
}

/**
 * The layout as a person decided it.
 *
 * @throws import.badMap for a sheet, column or field that is not there, and for two columns with one meaning
 */
export function decideSheets(
  register: Register,
  sheets: readonly SheetLayout[],
  decisions: readonly SheetDecision[],
): readonly SheetLayout[] {
  for (const { sheet } of decisions) {
    if (!sheets.some((each) => each.sheet === sheet))
      throw badMap(`没有工作表“${sheet}”。`, `There is no sheet “${sheet}”.`)
  }
  return checked(
    register,
    sheets.map((sheet) => {
      const decision = decisions.find((each) => each.sheet === sheet.sheet)
      if (decision === undefined) return sheet
      for (const { index } of decision.columns ?? []) {
        if (!sheet.columns.some((column) => column.index === index)) {
          throw badMap(
            `工作表“${sheet.sheet}”没有第 ${index + 1} 列。`,
            `Sheet “${sheet.sheet}” has no column ${index + 1}.`,
          )
        }
      }
      return {
        ...sheet,
        taken: decision.taken ?? sheet.taken,
        columns: sheet.columns.map((column) => {
          const decided = decision.columns?.find((each) => each.index === column.index)
          return decided === undefined
            ? column
            : { ...column, field: decided.field, confidence: 1, why: 'decided' as const }
        }),
      }
    }),
  )
}

/**
 * The layout by a map from headings to fields, as `--map` gives it. A heading that no column has is left alone: one map
 * serves many files.
 *
 * @throws import.badMap
 */
export function applyMap(
  register: Register,
  sheets: readonly SheetLayout[],
  map: Readonly<Record<string, string | null>>,
): readonly SheetLayout[] {
  const byHeading = new Map(Object.entries(map).map(([heading, field]) => [foldHeading(heading), field]))
  const given = new Set([...byHeading.values()].filter((field) => field !== null))
  return checked(
    register,
    sheets.map((sheet) => ({
      ...sheet,
      taken: sheet.taken || sheet.columns.some(({ heading }) => (byHeading.get(foldHeading(heading)) ?? null) !== null),
      columns: sheet.columns.map((column) => {
        const field = byHeading.get(foldHeading(column.heading))
        if (field !== undefined) return { ...column, field, confidence: 1, why: 'decided' as const }
        // A field that the map gives to one column is taken from every other that was recognised as it.
        return given.has(column.field ?? '') &&
          sheet.columns.some((each) => byHeading.get(foldHeading(each.heading)) === column.field)
          ? { ...column, field: null, confidence: 0, why: 'none' as const }
          : column
      }),
    })),
  )
}

function checked(register: Register, sheets: readonly SheetLayout[]): readonly SheetLayout[] {
  const known = importableFields(register)
  for (const { sheet, taken, columns } of sheets) {
    const seen = new Map<string, string>()
    for (const { field, heading } of columns) {
      if (field === null) continue
      const label = known.get(field)?.label
      if (label === undefined) {
        throw badMap(
          `“${heading}”对应的项目“${field}”不在“${register.declaration.label}”里，可用的有：${[...known.keys()].join('、')}。`,
          `“${field}”, given for “${heading}”, is no field of the register; there are: ${[...known.keys()].join(', ')}.`,
        )
      }
      const other = seen.get(field)
      if (taken && other !== undefined) {
        throw badMap(
          `工作表“${sheet}”里“${other}”和“${heading}”两列都对应“${label}”，请只留一列。`,
          `In sheet “${sheet}”, both “${other}” and “${heading}” stand for “${label}”. Keep one of them.`,
        )
      }
      seen.set(field, heading)
    }
  }
  return sheets
}

function badMap(zh: string, en: string): Error {
  const why: Localized = { zh, en }
  return importErrors.badMap({ why })
}
