import type { ReportContent, ReportDetail } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { ReadingValue } from '../../ui/reading.tsx'
import { reportTexts } from './report.texts.ts'

interface ContentFactsProps {
  readonly content: ReportContent
  readonly kind: ReportDetail['duty']['item']['kind']
  readonly unit: string
  /** fields to leave out where they are empty */
  readonly brief?: boolean
}

/** What a report says, to be read: in the preview of the office, in the history, and where it is closed. */
export function ContentFacts({ content, kind, unit, brief = false }: ContentFactsProps) {
  const t = useTexts(reportTexts)
  return (
    <dl className="facts rp-facts">
      {kind === 'target' ? <ValueFacts content={content} unit={unit} /> : null}
      {kind === 'task' ? (
        <>
          <dt>{t.progress}</dt>
          <dd>
            {content.progress === null ? (
              <span className="quiet">{t.noWords}</span>
            ) : (
              <b className="num">{formatFigure(content.progress)}%</b>
            )}
          </dd>
        </>
      ) : null}
      {(content.parts ?? []).map((part) => (
        <PartFact key={part.label} part={part} />
      ))}
      <Words label={t.narrative} text={content.narrative} brief={brief || kind === 'target'} />
      <Words label={t.problems} text={content.problems} brief />
      <Words label={t.next} text={content.nextSteps} brief />
    </dl>
  )
}

function ValueFacts({ content, unit }: { readonly content: ReportContent; readonly unit: string }) {
  const t = useTexts(reportTexts)
  const { valueState, value, numerator, denominator, valueReason, cutoffOn } = content
  return (
    <>
      <dt>{t.value}</dt>
      <dd>
        {valueState === null ? (
          <span className="quiet">{t.noWords}</span>
        ) : (
          <>
            <b className="num">
              <ReadingValue reading={{ state: valueState, value, reason: valueReason }} />
            </b>
            {valueState === 'value' ? ` ${unit}` : null}
          </>
        )}
        {numerator === null || denominator === null ? null : (
          <span className="quiet num">
            　{formatFigure(numerator)} ÷ {formatFigure(denominator)}
          </span>
        )}
      </dd>
      {valueState === 'value' && valueReason !== null ? (
        <>
          <dt>{t.reason}</dt>
          <dd>{valueReason}</dd>
        </>
      ) : null}
      {cutoffOn === null ? null : (
        <>
          <dt>{t.cutoff}</dt>
          <dd className="rp-left">{cutoffOn}</dd>
        </>
      )}
    </>
  )
}

function PartFact({ part }: { readonly part: NonNullable<ReportContent['parts']>[number] }) {
  const t = useTexts(reportTexts)
  const light = { open: 'grey', applied: 'amber', done: 'green' }[part.status]
  const proof = [part.on, part.documentNo, part.documentTitle].filter((each) => each !== null && each !== '')
  return (
    <>
      <dt>{part.label}</dt>
      <dd>
        <span className={`light ${light}`}>{t.partStates[part.status]}</span>
        {proof.length === 0 ? null : <span className="quiet">　{proof.join('，')}</span>}
      </dd>
    </>
  )
}

function Words({ label, text, brief }: { readonly label: string; readonly text: string; readonly brief: boolean }) {
  const t = useTexts(reportTexts)
  if (text === '' && brief) return null
  return (
    <>
      <dt>{label}</dt>
      <dd className="rp-words">{text === '' ? <span className="quiet">{t.noWords}</span> : text}</dd>
    </>
  )
}
