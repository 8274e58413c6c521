import type { MilestonePart } from '@qiangxian/kernel/progress/progress.schemas'
import { partsOf } from '../report-rules.ts'
import { type GoodRow, type Issue, kept, type ReadRow, take, type WorkSheetReading, wrong } from './good-rows.ts'
import { issueWords } from './issue-words.ts'
import type { WorkbookSheet } from './read-workbook.ts'
import { partChoices } from './sheet-layout.ts'

/** One row for each part; together they are one report. */
export function milestoneRows(sheet: WorkbookSheet, read: readonly ReadRow[]): WorkSheetReading {
  const rows: GoodRow[] = []
  const issues: Issue[] = []
  for (const found of new Set(read.map((row) => row.found))) {
    if (found.subject.kind !== 'milestone') continue
    const mine = read.filter((row) => row.found === found)
    const [first] = mine
    const labelsOf = partsOf(found.subject.milestone)
    const faults = mine.flatMap((row) => {
      const label = row.values.get('label') ?? ''
      const twin = mine.find((other) => other !== row && other.values.get('label') === label)
      const fault =
        twin !== undefined
          ? issueWords.twice(twin.number)
          : labelsOf.includes(label)
            ? undefined
            : issueWords.unknownPart
      return fault === undefined ? [] : wrong(sheet, { number: row.number }, '事项', label, fault).issues
    })
    if (faults.length > 0 || first === undefined) {
      issues.push(...faults)
      continue
    }
    const before = found.content?.parts ?? []
    const parts = labelsOf.map((label): MilestonePart => {
      const row = mine.find(({ values }) => values.get('label') === label)
      const old = before.find((part) => part.label === label)
      if (row === undefined) return old ?? { label, status: 'open', documentNo: null, documentTitle: null, on: null }
      const { values } = row
      return {
        label,
        status: partChoices.find(([choice]) => choice === values.get('status'))?.[1] ?? 'open',
        documentNo: values.get('documentNo') ?? null,
        documentTitle: values.get('documentTitle') ?? null,
        on: values.get('on') ?? null,
      }
    })
    const narrative = mine.map(({ values }) => values.get('narrative') ?? '').find((text) => text !== '')
    const typed = { ...kept(found.content), parts, narrative: narrative ?? found.content?.narrative ?? '' }
    take(sheet, first, typed, rows, issues)
  }
  return { rows, issues }
}
