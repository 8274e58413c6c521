import './indicator.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { exportPath, indicatorQuery, indicatorValueQuery } from '../../api/indicator.queries.ts'
import type { IndicatorDetail } from '../../api/indicator.types.ts'
import type { TargetMonitor } from '../../api/types.gen.ts'
import { figureWith, signedFigure } from '../../format/indicator-figures.ts'
import { exactSum, readFigure } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { StatusWord } from '../../ui/reading.tsx'
import { Missing, Skeleton } from '../../ui/states.tsx'
import { FormulaCard } from './formula-card.tsx'
import { indicatorsTexts } from './indicators.texts.ts'
import { RecordsDrawer } from './records-drawer.tsx'
import { UnitsCard } from './units-card.tsx'
import { useIndicatorView } from './use-indicator-view.ts'
import { StateTag } from './value-card.tsx'
import { WaterfallCard } from './waterfall-card.tsx'

interface TargetPartsProps {
  readonly code: string
  readonly monitor: TargetMonitor
}

/** On the page of a target: what the registers compute for it, beside what was reported, down to the records. */
export function TargetParts({ code, monitor }: TargetPartsProps) {
  const query = useQuery(indicatorQuery(code))
  // a target without an indicator is nothing that failed: the page stands without these parts
  if (query.error !== null && query.data === undefined) return null
  return (
    <div className="tg-computed">
      {query.data === undefined ? (
        <section>
          <Skeleton rows={4} />
        </section>
      ) : (
        <Parts detail={query.data} monitor={monitor} />
      )}
    </div>
  )
}

function Parts({ detail, monitor }: { readonly detail: IndicatorDetail; readonly monitor: TargetMonitor }) {
  const t = useTexts(indicatorsTexts)
  const control = useIndicatorView()
  const { view } = control
  const value = useQuery(indicatorValueQuery(detail.id, { unit: view.unit }))
  const openPart = (path: string) => control.open({ records: path, step: undefined, counts: undefined })
  return (
    <>
      <Beside detail={detail} monitor={monitor} onRecords={() => openPart('all')} />
      <FormulaCard detail={detail} value={value.data} onPart={openPart} view={view} title={t.computedFrom} />
      <WaterfallCard detail={detail} control={control} />
      {detail.byUnit && detail.units.length > 0 ? (
        <div className="tg-computed-units no-print">
          <UnitsCard detail={detail} control={control} />
        </div>
      ) : null}
      <RecordsDrawer detail={detail} control={control} />
    </>
  )
}

interface BesideProps {
  readonly detail: IndicatorDetail
  readonly monitor: TargetMonitor
  readonly onRecords: () => void
}

/** The computed figure, the last reported one, and how far they lie apart. */
function Beside({ detail, monitor, onRecords }: BesideProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const reported = monitor.series
    .flatMap(({ reading }) => (reading === null || reading.status === 'computed' ? [] : [reading]))
    .findLast((reading) => reading.state === 'value')
  return (
    <section className="tg-beside" aria-labelledby="tg-beside">
      <header className="tg-head">
        <h2 id="tg-beside">{t.computedTitle}</h2>
        <StateTag state={detail.state} />
        <p>
          {t.asOf(detail.asOf)} {t.byDefinition(detail.version)}
        </p>
      </header>
      {detail.value === null ? (
        <p>
          <Missing reason={detail.missing?.[language] ?? t.missing} />
        </p>
      ) : (
        <p className="tg-figure in-smaller">
          <b title={String(detail.value)}>{figureWith(detail.value, detail.decimals)}</b>
          <span>{detail.unit}</span>
        </p>
      )}
      <dl className="facts ruled tg-facts">
        {reported?.value == null ? null : (
          <>
            <dt>{t.reported}</dt>
            <dd>
              <b>{readFigure(reported.value)}</b> <StatusWord status={reported.status} />{' '}
              <span className="quiet">{reported.cutoffOn ?? reported.periodEnd}</span>
            </dd>
            {detail.value === null ? null : (
              <>
                <dt>{t.difference}</dt>
                <dd>
                  <b>{signedFigure(exactSum([detail.value, -reported.value]), detail.decimals)}</b>{' '}
                  <span className="quiet">{t.computedLess}</span>
                </dd>
              </>
            )}
          </>
        )}
        {detail.official === null ? null : (
          <>
            <dt>{t.official}</dt>
            <dd>
              <b>{figureWith(detail.official.value, detail.decimals)}</b>{' '}
              <span className="quiet">{detail.official.on}</span>
            </dd>
          </>
        )}
      </dl>
      <p className="form-actions no-print">
        <button type="button" className="btn small-btn" onClick={onRecords}>
          {t.seeRecords}
        </button>
        <Link to="/indicators/$code" params={{ code: detail.code ?? detail.id }} className="btn small-btn">
          {t.toIndicator}
        </Link>
        <a className="btn small-btn" href={exportPath(detail.id, {})} download>
          {t.exportFigure}
        </a>
      </p>
    </section>
  )
}
