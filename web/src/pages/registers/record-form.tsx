import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { get, type Problem } from '../../api/client.ts'
import { seg } from '../../api/queries.ts'
import { addRecord, changeRecord, refreshRegisters } from '../../api/register.queries.ts'
import type { FieldRow, RecordDetail, RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { ErrorSummary, Field, type FieldError } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { FieldInput, faultWords } from './field-input.tsx'
import { labelOf } from './field-words.ts'
import { formTexts } from './form.texts.ts'
import { RecordConflict } from './record-conflict.tsx'
import { type FieldGroup, groupsOf } from './record-groups.ts'
import { changedValues, isNothing, readForm, sentValue, type Typed, typedFrom } from './typed-values.ts'
import { UnitSelect } from './unit-filter.tsx'

interface RecordFormProps {
  readonly description: RegisterDescription
  readonly record: RecordDetail | null
  readonly onSaved: (record: RecordRow, another: boolean) => void
}

/** One column, in the groups of the register; what is wrong stands beside its field and on top, with links. */
export function RecordForm({ description, record, onSaved }: RecordFormProps) {
  const t = useTexts(formTexts)
  const language = useLanguage()
  const common = useCommon()
  const { fields } = description
  const [base, setBase] = useState(record)
  const [typed, setTyped] = useState<Typed>(() => typedFrom(fields, record?.values ?? {}))
  const [unit, setUnit] = useState(record?.unit?.id ?? 'none')
  const [expectedOn, setExpectedOn] = useState(record?.expectedOn ?? '')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [idle, setIdle] = useState(false)
  const [theirs, setTheirs] = useState<RecordDetail | null>(null)
  const trouble = useRef<HTMLDivElement>(null)
  // whoever presses save at the bottom must see what stands on top
  useEffect(() => {
    if (errors.length === 0 && theirs === null) return
    trouble.current?.focus({ preventScroll: true })
    trouble.current?.scrollIntoView({ block: 'start' })
  }, [errors, theirs])
  const save = useMutation<RecordRow, Problem, { readonly another: boolean }>({
    mutationFn: () => {
      const { values } = readForm(fields, typed)
      const rest = {
        unitId: unit === 'none' ? null : unit,
        expectedOn: expectedOn === '' ? null : expectedOn,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }
      if (base === null) return addRecord(description.id, { values: sent(fields, values), ...rest })
      return changeRecord(description.id, base.id, base.revision, {
        values: changedValues(fields, base.values, values),
        ...rest,
      })
    },
    onSuccess: async (saved, { another }) => {
      await refreshRegisters()
      onSaved(saved, another)
    },
    onError: async (problem) => {
      setErrors(serverErrors(problem, fields))
      if (problem.status === 409 && base !== null) {
        const now = await get<RecordDetail>(`/registers/${seg(description.id)}/records/${seg(base.id)}`)
        if (now.revision !== base.revision) setTheirs(now)
      }
    },
  })
  const submit = (another: boolean) => {
    const { values, faults } = readForm(fields, typed)
    const wrong = faults.map(({ field: name, fault }) => {
      const field = fields.find((one) => one.name === name)
      return { id: `f-${name}`, message: field === undefined ? name : faultWords(t, field, fault) }
    })
    if (base !== null && reason.trim() === '') wrong.push({ id: 'f-reason', message: t.faults.required(t.reason) })
    setErrors(wrong)
    const same =
      base !== null &&
      Object.keys(changedValues(fields, base.values, values)).length === 0 &&
      unit === (base.unit?.id ?? 'none') &&
      expectedOn === (base.expectedOn ?? '')
    setIdle(same && wrong.length === 0)
    if (wrong.length === 0 && !same) save.mutate({ another })
  }
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const set = (name: string, value: unknown) => setTyped((before) => ({ ...before, [name]: value }))
  return (
    <form
      className="fm"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit(false)
      }}
    >
      <div ref={trouble} tabIndex={-1} className="fm-trouble">
        {theirs === null || base === null ? (
          <>
            <ErrorSummary errors={errors} />
            {errors.length === 0 ? <Refusal problem={save.error} /> : null}
          </>
        ) : (
          <RecordConflict
            description={description}
            base={base}
            theirs={theirs}
            typed={typed}
            onSettled={(settled) => {
              setTyped(settled)
              setBase(theirs)
              setTheirs(null)
              save.reset()
            }}
          />
        )}
      </div>
      {idle ? (
        <p className="done-note" role="status">
          {t.nothing}
        </p>
      ) : null}
      <FormParts groups={groupsOf(fields, t.general)} typed={typed} />
      {groupsOf(fields, t.general).map((group, index) => (
        <section className="card fm-section" key={group.label} aria-label={group.label} id={`part-${index}`}>
          <h2>{group.label}</h2>
          {group.fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={typed[field.name]}
              kept={base?.values[field.name]}
              error={errorOf(`f-${field.name}`)}
              onChange={(value) => set(field.name, value)}
            />
          ))}
        </section>
      ))}
      <section className="card fm-section" aria-label={t.accounting}>
        <h2>{t.accounting}</h2>
        <Field label={t.unit} help={t.unitHelp} id="f-unit">
          <UnitSelect value={unit} none={t.unitNone} onChange={setUnit} />
        </Field>
        <Field label={t.expectedOn} help={t.expectedHelp} id="f-expected">
          <input type="date" value={expectedOn} onChange={(event) => setExpectedOn(event.target.value)} />
        </Field>
        {base === null ? null : (
          <Field label={`${t.reason} *`} help={t.reasonHelp} id="f-reason" error={errorOf('f-reason')}>
            <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
      </section>
      <div className="fm-foot">
        <button type="submit" className="btn primary" disabled={save.isPending}>
          {base === null ? t.saveNew : t.save}
        </button>
        {base === null ? (
          <button type="button" className="btn" disabled={save.isPending} onClick={() => submit(true)}>
            {t.saveNext}
          </button>
        ) : null}
        {base === null ? (
          <Link className="btn quiet-btn" to="/registers/$register" params={{ register: description.id }}>
            {common.cancel}
          </Link>
        ) : (
          <Link
            className="btn quiet-btn"
            to="/registers/$register/records/$recordId"
            params={{ register: description.id, recordId: base.id }}
          >
            {t.leave}
          </Link>
        )}
        <span className="quiet small no-phone">{labelOf(description, language)}</span>
      </div>
    </form>
  )
}

interface FormPartsProps {
  readonly groups: readonly FieldGroup[]
  readonly typed: Typed
}

/** The parts of a long form, each with how many needed fields are still empty. */
function FormParts({ groups, typed }: FormPartsProps) {
  const t = useTexts(formTexts)
  if (groups.length < 2) return null
  return (
    <nav className="fm-parts no-print" aria-label={t.parts}>
      <ol>
        {groups.map((group, index) => {
          const left = group.fields.filter(({ name, required }) => required && isNothing(typed[name])).length
          return (
            <li key={group.label}>
              <a href={`#part-${index}`}>{group.label}</a>
              <span className={left === 0 ? 'light green small' : 'light amber small'}>
                {left === 0 ? t.noneLeft : t.left(left)}
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** What stands empty in a new record need not travel. */
function sent(fields: readonly FieldRow[], values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .map((field) => [field.name, sentValue(field, values[field.name])] as const)
      .filter(([, value]) => value !== null),
  )
}

/** What the server found wrong, at the fields that it names: /changes/applicationNo. */
function serverErrors(problem: Problem, fields: readonly FieldRow[]): readonly FieldError[] {
  return problem.problems.flatMap(({ path, message }) => {
    const name = path.split('/').find((part) => fields.some((field) => field.name === part))
    return name === undefined ? [] : [{ id: `f-${name}`, message }]
  })
}
