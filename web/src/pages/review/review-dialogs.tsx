import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useSession } from '../../api/queries.ts'
import type { ImportDetail } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { contentOf, sureFrom, type Tab } from './contents.ts'
import { reviewTexts } from './review.texts.ts'
import type { ReviewActs } from './use-review.ts'

interface AdoptProps {
  readonly detail: ImportDetail
  readonly acts: ReviewActs
  readonly onClose: () => void
}

/** 采纳: from which day it holds and, for an amendment, why. */
export function AdoptDialog({ detail, acts, onClose }: AdoptProps) {
  const t = useTexts(reviewTexts)
  const common = useCommon()
  const today = useSession()?.today ?? ''
  const amendment = detail.kind === 'amendment'
  const head = detail.items.find((item) => item.kind === 'head')
  const issuedOn = head === undefined ? null : contentOf(head, 'head').issuedOn
  const [effectiveFrom, setEffectiveFrom] = useState(amendment ? today : (issuedOn ?? today))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amendment && reason.trim() === '') return
    acts.adopt.mutate(
      { effectiveFrom, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      { onSuccess: onClose },
    )
  }
  const { targets, milestones, tasks } = detail.counts
  return (
    <Dialog title={t.adoptTitle} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{t.adoptLead(targets, milestones, tasks)}</p>
        <Refusal problem={acts.adopt.error} />
        <Field label={t.effectiveFrom} help={t.effectiveHelp}>
          <input
            type="date"
            required
            value={effectiveFrom}
            onChange={(event) => setEffectiveFrom(event.target.value)}
          />
        </Field>
        {amendment ? (
          <Field
            label={t.reason}
            help={t.reasonHelp}
            error={tried && reason.trim() === '' ? t.reasonNeeded : undefined}
          >
            <textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        ) : null}
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={acts.adopt.isPending || effectiveFrom === ''}>
            {t.adoptAction}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface RestProps {
  readonly tab: Tab
  readonly acts: ReviewActs
  readonly onClose: () => void
  readonly onDone: (count: number) => void
}

export function RestDialog({ tab, acts, onClose, onDone }: RestProps) {
  const t = useTexts(reviewTexts)
  const singly = tab === 'unit' || tab === 'question' || tab === 'unread'
  const [here, setHere] = useState(false)
  const [sure, setSure] = useState(true)
  const confirm = () =>
    acts.confirmRest.mutate(
      {
        ...(here ? { kinds: tab === 'head' ? ['head', 'group'] : [tab] } : {}),
        minimumConfidence: sure ? sureFrom : 0,
      },
      { onSuccess: ({ confirmed }) => onDone(confirmed) },
    )
  return (
    <Confirm
      title={t.restTitle}
      action={t.confirmRest}
      busy={acts.confirmRest.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t.restLead}</p>
      <Refusal problem={acts.confirmRest.error} />
      <fieldset className="rv-scope">
        <legend>{t.restScope}</legend>
        <label className="check">
          <input type="radio" name="scope" checked={!here} onChange={() => setHere(false)} />
          {t.restAll}
        </label>
        {singly ? null : (
          <label className="check">
            <input type="radio" name="scope" checked={here} onChange={() => setHere(true)} />
            {t.restHere(t.tabs[tab])}
          </label>
        )}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {t.restSure}
      </label>
    </Confirm>
  )
}

export function DiscardDialog({ acts, onClose }: { readonly acts: ReviewActs; readonly onClose: () => void }) {
  const t = useTexts(reviewTexts)
  const navigate = useNavigate()
  return (
    <Confirm
      title={t.discardTitle}
      action={t.discardAction}
      danger
      busy={acts.discard.isPending}
      onConfirm={() => acts.discard.mutate(undefined, { onSuccess: () => void navigate({ to: '/imports' }) })}
      onClose={onClose}
    >
      <p>{t.discardLead}</p>
      <Refusal problem={acts.discard.error} />
    </Confirm>
  )
}
