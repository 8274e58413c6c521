import type { ReportContent, Sentence } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { ReadingValue } from '../../ui/reading.tsx'
import { reportTexts } from './report.texts.ts'
import { unitInSummary } from './unit-in-summary.ts'

interface ReportBriefProps {
  readonly content: ReportContent
  /** of the same item, from which the unit is taken */
  readonly summary: Sentence
  /** where nobody has written anything */
  readonly blank: string
}

/** What a report says, in the width of a column: the figure with its unit, and the two numbers of a share under it. */
export function ReportBrief({ content, summary, blank }: ReportBriefProps) {
  const t = useTexts(reportTexts)
  const { parts, progress, valueState, value, numerator, denominator, valueReason } = content
  if (parts !== null) {
    const done = parts.filter(({ status }) => status === 'done').length
    return (
      <span title={t.parts}>
        {done} / {parts.length}
      </span>
    )
  }
  if (progress !== null) return <span>{formatFigure(progress)}%</span>
  if (valueState === null) return <span className="rp-blank">{blank}</span>
  if (valueState !== 'value' || value === null)
    return <ReadingValue reading={{ state: valueState, value, reason: valueReason }} brief />
  const isShare = numerator !== null && denominator !== null
  return (
    <span className="rp-brief">
      <span title={formatFigure(value)}>
        {isShare ? formatFigure(Math.round(value * 100) / 100) : formatFigure(value)}
      </span>
      <span className="rp-unit">{unitInSummary(summary.zh)}</span>
      {isShare ? (
        <span className="rp-two-numbers">
          {formatFigure(numerator)} ÷ {formatFigure(denominator)}
        </span>
      ) : null}
    </span>
  )
}
