import { Link } from '@tanstack/react-router'
import { useSession } from '../../api/queries.ts'
import type { DutyRow, TargetDetail, TargetMonitor } from '../../api/types.gen.ts'
import { amountInWords, exactAmount, whenMet } from '../../format/amounts.ts'
import { dateInWords } from '../../format/dates.ts'
import { periodAround, periodInWords } from '../../format/periods.ts'
import { estimatedFigure, exactSum, percent, readFigure } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { DutyDue } from '../../ui/duty.tsx'
import { lightTexts } from '../../ui/light.texts.ts'
import { LightMark } from '../../ui/light.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { ReadingValue, StatusWord } from '../../ui/reading.tsx'
import { targetsTexts } from './targets.texts.ts'

interface ValueCardProps {
  readonly target: TargetDetail
  readonly monitor: TargetMonitor
}

/** 现值: how much there is, until when, how sure, how far that is, and why the light has its colour. */
export function ValueCard({ target, monitor }: ValueCardProps) {
  const t = useTexts(targetsTexts)
  const language = useLanguage()
  const { current, light, why } = monitor
  return (
    <section className="tg-value" aria-labelledby="tg-value">
      <header className="tg-head">
        <h2 id="tg-value">{t.current}</h2>
        {current === null ? null : current.status === 'computed' ? (
          <Link to="/indicators/$code" params={{ code: target.code }}>
            <StatusWord status={current.status} tag />
          </Link>
        ) : (
          <StatusWord status={current.status} tag />
        )}
        {current === null ? null : <p>{t.until(current.cutoffOn ?? current.periodEnd)}</p>}
      </header>
      <BigValue monitor={monitor} />
      <p className="tg-standing">
        <LightMark light={light} />
        <span>{standingWords(monitor, t, amountInWords(target.amount, language))}</span>
      </p>
      <WayBar monitor={monitor} />
      <p className={`tg-why ${light}`}>{why[language]}</p>
      <dl className="facts ruled tg-facts">
        {current?.numerator == null || current.denominator === null ? null : (
          <>
            <dt>{t.parts}</dt>
            <dd>{`${readFigure(current.numerator)} ÷ ${readFigure(current.denominator)}`}</dd>
          </>
        )}
        {monitor.baseline === null ? null : (
          <>
            <dt>{t.baseline}</dt>
            <dd>
              <b>{readFigure(monitor.baseline.value)}</b> <span className="quiet">{monitor.baseline.on ?? ''}</span>
            </dd>
          </>
        )}
        <dt>{t.whenMet}</dt>
        <dd>
          <span title={whenMet(target.amount, language)}>
            {exactAmount(target.amount) === null
              ? whenMet(target.amount, language)
              : amountInWords(target.amount, language)}
          </span>
          {target.deadline === null ? null : (
            <span className="quiet">{`　${t.by(dateInWords(target.deadline, language))}`}</span>
          )}
        </dd>
        {monitor.forecast?.pacePerMonth == null || monitor.met ? null : (
          <>
            <dt>{t.needed}</dt>
            <dd>{t.pace(estimatedFigure(monitor.forecast.pacePerMonth), target.amount.unit)}</dd>
          </>
        )}
        <dt>{t.owner}</dt>
        <dd className="stacked">
          {target.owners.map((unit) => (
            <UnitLink key={unit.id} unit={unit} full />
          ))}
        </dd>
        <dt>{t.nextValue}</dt>
        <dd className="stacked">
          {monitor.nextDuty === null ? (
            <NextPeriod target={target} monitor={monitor} />
          ) : (
            <NextDuty duty={monitor.nextDuty} />
          )}
        </dd>
      </dl>
    </section>
  )
}

function BigValue({ monitor }: { readonly monitor: TargetMonitor }) {
  const t = useTexts(lightTexts)
  const { current, amount } = monitor
  if (current?.state === 'value' && current.value !== null)
    return (
      <p className="tg-figure">
        <b title={String(current.value)}>{readFigure(current.value)}</b>
        <span>{amount.unit}</span>
      </p>
    )
  return (
    <div className={`tg-absent ${current?.state ?? 'missing'}`}>
      <ReadingValue reading={current} />
      {current === null ? <span className="sr">{t.missing}</span> : null}
    </div>
  )
}

function standingWords(monitor: TargetMonitor, t: Texts, target: string): string {
  const value = monitor.current?.value ?? null
  if (value === null) return t.targetIs(target)
  if (monitor.met) return t.isMet(target)
  const short = exactSum([monitor.amount.value, -value])
  return short > 0 ? t.isShort(target, readFigure(short), monitor.amount.unit) : t.targetIs(target)
}

type Texts = (typeof targetsTexts)['zh']

/** The way made, with a mark where the schedule stands. A share never without its two numbers. */
function WayBar({ monitor }: { readonly monitor: TargetMonitor }) {
  const t = useTexts(targetsTexts)
  const { completion, share, light, amount, baseline, current } = monitor
  if (completion === null) return <p className="quiet small">{t.schedule(percent(share))}</p>
  const from = baseline?.value ?? 0
  const made = readFigure(exactSum([current?.value ?? 0, -from]))
  const whole = readFigure(exactSum([amount.value, -from]))
  return (
    <div className="tg-way">
      <div
        className="way-bar"
        role="img"
        aria-label={`${t.completion(percent(completion), made, whole)}，${t.schedule(percent(share))}`}
      >
        <i className={light} style={{ width: `${completion * 100}%` }} />
        <b style={{ left: `${share * 100}%` }} />
      </div>
      <p>
        <span>{t.completion(percent(completion), made, whole)}</span>
        <span>{t.schedule(percent(share))}</span>
      </p>
    </div>
  )
}

/** Nothing is owed today: which period comes next, and from when on it can be reported. */
function NextPeriod({ target, monitor }: ValueCardProps) {
  const t = useTexts(targetsTexts)
  const language = useLanguage()
  const today = useSession()?.today ?? monitor.window.end
  const { period, opensOn } = periodAround(today, monitor.cycle)
  if (today > monitor.window.end) return <span className="quiet">{t.nextNone}</span>
  return (
    <>
      <span>
        {target.owners[0] === undefined ? null : <UnitLink unit={target.owners[0]} />} {periodInWords(period, language)}
      </span>
      <span className="quiet">{t.opensOn(dateInWords(opensOn, language))}</span>
    </>
  )
}

/** Who owes the next value, until when. */
function NextDuty({ duty }: { readonly duty: DutyRow }) {
  return (
    <>
      <span>
        <UnitLink unit={duty.unit} />　{duty.title}
      </span>
      <DutyDue duty={duty} />
    </>
  )
}
