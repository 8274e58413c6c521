import { Link } from '@tanstack/react-router'
import type { Area, Cockpit, TargetRow } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { AmountFigure, KindTag, UnitLinks } from '../../ui/programme-parts.tsx'
import { Missing } from '../../ui/states.tsx'
import { cockpitTexts } from './cockpit.texts.ts'

/**
 * All targets at once, by area, in two columns. No values are reported in this version: instead of a column of holes
 * the head says so once, and the columns show what is known.
 */
export function TargetSheet({ cockpit }: { readonly cockpit: Cockpit }) {
  const t = useTexts(cockpitTexts)
  const halves = twoColumns(cockpit.targets)
  const usual = usualDeadline(cockpit.targets)
  return (
    <section className="ck-targets">
      <header className="ck-head">
        <h2>{t.targetsTitle}</h2>
        {usual === null ? null : <p>{t.usualDeadline(usual)}</p>}
        <span className="ck-missing">
          <Missing reason={t.valueMissing} why={t.valueWhy} />
        </span>
      </header>
      <div className="ck-columns">
        {halves.map((half) => (
          <TargetColumn key={half[0]?.itemId ?? ''} targets={half} usual={usual} />
        ))}
      </div>
    </section>
  )
}

function TargetColumn({ targets, usual }: { readonly targets: readonly TargetRow[]; readonly usual: string | null }) {
  const t = useTexts(cockpitTexts)
  const common = useCommon()
  const byArea = groupByArea(targets)
  return (
    <table className="ck-table">
      <colgroup>
        <col className="c-area" />
        <col className="c-name" />
        <col className="c-value" />
        <col className="c-unit" />
        <col className="c-kind" />
        <col className="c-lead" />
      </colgroup>
      <thead>
        <tr>
          <td />
          <th scope="col">{t.col.name}</th>
          <th scope="col" className="num">
            {t.col.value}
          </th>
          <th scope="col">{t.col.unit}</th>
          <th scope="col">{t.col.kind}</th>
          <th scope="col">{t.col.lead}</th>
        </tr>
      </thead>
      {byArea.map(([area, rows]) => (
        <tbody key={area}>
          {rows.map((target, index) => (
            <tr key={target.itemId}>
              {index === 0 ? (
                <th scope="rowgroup" rowSpan={rows.length} className="ck-area">
                  <span>{common.areas[area]}</span>
                </th>
              ) : null}
              <th scope="row">
                <Link to="/targets/$itemId" params={{ itemId: target.itemId }} title={target.name}>
                  {target.shortName}
                </Link>
                {target.deadline === usual ? null : <small>{target.deadline ?? t.noDeadline}</small>}
              </th>
              <td className="num ck-value">
                <AmountFigure amount={target.amount} />
              </td>
              <td className="ck-unit">{target.amount.unit}</td>
              <td>
                <KindTag kind={target.kind} />
              </td>
              <td className="ck-lead">
                <UnitLinks units={target.owners} most={1} brief />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function groupByArea(targets: readonly TargetRow[]): readonly (readonly [Area, readonly TargetRow[]])[] {
  const areas = [...new Set(targets.map((target) => target.area))]
  return areas.map((area) => [area, targets.filter((target) => target.area === area)])
}

function twoColumns(targets: readonly TargetRow[]): readonly (readonly TargetRow[])[] {
  const ordered = groupByArea(targets).flatMap(([, rows]) => rows)
  const half = Math.ceil(ordered.length / 2)
  return [ordered.slice(0, half), ordered.slice(half)].filter((rows) => rows.length > 0)
}

/** The day on which most targets fall due; only the others show theirs. */
function usualDeadline(targets: readonly TargetRow[]): string | null {
  const days = [...new Set(targets.flatMap((target) => target.deadline ?? []))]
  const count = (day: string) => targets.filter((target) => target.deadline === day).length
  return days.sort((a, b) => count(b) - count(a))[0] ?? null
}
