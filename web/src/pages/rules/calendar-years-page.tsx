import './rules.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../api/queries.ts'
import { calendarYearsQuery } from '../../api/rule.queries.ts'
import type { CalendarYearRow } from '../../api/types.gen.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Loaded, SkeletonPage } from '../../ui/states.tsx'
import { calendarTexts } from './calendar.texts.ts'
import { LoadYear } from './load-year.tsx'

/** 节假日安排: which days of which year are off and worked, by which notice; whoever may loads another year. */
export function CalendarYearsPage() {
  const t = useTexts(calendarTexts)
  const mayLoad = useMay('calendar.manage')
  const query = useQuery(calendarYearsQuery)
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ to: '/rules', label: t.rules }]}>
      <Loaded query={query} skeleton={<SkeletonPage />}>
        {({ years }) => (
          <div className={mayLoad ? 'rl-columns' : undefined}>
            <div>
              {[...years].reverse().map((year) => (
                <Year key={year.year} year={year} />
              ))}
            </div>
            {mayLoad ? <LoadYear next={nextYear(years)} /> : null}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Year({ year }: { readonly year: CalendarYearRow }) {
  const t = useTexts(calendarTexts)
  const { status, holidays, makeUpDays, source, loaded, workingDays } = year
  return (
    <Card
      className="rl-year"
      title={t.year(year.year)}
      note={t.workingDays(workingDays)}
      actions={
        status === 'official' ? (
          <span className="rl-sure">{t.official}</span>
        ) : (
          <span className="rl-unsure" title={t.provisionalWhy}>
            {t.provisional}
          </span>
        )
      }
    >
      <dl className="rl-facts">
        <div>
          <dt>{t.off}</dt>
          <dd>{holidays.map(({ name, from, to }) => `${name} ${t.range(short(from), short(to))}`).join('；')}</dd>
        </div>
        <div>
          <dt>{t.makeUp}</dt>
          <dd>
            {makeUpDays.length === 0
              ? t.none
              : makeUpDays.map(({ date, holiday }) => `${short(date)}（${holiday}）`).join('、')}
          </dd>
        </div>
        <div>
          <dt>{t.source}</dt>
          <dd>
            {source}
            <span className="quiet small">
              {' '}
              {loaded === null ? t.withProgram : t.loadedBy(loaded.byLabel, instantInCounty(loaded.at))}
            </span>
          </dd>
        </div>
      </dl>
      {status === 'official' ? null : (
        <p className="card-body quiet small">
          {t.provisionalWhy} <Link to="/rules">{t.rules}</Link>
        </p>
      )}
    </Card>
  )
}

/** The first year that is not published; the one after all of them otherwise. */
function nextYear(years: readonly CalendarYearRow[]): number {
  const open = years.find(({ status }) => status !== 'official')
  return open?.year ?? Math.max(...years.map(({ year }) => year)) + 1
}

/** 02-10; the year stands above. */
function short(day: string): string {
  return day.slice(5)
}
