import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { DraftItem } from '../../api/types.gen.ts'
import { type CommonTexts, useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { ErrorSummary, Field } from '../../ui/field.tsx'
import { areas, comparators, countKinds } from './field-options.ts'
import { type FieldSpec, type FormKind, fieldsByKind, fromValues, toValues } from './fields.ts'
import { type ReviewTexts, reviewTexts } from './review.texts.ts'

interface ItemFormProps {
  readonly kind: FormKind
  readonly content: unknown
  /** items of the same kind, for "the same as" */
  readonly siblings: readonly DraftItem[]
  readonly action: string
  /** what leaving is called, where it is more than that */
  readonly leave?: string
  readonly busy: boolean
  readonly onSave: (content: Readonly<Record<string, unknown>>) => void
  readonly onCancel: () => void
}

/** The form of a kind, made from its fields. Ctrl Enter saves, Escape leaves. What was typed stays when others change it. */
export function ItemForm({ kind, content, siblings, action, leave, busy, onSave, onCancel }: ItemFormProps) {
  const t = useTexts(reviewTexts)
  const base = useId()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(() => toValues(kind, content))
  const [tried, setTried] = useState(false)
  const read = fromValues(kind, values, t)
  const errors = tried ? read.errors : []
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (read.errors.length === 0) onSave(read.content)
  }
  return (
    <form
      ref={form}
      className="rv-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) form.current?.requestSubmit()
        if (event.key === 'Escape') onCancel()
      }}
    >
      <ErrorSummary errors={errors.map((error) => ({ id: `${base}-${error.name}`, message: error.message }))} />
      <div className="rv-fields">
        {fieldsByKind[kind].map((spec: FieldSpec) => (
          <div key={spec.name} className={spec.narrow === true ? 'narrow' : undefined}>
            <Control
              spec={spec}
              id={`${base}-${spec.name}`}
              value={values[spec.name] ?? ''}
              siblings={siblings}
              error={errors.find((error) => error.name === spec.name)?.message}
              onChange={(value) => setValues({ ...values, [spec.name]: value })}
            />
          </div>
        ))}
      </div>
      <div className="form-actions">
        <button type="submit" className="btn small-btn primary" disabled={busy}>
          {action}
        </button>
        <button type="button" className="btn small-btn" onClick={onCancel}>
          {leave ?? t.cancel}
        </button>
      </div>
    </form>
  )
}

interface ControlProps {
  readonly spec: FieldSpec
  readonly id: string
  readonly value: string
  readonly siblings: readonly DraftItem[]
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

function Control({ spec, id, value, siblings, error, onChange }: ControlProps) {
  const t = useTexts(reviewTexts)
  const common = useCommon()
  const help = helpOf(spec, t)
  const change = (event: { target: { value: string } }) => onChange(event.target.value)
  const options = optionsOf(spec, siblings, common, t)
  return (
    <Field id={id} label={t.fields[spec.name]} error={error} {...(help === undefined ? {} : { help })}>
      {options !== undefined ? (
        <select value={value} onChange={change}>
          {options.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      ) : spec.type === 'longText' ||
        spec.type === 'optionalLongText' ||
        spec.type === 'lines' ||
        spec.type === 'years' ? (
        <textarea value={value} rows={spec.type === 'longText' ? 5 : 3} onChange={change} />
      ) : (
        <input
          type={spec.type === 'date' ? 'date' : 'text'}
          inputMode={spec.type === 'number' || spec.type === 'optionalNumber' ? 'decimal' : undefined}
          value={value}
          onChange={change}
        />
      )}
    </Field>
  )
}

function helpOf(spec: FieldSpec, t: ReviewTexts): string | undefined {
  switch (spec.type) {
    case 'taskNumbers':
      return t.help.tasks
    case 'lines':
      return t.help.lines
    case 'years':
      return t.help.years
    case 'sameAs':
      return t.help.sameAs
    case 'optionalNumber':
      return t.help.range
    default:
      return undefined
  }
}

function optionsOf(
  spec: FieldSpec,
  siblings: readonly DraftItem[],
  common: CommonTexts,
  t: ReviewTexts,
): readonly (readonly [string, string])[] | undefined {
  switch (spec.type) {
    case 'comparator':
      return comparators.map((one) => [one, t.comparators[one]])
    case 'area':
      return areas.map((one) => [one, common.areas[one]])
    case 'countKind':
      return [['', t.notSettled], ...countKinds.map((one) => [one, common.kinds[one]] as const)]
    case 'level':
      return (['achieve', 'strive'] as const).map((one) => [one, common.levels[one]])
    case 'sameAs':
      return [['', t.notSame], ...siblings.map((one) => [one.id, nameOf(one)] as const)]
    default:
      return undefined
  }
}

function nameOf(item: DraftItem): string {
  const { code, name } = item.content as { readonly code?: string; readonly name?: string }
  return [code, name].filter(Boolean).join('　')
}
