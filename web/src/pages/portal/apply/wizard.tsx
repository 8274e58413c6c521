import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { applyTexts } from './apply.texts.ts'
import { CheckStep } from './check-step.tsx'
import { DraftStep } from './draft-step.tsx'
import { MaterialsStep } from './materials-step.tsx'
import { PhoneCode } from './phone-code.tsx'
import { SavedNote } from './saved-note.tsx'
import type { Draft } from './use-draft.ts'
import { checkStep, emptyFields, materialsStep, missingMaterials, planOf, unconfirmed } from './wizard-steps.ts'

/** One step at a time, with a list of what is left; every step can be opened, only the sending needs all of them. */
export function Wizard({ form }: { readonly form: Draft }) {
  const t = useTexts(applyTexts)
  const { draft, values } = form
  const plan = planOf(draft, values)
  const [wanted, setWanted] = useState(draft.step)
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  const top = useRef<HTMLHeadingElement>(null)
  const at = Math.max(0, plan.order.indexOf(wanted))
  const current = plan.order[at] ?? checkStep
  const step = plan.steps.find(({ id }) => id === current)
  const labelOf = (id: string) =>
    id === materialsStep ? t.materials : id === checkStep ? t.check : plan.steps.find((one) => one.id === id)?.label
  const leftIn = (id: string) => {
    const one = plan.steps.find((each) => each.id === id)
    if (one !== undefined) return emptyFields(one, values).length + unconfirmed(draft, one).length
    return id === materialsStep ? missingMaterials(draft, plan.materials).length : 0
  }
  const go = (id: string | undefined) => {
    if (id === undefined) return
    setTried((before) => new Set([...before, current]))
    setWanted(id)
    void form.flush(id.startsWith(':') ? undefined : id)
  }
  const opened = useRef(current)
  useEffect(() => {
    if (opened.current === current) return
    opened.current = current
    top.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [current])
  const next = () => {
    if (step !== undefined && leftIn(step.id) > 0) {
      setTried((before) => new Set([...before, step.id]))
      focusFirst(emptyFields(step, values)[0]?.name ?? unconfirmed(draft, step)[0]?.name)
    } else go(plan.order[at + 1])
  }
  return (
    <div className="po-wizard">
      <nav className="po-wizard-steps no-print" aria-label={t.stepOf(at + 1, plan.order.length)}>
        <ol>
          {plan.order.map((id) => {
            const left = leftIn(id)
            const seen = tried.has(id) || plan.order.indexOf(id) < at
            return (
              <li key={id} aria-current={id === current ? 'step' : undefined}>
                <button type="button" onClick={() => go(id)}>
                  {labelOf(id)}
                </button>
                {seen && id !== checkStep ? (
                  <span className={left === 0 ? 'light green' : 'light amber'}>
                    {left === 0 ? t.complete : t.problems(left)}
                  </span>
                ) : null}
              </li>
            )
          })}
        </ol>
        <SavedNote form={form} />
      </nav>
      <div className="po-wizard-main">
        <p className="po-fine">{t.stepOf(at + 1, plan.order.length)}</p>
        <h2 className="po-h2" ref={top} tabIndex={-1}>
          {labelOf(current)}
        </h2>
        {step === undefined ? null : <DraftStep key={step.id} form={form} step={step} tried={tried.has(step.id)} />}
        {current === materialsStep ? <MaterialsStep form={form} materials={plan.materials} /> : null}
        {current === checkStep ? <CheckStep form={form} plan={plan} onEdit={go} /> : null}
        <div className="po-actions no-print">
          {current === checkStep ? null : (
            <button type="button" className="btn primary" onClick={next}>
              {t.next}
            </button>
          )}
          {at === 0 ? null : (
            <button type="button" className="btn" onClick={() => go(plan.order[at - 1])}>
              {t.back}
            </button>
          )}
        </div>
      </div>
      {form.saving === 'ended' ? (
        <Dialog title={t.visit} onClose={() => void form.flush()}>
          <div className="dialog-body">
            <p>{t.timeOver}</p>
            <PhoneCode onOpened={() => void form.flush()} />
            <p className="po-note">
              <Link to="/sign-in" search={{ next: `/drafts/${draft.id}` }}>
                {t.accountGo}
              </Link>
            </p>
          </div>
        </Dialog>
      ) : null}
    </div>
  )
}

function focusFirst(name: string | undefined): void {
  if (name === undefined) return
  const control = document.getElementById(`f-${name}`)
  control?.focus()
  control?.scrollIntoView({ block: 'center' })
}
