import './charts.css'
import { Link } from '@tanstack/react-router'
import type { Cockpit, CockpitProgress } from '../api/types.gen.ts'
import { useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'

export type Tile = Cockpit['towns'][number] & { readonly standing: CockpitProgress['towns'][number] | null }

interface TileMapProps {
  readonly tiles: readonly Tile[]
  readonly label: string
}

/** From which share on a tile takes which shade; the same steps stand in the key below the map. */
const steps = [1, 0.95, 0.8] as const

/**
 * Towns, subdistricts and parks side by side as they roughly lie; no boundaries and no distances. The shade says which
 * share of what fell due was met; the two numbers of the share stand in the tile.
 */
export function TileMap({ tiles, label }: TileMapProps) {
  const columns = Math.max(...tiles.map((tile) => tile.column + tile.columnSpan - 1), 1)
  return (
    <>
      <ul className="tiles" aria-label={label} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {tiles.map((tile) => (
          <li
            key={`${tile.row}-${tile.column}`}
            className={tile.kind === 'water' ? 'tile water' : `tile ${shadeOf(tile.standing)}`}
            style={{
              gridRow: `${tile.row} / span ${tile.rowSpan}`,
              gridColumn: `${tile.column} / span ${tile.columnSpan}`,
            }}
          >
            {tile.unitId === null ? <span>{tile.name}</span> : <TileLink tile={tile} unitId={tile.unitId} />}
          </li>
        ))}
      </ul>
      <Key />
    </>
  )
}

function TileLink({ tile, unitId }: { readonly tile: Tile; readonly unitId: string }) {
  const t = useTexts(chartTexts)
  const { standing } = tile
  const said =
    standing === null || standing.owed === 0
      ? t.tileNone(tile.name)
      : t.tile(tile.name, standing.met, standing.owed, standing.overdue)
  return (
    <Link to="/work" search={{ unit: unitId }} aria-label={said} title={said}>
      <b className={tile.columnSpan === 1 && tile.name.length > 3 ? 'long' : undefined}>
        {tile.name}
        {standing !== null && standing.overdue > 0 ? <i className="light red" aria-hidden="true" /> : null}
      </b>
      <span>{standing === null || standing.owed === 0 ? t.tileNoneShort : `${standing.met}/${standing.owed}`}</span>
    </Link>
  )
}

function Key() {
  const t = useTexts(chartTexts)
  return (
    <ul className="tiles-key">
      {t.tileSteps.map((words, index) => (
        <li key={words}>
          <i className={`m${4 - index}`} aria-hidden="true" />
          {words}
        </li>
      ))}
      <li>
        <span className="light red">{t.tileOverdue}</span>
      </li>
    </ul>
  )
}

function shadeOf(standing: Tile['standing']): string {
  if (standing === null || standing.owed === 0) return 'm0'
  const share = standing.met / standing.owed
  const step = steps.findIndex((from) => share >= from)
  return step === -1 ? 'm1' : `m${4 - step}`
}
