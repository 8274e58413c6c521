import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { newRequestKey, submitDraft } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import type { Submitted } from '../../../api/types.gen.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { ErrorSummary, type FieldError } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { labelOf, maskedOf, valueWords } from '../../registers/field-words.ts'
import { applyTexts } from './apply.texts.ts'
import { isFilled } from './asked.ts'
import { keepSubmitted } from './submitted.ts'
import { type Draft, forgetDraft } from './use-draft.ts'
import { emptyFields, materialsStep, missingMaterials, unconfirmed, type WizardPlan } from './wizard-steps.ts'

interface CheckStepProps {
  readonly form: Draft
  readonly plan: WizardPlan
  readonly onEdit: (step: string) => void
}

/** Everything once more, each part with the way back to it; and the word that it is true. */
export function CheckStep({ form, plan, onEdit }: CheckStepProps) {
  const t = useTexts(applyTexts)
  const language = useLanguage()
  const navigate = useNavigate()
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const key = useRef(newRequestKey())
  const { draft, values } = form
  const lacking: readonly FieldError[] = [
    ...plan.steps.flatMap((step) => [
      ...emptyFields(step, values).map((field) => ({
        id: `c-${field.name}`,
        message: `${labelOf(field, language)}：${t.empty}`,
      })),
      ...unconfirmed(draft, step).map((field) => ({
        id: `c-${field.name}`,
        message: `${labelOf(field, language)}：${t.needConfirm}`,
      })),
    ]),
    ...missingMaterials(draft, plan.materials).map((material) => ({
      id: `c-${material.id}`,
      message: t.needMaterial(material.label),
    })),
    ...(agreed ? [] : [{ id: 'agree', message: t.needAgree }]),
  ]
  const submit = useMutation<Submitted, Problem>({
    mutationFn: async () => {
      await form.flush()
      return submitDraft(draft.id, key.current)
    },
    onSuccess: async (done) => {
      forgetDraft(draft.id)
      keepSubmitted(done)
      await navigate({ to: '/receipts/$matterId', params: { matterId: done.matterId }, replace: true })
      void queryClient.invalidateQueries({ queryKey: ['own'] })
    },
  })
  return (
    <>
      <p className="po-lead">{t.checkLead}</p>
      {tried ? <ErrorSummary errors={lacking} /> : null}
      {plan.steps.map((step) => (
        <section key={step.id} className="po-check">
          <header>
            <h3>{step.label}</h3>
            <button
              type="button"
              className="text-btn"
              aria-label={`${t.edit} ${step.label}`}
              onClick={() => onEdit(step.id)}
            >
              {t.edit}
            </button>
          </header>
          <dl className="po-facts">
            {step.fields.map((field) => {
              const value = values[field.name]
              const words = isFilled(value) ? (maskedOf(value) ?? valueWords(field, value, language)) : null
              return (
                <div key={field.name} id={`c-${field.name}`} tabIndex={-1}>
                  <dt>{labelOf(field, language)}</dt>
                  <dd>
                    {words === null ? (
                      <span className={field.required ? 'light amber' : 'quiet'}>{t.empty}</span>
                    ) : (
                      <span className="po-words">{words}</span>
                    )}
                  </dd>
                </div>
              )
            })}
          </dl>
        </section>
      ))}
      {plan.materials.length === 0 ? null : (
        <section className="po-check">
          <header>
            <h3>{t.materials}</h3>
            <button
              type="button"
              className="text-btn"
              aria-label={`${t.edit} ${t.materials}`}
              onClick={() => onEdit(materialsStep)}
            >
              {t.edit}
            </button>
          </header>
          <dl className="po-facts">
            {plan.materials.map((material) => {
              const files = draft.given.filter((one) => one.material === material.id)
              const known = draft.shared.find((one) => one.material === material.id)
              return (
                <div key={material.id} id={`c-${material.id}`} tabIndex={-1}>
                  <dt>{material.label}</dt>
                  <dd>
                    {files.length > 0
                      ? files.map(({ fileName }) => fileName).join('、')
                      : (known?.words ?? <span className="quiet">{t.empty}</span>)}
                  </dd>
                </div>
              )
            })}
          </dl>
        </section>
      )}
      <label className="check po-agree">
        <input id="agree" type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
        {t.agree}
      </label>
      <Refusal problem={submit.error} />
      <p className="po-actions">
        <button
          type="button"
          className="btn primary po-submit"
          disabled={submit.isPending}
          onClick={() => {
            setTried(true)
            if (lacking.length === 0) submit.mutate()
          }}
        >
          {submit.isPending ? t.submitting : t.submit}
        </button>
      </p>
    </>
  )
}
