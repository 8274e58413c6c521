import type { RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Popover } from '../../ui/popover.tsx'
import { labelOf } from './field-words.ts'
import { listTexts } from './list.texts.ts'
import { columnNames, type ListState, standardColumns } from './list-state.ts'
import { registersTexts } from './registers.texts.ts'

interface ColumnChoiceProps {
  readonly description: RegisterDescription
  readonly state: ListState
  readonly onGo: (state: ListState) => void
}

/** Which fields stand as columns; new ones come at the end, in the order in which they were chosen. */
export function ColumnChoice({ description, state, onGo }: ColumnChoiceProps) {
  const t = useTexts(listTexts)
  const words = useTexts(registersTexts)
  const language = useLanguage()
  const shown = columnNames(description, state)
  const choices = [
    ...description.fields.map((field) => ({ name: field.name, label: labelOf(field, language) })),
    ...standardColumns.map((name) => ({ name: name as string, label: words.columns[name] })),
  ].filter(({ name }) => name !== description.title)
  const toggle = (name: string) => {
    const next = shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name]
    onGo({ ...state, columns: next.join(',') })
  }
  return (
    <Popover
      className="btn small-btn quiet-btn no-phone"
      title={t.columnsTitle}
      label={
        <>
          <Icon name="units" size={16} />
          {t.columns}
        </>
      }
    >
      {(close) => (
        <>
          <fieldset className="pop-body ls-columns">
            <legend className="pop-title">{t.columnsTitle}</legend>
            {choices.map(({ name, label }) => (
              <label key={name} className="check">
                <input type="checkbox" checked={shown.includes(name)} onChange={() => toggle(name)} />
                {label}
              </label>
            ))}
          </fieldset>
          {state.columns === undefined ? null : (
            <div className="pop-foot">
              <button
                type="button"
                className="btn small-btn"
                onClick={() => {
                  const { columns: _chosen, ...rest } = state
                  close()
                  onGo(rest)
                }}
              >
                {t.resetColumns}
              </button>
            </div>
          )}
        </>
      )}
    </Popover>
  )
}
