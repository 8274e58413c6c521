import { type FormEvent, useState } from 'react'
import type { FieldRow, Filter, FilterBy, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { labelOf, textsOf, unitWords } from './field-words.ts'
import { Days, Figures, settle } from './filter-range.tsx'
import { LinkPicker } from './link-picker.tsx'
import { listTexts } from './list.texts.ts'
import { UnitSelect } from './unit-filter.tsx'

interface FilterEditorProps {
  readonly description: RegisterDescription
  readonly name: string
  readonly filter?: Filter
  readonly onBack?: () => void
  readonly onApply: (filter: Filter | null) => void
}

/** How one filter is set: an input that fits the kind of its field. */
export function FilterEditor({ description, name, filter, onBack, onApply }: FilterEditorProps) {
  const t = useTexts(listTexts)
  const language = useLanguage()
  const field = description.fields.find((one) => one.name === name)
  const condition = description.conditions.find((one) => one.name === name)
  if (field === undefined)
    return condition === undefined ? null : <ConditionEditor {...{ condition, filter, onApply }} />
  const ways = waysOf(field)
  return <FieldFilter key={field.name} {...{ field, ways, filter, onBack, onApply, t, language }} />
}

const kindWays: Readonly<Record<FieldRow['kind'], readonly FilterBy[]>> = {
  text: ['contains', 'startsWith', 'is', 'isSet'],
  choice: ['in', 'isSet'],
  choices: ['holds', 'isSet'],
  codes: ['holds', 'startsWith', 'isSet'],
  integer: ['within', 'isSet'],
  decimal: ['within', 'isSet'],
  share: ['within', 'isSet'],
  money: ['within', 'isSet'],
  flag: ['is'],
  date: ['within', 'isSet'],
  link: ['is', 'contains', 'isSet'],
  links: ['holds', 'contains', 'isSet'],
  unit: ['is', 'isSet'],
  attachments: ['isSet'],
  point: ['isSet'],
}

/** Personal data is found by its whole value only: what is kept is a blind index. */
function waysOf(field: FieldRow): readonly FilterBy[] {
  return field.sensitivity === 'personal' || field.sensitivity === 'sensitive' ? ['is', 'isSet'] : kindWays[field.kind]
}

interface FieldFilterProps {
  readonly field: FieldRow
  readonly ways: readonly FilterBy[]
  readonly filter: Filter | undefined
  readonly onBack: (() => void) | undefined
  readonly onApply: (filter: Filter | null) => void
  readonly t: (typeof listTexts)['zh']
  readonly language: ReturnType<typeof useLanguage>
}

function FieldFilter({ field, ways, filter, onBack, onApply, t, language }: FieldFilterProps) {
  const [by, setBy] = useState<FilterBy>(filter?.by ?? ways[0] ?? 'isSet')
  const [value, setValue] = useState<unknown>(filter?.value ?? null)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (field.kind === 'unit' && value === 'none') return onApply({ field: field.name, by: 'isSet', value: false })
    const settled = settle(field, by, value)
    onApply(settled === null ? null : { field: field.name, by, value: settled })
  }
  return (
    <form onSubmit={apply}>
      <div className="pop-body">
        <p className="ls-edit-head">
          {onBack === undefined ? null : (
            <button type="button" className="text-btn" aria-label={t.back} onClick={onBack}>
              <Icon name="chevronLeft" size={16} />
            </button>
          )}
          <b>
            {labelOf(field, language)}
            {unitWords(field)}
          </b>
        </p>
        {ways.length < 2 ? null : (
          <select
            aria-label={t.way}
            value={by}
            onChange={(event) => {
              setBy(event.target.value as FilterBy)
              setValue(null)
            }}
          >
            {ways.map((way) => (
              <option key={way} value={way}>
                {t.ways[way]}
              </option>
            ))}
          </select>
        )}
        <FilterInput field={field} by={by} value={value} onChange={setValue} />
      </div>
      <div className="pop-foot">
        <button type="submit" className="btn primary small-btn">
          {t.apply}
        </button>
      </div>
    </form>
  )
}

interface FilterInputProps {
  readonly field: FieldRow
  readonly by: FilterBy
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function FilterInput({ field, by, value, onChange }: FilterInputProps) {
  const t = useTexts(listTexts)
  const language = useLanguage()
  if (by === 'isSet')
    return <TwoWays yes={t.given} no={t.notGiven} value={value !== false} onChange={onChange} label={t.ways.isSet} />
  if (field.kind === 'flag')
    return (
      <TwoWays yes={t.yes} no={t.no} value={value !== false} onChange={onChange} label={labelOf(field, language)} />
    )
  if (by === 'within')
    return field.kind === 'date' ? <Days {...{ value, onChange }} /> : <Figures {...{ field, value, onChange }} />
  if (field.kind === 'choice' || field.kind === 'choices')
    return <Several field={field} value={value} single={by === 'holds'} onChange={onChange} />
  if (field.kind === 'unit')
    return <UnitSelect value={String(value ?? '')} any={t.anyUnit} none={t.noUnit} onChange={onChange} />
  if (field.register !== null && by !== 'contains' && by !== 'startsWith')
    return <LinkPicker register={field.register} label={labelOf(field, language)} value={value} onChange={onChange} />
  return (
    <input
      type="text"
      aria-label={t.value}
      placeholder={field.format?.example ?? ''}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface TwoWaysProps {
  readonly label: string
  readonly yes: string
  readonly no: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

function TwoWays({ label, yes, no, value, onChange }: TwoWaysProps) {
  return (
    <fieldset className="ls-two">
      <legend className="sr">{label}</legend>
      {[
        { words: yes, is: true },
        { words: no, is: false },
      ].map((one) => (
        <label className="check" key={one.words}>
          <input type="radio" name="two-ways" checked={value === one.is} onChange={() => onChange(one.is)} />
          {one.words}
        </label>
      ))}
    </fieldset>
  )
}

interface SeveralProps {
  readonly field: FieldRow
  readonly value: unknown
  readonly single: boolean
  readonly onChange: (value: unknown) => void
}

function Several({ field, value, single, onChange }: SeveralProps) {
  const language = useLanguage()
  const chosen = single ? (typeof value === 'string' ? [value] : []) : textsOf(value)
  return (
    <fieldset className="ls-choices">
      <legend className="sr">{labelOf(field, language)}</legend>
      {field.choices.map((choice) => (
        <label className="check" key={choice.value}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={`filter-${field.name}`}
            checked={chosen.includes(choice.value)}
            onChange={(event) => {
              if (single) onChange(choice.value)
              else
                onChange(
                  event.target.checked ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value),
                )
            }}
          />
          {labelOf(choice, language)}
        </label>
      ))}
    </fieldset>
  )
}

interface ConditionEditorProps {
  readonly condition: RegisterDescription['conditions'][number]
  readonly filter: Filter | undefined
  readonly onApply: (filter: Filter | null) => void
}

function ConditionEditor({ condition, filter, onApply }: ConditionEditorProps) {
  const t = useTexts(listTexts)
  const language = useLanguage()
  return (
    <div className="pop-body">
      <b>{labelOf(condition, language)}</b>
      <p className="quiet small">{condition.meaning}</p>
      <TwoWays
        label={labelOf(condition, language)}
        yes={t.ways.condition}
        no={t.holdsNot}
        value={filter?.value !== false}
        onChange={(value) => onApply({ field: condition.name, by: 'condition', value })}
      />
    </div>
  )
}
