import { Link } from '@tanstack/react-router'
import type { TargetMonitor } from '../../api/types.gen.ts'
import { percent, readFigure } from '../../format/shares.ts'
import { useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { ReadingValue, StatusWord } from '../../ui/reading.tsx'
import { Missing } from '../../ui/states.tsx'
import { targetsTexts } from './targets.texts.ts'

type Units = NonNullable<TargetMonitor['units']>

interface UnitsCardProps {
  readonly monitor: TargetMonitor
}

/** Each unit's value against its share, and how the sum stands to the county's value: a difference is shown, never hidden. */
export function UnitsCard({ monitor }: UnitsCardProps) {
  const t = useTexts(targetsTexts)
  const { units, amount } = monitor
  return (
    <section className="tg-units" aria-labelledby="tg-units">
      <header className="tg-head">
        <h2 id="tg-units">{t.units}</h2>
        <p>{units === null ? '' : units.additive ? t.unitsAdd(amount.unit) : t.unitsEach(amount.unit)}</p>
        {units === null && !monitor.may.decide.may ? null : (
          <Link to="/targets/$itemId/breakdown" params={{ itemId: monitor.itemId }} className="no-print">
            {monitor.may.decide.may ? t.breakDown : t.seeBreakdown}
          </Link>
        )}
      </header>
      {units === null ? <p className="quiet">{t.unitsNone}</p> : <UnitsTable units={units} unit={amount.unit} />}
    </section>
  )
}

function UnitsTable({ units, unit }: { readonly units: Units; readonly unit: string }) {
  const t = useTexts(targetsTexts)
  const rows = [...units.rows].sort((a, b) => (b.share ?? -1) - (a.share ?? -1))
  const scale = Math.max(...rows.flatMap((row) => [row.share ?? 0, row.current?.value ?? 0]), 0) || 1
  return (
    <table className="tg-unit-table">
      <thead>
        <tr>
          <th scope="col">{t.unitCol.unit}</th>
          <th scope="col" className="tg-unit-bar">
            <span className="sr">{t.unitCol.bar}</span>
          </th>
          <th scope="col" className="num">{`${t.unitCol.value}（${unit}）`}</th>
          <th scope="col" className="num">{`${t.unitCol.share}（${unit}）`}</th>
          <th scope="col" className="num">
            {t.unitCol.completion}
          </th>
          <th scope="col">{t.unitCol.light}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unit.id}>
            <th scope="row">
              <UnitLink unit={row.unit} />
            </th>
            <td className="tg-unit-bar" aria-hidden="true">
              <span className="unit-bar">
                {row.current?.value == null ? (
                  <i className="none" />
                ) : (
                  <i style={{ width: `${(row.current.value / scale) * 100}%` }} />
                )}
                {row.share === null ? null : <b style={{ left: `${(row.share / scale) * 100}%` }} />}
              </span>
            </td>
            <td className="num">
              <b>
                <ReadingValue reading={row.current} brief />
              </b>{' '}
              {row.current === null ? null : <StatusWord status={row.current.status} />}
              {row.current?.numerator == null || row.current.denominator === null ? null : (
                <small className="quiet">{` ${readFigure(row.current.numerator)}/${readFigure(row.current.denominator)}`}</small>
              )}
            </td>
            <td className="num">{row.share === null ? <Missing reason={t.noShare} /> : readFigure(row.share)}</td>
            <td className="num">{row.completion === null ? '' : percent(row.completion)}</td>
            <td>
              <LightMark light={row.light} />
            </td>
          </tr>
        ))}
      </tbody>
      {units.additive ? <SumRows units={units} /> : null}
    </table>
  )
}

function SumRows({ units }: { readonly units: Units }) {
  const t = useTexts(targetsTexts)
  const reported = units.rows.filter((row) => row.current?.value != null).length
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {t.sum(reported, units.rows.length)}
        </th>
        <td className="num">
          <b>{units.sum === null ? <Missing reason={t.sumMissing} /> : readFigure(units.sum)}</b>
        </td>
        <td colSpan={3}>
          {units.difference === null ? (
            <span className="quiet">{t.noDifference}</span>
          ) : (
            <span className={units.difference === 0 ? 'light green' : 'light amber'}>
              {t.difference(readFigure(units.difference))}
            </span>
          )}
        </td>
      </tr>
    </tfoot>
  )
}
