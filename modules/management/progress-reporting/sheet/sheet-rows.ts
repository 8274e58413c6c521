import { effectiveDue } from '@qiangxian/kernel/progress/duty-clock'
import { emptyContent } from '@qiangxian/kernel/progress/report-record'
import { partsOf } from '../report-rules.ts'
import type { FillableDuty } from './good-rows.ts'
import { partChoices, stateChoices } from './sheet-layout.ts'
import type { SheetValues, WorkSheet } from './write-work-sheet.ts'

/** The rows of a workbook: what a unit may write now, with what stands there already. */
export function sheetRows(duties: readonly FillableDuty[]): WorkSheet['rows'] {
  const open = duties.filter(({ refusal }) => refusal === null)
  return {
    task: open.filter(({ subject }) => subject.kind === 'task').map(taskRow),
    target: open.filter(({ subject }) => subject.kind === 'target').map(targetRow),
    milestone: open.flatMap(milestoneRows),
  }
}

function taskRow(filled: FillableDuty): SheetValues {
  const { progress, narrative, problems, nextSteps } = filled.content ?? emptyContent
  return { ...named(filled), progress, narrative, problems, nextSteps }
}

function targetRow(filled: FillableDuty): SheetValues {
  const { duty, subject, content } = filled
  const { valueState, value, numerator, denominator, valueReason, cutoffOn, narrative } = content ?? emptyContent
  return {
    ...named(filled),
    scope: duty.scope === 'county' ? '全县' : '本单位',
    unit: subject.kind === 'target' ? subject.target.unit : null,
    valueState: stateChoices.find(([, state]) => state === valueState)?.[0] ?? null,
    value,
    numerator,
    denominator,
    valueReason,
    cutoffOn: content === null ? duty.periodEnd : cutoffOn,
    narrative,
  }
}

function milestoneRows(filled: FillableDuty): SheetValues[] {
  const { subject, content } = filled
  if (subject.kind !== 'milestone') return []
  return partsOf(subject.milestone).map((label, index) => {
    const said = content?.parts?.find((part) => part.label === label)
    return {
      ...named(filled),
      label,
      status: partChoices.find(([, status]) => status === said?.status)?.[0] ?? null,
      documentNo: said?.documentNo ?? null,
      documentTitle: said?.documentTitle ?? null,
      on: said?.on ?? null,
      narrative: index === 0 ? (content?.narrative ?? null) : null,
    }
  })
}

function named({ duty, code, subject }: FillableDuty) {
  const title =
    subject.kind === 'target'
      ? subject.target.name
      : subject.kind === 'task'
        ? subject.task.title
        : subject.milestone.name
  return { id: duty.id, code, title, period: duty.period, due: effectiveDue(duty) }
}
