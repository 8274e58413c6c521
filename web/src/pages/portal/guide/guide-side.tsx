import { Link } from '@tanstack/react-router'
import type { ServiceGuide } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { ToFill } from '../frame/portal-foot.tsx'
import { guideTexts, wordOf } from './guide.texts.ts'

/** The way in, and where to go or call for those who would rather not do it here. */
export function GuideSide({ guide }: { readonly guide: ServiceGuide }) {
  const t = useTexts(guideTexts)
  const { place } = guide
  return (
    <aside className="po-guide-side" aria-label={t.entrances}>
      <div className="po-panel">
        {guide.isOpen ? (
          <Link className="btn primary po-wide" to="/services/$type/apply" params={{ type: guide.id }}>
            {t.apply}
          </Link>
        ) : (
          <p role="status">
            <span className="light grey">{t.closed}</span> {guide.closedBecause ?? ''}
            <br />
            <span className="po-fine">{t.closedLead}</span>
          </p>
        )}
        <ul className="po-ticks">
          {guide.entrances
            .filter((entrance) => entrance !== 'staff')
            .map((entrance) => (
              <li key={entrance}>
                <Icon name="check" size={16} /> {wordOf(t.entrance, entrance)}
              </li>
            ))}
        </ul>
      </div>
      <div className="po-panel">
        <h2>{t.place}</h2>
        <dl className="po-facts">
          <div>
            <dt>{t.unit}</dt>
            <dd>{place.unit}</dd>
          </div>
          <div>
            <dt>{t.address}</dt>
            <dd>{place.address ?? <ToFill />}</dd>
          </div>
          <div>
            <dt>{t.hours}</dt>
            <dd>{place.hours ?? <ToFill />}</dd>
          </div>
          <div>
            <dt>{t.phone}</dt>
            <dd>{place.phone === null ? <ToFill /> : <a href={`tel:${place.phone}`}>{place.phone}</a>}</dd>
          </div>
          <div>
            <dt>{t.complaints}</dt>
            <dd>
              {place.complaints === null ? <ToFill /> : <a href={`tel:${place.complaints}`}>{place.complaints}</a>}
            </dd>
          </div>
        </dl>
        <button type="button" className="btn small-btn no-print po-not-phone" onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {t.print}
        </button>
      </div>
    </aside>
  )
}
