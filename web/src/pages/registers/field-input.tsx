import type { ReactNode } from 'react'
import type { FieldRow } from '../../api/register.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { fenPerUnit, labelOf, maskedOf, textsOf, unitOf, unitWords } from './field-words.ts'
import { FileInput } from './file-input.tsx'
import { formTexts } from './form.texts.ts'
import { LinkPicker } from './link-picker.tsx'
import { LinksInput } from './links-input.tsx'
import { PointInput } from './point-input.tsx'
import type { TypedFault } from './typed-values.ts'
import { UnitSelect } from './unit-filter.tsx'

/** With more choices than this they no longer stand open side by side. */
const mostRadios = 5

interface FieldInputProps {
  readonly field: FieldRow
  readonly value: unknown
  /** as it is kept now: personal data shows what it is by its mask */
  readonly kept?: unknown
  readonly label?: string
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

/** The input that fits the kind of a field: label above, help and error below, tied to it for those who do not see. */
export function FieldInput({ field, value, kept, label, error, onChange }: FieldInputProps) {
  const t = useTexts(formTexts)
  const language = useLanguage()
  const words = label ?? `${labelOf(field, language)}${unitWords(field)}`
  const help = useHelp(field, kept)
  const id = `f-${field.name}`
  const named = field.required ? `${words} *` : words
  if (field.kind === 'choice' && field.choices.length <= mostRadios) {
    return (
      <Group {...{ id, label: named, help, error }}>
        {field.choices.map((choice, index) => (
          <label className="check" key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            {labelOf(choice, language)}
          </label>
        ))}
        {field.required || value === null || value === '' ? null : (
          <button type="button" className="text-btn small" onClick={() => onChange(null)}>
            {t.notGiven}
          </button>
        )}
      </Group>
    )
  }
  if (field.kind === 'flag') {
    return (
      <Group {...{ id, label: named, help, error }}>
        {[true, false].map((is) => (
          <label className="check" key={String(is)}>
            <input
              type="radio"
              id={is ? id : undefined}
              name={id}
              checked={value === is}
              onChange={() => onChange(is)}
            />
            {is ? t.yes : t.no}
          </label>
        ))}
        {field.required || typeof value !== 'boolean' ? null : (
          <button type="button" className="text-btn small" onClick={() => onChange(null)}>
            {t.notGiven}
          </button>
        )}
      </Group>
    )
  }
  if (field.kind === 'choices') {
    const chosen = textsOf(value)
    return (
      <Group {...{ id, label: named, help, error }}>
        {field.choices.map((choice, index) => (
          <label className="check" key={choice.value}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={chosen.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value),
                )
              }
            />
            {labelOf(choice, language)}
          </label>
        ))}
      </Group>
    )
  }
  if (field.kind === 'links') {
    return (
      <Group {...{ id, label: named, help, error }}>
        <LinksInput id={id} field={field} value={value} onChange={onChange} />
      </Group>
    )
  }
  if (field.kind === 'point') {
    return (
      <Group {...{ id, label: named, help, error }}>
        <PointInput id={id} value={value} onChange={onChange} />
      </Group>
    )
  }
  if (field.kind === 'attachments') {
    return (
      <Group {...{ id, label: named, help, error }}>
        <FileInput id={id} value={value} onChange={onChange} />
      </Group>
    )
  }
  return (
    <Field label={named} id={id} error={error} {...(help === undefined ? {} : { help })}>
      <OneInput field={field} value={value} onChange={onChange} label={words} />
    </Field>
  )
}

interface OneInputProps {
  readonly field: FieldRow
  readonly value: unknown
  readonly label: string
  readonly onChange: (value: unknown) => void
}

/** A single native control; the field around it hands it its id and what describes it. */
function OneInput({ field, value, label, onChange, ...rest }: OneInputProps) {
  const t = useTexts(formTexts)
  const language = useLanguage()
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'choice':
      return (
        <select {...rest} value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">{field.required ? t.choose : t.notGiven}</option>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {labelOf(choice, language)}
            </option>
          ))}
        </select>
      )
    case 'unit':
      return (
        <UnitSelect
          {...rest}
          value={unitOf(value)?.id ?? 'none'}
          none={t.notGiven}
          onChange={(unit) => onChange(unit === 'none' ? null : unit)}
        />
      )
    case 'link':
      return (
        <LinkPicker {...rest} free register={field.register ?? ''} label={label} value={value} onChange={onChange} />
      )
    case 'date':
      return field.precision === null || field.precision === 'day' ? (
        <input
          {...rest}
          type="date"
          max={field.mayLieAhead ? undefined : '9999-12-31'}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...rest}
          inputMode="numeric"
          className="fm-short"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'integer':
    case 'decimal':
    case 'share':
    case 'money':
      return (
        <input
          {...rest}
          inputMode="decimal"
          className="fm-short num"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    default:
      return field.multiline ? (
        <textarea {...rest} rows={4} value={text} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...rest} type="text" value={text} onChange={(event) => onChange(event.target.value)} />
      )
  }
}

interface GroupProps {
  readonly id: string
  readonly label: string
  readonly help: ReactNode
  readonly error: string | undefined
  readonly children: ReactNode
}

/** Several controls under one label. */
function Group({ id, label, help, error, children }: GroupProps) {
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ')
  return (
    <fieldset
      className={error === undefined ? 'field fm-group' : 'field fm-group bad'}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend>{label}</legend>
      <div className="fm-options">{children}</div>
      {help === undefined ? null : (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          <i aria-hidden="true">■</i> {error}
        </p>
      )}
    </fieldset>
  )
}

function useHelp(field: FieldRow, kept: unknown): string | undefined {
  const t = useTexts(formTexts)
  const masked = maskedOf(kept)
  const parts = [
    field.help,
    field.format === null ? null : t.example(field.format.example),
    field.kind === 'date' && field.precision !== null && field.precision !== 'day'
      ? t.datePrecision[field.precision]
      : null,
    field.kind === 'codes' && field.help === null ? t.codesHelp : null,
    field.kind === 'links' && field.help === null ? t.linksHelp : null,
    masked === null ? null : t.maskedHelp(masked),
  ].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? undefined : parts.join('。').replaceAll('。。', '。')
}

/** What is wrong in an input, in words that name the field. */
export function faultWords(t: (typeof formTexts)['zh'], field: FieldRow, fault: TypedFault['fault']): string {
  const label = field.label
  const bound = (value: number | null) =>
    formatFigure(value === null ? 0 : field.kind === 'money' ? value / fenPerUnit(field.unit) : value)
  switch (fault) {
    case 'date':
      return t.faults.date(label, t.datePrecision[field.precision ?? 'day'])
    case 'least':
      return t.faults.least(label, bound(field.least))
    case 'most':
      return t.faults.most(label, bound(field.most))
    case 'longest':
      return t.faults.longest(label, bound(field.longest))
    default:
      return t.faults[fault](label)
  }
}
