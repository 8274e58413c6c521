import type { LivingCockpit } from '../../api/types.gen.ts'
import { TileMap } from '../../charts/tile-map.tsx'
import { useTexts } from '../../i18n/language.ts'
import { cockpitTexts } from './cockpit.texts.ts'

/** Towns, subdistricts and parks by how much of what fell due they met. */
export function TownMap({ cockpit }: { readonly cockpit: LivingCockpit }) {
  const t = useTexts(cockpitTexts)
  const standing = new Map(cockpit.progress.towns.map((town) => [town.unitId, town]))
  return (
    <section className="ck-map">
      <header className="ck-head">
        <h2>{t.map}</h2>
        <p>{t.mapNote}</p>
      </header>
      <TileMap
        tiles={cockpit.towns.map((tile) => ({
          ...tile,
          standing: tile.unitId === null ? null : (standing.get(tile.unitId) ?? null),
        }))}
        label={t.map}
      />
    </section>
  )
}
