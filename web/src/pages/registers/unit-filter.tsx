import { useQuery } from '@tanstack/react-query'
import { organisationsQuery } from '../../api/queries.ts'
import type { OrganisationNode } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { listTexts } from './list.texts.ts'
import type { ListState } from './list-state.ts'

/** The towns, parks and departments that a record can count for. */
export function useUnits(): readonly OrganisationNode[] {
  const all = useQuery(organisationsQuery).data?.organisations ?? []
  return all.filter(({ kind, dissolvedOn }) => dissolvedOn === null && kind !== 'leadingGroup' && kind !== 'collective')
}

interface UnitFilterProps {
  readonly state: ListState
  readonly onGo: (state: ListState) => void
}

/** The unit that the list is narrowed to, as a chip; it is chosen under 筛选. */
export function UnitFilter({ state, onGo }: UnitFilterProps) {
  const t = useTexts(listTexts)
  const units = useUnits()
  const { unit, ...rest } = state
  if (unit === undefined) return null
  const name = unit === 'none' ? t.noUnit : (units.find(({ id }) => id === unit)?.shortName ?? unit)
  const words = `${t.unit} ${name}`
  return (
    <span className="ls-chip">
      <span className="ls-chip-words">{words}</span>
      <button type="button" className="ls-chip-off" aria-label={t.removeFilter(words)} onClick={() => onGo(rest)}>
        <Icon name="close" size={14} />
      </button>
    </span>
  )
}

interface UnitSelectProps {
  readonly id?: string
  readonly value: string
  readonly none: string
  readonly any?: string
  readonly onChange: (unit: string) => void
}

/** Units by their kind, for a native choice. `none`: words for counting for no unit. */
export function UnitSelect({ id, value, none, any, onChange, ...rest }: UnitSelectProps) {
  const units = useUnits()
  return (
    <select {...rest} id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      {any === undefined ? null : <option value="">{any}</option>}
      <option value="none">{none}</option>
      {units.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {unit.shortName}
        </option>
      ))}
    </select>
  )
}
