import { useQuery } from '@tanstack/react-query'
import { limitQuery } from '../../../api/matter.queries.ts'
import { useSession } from '../../../api/queries.ts'
import type { MatterDetail } from '../../../api/types.gen.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { LimitCalendar } from '../../../ui/limit-calendar.tsx'
import { caseTexts } from './case.texts.ts'
import { DueWords, lightClass } from './due-words.tsx'

type Limit = MatterDetail['limits'][number]

/** The clocks of a case: the nearest one large, then each with its rule, its article and how it was counted. */
export function CaseLimits({ matter }: { readonly matter: MatterDetail }) {
  const t = useTexts(caseTexts)
  const limits = sortedLimits(matter.limits)
  return (
    <section className="card" id="mc-limits" aria-label={t.limits}>
      <header className="mc-card-head">
        <h2>{t.limits}</h2>
        <p>{t.limitsLead}</p>
      </header>
      <div className="mc-clock">
        <p className="mc-clock-big">
          <DueWords matter={matter} />
        </p>
        <Days limits={limits} />
      </div>
      {limits.length === 0 ? <p className="mc-none">{t.noLimits}</p> : null}
      <dl className="mc-why">
        {limits.map((limit) => (
          <LimitWords key={limit.id} limit={limit} />
        ))}
      </dl>
    </section>
  )
}

/** The limits that are shown on the calendar together: the nearest running one and its other kind. */
function Days({ limits }: { readonly limits: readonly Limit[] }) {
  const today = useSession()?.today
  const nearest = limits.find(({ status }) => status === 'running' || status === 'stopped')
  const pair =
    nearest === undefined ? [] : limits.filter((one) => one.limit === nearest.limit && one.status === nearest.status)
  const { data } = useQuery({ ...limitQuery(nearest?.id ?? ''), enabled: nearest !== undefined })
  if (data === undefined) return null
  return (
    <LimitCalendar
      days={data.days}
      {...(today === undefined ? {} : { today })}
      promised={pair.find(({ kind }) => kind === 'promised')?.dueOn ?? null}
      legal={pair.find(({ kind }) => kind === 'legal')?.dueOn ?? null}
    />
  )
}

const order = { running: 0, stopped: 1, missed: 2, met: 3, void: 4 } as const

/** Running ones first, the nearest on top. */
function sortedLimits(limits: readonly Limit[]): readonly Limit[] {
  return [...limits].sort((a, b) => order[a.status] - order[b.status] || a.dueOn.localeCompare(b.dueOn))
}

function LimitWords({ limit }: { readonly limit: Limit }) {
  const t = useTexts(caseTexts)
  const language = useLanguage()
  const day = (date: string) => dayInWords(date, language)
  const { n, unit } = limit.length
  return (
    <div data-status={limit.status}>
      <dt>
        <b>
          {t.kinds[limit.kind]}　{t.lengths[unit](n)}
        </b>
        <span className={`light ${lightClass[limit.light]}`}>
          {day(limit.dueOn)} {t.limitStates[limit.status]}
        </span>
      </dt>
      <dd>
        <b>{limit.label}</b>
        {limit.whose === 'applicant' ? `（${t.ofApplicant}）` : ''}　{t.startedOn(day(limit.startedOn), limit.startsOn)}
        {limit.stops.map((stop) =>
          stop.to === null
            ? t.stoppedFrom(day(stop.from), stop.reasonLabel)
            : t.stoppedBetween(day(stop.from), day(stop.to), stop.reasonLabel),
        )}
        {limit.extensions.map((one) => t.extended(t.lengths[one.length.unit](one.length.n), one.by, one.reason))}
        {limit.rawDue === limit.dueOn ? '' : t.moved(day(limit.rawDue))}
        {limit.lengthNow === null ? '' : t.setSince(t.lengths[limit.lengthNow.unit](limit.lengthNow.n))}
        <span className="mc-source">
          《{limit.source.instrument}》{limit.source.article}
          {limit.source.certainty === 'recalled' ? `（${t.recalled}）` : ''}
        </span>
      </dd>
    </div>
  )
}
