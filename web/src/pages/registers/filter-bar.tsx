import { useEffect, useState } from 'react'
import type { Filter, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Popover } from '../../ui/popover.tsx'
import { AddFilter } from './add-filter.tsx'
import { afterPause } from './after-pause.ts'
import { AsOfChoice } from './as-of-choice.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { filterWords } from './filter-words.ts'
import { listTexts } from './list.texts.ts'
import { type ListState, withFilter } from './list-state.ts'
import { UnitFilter } from './unit-filter.tsx'
import { ViewMenu } from './view-menu.tsx'

interface FilterBarProps {
  readonly description: RegisterDescription
  readonly state: ListState
  readonly onGo: (state: ListState) => void
}

/** What narrows the list, each as a chip that says what it does; a press changes it, the cross takes it away. */
export function FilterBar({ description, state, onGo }: FilterBarProps) {
  const t = useTexts(listTexts)
  const language = useLanguage()
  const filters = state.filters ?? []
  const narrowed = filters.length > 0 || state.unit !== undefined || state.asOf !== undefined || state.q !== undefined
  return (
    <div className="ls-bar no-print">
      <SearchField
        key={state.view ?? ''}
        label={t.search(description.recordLabel)}
        value={state.q ?? ''}
        onSearch={(q) => {
          const { q: _old, ...rest } = state
          onGo(q === '' ? rest : { ...rest, q })
        }}
      />
      {filters.map((filter, index) => (
        <FilterChip
          // biome-ignore lint/suspicious/noArrayIndexKey: two filters may say the same; their place is what they are
          key={`${index}${filter.field}${filter.by}`}
          words={filterWords(description, filter, language)}
          filter={filter}
          description={description}
          onChange={(next) => onGo(withFilter(state, index, next))}
        />
      ))}
      <UnitFilter state={state} onGo={onGo} />
      <AddFilter
        description={description}
        state={state}
        onAdd={(filter) => onGo(withFilter(state, filters.length, filter))}
        onGo={onGo}
      />
      <AsOfChoice state={state} onGo={onGo} />
      {narrowed ? (
        <button
          type="button"
          className="text-btn"
          onClick={() => {
            const { filters: _f, q: _q, unit: _u, asOf: _a, view: _v, ...rest } = state
            onGo(rest)
          }}
        >
          {t.clear}
        </button>
      ) : null}
      <div className="ls-looks">
        <ViewMenu description={description} state={state} onGo={onGo} />
        <ColumnChoice description={description} state={state} onGo={onGo} />
        <button
          type="button"
          className="btn small-btn quiet-btn no-phone"
          aria-pressed={state.density === 'tight'}
          aria-label={state.density === 'tight' ? t.toLoose : t.toTight}
          title={state.density === 'tight' ? t.toLoose : t.toTight}
          onClick={() => {
            const { density, ...rest } = state
            onGo(density === 'tight' ? rest : { ...rest, density: 'tight' })
          }}
        >
          <Icon name={state.density === 'tight' ? 'expand' : 'shrink'} size={16} />
          {state.density === 'tight' ? t.loose : t.tight}
        </button>
      </div>
    </div>
  )
}

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onSearch: (words: string) => void
}

/** Asks once the typing rests. What is being composed in an input method is not asked for. */
function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (composing || typed.trim() === value) return
    return afterPause(260, () => onSearch(typed.trim()))
  }, [typed, composing])
  return (
    <input
      type="search"
      className="ls-search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}

interface FilterChipProps {
  readonly words: string
  readonly filter: Filter
  readonly description: RegisterDescription
  readonly onChange: (filter: Filter | null) => void
}

function FilterChip({ words, filter, description, onChange }: FilterChipProps) {
  const t = useTexts(listTexts)
  return (
    <span className="ls-chip">
      <Popover label={words} className="ls-chip-words" title={words}>
        {(close) => (
          <FilterEditor
            description={description}
            name={filter.field}
            filter={filter}
            onApply={(next) => {
              close()
              onChange(next)
            }}
          />
        )}
      </Popover>
      <button type="button" className="ls-chip-off" aria-label={t.removeFilter(words)} onClick={() => onChange(null)}>
        <Icon name="close" size={14} />
      </button>
    </span>
  )
}
