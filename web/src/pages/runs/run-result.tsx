import { Link } from '@tanstack/react-router'
import type { ImportRun } from '../../api/import.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { RowsCard } from './rows-card.tsx'
import { RunCounts } from './run-counts.tsx'
import { runsTexts } from './runs.texts.ts'

/** What a run has done, or why it has done nothing, and where one goes from here. */
export function RunResult({ run }: { readonly run: ImportRun }) {
  const t = useTexts(runsTexts)
  const written = run.status === 'committed'
  return (
    <>
      {written ? (
        <div className="done-note" role="status">
          <p>
            <b>{t.done(formatFigure(run.counts.new), formatFigure(run.counts.changed))}</b> {t.doneLead}
          </p>
          <p className="ru-next">
            <Link to="/registers/$register" params={{ register: run.register }} className="btn primary">
              {t.seeList(run.registerLabel)}
            </Link>
            <Link to="/registers/$register/import" params={{ register: run.register }} className="btn">
              {t.again}
            </Link>
            <Link to="/names" className="btn quiet-btn" title={t.namesLead}>
              {t.names}
            </Link>
          </p>
        </div>
      ) : null}
      {run.status === 'undone' ? (
        <p className="done-note" role="status">
          <b>{t.undone}</b> {run.undoReason}
        </p>
      ) : null}
      <RunCounts counts={run.counts} />
      {run.counts.faulty > 0 ? <RowsCard run={run} verdict="faulty" /> : null}
    </>
  )
}
