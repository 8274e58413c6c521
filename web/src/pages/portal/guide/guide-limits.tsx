import { Link } from '@tanstack/react-router'
import type { GuideLimit, SourceRow } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { guideTexts } from './guide.texts.ts'

/** Each limit with its article, from when it is counted and what is not counted. */
export function GuideLimits({ limits }: { readonly limits: readonly GuideLimit[] }) {
  const t = useTexts(guideTexts)
  if (limits.length === 0) return null
  return (
    <section>
      <h2 className="po-h2">{t.limits}</h2>
      <p className="po-lead">{t.limitsLead}</p>
      <div className="po-folds">
        {limits.map((limit) => (
          <details key={limit.id}>
            <summary>
              <b>{limit.label}</b>
              <span className="po-limit-two">
                {limit.promised === null ? null : (
                  <span>
                    {t.promisedLimit} <b>{limit.promised}</b>
                  </span>
                )}
                <span>
                  {t.legalLimit} {limit.legal}
                </span>
              </span>
            </summary>
            <dl className="po-facts">
              <div>
                <dt>{t.startsOn}</dt>
                <dd>{t.startsWords(limit.startsOn)}</dd>
              </div>
              <div>
                <dt>{t.stops}</dt>
                <dd>{limit.stops.length === 0 ? t.noStops : limit.stops.join('、')}</dd>
              </div>
              <div>
                <dt>{t.source}</dt>
                <dd>
                  <SourceWords source={limit.source} />
                </dd>
              </div>
            </dl>
            <p>
              <Link to="/rules/$rule" params={{ rule: limit.rule }}>
                {t.rule}
              </Link>
            </p>
          </details>
        ))}
      </div>
    </section>
  )
}

/** Instrument and article; one that was not read in the text says so. */
export function SourceWords({ source }: { readonly source: SourceRow }) {
  const t = useTexts(guideTexts)
  return (
    <>
      《{source.instrument}》{source.article}
      {source.certainty === 'recalled' ? <span className="light grey"> {t.recalled}</span> : null}
    </>
  )
}
