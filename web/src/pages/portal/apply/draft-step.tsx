import { useMutation } from '@tanstack/react-query'
import { confirmPrefill } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import type { DraftView, FormFieldRow, FormStepRow } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Refusal } from '../../../ui/states.tsx'
import { FieldInput, faultWords } from '../../registers/field-input.tsx'
import { labelOf, valueWords } from '../../registers/field-words.ts'
import { formTexts } from '../../registers/form.texts.ts'
import { readForm } from '../../registers/typed-values.ts'
import { applyTexts } from './apply.texts.ts'
import { isFilled } from './asked.ts'
import { LinkChoice } from './link-choice.tsx'
import type { Draft } from './use-draft.ts'

interface DraftStepProps {
  readonly form: Draft
  readonly step: FormStepRow
  /** somebody wanted to go on: from then on what is missing is said */
  readonly tried: boolean
  readonly onConfirm?: (fields: readonly string[]) => Promise<DraftView>
}

/** The fields of one step; what came from elsewhere says from where, and is confirmed. */
export function DraftStep({ form, step, tried, onConfirm }: DraftStepProps) {
  return (
    <>
      {step.about === null ? null : <p className="po-lead">{step.about}</p>}
      <div className="po-fields">
        {step.fields.map((field) => (
          <DraftField key={field.name} form={form} field={field} tried={tried} {...(onConfirm ? { onConfirm } : {})} />
        ))}
      </div>
    </>
  )
}

interface DraftFieldProps extends Omit<DraftStepProps, 'step'> {
  readonly field: FormFieldRow
}

function DraftField({ form, field, tried, onConfirm }: DraftFieldProps) {
  const t = useTexts(applyTexts)
  const words = useTexts(formTexts)
  const language = useLanguage()
  const { draft, typed, values } = form
  const { faults } = readForm([{ ...field, required: false }], typed)
  const fault = faults[0]
  const told = draft.problems.find((problem) => problem.field === field.name)?.message
  const error =
    fault !== undefined
      ? faultWords(words, field, fault.fault)
      : tried && field.required && !isFilled(values[field.name])
        ? words.faults.required(labelOf(field, language))
        : tried && told !== undefined && isFilled(values[field.name])
          ? told
          : undefined
  const overtaken = form.overtaken.filter((one) => one.field === field.name).at(-1)
  const input = { field, value: typed[field.name], error, onChange: (value: unknown) => form.change(field.name, value) }
  return (
    <div className="po-field">
      {field.kind === 'link' ? <LinkChoice {...input} /> : <FieldInput {...input} kept={draft.values[field.name]} />}
      <Origin form={form} field={field} {...(onConfirm ? { onConfirm } : {})} />
      {field.isSealed ? <p className="po-fine">{t.sealed}</p> : null}
      {overtaken === undefined ? null : (
        <p className="light amber po-fine" role="status">
          {t.overtaken}
          {isFilled(overtaken.was) ? valueWords(field, overtaken.was, language) : t.empty}
        </p>
      )}
    </div>
  )
}

/** Where a value came from; one that was filled in by the platform is confirmed by a press. */
function Origin({ form, field, onConfirm }: Omit<DraftFieldProps, 'tried'>) {
  const t = useTexts(applyTexts)
  const entry = form.draft.entries[field.name]
  const confirm = useMutation<DraftView, Problem>({
    mutationFn: async () => {
      await form.flush()
      return (onConfirm ?? ((fields) => confirmPrefill(form.draft.id, fields)))([field.name])
    },
    onSuccess: (draft) => form.take(draft),
  })
  if (entry === undefined || !isFilled(form.values[field.name])) return null
  if (entry.by === 'clerk') return <p className="po-origin clerk">{t.byClerk}</p>
  if (entry.by !== 'prefill') return null
  return (
    <p className="po-origin">
      <span>{t.fromWhere(entry.from ?? field.prefilledFrom ?? '')}</span>
      {entry.confirmed ? (
        <span className="light green">{t.confirmed}</span>
      ) : (
        <button type="button" className="text-btn" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
          {t.confirmUse}
        </button>
      )}
      <Refusal problem={confirm.error} />
    </p>
  )
}
