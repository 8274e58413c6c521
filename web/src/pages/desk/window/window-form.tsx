import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { confirmPrefill, saveDraft } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import type { DraftView, FormFieldRow } from '../../../api/types.gen.ts'
import type { LaterMaterial } from '../../../api/window.queries.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { askedSteps, holds, isFilled } from '../../portal/apply/asked.ts'
import { type Draft, useDraft } from '../../portal/apply/use-draft.ts'
import { FieldInput, faultWords } from '../../registers/field-input.tsx'
import { labelOf, valueWords } from '../../registers/field-words.ts'
import { formTexts } from '../../registers/form.texts.ts'
import { readForm } from '../../registers/typed-values.ts'
import type { FormHandle } from './reception.tsx'
import { Twin } from './twin.tsx'
import { useLiveDraft } from './use-live-draft.ts'
import { windowTexts } from './window.texts.ts'
import { WindowMaterials } from './window-materials.tsx'

interface WindowFormProps {
  readonly first: DraftView
  /** the clerk wanted to submit: from then on what is missing is said */
  readonly tried: boolean
  readonly onHandle: (handle: FormHandle) => void
  readonly onLeft: (count: number) => void
}

/** One form at the window: the same that the applicant sees, with who typed what, and the materials below. */
export function WindowForm({ first, tried, onHandle, onLeft }: WindowFormProps) {
  const t = useTexts(windowTexts)
  const form = useDraft(first, (input) => saveDraft(first.id, input))
  useLiveDraft(form)
  const [later, setLater] = useState<Readonly<Record<string, string>>>({})
  const { draft, values } = form
  const steps = askedSteps(draft.form, values)
  const materials = draft.materials.filter(({ when }) => holds(when, values))
  const owed = materials.filter(
    (one) =>
      one.necessity !== 'optional' &&
      draft.given.every(({ material }) => material !== one.id) &&
      draft.shared.every(({ material }) => material !== one.id) &&
      (later[one.id] ?? '') === '',
  )
  const empty = steps
    .flatMap(({ fields }) => fields)
    .filter(({ name, required }) => required && !isFilled(values[name]))
  const unconfirmed = steps
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => {
      const entry = draft.entries[name]
      return entry?.by === 'prefill' && !entry.confirmed && isFilled(values[name])
    })
  const left = owed.length + empty.length + unconfirmed.length
  const promised: readonly LaterMaterial[] = Object.entries(later).flatMap(([material, laterBy]) =>
    laterBy === '' ? [] : [{ material, laterBy }],
  )
  onHandle({ label: draft.typeLabel, flush: form.flush, later: () => promised, left: () => left })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sum below the forms follows
  useEffect(() => onLeft(left), [left])
  return (
    <section className="card wn-form" aria-label={draft.typeLabel}>
      <header className="wn-form-head">
        <h2>{draft.typeLabel}</h2>
        <span className="quiet small" role="status">
          {t.saved[form.saving]}
        </span>
        <Twin form={form} />
      </header>
      {steps.map((step) => (
        <fieldset key={step.id} className="wn-step">
          <legend>{step.label}</legend>
          {step.fields.map((field) => (
            <WindowField key={field.name} form={form} field={field} tried={tried} />
          ))}
        </fieldset>
      ))}
      <WindowMaterials
        form={form}
        materials={materials}
        later={later}
        owed={tried ? owed.map(({ id }) => id) : []}
        onLater={(material, day) => setLater((before) => ({ ...before, [material]: day }))}
      />
    </section>
  )
}

interface WindowFieldProps {
  readonly form: Draft
  readonly field: FormFieldRow
  readonly tried: boolean
}

function WindowField({ form, field, tried }: WindowFieldProps) {
  const t = useTexts(windowTexts)
  const words = useTexts(formTexts)
  const language = useLanguage()
  const { draft, typed, values } = form
  const fault = readForm([{ ...field, required: false }], typed).faults[0]
  const told = draft.problems.find((one) => one.field === field.name)?.message
  const filled = isFilled(values[field.name])
  const error =
    fault !== undefined
      ? faultWords(words, field, fault.fault)
      : tried && field.required && !filled
        ? words.faults.required(labelOf(field, language))
        : tried && filled
          ? told
          : undefined
  const overtaken = form.overtaken.filter((one) => one.field === field.name).at(-1)
  return (
    <div className="wn-field">
      <FieldInput
        field={{ ...field, name: `${draft.id}-${field.name}` }}
        label={labelOf(field, language)}
        value={typed[field.name]}
        kept={draft.values[field.name]}
        error={error}
        onChange={(value) => form.change(field.name, value)}
      />
      {filled ? <WhoTyped form={form} field={field} /> : null}
      {overtaken === undefined ? null : (
        <p className="light amber small" role="status">
          {t.overtaken}
          {isFilled(overtaken.was) ? valueWords(field, overtaken.was, language) : t.emptyValue}
        </p>
      )}
    </div>
  )
}

/** Whose words stand in a field: the applicant's, the clerk's, or what was known already and is to be confirmed. */
function WhoTyped({ form, field }: { readonly form: Draft; readonly field: FormFieldRow }) {
  const t = useTexts(windowTexts)
  const entry = form.draft.entries[field.name]
  const confirm = useMutation<DraftView, Problem>({
    mutationFn: async () => {
      await form.flush()
      return confirmPrefill(form.draft.id, [field.name])
    },
    onSuccess: (draft) => form.take(draft),
  })
  if (entry === undefined) return null
  const time = instantInCounty(entry.at).slice(11)
  if (entry.by !== 'prefill')
    return <p className={`wn-who ${entry.by}`}>{entry.by === 'applicant' ? t.byApplicant(time) : t.byClerk(time)}</p>
  return (
    <p className="wn-who prefill">
      {t.fromWhere(entry.from ?? field.prefilledFrom ?? '')}
      {entry.confirmed ? (
        <span className="light green">{t.confirmed}</span>
      ) : (
        <button type="button" className="text-btn" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
          {t.confirm}
        </button>
      )}
      {confirm.error === null ? null : <span className="light red">{confirm.error.message}</span>}
    </p>
  )
}
