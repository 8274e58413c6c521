import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { recordPath, whatIfQuery } from '../../api/indicator.queries.ts'
import type { IndicatorDetail, WhatIf } from '../../api/indicator.types.ts'
import { figureWith, signedFigure } from '../../format/indicator-figures.ts'
import { exactSum } from '../../format/shares.ts'
import { useTexts } from '../../i18n/language.ts'
import { FirstFew } from '../../ui/first-few.tsx'
import { Loaded, Missing, Skeleton } from '../../ui/states.tsx'
import { indicatorsTexts } from './indicators.texts.ts'
import type { ViewControl } from './use-indicator-view.ts'
import { decimalsFor } from './value-card.tsx'

interface WhatIfCardProps {
  readonly detail: IndicatorDetail
  readonly control: ViewControl
}

/** 若预计的都成了: what the records that are expected would bring, by a day that can be chosen. */
export function WhatIfCard({ detail, control }: WhatIfCardProps) {
  const t = useTexts(indicatorsTexts)
  const yearEnd = `${detail.asOf.slice(0, 4)}-12-31`
  const [on, setOn] = useState(detail.forecast?.on ?? yearEnd)
  const query = useQuery({ ...whatIfQuery(detail.id, on, control.view.unit), enabled: /^\d{4}-\d\d-\d\d$/.test(on) })
  return (
    <section className="in-what-if" id="in-what-if" aria-labelledby="in-what-if-title">
      <header className="tg-head">
        <h2 id="in-what-if-title">{t.whatIf}</h2>
        <p>{t.whatIfNote}</p>
      </header>
      <div className="in-between no-print">
        <label>
          {t.byDay}
          <input
            type="date"
            value={on}
            min={detail.asOf}
            onChange={(event) => {
              if (event.target.value !== '') setOn(event.target.value)
            }}
          />
        </label>
      </div>
      <Loaded query={query} skeleton={<Skeleton rows={3} />}>
        {(whatIf) => <Outcome whatIf={whatIf} detail={detail} />}
      </Loaded>
    </section>
  )
}

function Outcome({ whatIf, detail }: { readonly whatIf: WhatIf; readonly detail: IndicatorDetail }) {
  const t = useTexts(indicatorsTexts)
  const { value, withExpected, target, meets, stillNeeded, records } = whatIf
  const { decimals, unit } = detail
  if (records.length === 0) return <p className="quiet">{t.noExpected}</p>
  return (
    <>
      <p className="in-moves">
        {value === null ? <Missing reason={t.missing} /> : <span>{figureWith(value, decimals)}</span>}
        <span aria-hidden="true">→</span>
        {withExpected === null ? <Missing reason={t.missing} /> : <b>{figureWith(withExpected, decimals)}</b>}
        <small>{unit}</small>
        {value === null || withExpected === null ? null : (
          <small className="quiet">{`（${signedFigure(exactSum([withExpected, -value]), decimals)}）`}</small>
        )}
      </p>
      {target === null ? null : (
        <p>
          <span className={`light ${meets === true ? 'green' : 'amber'}`}>
            {meets === true
              ? t.wouldMeet(figureWith(target, decimalsFor(target, decimals)))
              : stillNeeded === null
                ? t.wouldNotMeet(figureWith(target, decimalsFor(target, decimals)))
                : t.stillNeeded(figureWith(stillNeeded, decimalsFor(stillNeeded, decimals)), unit)}
          </span>
        </p>
      )}
      <FirstFew rows={records} most={4} className="in-list">
        {(record) => (
          <li key={record.id}>
            <Link to={recordPath(record.register, record.id)}>{record.label}</Link>
            <span className="quiet nb">{t.expectedOn(record.expectedOn)}</span>
          </li>
        )}
      </FirstFew>
    </>
  )
}
