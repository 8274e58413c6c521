import { Link } from '@tanstack/react-router'
import type { ServiceRow } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { findTexts } from './find.texts.ts'

interface ServiceCardProps {
  readonly service: ServiceRow
  readonly isBest?: boolean
  /** words of the question that it answers to */
  readonly because?: readonly string[]
}

/** A service in a list: what one gets, who handles it, how long, how much; the guide first, then the form. */
export function ServiceCard({ service, isBest = false, because = [] }: ServiceCardProps) {
  const t = useTexts(findTexts)
  const language = useLanguage()
  const label = language === 'zh' ? service.label : service.labelEn
  return (
    <li className={isBest ? 'po-service best' : 'po-service'}>
      <div>
        <h2>
          <Link to="/services/$type" params={{ type: service.id }}>
            {label}
          </Link>
          {isBest ? <span className="po-best">{t.best}</span> : null}
        </h2>
        <p>{service.about}</p>
        {because.length === 0 ? null : <p className="po-fine">{t.because(because.join('、'))}</p>}
      </div>
      <dl>
        <div>
          <dt>{t.when}</dt>
          <dd>{service.promised}</dd>
        </div>
        <div>
          <dt>{t.costs}</dt>
          <dd>{service.fee}</dd>
        </div>
        <div>
          <dt>{t.who}</dt>
          <dd>{service.unit.name}</dd>
        </div>
      </dl>
      <p className="po-service-acts">
        {service.isOpen ? (
          <Link
            className={isBest ? 'btn primary' : 'btn'}
            to="/services/$type/apply"
            params={{ type: service.id }}
            aria-label={`${t.apply}：${label}`}
          >
            {t.apply}
          </Link>
        ) : (
          <span className="light grey">
            {t.closed}
            {service.closedBecause === null ? '' : `：${service.closedBecause}`}
          </span>
        )}
      </p>
    </li>
  )
}
