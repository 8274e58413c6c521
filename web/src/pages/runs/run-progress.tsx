import type { ImportRun } from '../../api/import.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { runsTexts } from './runs.texts.ts'

/** How far the server is, and how long it still takes by the pace so far. */
export function RunProgress({ run }: { readonly run: ImportRun }) {
  const t = useTexts(runsTexts)
  const done = formatFigure(run.rowsDone)
  const total = run.rowsTotal === null ? null : formatFigure(run.rowsTotal)
  const words =
    run.status === 'committing'
      ? t.writing(done, total)
      : run.status === 'undoing'
        ? t.undoing(done, total)
        : t.reading(done, total)
  return (
    <section className="card ru-working" aria-label={t.status[run.status]}>
      <h2>{t.status[run.status]}</h2>
      <progress value={run.progress} max={1} aria-label={t.status[run.status]} />
      <p role="status">
        <b>{Math.round(run.progress * 100)}%</b>　{words}
        {run.secondsLeft === null ? null : <span className="quiet">　{t.left(t.seconds(run.secondsLeft))}</span>}
      </p>
      <p className="quiet small">{t.safe}</p>
    </section>
  )
}
