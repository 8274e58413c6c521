import type { ReactNode } from 'react'
import type { ReportContent, ReportDetail } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { AmountFigure } from '../../ui/programme-parts.tsx'
import { ReadingValue } from '../../ui/reading.tsx'
import { reportTexts } from './report.texts.ts'
import { plainNumber, quotientOf, type TypedReport } from './typed-report.ts'

interface SideProps {
  readonly detail: ReportDetail
  /** what stands in the form now; the differences move with it */
  readonly typed: TypedReport
}

/** What the figure is held against, how it is counted, and what looks odd. */
export function ReportSide({ detail, typed }: SideProps) {
  const t = useTexts(reportTexts)
  return (
    <aside className="rp-side">
      <Compare detail={detail} typed={typed} />
      <Remarks detail={detail} />
      {detail.target === null && detail.task === null ? null : (
        <section className="card">
          <header className="card-head">
            <h2>{detail.target === null ? t.task : t.definition}</h2>
          </header>
          <div className="card-body">
            {detail.target === null ? null : <TargetDefinition target={detail.target} />}
            {detail.task === null ? null : <TaskDefinition task={detail.task} />}
          </div>
        </section>
      )}
    </aside>
  )
}

function Compare({ detail, typed }: SideProps) {
  const t = useTexts(reportTexts)
  const language = useLanguage()
  const { target, previous, duty } = detail
  if (duty.item.kind === 'milestone') return null
  const unit = target?.amount.unit ?? '%'
  const now = typedFigure(detail, typed)
  const before = previous === null ? null : figureOf(previous.content, duty.item.kind)
  const total = target?.unitTotal ?? null
  return (
    <section className="card rp-compare">
      <header className="card-head">
        <h2>{t.compare}</h2>
        <p className="quiet">{unit}</p>
      </header>
      <dl className="facts ruled card-body">
        <dt>{previous === null ? t.lastPeriod('—') : t.lastPeriod(periodInWords(previous.period, language))}</dt>
        <dd>
          {previous === null ? (
            <span className="quiet">{t.noLast}</span>
          ) : (
            <Before content={previous.content} kind={duty.item.kind} />
          )}
        </dd>
        {before === null || now === null ? null : (
          <>
            <dt>{t.change}</dt>
            <dd className="num">{signed(now - before)}</dd>
          </>
        )}
        {target === null || duty.scope === 'unit' ? null : (
          <>
            <dt>{t.goal}</dt>
            <dd className="num">
              <AmountFigure amount={target.amount} />
            </dd>
          </>
        )}
        {total === null ? null : (
          <>
            <dt>
              {t.unitTotal}
              <br />
              <span className="small">{t.unitTotalNote(total.reported, total.of)}</span>
            </dt>
            <dd className="num">{formatFigure(total.sum)}</dd>
          </>
        )}
        {total === null || now === null ? null : (
          <>
            <dt>{t.difference}</dt>
            <dd className="num">
              {round(now - total.sum) === 0 ? t.sameAsTotal : <b className="rp-odd">{signed(now - total.sum)}</b>}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Before({ content, kind }: { readonly content: ReportContent; readonly kind: string }) {
  const t = useTexts(reportTexts)
  if (kind === 'task')
    return content.progress === null ? (
      <span className="quiet">{t.noWords}</span>
    ) : (
      <span className="num">{formatFigure(content.progress)}</span>
    )
  if (content.valueState === null) return <span className="quiet">{t.noWords}</span>
  return (
    <span className="num">
      <ReadingValue reading={{ state: content.valueState, value: content.value, reason: content.valueReason }} brief />
      {content.numerator === null || content.denominator === null ? null : (
        <>
          <br />
          <span className="quiet small">
            {formatFigure(content.numerator)} ÷ {formatFigure(content.denominator)}
          </span>
        </>
      )}
    </span>
  )
}

export function Remarks({ detail }: { readonly detail: Pick<ReportDetail, 'remarks'> }) {
  const t = useTexts(reportTexts)
  if (detail.remarks.length === 0) return null
  return (
    <section className="card rp-remarks">
      <header className="card-head">
        <h2>{t.remarks}</h2>
        <p className="quiet">{t.remarksNote}</p>
      </header>
      <ul className="card-body">
        {detail.remarks.map((remark) => (
          <li key={remark.zh} className="light amber">
            <Said sentence={remark} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TargetDefinition({ target }: { readonly target: NonNullable<ReportDetail['target']> }) {
  const t = useTexts(reportTexts)
  const { formula, dataFrom, pitfall } = target
  if (formula === null && dataFrom === null && pitfall === null) return <p className="quiet">{t.noDefinition}</p>
  return (
    <dl className="rp-definition">
      <Line label={t.formula}>{formula}</Line>
      <Line label={t.dataFrom}>{dataFrom}</Line>
      <Line label={t.pitfall}>{pitfall}</Line>
    </dl>
  )
}

function TaskDefinition({ task }: { readonly task: NonNullable<ReportDetail['task']> }) {
  const t = useTexts(reportTexts)
  const { summary, content, standard, weight, share } = task
  return (
    <dl className="rp-definition">
      <Line label={t.content}>{`${t.share[share]}${content === null ? '' : `：${content}`}`}</Line>
      <Line label={t.standard}>{standard}</Line>
      <Line label={t.weight}>{weight === null ? null : `${weight}%`}</Line>
      <Line label={t.task}>{summary}</Line>
    </dl>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === null || children === '') return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function typedFigure({ duty, target }: ReportDetail, typed: TypedReport): number | null {
  if (duty.item.kind === 'task') return plainNumber(typed.progress)
  if (typed.valueState !== null && typed.valueState !== 'value') return null
  if (target?.ratio === true) return quotientOf(typed.numerator, typed.denominator, target.amount.unit)
  return plainNumber(typed.value)
}

function figureOf(content: ReportContent, kind: string): number | null {
  return kind === 'task' ? content.progress : content.valueState === 'value' ? content.value : null
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function signed(value: number): string {
  const rounded = round(value)
  return `${rounded > 0 ? '+' : ''}${formatFigure(rounded)}`
}
