import './limit-calendar.css'
import { Fragment, useState } from 'react'
import type { CountedDay } from '../api/types.gen.ts'
import { dateInWords } from '../format/dates.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { limitCalendarTexts } from './limit-calendar.texts.ts'
import { type CalendarWeek, calendarWeeks, shownWeeks } from './limit-weeks.ts'

interface LimitCalendarProps {
  /** from the day of the event to the last day */
  readonly days: readonly CountedDay[]
  /** civil date; left out: what is past is not told from what is left */
  readonly today?: string
  /** last days, where both limits run; left out: the day that the counting ends on is shown */
  readonly promised?: string | null
  readonly legal?: string | null
}

/** A limit on the calendar: which days count, which do not and why, and the last day (承诺、法定). */
export function LimitCalendar({ days, today, promised = null, legal = null }: LimitCalendarProps) {
  const t = useTexts(limitCalendarTexts)
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return null
  const end = [last.day, promised ?? '', legal ?? ''].sort().at(-1) ?? last.day
  const { weeks, hidden, hiddenAfter } = shownWeeks(calendarWeeks(days, end), isWhole)
  return (
    <div className="limit-calendar">
      <table>
        <caption className="sr">{t.caption(dateInWords(first.day, language), dateInWords(last.day, language))}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t.month(Number(first.day.slice(5, 7)))}</span>
            </th>
            {t.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, at) => (
            <Fragment key={week.monday}>
              {hidden > 0 && at === hiddenAfter ? (
                <tr>
                  <td colSpan={8} className="between">
                    {t.weeksBetween(hidden)}{' '}
                    <button type="button" className="link" onClick={() => setWhole(true)}>
                      {t.showAll}
                    </button>
                  </td>
                </tr>
              ) : null}
              <Week week={week} marks={{ today, promised, legal }} />
            </Fragment>
          ))}
        </tbody>
      </table>
      <Key days={days} today={today} promised={promised} legal={legal} />
    </div>
  )
}

interface Marks {
  readonly today: string | undefined
  readonly promised: string | null
  readonly legal: string | null
}

function Week({ week, marks }: { readonly week: CalendarWeek; readonly marks: Marks }) {
  const t = useTexts(limitCalendarTexts)
  return (
    <tr>
      <th scope="row" className="month">
        {week.month === null ? null : t.month(week.month)}
      </th>
      {week.cells.map(({ day, counted }) => (
        <DayCell key={day} day={day} counted={counted} marks={marks} />
      ))}
    </tr>
  )
}

function DayCell({
  day,
  counted,
  marks,
}: {
  readonly day: string
  readonly counted: CountedDay | undefined
  readonly marks: Marks
}) {
  const t = useTexts(limitCalendarTexts)
  const { today, promised, legal } = marks
  const words = [
    ...(counted === undefined ? [] : [t.why[counted.why], ...(counted.words === null ? [] : [counted.words])]),
    ...(day === promised ? [`${t.promised} ${t.due}`] : []),
    ...(day === legal ? [`${t.legal} ${t.due}`] : []),
    ...(counted?.isDue === true && promised === null && legal === null ? [t.due] : []),
    ...(day === today ? [t.today] : []),
  ].join('，')
  return (
    <td className={classOf(day, counted, marks)} title={words === '' ? undefined : words}>
      <span>
        {Number(day.slice(8))}
        {words === '' ? null : <span className="sr">{`，${words}`}</span>}
      </span>
    </td>
  )
}

function classOf(day: string, counted: CountedDay | undefined, { today, promised, legal }: Marks): string {
  const isEnd = promised === null && legal === null && counted?.isDue === true
  const kind =
    counted === undefined
      ? 'out'
      : counted.why === 'start'
        ? 'start'
        : counted.why === 'stopped'
          ? 'stopped'
          : !counted.counts && counted.why !== 'shifted'
            ? 'rest'
            : today !== undefined && day > today
              ? 'left'
              : 'counts'
  return [
    kind,
    ...(counted?.why === 'makeUp' ? ['make-up'] : []),
    ...(day === today ? ['now'] : []),
    ...(day === legal ? ['legal'] : []),
    ...(day === promised || isEnd ? ['due'] : []),
  ].join(' ')
}

function Key({ days, today, promised, legal }: { readonly days: readonly CountedDay[] } & Marks) {
  const t = useTexts(limitCalendarTexts)
  const counting = days.filter(({ counts }) => counts)
  const past = today === undefined ? counting.length : counting.filter(({ day }) => day <= today).length
  const stopped = days.filter(({ why }) => why === 'stopped').length
  const rest = days.filter(({ why }) => why === 'weekend' || why === 'holiday').length
  const makeUp = days.filter(({ why }) => why === 'makeUp').length
  return (
    <p className="key">
      <span className="counts">{today === undefined ? t.counted(counting.length) : t.past(past)}</span>
      {today === undefined || past === counting.length ? null : (
        <span className="left">{t.left(counting.length - past)}</span>
      )}
      {today === undefined ? null : <span className="now">{t.today}</span>}
      {rest === 0 ? null : <span className="rest">{t.rest(rest)}</span>}
      {stopped === 0 ? null : <span className="stopped">{t.stopped(stopped)}</span>}
      {makeUp === 0 ? null : <span className="make-up">{t.makeUp(makeUp)}</span>}
      {promised === null && legal === null ? <span className="due">{t.end}</span> : null}
      {promised === null ? null : <span className="due">{t.promised}</span>}
      {legal === null ? null : <span className="legal">{t.legal}</span>}
    </p>
  )
}
