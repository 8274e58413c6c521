import { useQuery } from '@tanstack/react-query'
import type { IndicatorDetail } from '../../api/indicator.types.ts'
import { cockpitQuery, useSession } from '../../api/queries.ts'
import { ValueTiles } from '../../charts/value-tiles.tsx'
import { figureWith } from '../../format/indicator-figures.ts'
import { percent } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Missing } from '../../ui/states.tsx'
import { indicatorsTexts } from './indicators.texts.ts'
import type { ViewControl } from './use-indicator-view.ts'

interface UnitsCardProps {
  readonly detail: IndicatorDetail
  readonly control: ViewControl
}

/** Towns and parks: as a map of tiles and as bars. A press opens the unit's own records. */
export function UnitsCard({ detail, control }: UnitsCardProps) {
  const t = useTexts(indicatorsTexts)
  const session = useSession()
  const cockpit = useQuery({ ...cockpitQuery, enabled: session?.hasProgramme === true })
  if (!detail.byUnit || detail.units.length === 0) return null
  const towns = cockpit.data?.towns ?? []
  const open = (unit: string) => control.open({ unit, records: 'all', step: undefined })
  const chosen = detail.units.find(({ unit }) => unit.id === control.view.unit)?.unit
  return (
    <section className="in-units" aria-labelledby="in-units">
      <header className="tg-head">
        <h2 id="in-units">{t.units}</h2>
        <p>{t.unitsNote(detail.unit)}</p>
        {chosen === undefined ? null : (
          <button type="button" className="text-btn in-back no-print" onClick={() => control.set({ unit: undefined })}>
            {t.backToCounty}
          </button>
        )}
      </header>
      <div className="in-units-both">
        {towns.length === 0 ? null : (
          <div>
            <ValueTiles
              tiles={towns}
              units={detail.units}
              unit={detail.unit}
              decimals={detail.decimals}
              label={t.tilesLabel(detail.label)}
              onUnit={open}
            />
          </div>
        )}
        <UnitBars detail={detail} control={control} onUnit={open} />
      </div>
    </section>
  )
}

interface UnitBarsProps extends UnitsCardProps {
  readonly onUnit: (unit: string) => void
}

function UnitBars({ detail, control, onUnit }: UnitBarsProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const rows = detail.units.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const most = Math.max(...rows.map(({ value }) => value ?? 0), 0) || 1
  const shared = rows.some(({ share }) => share !== null)
  return (
    <table className="in-bars" aria-label={t.units}>
      <thead className="sr">
        <tr>
          <th scope="col">{t.unitColumn}</th>
          <th scope="col">{t.barColumn}</th>
          <th scope="col">{detail.unit}</th>
          {shared ? <th scope="col">{t.shareColumn}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, value, missing, share }) => (
          <tr key={unit.id} data-at={unit.id === control.view.unit}>
            <th scope="row">
              <button type="button" className="text-btn" title={t.seeUnit(unit.name)} onClick={() => onUnit(unit.id)}>
                {unit.shortName}
              </button>
            </th>
            <td className="in-bar">
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the name beside it is the button for the keyboard */}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
              <span className="unit-bar" onClick={() => onUnit(unit.id)}>
                {value === null ? (
                  <i className="none" />
                ) : (
                  <i style={{ width: `${(Math.max(value, 0) / most) * 100}%` }} />
                )}
              </span>
            </td>
            <td className="num">
              {value === null ? (
                <Missing reason={t.missingShort} why={missing?.[language] ?? t.missing} />
              ) : (
                <b title={String(value)}>{figureWith(value, detail.decimals)}</b>
              )}
            </td>
            {shared ? <td className="num quiet in-share">{share === null ? '' : percent(share)}</td> : null}
          </tr>
        ))}
      </tbody>
      {shared && detail.value !== null ? (
        <caption className="quiet small">{t.shareNote(figureWith(detail.value, detail.decimals), detail.unit)}</caption>
      ) : null}
    </table>
  )
}
