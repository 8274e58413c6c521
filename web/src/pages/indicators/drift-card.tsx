import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { driftQuery, recordPath } from '../../api/indicator.queries.ts'
import type { Drift, IndicatorDetail } from '../../api/indicator.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { figureWith, partFigure, signedFigure } from '../../format/indicator-figures.ts'
import { periodInWords } from '../../format/periods.ts'
import { exactSum } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { FirstFew } from '../../ui/first-few.tsx'
import { Loaded, Skeleton } from '../../ui/states.tsx'
import { FreezeDialog } from './freeze-dialog.tsx'
import { indicatorsTexts } from './indicators.texts.ts'

interface DriftCardProps {
  readonly detail: IndicatorDetail
}

/** 核定后的变动: which records changed since a value was approved; never silently. */
export function DriftCard({ detail }: DriftCardProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const [freezing, setFreezing] = useState(false)
  const frozen = detail.series.filter((point) => point.frozen !== null).map((point) => point.period)
  const [chosen, setChosen] = useState<string | null>(null)
  const period = chosen ?? frozen.at(-1) ?? null
  const query = useQuery({ ...driftQuery(detail.id, period ?? ''), enabled: period !== null })
  return (
    <section className="in-drift" id="in-drift" aria-labelledby="in-drift-title">
      <header className="tg-head">
        <h2 id="in-drift-title">{t.drift}</h2>
        <p>{t.driftNote}</p>
        {detail.may.freeze ? (
          <button type="button" className="btn small-btn in-freeze no-print" onClick={() => setFreezing(true)}>
            {t.freeze}
          </button>
        ) : null}
      </header>
      {period === null ? (
        <p className="quiet">{t.neverFrozen}</p>
      ) : (
        <>
          <div className="in-between no-print">
            <label>
              {t.period}
              <select value={period} onChange={(event) => setChosen(event.target.value)}>
                {frozen.toReversed().map((each) => (
                  <option key={each} value={each}>
                    {periodInWords(each, language)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Loaded query={query} skeleton={<Skeleton rows={3} />}>
            {(drift) =>
              drift === null ? <p className="quiet">{t.neverFrozen}</p> : <Changes drift={drift} detail={detail} />
            }
          </Loaded>
        </>
      )}
      {freezing ? <FreezeDialog detail={detail} onClose={() => setFreezing(false)} /> : null}
    </section>
  )
}

function Changes({ drift, detail }: { readonly drift: Drift; readonly detail: IndicatorDetail }) {
  const t = useTexts(indicatorsTexts)
  const { frozen, now, changedRecords, records } = drift
  const { decimals, unit } = detail
  return (
    <>
      <p className="in-moves">
        <span>{frozen === null ? t.missing : figureWith(frozen, decimals)}</span>
        <span aria-hidden="true">→</span>
        <b>{now === null ? t.missing : figureWith(now, decimals)}</b>
        <small>{unit}</small>
        {frozen === null || now === null ? null : (
          <small className="quiet">{`（${signedFigure(exactSum([now, -frozen]), decimals)}）`}</small>
        )}
      </p>
      <p>
        <span className={`light ${changedRecords === 0 ? 'green' : 'amber'}`}>
          {changedRecords === 0 ? t.notDrifted : t.drifted(changedRecords)}
        </span>{' '}
        <span className="quiet small">{t.frozenBy(drift.byLabel, instantInCounty(drift.frozenAt))}</span>
      </p>
      {records.length === 0 ? null : (
        <FirstFew rows={records} most={4} className="in-list">
          {(record) => (
            <li key={record.id}>
              <span>
                <span className={`change-tag ${tones[record.change]}`}>{t.driftChanges[record.change]}</span>{' '}
                <Link to={recordPath(record.register, record.id)}>{record.label}</Link>
              </span>
              <span className="quiet nb">
                {record.change === 'amount'
                  ? `${partFigure(record.before, '').figure} → ${partFigure(record.after, '').figure}　`
                  : ''}
                {record.since === null ? '' : instantInCounty(record.since)}
              </span>
            </li>
          )}
        </FirstFew>
      )}
    </>
  )
}

const tones = { joined: 'added', left: 'removed', amount: 'changed' } as const
