import { Link } from '@tanstack/react-router'
import type { Light } from '../../api/types.gen.ts'
import { Sparkline } from '../../charts/sparkline.tsx'
import { figureWith } from '../../format/indicator-figures.ts'
import type { Language } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { Missing } from '../../ui/states.tsx'
import type { Column } from '../../ui/table.tsx'
import type { indicatorsTexts } from './indicators.texts.ts'
import type { ListedIndicator } from './list-indicators.ts'
import { decimalsFor, StateTag, symbolOf } from './value-card.tsx'

const urgency: Readonly<Record<Light, number>> = { red: 0, amber: 1, grey: 2, green: 3, blue: 4 }

type Words = (typeof indicatorsTexts)['zh']

export function indicatorColumns(t: Words, language: Language): readonly Column<ListedIndicator>[] {
  return [
    {
      key: 'light',
      head: t.col.light,
      className: 'il-light',
      sort: ({ indicator }) => (indicator.light === null ? 9 : urgency[indicator.light]),
      cell: ({ indicator }) =>
        indicator.light === null ? (
          <span className="quiet">{indicator.target === null ? t.noLight : t.notJudged}</span>
        ) : (
          <LightMark light={indicator.light} />
        ),
    },
    {
      key: 'name',
      head: t.col.name,
      className: 'il-name',
      sort: ({ indicator }) => indicator.label,
      cell: ({ indicator }) => (
        <>
          <Link to="/indicators/$code" params={{ code: indicator.code ?? indicator.id }}>
            {language === 'zh' ? indicator.label : indicator.labelEn}
          </Link>{' '}
          {indicator.code === null ? null : <span className="quiet small no-phone">{indicator.code}</span>}
        </>
      ),
    },
    {
      key: 'value',
      head: t.col.value,
      figure: true,
      className: 'il-value figure-strong',
      cell: ({ indicator }) =>
        indicator.value === null ? (
          <Missing reason={t.missingShort} why={indicator.missing?.[language] ?? t.missing} />
        ) : (
          <span title={String(indicator.value)}>{figureWith(indicator.value, indicator.decimals)}</span>
        ),
    },
    {
      key: 'target',
      head: t.col.target,
      figure: true,
      className: 'il-target',
      cell: ({ indicator: { target, decimals } }) =>
        target?.value == null ? null : (
          <span className="amount">
            <i>{symbolOf(target.comparator)}</i>
            {figureWith(target.value, decimalsFor(target.value, decimals))}
          </span>
        ),
    },
    { key: 'unit', head: t.col.unit, className: 'il-unit', cell: ({ indicator }) => indicator.unit },
    {
      key: 'trend',
      head: t.col.trend,
      className: 'il-trend no-phone',
      cell: ({ indicator, annual }) => (
        <Sparkline
          trend={indicator.trend}
          target={indicator.target?.value ?? null}
          forecast={null}
          annual={annual}
          label={t.trendOf(language === 'zh' ? indicator.label : indicator.labelEn)}
        />
      ),
    },
    {
      key: 'official',
      head: t.col.official,
      figure: true,
      className: 'il-official',
      cell: ({ indicator: { official, decimals } }) =>
        official === null ? null : (
          <span title={official.source ?? undefined}>
            {figureWith(official.value, decimals)} <span className="quiet small">{official.on.slice(0, 7)}</span>
          </span>
        ),
    },
    {
      key: 'state',
      head: t.col.state,
      className: 'il-state',
      cell: ({ indicator }) =>
        indicator.state === 'missing' ? (
          <span className="quiet small">{indicator.missing?.[language] ?? t.missing}</span>
        ) : (
          <>
            <StateTag state={indicator.state} /> <span className="quiet small nb">{indicator.asOf.slice(5)}</span>
          </>
        ),
    },
  ]
}
