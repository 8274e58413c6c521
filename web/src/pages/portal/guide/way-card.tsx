import { Link } from '@tanstack/react-router'
import type { LifeEventWay } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { ToFill } from '../frame/portal-foot.tsx'
import { lifeEventTexts } from './life-event.texts.ts'

/** One way to go: what happens on it, how long, how much, what comes of it. Side by side they can be compared. */
export function WayCard({ way, isFirst }: { readonly way: LifeEventWay; readonly isFirst: boolean }) {
  const t = useTexts(lifeEventTexts)
  return (
    <li className={isFirst ? 'po-way first' : 'po-way'}>
      <h3>{way.label}</h3>
      {isFirst ? <p className="po-way-first">{t.first}</p> : null}
      <p className="po-way-what">{way.what}</p>
      <dl>
        <div>
          <dt>{t.time}</dt>
          <dd>{way.time}</dd>
        </div>
        <div>
          <dt>{t.cost}</dt>
          <dd>{way.cost}</dd>
        </div>
        <div>
          <dt>{t.outcome}</dt>
          <dd>{way.likelyOutcome}</dd>
        </div>
        <div>
          <dt>{t.bring}</dt>
          <dd>{way.bring.length === 0 ? t.nothing : way.bring.join('、')}</dd>
        </div>
        {way.outside === null ? null : (
          <>
            <div>
              <dt>{t.office}</dt>
              <dd>{way.outside.office}</dd>
            </div>
            <div>
              <dt>{t.phone}</dt>
              <dd>{way.outside.phone ?? <ToFill />}</dd>
            </div>
          </>
        )}
      </dl>
      <p className="po-actions no-print">
        {way.service === null ? null : (
          <>
            <Link
              className={isFirst ? 'btn primary' : 'btn'}
              to="/services/$type/apply"
              params={{ type: way.service.id }}
              aria-label={`${t.apply}：${way.label}`}
            >
              {t.apply}
            </Link>
            <Link to="/services/$type" params={{ type: way.service.id }} aria-label={`${t.guide}：${way.label}`}>
              {t.guide}
            </Link>
          </>
        )}
        {way.page === null ? null : (
          <Link className={isFirst ? 'btn primary' : 'btn'} to={way.page} aria-label={`${t.go}：${way.label}`}>
            {t.go}
          </Link>
        )}
      </p>
    </li>
  )
}
