import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { recordsQuery } from '../../../api/register.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Loaded } from '../../../ui/states.tsx'
import { EntryLine } from '../public/entry-line.tsx'
import { homeTexts } from './home.texts.ts'

/** Who can be asked nearby: two experts and two stations; the page behind has them all. */
export function People() {
  const t = useTexts(homeTexts)
  const experts = useQuery(recordsQuery('expert', {}, 2))
  const stations = useQuery(recordsQuery('workstation', {}, 2))
  return (
    <section aria-labelledby="h-people">
      <header className="po-band-head">
        <h2 id="h-people">{t.people}</h2>
        <Link to="/experts">{t.allPeople}</Link>
      </header>
      <Loaded query={experts}>
        {(data) => (
          <ul className="po-people">
            {data.rows.map((row) => (
              <EntryLine key={row.id} register="expert" row={row} />
            ))}
            {stations.data?.rows.map((row) => (
              <EntryLine key={row.id} register="workstation" row={row} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
