import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { publicationsQuery } from '../../../api/service.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Loaded } from '../../../ui/states.tsx'
import { PublicationLine } from '../public/publication-line.tsx'
import { homeTexts } from './home.texts.ts'

/** The newest results; while objections are taken, the door to them stands beside. */
export function Published() {
  const t = useTexts(homeTexts)
  const publications = useQuery(publicationsQuery)
  return (
    <section aria-labelledby="h-results">
      <header className="po-band-head">
        <h2 id="h-results">{t.results}</h2>
        <p>{t.resultsLead}</p>
        <Link to="/publications">{t.allResults}</Link>
      </header>
      <Loaded query={publications}>
        {(data) =>
          data.rows.length === 0 ? (
            <p className="quiet">{t.noResults}</p>
          ) : (
            <ul className="po-lines">
              {data.rows.slice(0, 4).map((publication) => (
                <PublicationLine key={publication.id} publication={publication} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
