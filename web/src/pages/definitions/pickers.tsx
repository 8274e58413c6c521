import { useId } from 'react'
import type { DateTerm, FixedDay, Given } from '../../api/formula.types.ts'
import type { FieldRow, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { definitionTexts } from './definition.texts.ts'
import { fieldsOf, useParameterKeys, useProblemsAt, useRegister, useRegisters } from './desk-context.ts'

/** The small inputs of which the cards are made. A value that the lists do not know stays chosen and says so. */

interface PickProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  /** first entry for "none yet" */
  readonly empty?: string
}

export function Pick<T extends string>({ label, value, options, onChange, empty }: PickProps<T>) {
  const known = value === '' || options.some((option) => option.value === value)
  return (
    <label className="df-pick">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {empty === undefined && value !== '' ? null : <option value="">{empty ?? '—'}</option>}
        {known ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TypeProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly width?: 'short'
  readonly suggestions?: readonly string[]
}

export function TypeIn({ label, value, onChange, width, suggestions }: TypeProps) {
  const list = useId()
  return (
    <label className={width === undefined ? 'df-pick' : 'df-pick short'}>
      <span>{label}</span>
      <input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(suggestions === undefined ? {} : { list })}
      />
      {suggestions === undefined ? null : (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  )
}

interface NumberProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly unit?: string
}

export function NumberIn({ label, value, onChange, unit }: NumberProps) {
  return (
    <label className="df-pick short">
      <span>{unit === undefined ? label : `${label}（${unit}）`}</span>
      <input
        type="number"
        step="any"
        value={value}
        onChange={(event) => {
          if (Number.isFinite(event.target.valueAsNumber)) onChange(event.target.valueAsNumber)
        }}
      />
    </label>
  )
}

export function RegisterPick({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const language = useLanguage()
  const registers = useRegisters()
  return (
    <Pick
      label={label}
      value={value}
      onChange={onChange}
      options={registers.map((one) => ({ value: one.id, label: language === 'zh' ? one.label : one.labelEn }))}
    />
  )
}

interface FieldPickProps {
  readonly label: string
  readonly register: string
  readonly value: string
  readonly kinds?: readonly FieldRow['kind'][]
  readonly onChange: (value: string) => void
  readonly empty?: string
}

export function FieldPick({ label, register, value, kinds = [], onChange, empty }: FieldPickProps) {
  const options = useFieldOptions(register, kinds)
  return (
    <Pick
      label={label}
      value={value}
      onChange={onChange}
      options={options}
      {...(empty === undefined ? {} : { empty })}
    />
  )
}

function useFieldOptions(register: string, kinds: readonly FieldRow['kind'][]) {
  const language = useLanguage()
  const description = useRegister(register)
  return fieldsOf(description, ...kinds).map((field) => ({
    value: field.name,
    label: language === 'zh' ? field.label : field.labelEn,
  }))
}

interface FieldsPickProps {
  readonly label: string
  readonly register: string
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** Several fields, as boxes to tick. */
export function FieldsPick({ label, register, values, onChange }: FieldsPickProps) {
  const t = useTexts(definitionTexts)
  const options = useFieldOptions(register, [])
  return (
    <details className="df-fields">
      <summary>
        {label}：
        {values.length === 0
          ? t.none
          : values.map((value) => options.find((option) => option.value === value)?.label ?? value).join('、')}
      </summary>
      <ul>
        {options.map((option) => (
          <li key={option.value}>
            <label className="check">
              <input
                type="checkbox"
                checked={values.includes(option.value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...values, option.value] : values.filter((value) => value !== option.value),
                  )
                }
              />
              {option.label}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface ValuePickProps {
  readonly label: string
  readonly field: FieldRow | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A value of a field: one of its choices, or typed. */
export function ValuePick({ label, field, value, onChange }: ValuePickProps) {
  const language = useLanguage()
  if (field === undefined || field.choices.length === 0)
    return <TypeIn label={label} value={value} onChange={onChange} />
  return (
    <Pick
      label={label}
      value={value}
      onChange={onChange}
      options={field.choices.map((choice) => ({
        value: choice.value,
        label: language === 'zh' ? choice.label : choice.labelEn,
      }))}
    />
  )
}

interface ValuesPickProps {
  readonly label: string
  readonly field: FieldRow | undefined
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** Several values: choices to tick, or typed with 、 or comma between them. */
export function ValuesPick({ label, field, values, onChange }: ValuesPickProps) {
  const language = useLanguage()
  if (field === undefined || field.choices.length === 0)
    return (
      <TypeIn
        label={label}
        value={values.join('、')}
        onChange={(typed) => onChange(typed.split(/[、,，;；]/).map((one) => one.trim()))}
      />
    )
  return (
    <fieldset className="df-values">
      <legend>{label}</legend>
      {field.choices.map((choice) => (
        <label key={choice.value} className="check">
          <input
            type="checkbox"
            checked={values.includes(choice.value)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...values, choice.value] : values.filter((value) => value !== choice.value),
              )
            }
          />
          {language === 'zh' ? choice.label : choice.labelEn}
        </label>
      ))}
    </fieldset>
  )
}

interface DateTermProps {
  readonly label: string
  readonly register: string
  readonly value: DateTerm
  readonly onChange: (value: DateTerm) => void
}

/** A day: the field that holds it, and how much later it counts. */
export function DateTermIn({ label, register, value, onChange }: DateTermProps) {
  const t = useTexts(definitionTexts)
  if (typeof value === 'object' && 'day' in value)
    return (
      <span className="df-row">
        <label className="df-pick short">
          <span>{label}</span>
          <input
            type="date"
            value={value.day}
            onChange={(event) => {
              if (event.target.value !== '') onChange({ ...value, day: event.target.value })
            }}
          />
        </label>
        {value.of === undefined ? null : <FixedDayOf register={register} of={value.of} />}
      </span>
    )
  const term = typeof value === 'string' ? { field: value } : value
  const shift = 'years' in term ? 'years' : 'months' in term ? 'months' : 'days' in term ? 'days' : ''
  const amount = typeof value === 'string' ? 0 : (value.years ?? value.months ?? value.days ?? 0)
  return (
    <span className="df-row">
      <FieldPick
        label={label}
        register={register}
        kinds={['date']}
        value={term.field}
        onChange={(field) => onChange(shift === '' ? field : { field, [shift]: amount })}
      />
      <Pick
        label={t.shift}
        value={shift}
        empty={t.sameDay}
        options={(['years', 'months', 'days'] as const).map((unit) => ({ value: unit, label: t.shifts[unit] }))}
        onChange={(unit) =>
          onChange(unit === '' ? term.field : { field: term.field, [unit]: amount === 0 ? 1 : amount })
        }
      />
      {shift === '' ? null : (
        <NumberIn label={t.amount} value={amount} onChange={(next) => onChange({ field: term.field, [shift]: next })} />
      )}
    </span>
  )
}

/** Of which records a fixed day is said; changed in the JSON view. */
function FixedDayOf({ register, of }: { readonly register: string; readonly of: NonNullable<FixedDay['of']> }) {
  const t = useTexts(definitionTexts)
  const field = nameOfField(useRegister(register), of.field)
  const names = of.is.map((value) => field?.choices.find((choice) => choice.value === value)?.label ?? value)
  return <span className="quiet small">{t.onlyWhere(field?.label ?? of.field, names.join('、'))}</span>
}

interface GivenProps<T extends string | number> {
  readonly value: Given<T>
  readonly onChange: (value: Given<T>) => void
  /** the input of a value that is written here */
  readonly children: (value: T, set: (value: T) => void) => React.ReactNode
}

/** A value that is written here, or that the county decides by one of its parameters. */
export function GivenIn<T extends string | number>({ value, onChange, children }: GivenProps<T>) {
  const t = useTexts(definitionTexts)
  const keys = useParameterKeys()
  const decided = typeof value === 'object'
  const written = decided ? value.otherwise : value
  return (
    <span className="df-row">
      {children(written, (next) => onChange(decided ? { ...value, otherwise: next } : next))}
      <label className="check df-by-county">
        <input
          type="checkbox"
          checked={decided}
          onChange={(event) => onChange(event.target.checked ? { parameter: '', otherwise: written } : written)}
        />
        {t.byCounty}
      </label>
      {decided ? (
        <Pick
          label={t.parameter}
          value={value.parameter}
          onChange={(parameter) => onChange({ ...value, parameter })}
          options={keys.map(({ key, label }) => ({ value: key, label }))}
        />
      ) : null}
    </span>
  )
}

/** What the preview found wrong with this very part. */
export function ProblemsAt({ path }: { readonly path: string }) {
  const language = useLanguage()
  const problems = useProblemsAt(path)
  if (problems.length === 0) return null
  return (
    <ul className="df-problems" role="alert">
      {problems.map((problem) => (
        <li key={problem.message.zh} className="light red">
          {problem.message[language]}
        </li>
      ))}
    </ul>
  )
}

export function nameOfField(register: RegisterDescription | undefined, name: string): FieldRow | undefined {
  return register?.fields.find((field) => field.name === name)
}
