import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { countingQuery } from '../../api/rule.queries.ts'
import type { DueExplanation, RuleDetail } from '../../api/types.gen.ts'
import { dateInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { LimitCalendar } from '../../ui/limit-calendar.tsx'
import { Card } from '../../ui/page.tsx'
import { Loaded, Refusal } from '../../ui/states.tsx'
import { rulesTexts } from './rules.texts.ts'

interface Span {
  readonly key: number
  readonly from: string
  readonly to: string
}

/** Counts by a rule: from a day, with what is not counted and what was extended, on the calendar and day by day. */
export function DueCalculator({ rule }: { readonly rule: RuleDetail }) {
  const t = useTexts(rulesTexts)
  const version = rule.history.find(({ isInForce }) => isInForce) ?? rule.history.at(-1)
  const inHours = version?.length.unit === 'hour'
  const [from, setFrom] = useState(inHours ? `${todayInCounty()}T09:00` : todayInCounty())
  const [spans, setSpans] = useState<readonly Span[]>([])
  const [extended, setExtended] = useState(0)
  const whole = spans.filter((span) => span.from !== '' && span.to !== '' && span.from <= span.to)
  const asked = { from, paused: whole.map((span) => `${span.from}..${span.to}`), extended }
  const query = useQuery(countingQuery(rule.id, asked))
  const most = version?.extensions.length ?? 0
  return (
    <Card title={t.calculator} className="rl-calculator">
      <div className="card-body">
        <Field label={inHours ? t.fromHours : rule.limits === 'notice' ? t.fromNotice : t.from} help={t.fromHelp}>
          <input
            type={inHours ? 'datetime-local' : 'date'}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </Field>
        {(version?.stops.length ?? 0) === 0 ? null : <Pauses spans={spans} onChange={setSpans} />}
        {most === 0 ? null : (
          <Field label={t.extended}>
            <select value={extended} onChange={({ target }) => setExtended(Number(target.value))}>
              {Array.from({ length: most + 1 }, (_, times) => (
                <option key={t.times(times)} value={times}>
                  {t.times(times)}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
      {from === '' ? null : query.data === undefined && query.error !== null ? (
        <div className="card-body">
          <Refusal problem={query.error} />
        </div>
      ) : (
        <Loaded query={query}>
          {(found) => (
            <>
              {query.error === null ? null : <Refusal problem={query.error} />}
              <Outcome found={found} />
            </>
          )}
        </Loaded>
      )}
    </Card>
  )
}

function Pauses({ spans, onChange }: { readonly spans: readonly Span[]; readonly onChange: (spans: Span[]) => void }) {
  const t = useTexts(rulesTexts)
  const id = useId()
  const change = (key: number, part: Partial<Span>) =>
    onChange(spans.map((span) => (span.key === key ? { ...span, ...part } : span)))
  return (
    <fieldset className="rl-pauses">
      <legend id={id}>{t.pauses}</legend>
      <p className="field-help">{t.pausesHelp}</p>
      {spans.map((span) => (
        <p key={span.key} className="rl-pause">
          <input
            type="date"
            aria-label={`${t.pauses} ${t.pauseFrom}`}
            value={span.from}
            onChange={({ target }) => change(span.key, { from: target.value })}
          />
          <span aria-hidden="true">–</span>
          <input
            type="date"
            aria-label={`${t.pauses} ${t.pauseTo}`}
            value={span.to}
            onChange={({ target }) => change(span.key, { to: target.value })}
          />
          <button
            type="button"
            className="btn plain small-btn"
            aria-label={t.removePause}
            onClick={() => onChange(spans.filter(({ key }) => key !== span.key))}
          >
            ×
          </button>
        </p>
      ))}
      <button
        type="button"
        className="btn small-btn"
        onClick={() => onChange([...spans, { key: (spans.at(-1)?.key ?? 0) + 1, from: '', to: '' }])}
      >
        {t.addPause}
      </button>
    </fieldset>
  )
}

function Outcome({ found }: { readonly found: DueExplanation }) {
  const t = useTexts(rulesTexts)
  const language = useLanguage()
  const say = (moment: string) => {
    const [day = '', time] = moment.split('T')
    return `${dateInWords(day, language)}${time === undefined ? '' : ` ${time}`}`
  }
  const { limits } = found.rule
  const label = limits === 'notice' ? t.dueNotice : limits === 'state' ? t.dueState : t.dueUntil
  return (
    <>
      <div className="card-body rl-outcome" aria-live="polite">
        <p className="rl-due">
          <span className="quiet">{label}</span> <b>{say(found.due)}</b>
          {found.provisional ? (
            <span className="rl-unsure" title={t.provisionalWhy}>
              {t.provisional}
            </span>
          ) : null}
        </p>
        <LimitCalendar days={found.days} />
        <p>{t.counted(found.countedDays, found.restDays, found.stoppedDays)}</p>
        {found.rawDue === found.due || limits === 'notice' ? null : <p>{t.raw(say(found.rawDue))}</p>}
        {found.decideBy === null || found.decideBy === found.due ? null : <p>{t.decideBy(say(found.decideBy))}</p>}
        {found.endedBySecond ? <p>{t.second}</p> : null}
        {found.provisional ? <p className="light amber rl-wrap">{t.provisionalWhy}</p> : null}
        <p className="quiet small">
          {`${t.byVersion(say(found.version.from))}${found.version.source.instrument}${found.version.source.article}。`}
          {t.calendarNote} <Link to="/calendar-years">{t.calendarYears}</Link>
        </p>
      </div>
      <details className="rl-days">
        <summary>{t.listDays}</summary>
        <ol>
          {found.days.map(({ day, why, words, counts, isDue }) => (
            <li key={day} className={isDue ? 'due' : counts ? undefined : 'quiet'}>
              <span>{day}</span>
              <span>{`${t.why[why]}${words === null ? '' : `（${words}）`}`}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

/** All of China keeps one time, UTC+8. */
function todayInCounty(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}
