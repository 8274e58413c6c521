import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../api/queries.ts'
import type { Work } from '../../api/types.gen.ts'
import { supervisionQuery } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { workTexts } from './work.texts.ts'

/** For who reads the work of all units: those that owe something first, with how much of it is late. */
export function UnitPicker({ work }: { readonly work: Work }) {
  const t = useTexts(workTexts)
  const allowed = useMay('progress.read')
  const standing = useQuery({ ...supervisionQuery, enabled: allowed }).data?.units ?? []
  const known = new Map(standing.map((row) => [row.unit.id, row]))
  const owing = standing.map(({ unit }) => unit)
  const units = [...owing, ...work.units.filter(({ id }) => !known.has(id))]
  return (
    <ul className="wk-units">
      {units.map((unit) => {
        const row = known.get(unit.id)
        return (
          <li key={unit.id}>
            <Link to="/work" search={{ unit: unit.id }} title={unit.name}>
              <b>{unit.shortName}</b>
              <span className="small">
                {row === undefined ? (
                  <span className="quiet">{t.owesNothing}</span>
                ) : (
                  <>
                    {row.overdue === 0 ? null : <span className="light red">{`${t.overdue} ${row.overdue}`}</span>}
                    {row.returned === 0 ? null : <span className="light amber">{`${t.returned} ${row.returned}`}</span>}
                    <span className="quiet">{`${t.underWay} ${row.open}`}</span>
                  </>
                )}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
