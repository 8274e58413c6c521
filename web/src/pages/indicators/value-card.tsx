import { Link } from '@tanstack/react-router'
import type { IndicatorDetail, IndicatorState, IndicatorValue } from '../../api/indicator.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { figureWith, partFigure, signedFigure } from '../../format/indicator-figures.ts'
import { exactSum } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { Missing } from '../../ui/states.tsx'
import { formulaParts } from './formula-parts.ts'
import { indicatorsTexts } from './indicators.texts.ts'
import type { ViewControl } from './use-indicator-view.ts'

interface ValueCardProps {
  readonly detail: IndicatorDetail
  readonly value: IndicatorValue | undefined
  readonly control: ViewControl
}

/** 现值: the figure, whether it was computed or approved, until when and by which definition, and what is lacking. */
export function ValueCard({ detail, value, control }: ValueCardProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const shown = value ?? {
    ...detail,
    scope: null,
    frozen: null,
    computedAt: null,
    missing: detail.missing ?? undefined,
  }
  const target = shown === value ? value.target : (detail.target?.value ?? null)
  return (
    <section className="in-value" aria-labelledby="in-value">
      <header className="tg-head">
        <h2 id="in-value">{shown.scope?.shortName ?? t.current}</h2>
        <StateTag state={shown.state} />
        <p>
          {t.asOf(shown.asOf)} {t.byDefinition(shown.version)}
        </p>
      </header>
      {shown.value === null ? (
        <div className="tg-absent missing">
          <Missing reason={shown.missing?.[language] ?? t.missing} />
        </div>
      ) : (
        <p className="tg-figure">
          <b title={String(shown.value)}>{figureWith(shown.value, detail.decimals)}</b>
          <span>{detail.unit}</span>
        </p>
      )}
      <p className="tg-standing">
        {shown.light === null ? null : <LightMark light={shown.light} />}
        <span>{standing(detail, shown.value, target, t)}</span>
      </p>
      <TwoNumbers detail={detail} value={value} />
      <Facts detail={detail} value={value} control={control} />
    </section>
  )
}

type Words = (typeof indicatorsTexts)['zh']

function standing(detail: IndicatorDetail, value: number | null, target: number | null, t: Words): string {
  if (target === null || detail.target === null) return t.noTarget
  const words = `${symbolOf(detail.target.comparator)} ${figureWith(target, decimalsFor(target, detail.decimals))} ${detail.unit}`
  if (value === null) return t.target(words)
  const beyond = detail.target.comparator === 'gt' || detail.target.comparator === 'lt'
  const met =
    detail.better === 'higher' ? (beyond ? value > target : value >= target) : beyond ? value < target : value <= target
  if (met) return t.targetMet(words)
  return t.targetShort(words, figureWith(Math.abs(exactSum([target, -value])), detail.decimals), detail.unit)
}

const symbols: Readonly<Record<string, string>> = { gte: '≥', gt: '＞', lte: '≤', lt: '＜', eq: '＝' }

export function symbolOf(comparator: string | null): string {
  return symbols[comparator ?? 'gte'] ?? ''
}

/** A whole target is printed whole: ≥ 20 beside 17.40. */
export function decimalsFor(value: number, decimals: number): number {
  return Number.isInteger(value) ? 0 : decimals
}

export function StateTag({ state }: { readonly state: IndicatorState }) {
  const t = useTexts(indicatorsTexts)
  if (state === 'missing') return null
  return (
    <span className={`status status-tag ${state === 'frozen' ? 'approved' : 'reported'}`} title={t.stateMeaning[state]}>
      {t.states[state]}
    </span>
  )
}

function TwoNumbers({ detail, value }: Pick<ValueCardProps, 'detail' | 'value'>) {
  const { arrangement, above, below } = formulaParts(value?.inputs ?? detail.inputs)
  const [top] = above
  const [bottom] = below
  if (arrangement !== 'fraction' || top?.value == null || bottom?.value == null) return null
  const over = partFigure(top.value, top.unit)
  const under = partFigure(bottom.value, bottom.unit)
  return <p className="in-two">{`${over.figure} ${over.unit} ÷ ${under.figure} ${under.unit}`}</p>
}

function Facts({ detail, value, control }: ValueCardProps) {
  const t = useTexts(indicatorsTexts)
  const { official, decimals } = detail
  const same = official === null ? null : lastBy(detail.series, official.on)
  return (
    <dl className="facts ruled tg-facts">
      {official === null || control.view.unit !== undefined ? null : (
        <>
          <dt>{t.official}</dt>
          <dd>
            <b>{figureWith(official.value, decimals)}</b> <span className="quiet">{official.on}</span>
            {official.source === null ? null : <span className="quiet small in-official"> {official.source}</span>}
          </dd>
          {same === null ? null : (
            <>
              <dt>{t.difference}</dt>
              <dd>
                <b>{signedFigure(exactSum([same.value, -official.value]), decimals)}</b>{' '}
                <span className="quiet">{t.sameDay(figureWith(same.value, decimals))}</span>
              </dd>
            </>
          )}
        </>
      )}
      <FrozenFact detail={detail} value={value} ofUnit={control.view.unit !== undefined} />
      {detail.expected.records === 0 || detail.expected.value === null ? null : (
        <>
          <dt>{t.expected}</dt>
          <dd>
            <a href="#in-what-if">
              {t.expectedWords(detail.expected.records, figureWith(detail.expected.value, decimals))}
            </a>
          </dd>
        </>
      )}
      {detail.target === null ? null : (
        <>
          <dt>{t.measures}</dt>
          <dd>
            <Link to="/targets/$itemId" params={{ itemId: detail.target.itemId }}>
              {t.toTarget(detail.code ?? '')}
            </Link>
          </dd>
        </>
      )}
      <dt>{t.computedOn}</dt>
      <dd className="quiet">{value === undefined ? detail.asOf : instantInCounty(value.computedAt)}</dd>
    </dl>
  )
}

interface FrozenFactProps {
  readonly detail: IndicatorDetail
  readonly value: IndicatorValue | undefined
  readonly ofUnit: boolean
}

/** What was approved: for the day shown, or else the last period that was. */
function FrozenFact({ detail, value, ofUnit }: FrozenFactProps) {
  const t = useTexts(indicatorsTexts)
  const { decimals } = detail
  const last = ofUnit ? undefined : detail.series.findLast((point) => point.frozen !== null)
  if (value?.frozen != null)
    return (
      <>
        <dt>{t.frozen}</dt>
        <dd>
          <b>{value.frozen.value === null ? t.missing : figureWith(value.frozen.value, decimals)}</b>{' '}
          <span className="quiet">{t.frozenBy(value.frozen.byLabel, instantInCounty(value.frozen.at))}</span>
          {value.frozen.changedRecords === 0 ? null : (
            <a href="#in-drift" className="light amber in-drifted">
              {t.drifted(value.frozen.changedRecords)}
            </a>
          )}
        </dd>
      </>
    )
  if (last?.frozen == null) return null
  return (
    <>
      <dt>{t.frozen}</dt>
      <dd>
        <b>{figureWith(last.frozen, decimals)}</b> <span className="quiet">{t.frozenOn(last.on)}</span>
        <a href="#in-drift" className="in-drifted">
          {t.seeDrift}
        </a>
      </dd>
    </>
  )
}

/** The last figure by a day: what we computed for the day of an official one. */
function lastBy(
  series: IndicatorDetail['series'],
  day: string,
): { readonly on: string; readonly value: number } | null {
  const found = series.findLast((point) => point.on <= day && point.value !== null)
  return found === undefined || found.value === null ? null : { on: found.on, value: found.value }
}
