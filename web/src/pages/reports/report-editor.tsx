import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { actOnReports, correctReport } from '../../api/report-acts.ts'
import type { DutyRow, ReportDetail } from '../../api/types.gen.ts'
import { refreshWork, reportQuery } from '../../api/work.queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { ErrorSummary, Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { Evidence } from './evidence-card.tsx'
import { MilestoneFields } from './milestone-fields.tsx'
import { reportTexts } from './report.texts.ts'
import { ReportSide } from './report-side.tsx'
import { SaveState } from './save-state.tsx'
import { ProgressField, WordFields } from './task-fields.tsx'
import { contentToSend } from './typed-report.ts'
import { type DraftMode, type ReportDraft, useReportDraft } from './use-report-draft.ts'
import { ValueFields } from './value-fields.tsx'

interface EditorProps {
  readonly detail: ReportDetail
  readonly accountId: string
  readonly mode: Exclude<DraftMode, 'read'>
  /** the next report of the unit that nobody has begun */
  readonly next: DutyRow | null
  /** heads the unit: what is not begun yet is saved and handed in with one press */
  readonly signs: boolean
  readonly onCorrected: () => void
}

/** The form of a report: fields by what it is about, kept as one types, and what is done with it at the foot. */
export function ReportEditor({ detail, accountId, mode, next, signs, onCorrected }: EditorProps) {
  const t = useTexts(reportTexts)
  const draft = useReportDraft(detail, accountId, mode)
  const form = useRef<HTMLFormElement>(null)
  // while one types, a fault stands at its field; what stops an act is listed on top as well
  const [listed, setListed] = useState(false)
  const faults = Object.entries(draft.faults).map(([id, message]) => ({ id, message }))
  useFirstField(form)
  return (
    <>
      <form ref={form} className="rp-form" onSubmit={(event) => event.preventDefault()}>
        {draft.saving.kind === 'conflict' ? (
          <ConflictPanel mine={draft.typed} theirs={draft.saving.theirs} onChoose={draft.settle} />
        ) : null}
        {draft.restoredFrom === null ? null : (
          <p className="done-note" role="status">
            {t.restored(instantInCounty(draft.restoredFrom))}
          </p>
        )}
        {listed ? <ErrorSummary errors={faults} /> : null}
        <div className="card rp-fields">
          {mode === 'byHand' ? <p className="rp-notice">{t.correctLead}</p> : null}
          {detail.report === null && detail.prefill !== null ? (
            <p className="rp-prefill">
              <b>{t.prefilled}</b>
              <Said sentence={detail.prefill.from} />
            </p>
          ) : null}
          <Fields detail={detail} draft={draft} />
          {mode === 'byHand' ? null : (
            <Evidence detail={detail} editable {...(detail.report === null ? { begin: draft.save } : {})} />
          )}
          {mode === 'byHand' ? (
            <CorrectionFoot detail={detail} draft={draft} onStopped={() => setListed(true)} onCorrected={onCorrected} />
          ) : (
            <DraftFoot detail={detail} draft={draft} next={next} signs={signs} onStopped={() => setListed(true)} />
          )}
        </div>
      </form>
      <ReportSide detail={detail} typed={draft.typed} />
    </>
  )
}

function Fields({ detail, draft }: { readonly detail: ReportDetail; readonly draft: ReportDraft }) {
  const { kind } = detail.duty.item
  return (
    <>
      {kind === 'target' ? <ValueFields detail={detail} draft={draft} /> : null}
      {kind === 'task' ? <ProgressField draft={draft} /> : null}
      {kind === 'milestone' ? <MilestoneFields draft={draft} /> : null}
      <WordFields draft={draft} optional={kind === 'target'} />
    </>
  )
}

interface FootProps {
  readonly detail: ReportDetail
  readonly draft: ReportDraft
  /** an act was stopped by what stands in the fields */
  readonly onStopped: () => void
}

/** Saved already, as it is typed: the foot goes on to the next one, or hands this one to the office. */
function DraftFoot({ detail, draft, next, signs, onStopped }: FootProps & Pick<EditorProps, 'next' | 'signs'>) {
  const t = useTexts(reportTexts)
  const navigate = useNavigate()
  const submit = useMutation<unknown, Problem>({
    mutationFn: async () => {
      const saved = await draft.save()
      if (saved?.report == null) return
      await actOnReports('submission', [{ dutyId: detail.duty.id, revision: saved.report.revision }])
      await refreshWork()
    },
    onError: (problem) => {
      draft.fault(problem.problems)
      onStopped()
      focusFirstFault()
    },
  })
  const goOn = async () => {
    const saved = await draft.save()
    if (saved === null) return focusFirstFault()
    if (next === null) await navigate({ to: '/work', search: { unit: detail.duty.unit.id } })
    else await navigate({ to: '/reports/$dutyId', params: { dutyId: next.id } })
  }
  useCtrlEnter(() => void goOn())
  const maySubmit = detail.may.submit.may || (detail.report === null && signs)
  return (
    <footer className="rp-foot no-print">
      {submit.error !== null && submit.error.problems.length === 0 ? <Refusal problem={submit.error} /> : null}
      <SaveState saving={draft.saving} />
      <div className="rp-buttons">
        <button
          type="button"
          className={maySubmit ? 'btn' : 'btn primary'}
          aria-keyshortcuts="Control+Enter"
          disabled={draft.saving.kind === 'conflict'}
          onClick={() => void goOn()}
        >
          {next === null ? t.backToList : t.saveNext}
        </button>
        {maySubmit ? (
          <button
            type="button"
            className="btn primary"
            disabled={submit.isPending || draft.saving.kind === 'conflict'}
            onClick={() => submit.mutate()}
          >
            {t.submit}
          </button>
        ) : null}
      </div>
      {maySubmit || detail.may.submit.why === null || detail.report === null ? null : (
        <p className="small quiet rp-why">
          {t.cannot(t.submit)}：<Said sentence={detail.may.submit.why} />
        </p>
      )}
    </footer>
  )
}

function CorrectionFoot({ detail, draft, onStopped, onCorrected }: FootProps & { readonly onCorrected: () => void }) {
  const t = useTexts(reportTexts)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = useMutation<ReportDetail, Problem>({
    mutationFn: () =>
      correctReport(detail.duty.id, {
        revision: detail.report?.revision ?? 0,
        content: contentToSend(draft.typed, detail),
        reason: reason.trim(),
      }),
    onSuccess: async (answer) => {
      queryClient.setQueryData(reportQuery(detail.duty.id).queryKey, answer)
      onCorrected()
      await refreshWork()
    },
    onError: (problem) => {
      draft.fault(problem.problems)
      onStopped()
      focusFirstFault()
    },
  })
  return (
    <footer className="rp-foot no-print">
      <Field label={t.correctWhy} error={missing && reason.trim() === '' ? t.correctNeeded : undefined}>
        <textarea rows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {send.error !== null && send.error.problems.length === 0 ? <Refusal problem={send.error} /> : null}
      <div className="rp-buttons">
        <button type="button" className="btn" onClick={onCorrected}>
          {t.cancelCorrect}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={send.isPending}
          onClick={() => (reason.trim() === '' ? setMissing(true) : send.mutate())}
        >
          {t.correctSend}
        </button>
      </div>
    </footer>
  )
}

/** The figure is under the fingers when the page opens; on a touch screen the keyboard would cover the page. */
function useFirstField(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    if (matchMedia('(pointer: coarse)').matches) return
    const field = form.current?.querySelector<HTMLInputElement>('[data-first]')
    field?.focus({ preventScroll: true })
    if (field?.type === 'text') field.select()
  }, [form])
}

/** Once the faults stand at their fields, a moment after they became known. */
function focusFirstFault(): void {
  setTimeout(() => {
    const field = document.querySelector<HTMLElement>('.rp-form [aria-invalid="true"]')
    const group = document.querySelector<HTMLElement>('.rp-form #valueState:has(.field-error)')
    const first = field ?? group
    first?.focus()
  }, 50)
}

function useCtrlEnter(act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
