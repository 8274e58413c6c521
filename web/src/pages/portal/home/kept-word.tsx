import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ratingFiguresQuery } from '../../../api/applying.queries.ts'
import { keptPromisesQuery } from '../../../api/service.queries.ts'
import type { KeptPromises } from '../../../api/service.types.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Loaded, Missing } from '../../../ui/states.tsx'
import { homeTexts } from './home.texts.ts'

/** What was promised, and what was done: never a share without its two numbers. */
export function KeptWord() {
  const t = useTexts(homeTexts)
  const language = useLanguage()
  const kept = useQuery(keptPromisesQuery)
  return (
    <section aria-labelledby="h-kept">
      <header className="po-band-head">
        <h2 id="h-kept">{t.kept}</h2>
        {kept.data === undefined ? null : (
          <p>{t.keptFrom(dateInWords(kept.data.from, language), dateInWords(kept.data.to, language))}</p>
        )}
        <Link to="/kept-promises">{t.keptHow}</Link>
      </header>
      <Loaded query={kept}>{(data) => <Proof kept={data} />}</Loaded>
    </section>
  )
}

function Proof({ kept }: { readonly kept: KeptPromises }) {
  const t = useTexts(homeTexts)
  const ratings = useQuery(ratingFiguresQuery).data
  const { promised, meanWorkingDays, ended } = kept.total
  const few = (ratings?.total.count ?? 0) === 0 ? t.noneRated : t.fewRated
  return (
    <dl className="po-proof">
      <Figure label={t.inTime} missing={promised.measured === 0 ? t.none : undefined}>
        <b>
          {percent(promised.inTime, promised.measured)}
          <small>%</small>
        </b>
        <span>{t.of(promised.inTime, promised.measured, t.cases)}</span>
      </Figure>
      <Figure label={t.mean} missing={meanWorkingDays === null ? t.none : undefined}>
        <b>
          {meanWorkingDays?.toFixed(1)}
          <small>{t.days}</small>
        </b>
        <span>
          {ended} {t.cases}
        </span>
      </Figure>
      <Figure label={t.goodRate} missing={ratings?.total.good == null ? few : undefined}>
        <b>
          {ratings?.total.goodRate?.toFixed(1)}
          <small>%</small>
        </b>
        <span>
          {t.of(ratings?.total.good ?? 0, ratings?.total.count ?? 0, t.times)}
          <br />
          {t.notRated}
        </span>
      </Figure>
      <Figure label={t.put} missing={ratings?.badDue == null ? few : ratings.badDue === 0 ? t.noneBad : undefined}>
        <b>
          {ratings?.rectified}
          <small>{t.cases}</small>
        </b>
        <span>{t.of(ratings?.rectified ?? 0, ratings?.badDue ?? 0, t.cases)}</span>
      </Figure>
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly missing: string | undefined
  readonly children: React.ReactNode
}

function Figure({ label, missing, children }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{missing === undefined ? children : <Missing reason={missing} />}</dd>
    </div>
  )
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : ((100 * part) / whole).toFixed(1)
}
