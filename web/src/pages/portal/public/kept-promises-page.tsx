import '../find/find.css'
import '../home/home.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ratingFiguresQuery } from '../../../api/applying.queries.ts'
import { keptPromisesQuery } from '../../../api/service.queries.ts'
import type { KeptPromises } from '../../../api/service.types.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Loaded, Missing } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { homeTexts } from '../home/home.texts.ts'
import { statusTexts } from '../status/status.texts.ts'
import { keptTexts } from './kept.texts.ts'

/** 说到有没有做到, service by service, and how each figure is counted; and what people said. */
export function KeptPromisesPage() {
  const t = useTexts(keptTexts)
  const home = useTexts(homeTexts)
  const language = useLanguage()
  const kept = useQuery(keptPromisesQuery)
  return (
    <PortalPage
      title={home.kept}
      {...(kept.data === undefined
        ? {}
        : { lead: home.keptFrom(dateInWords(kept.data.from, language), dateInWords(kept.data.to, language)) })}
    >
      <Loaded query={kept}>{(data) => <Services kept={data} />}</Loaded>
      <section>
        <h2 className="po-h2">{t.how}</h2>
        <ul className="po-bullets-plain">
          {t.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <Ratings />
    </PortalPage>
  )
}

function Services({ kept }: { readonly kept: KeptPromises }) {
  const t = useTexts(keptTexts)
  return (
    <table className="po-services po-kept">
      <thead>
        <tr>
          <th scope="col">{t.service}</th>
          <th scope="col">{t.promise}</th>
          <th scope="col" className="num">
            {t.ended}
          </th>
          <th scope="col" className="num">
            {t.inTime}
          </th>
          <th scope="col" className="num">
            {t.mean}
          </th>
        </tr>
      </thead>
      <tbody>
        {kept.services.map((service) => (
          <tr key={service.type}>
            <th scope="row">
              <Link to="/services/$type" params={{ type: service.type }}>
                {service.label}
              </Link>
              <span>{service.unit}</span>
            </th>
            <td data-label={t.promise}>{service.promise}</td>
            <td className="num" data-label={t.ended}>
              {service.ended}
            </td>
            <td className="num" data-label={t.inTime}>
              {service.promised.measured === 0 ? (
                <Missing reason={t.none} />
              ) : (
                t.share(service.promised.inTime, service.promised.measured)
              )}
            </td>
            <td className="num" data-label={t.mean}>
              {service.meanWorkingDays === null ? (
                <Missing reason={service.ended === 0 ? t.none : t.untimed} />
              ) : (
                service.meanWorkingDays.toFixed(1)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Ratings() {
  const t = useTexts(keptTexts)
  const words = useTexts(statusTexts)
  const figures = useQuery(ratingFiguresQuery)
  return (
    <section>
      <h2 className="po-h2">{t.ratings}</h2>
      <Loaded query={figures}>
        {(data) => (
          <>
            <p>{t.rated(data.ratedMatters, data.ended, data.total.count)}</p>
            {data.total.byLevel === null ? (
              <p>
                <Missing reason={t.tooFew(data.atLeast)} />
              </p>
            ) : (
              <dl className="po-proof">
                {[...data.total.byLevel].reverse().map((count, at) => (
                  <div key={words.levels[4 - at]}>
                    <dt>{words.levels[4 - at]}</dt>
                    <dd>
                      <b>{count}</b>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {data.badDue === null || data.rectified === null ? null : (
              <p className="po-note">{t.bad(data.badDue, data.rectified, data.excluded)}</p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
