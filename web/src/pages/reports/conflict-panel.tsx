import type { ReportDetail } from '../../api/types.gen.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { reportTexts } from './report.texts.ts'
import { plainNumber, startingContent, type TypedReport, typedFrom } from './typed-report.ts'

interface ConflictPanelProps {
  readonly mine: TypedReport
  readonly theirs: ReportDetail
  readonly onChoose: (choice: 'mine' | 'theirs') => void
}

/** Two people typed into one report: both versions side by side, what differs marked, and one press for either. */
export function ConflictPanel({ mine, theirs, onChoose }: ConflictPanelProps) {
  const t = useTexts(reportTexts)
  const who = theirs.report?.updatedBy ?? ''
  const other = typedFrom(startingContent(theirs))
  const labels = labelsOf(t)
  const rows = (Object.keys(labels) as (keyof typeof labels)[])
    .map((field) => ({ field, mine: shown(t, mine, field), theirs: shown(t, other, field) }))
    .filter((row) => !sameFigure(row.mine, row.theirs))
  return (
    <section className="card rp-conflict" role="alert" aria-label={t.conflictTitle}>
      <header>
        <h2>{t.conflictTitle}</h2>
        <p>{t.conflictLead(who, instantInCounty(theirs.report?.updatedAt ?? ''))}</p>
      </header>
      <table className="rp-versions">
        <thead>
          <tr>
            <td />
            <th scope="col">{t.mine}</th>
            <th scope="col">{t.theirs(who)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field}>
              <th scope="row">{labels[row.field]}</th>
              <td>{row.mine === '' ? <span className="quiet">{t.blank}</span> : row.mine}</td>
              <td>{row.theirs === '' ? <span className="quiet">{t.blank}</span> : row.theirs}</td>
            </tr>
          ))}
          <tr>
            <td />
            <td>
              <button type="button" className="btn" onClick={() => onChoose('mine')}>
                {t.useMine}
              </button>
            </td>
            <td>
              <button type="button" className="btn" onClick={() => onChoose('theirs')}>
                {t.useTheirs}
              </button>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

/** 3.4万 and 34000 say the same. */
function sameFigure(a: string, b: string): boolean {
  return a === b || (plainNumber(a) !== null && plainNumber(a) === plainNumber(b))
}

type Words = (typeof reportTexts)['zh']

function labelsOf(t: Words): Readonly<Record<keyof TypedReport, string>> {
  return {
    value: t.value,
    valueState: t.valueState,
    numerator: t.numerator,
    denominator: t.denominator,
    valueReason: t.reason,
    cutoffOn: t.cutoff,
    progress: t.progress,
    parts: t.parts,
    narrative: t.narrative,
    problems: t.problems,
    nextSteps: t.next,
  }
}

function shown(t: Words, typed: TypedReport, field: keyof TypedReport): string {
  if (field === 'valueState') return typed.valueState === null ? '' : t.states[typed.valueState]
  if (field !== 'parts') return typed[field]
  return (typed.parts ?? [])
    .map((part) =>
      [part.label, t.partStates[part.status], part.on, part.documentNo, part.documentTitle].filter(Boolean).join(' '),
    )
    .join('；')
}
