import { useState } from 'react'
import type { Filter, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Popover } from '../../ui/popover.tsx'
import { labelOf } from './field-words.ts'
import { FilterEditor } from './filter-editor.tsx'
import { listTexts } from './list.texts.ts'
import type { ListState } from './list-state.ts'
import { UnitSelect } from './unit-filter.tsx'

interface AddFilterProps {
  readonly description: RegisterDescription
  readonly state: ListState
  readonly onAdd: (filter: Filter) => void
  readonly onGo: (state: ListState) => void
}

/** First what to filter by, then how: conditions at one press, fields with an input that fits their kind. */
export function AddFilter(props: AddFilterProps) {
  const t = useTexts(listTexts)
  return (
    <Popover
      className="btn small-btn"
      title={t.filterTitle}
      label={
        <>
          <Icon name="plus" size={14} />
          {t.filter}
        </>
      }
    >
      {(close) => <Steps {...props} close={close} />}
    </Popover>
  )
}

function Steps({ description, state, onAdd, onGo, close }: AddFilterProps & { readonly close: () => void }) {
  const t = useTexts(listTexts)
  const language = useLanguage()
  const [at, setAt] = useState<string | null>(null)
  const [words, setWords] = useState('')
  if (at !== null)
    return (
      <FilterEditor
        description={description}
        name={at}
        onBack={() => setAt(null)}
        onApply={(filter) => {
          close()
          if (filter !== null) onAdd(filter)
        }}
      />
    )
  const fits = (label: string) => label.toLowerCase().includes(words.trim().toLowerCase())
  const conditions = description.conditions.filter((one) => fits(labelOf(one, language)))
  const fields = description.fields.filter((one) => one.filterable && fits(labelOf(one, language)))
  return (
    <div className="ls-add">
      <div className="pop-body">
        <input
          type="search"
          aria-label={t.findField}
          placeholder={t.findField}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="field">
          <label htmlFor="ls-unit">{t.unit}</label>
          <UnitSelect
            id="ls-unit"
            value={state.unit ?? ''}
            any={t.anyUnit}
            none={t.noUnit}
            onChange={(unit) => {
              const { unit: _old, ...rest } = state
              close()
              onGo(unit === '' ? rest : { ...rest, unit })
            }}
          />
        </div>
      </div>
      {conditions.length === 0 ? null : (
        <>
          <p className="pop-title ls-group">{t.conditions}</p>
          <div className="pop-list">
            {conditions.map((condition) => (
              <button
                key={condition.name}
                type="button"
                className="menu-item"
                title={condition.meaning}
                onClick={() => {
                  close()
                  onAdd({ field: condition.name, by: 'condition', value: true })
                }}
              >
                <Icon name="check" size={14} />
                {labelOf(condition, language)}
              </button>
            ))}
          </div>
        </>
      )}
      <p className="pop-title ls-group">{t.fields}</p>
      <div className="pop-list">
        {fields.map((field) => (
          <button key={field.name} type="button" className="menu-item ls-field-item" onClick={() => setAt(field.name)}>
            {labelOf(field, language)}
            <Icon name="chevronRight" size={14} />
          </button>
        ))}
      </div>
    </div>
  )
}
