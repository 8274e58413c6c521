import './charts.css'
import { Link } from '@tanstack/react-router'
import type { Cockpit } from '../api/types.gen.ts'

interface TileMapProps {
  readonly tiles: Cockpit['towns']
  readonly label: string
  /** the figure under a name, in words for a screen reader */
  readonly say: (name: string, tasks: number) => string
}

/** Towns, subdistricts and parks side by side as they roughly lie; no boundaries and no distances. */
export function TileMap({ tiles, label, say }: TileMapProps) {
  const columns = Math.max(...tiles.map((tile) => tile.column + tile.columnSpan - 1), 1)
  const counts = tiles.filter((tile) => tile.kind === 'unit').map((tile) => tile.tasks)
  const low = Math.min(...counts)
  const high = Math.max(...counts)
  const shade = (tasks: number) => {
    // nearly the same load everywhere is one shade: a map of small differences would mislead
    if (high - low < high * 0.2) return 2
    return 1 + Math.min(3, Math.floor(((tasks - low) / (high - low)) * 4))
  }
  return (
    <ul className="tiles" aria-label={label} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {tiles.map((tile) => (
        <li
          key={`${tile.row}-${tile.column}`}
          className={tile.kind === 'water' ? 'tile water' : `tile m${shade(tile.tasks)}`}
          style={{
            gridRow: `${tile.row} / span ${tile.rowSpan}`,
            gridColumn: `${tile.column} / span ${tile.columnSpan}`,
          }}
        >
          {tile.unitId === null ? (
            <span>{tile.name}</span>
          ) : (
            <Link
              to="/organisations/$partyId"
              params={{ partyId: tile.unitId }}
              aria-label={say(tile.name, tile.tasks)}
            >
              <b>{tile.name}</b>
              <span>{tile.tasks}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
