import './charts.css'
import type { UnitFigure } from '../api/indicator.types.ts'
import type { Cockpit } from '../api/types.gen.ts'
import { figureWith } from '../format/indicator-figures.ts'
import { useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'

interface ValueTilesProps {
  readonly tiles: Cockpit['towns']
  readonly units: readonly UnitFigure[]
  readonly unit: string
  readonly decimals: number
  readonly label: string
  readonly onUnit: (unitId: string) => void
}

/**
 * Towns, subdistricts and parks side by side as they roughly lie, each with its value; no boundaries and no distances. The
 * shade says how high it is among them. Pressing one opens its records.
 */
export function ValueTiles({ tiles, units, unit, decimals, label, onUnit }: ValueTilesProps) {
  const t = useTexts(chartTexts)
  const byUnit = new Map(units.map((one) => [one.unit.id, one]))
  const values = units.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b)
  const columns = Math.max(...tiles.map((tile) => tile.column + tile.columnSpan - 1), 1)
  return (
    <>
      <ul
        className="tiles value-tiles"
        aria-label={label}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {tiles.map((tile) => {
          const figure = tile.unitId === null ? undefined : byUnit.get(tile.unitId)
          const value = figure?.value ?? null
          const place = {
            gridRow: `${tile.row} / span ${tile.rowSpan}`,
            gridColumn: `${tile.column} / span ${tile.columnSpan}`,
          }
          if (tile.kind === 'water' || tile.unitId === null)
            return (
              <li key={`${tile.row}-${tile.column}`} className="tile water" style={place}>
                <span>{tile.name}</span>
              </li>
            )
          const id = tile.unitId
          const words = value === null ? t.tileMissing : figureWith(value, decimals)
          const said = t.valueTile(tile.name, value === null ? words : `${words} ${unit}`)
          return (
            <li key={`${tile.row}-${tile.column}`} className={`tile ${shadeOf(value, values)}`} style={place}>
              <button type="button" onClick={() => onUnit(id)} aria-label={said} title={said}>
                <b className={tile.columnSpan === 1 && tile.name.length > 3 ? 'long' : undefined}>{tile.name}</b>
                <span>{words}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <ul className="tiles-key">
        <li>{t.tileLess}</li>
        {['m1', 'm2', 'm3', 'm4'].map((shade) => (
          <li key={shade}>
            <i className={shade} aria-hidden="true" />
          </li>
        ))}
        <li>{t.tileMore}</li>
        <li>
          <i className="hatched" aria-hidden="true" />
          {t.tileMissing}
        </li>
      </ul>
    </>
  )
}

/** By quarters of the units that have a value: where all are alike, all have the same shade. */
function shadeOf(value: number | null, sorted: readonly number[]): string {
  if (value === null) return 'm0 hatched'
  const below = sorted.filter((other) => other < value).length
  return `m${Math.min(Math.floor((below / Math.max(sorted.length, 1)) * 4) + 1, 4)}`
}
