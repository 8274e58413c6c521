import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { actOnMany, type BatchOutcome, refreshMatters } from '../../../api/matter.queries.ts'
import type { MatterRow, NextAct } from '../../../api/types.gen.ts'
import { shortNumber } from '../../../format/matter-number.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorSummary } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { ActFields } from './act-fields.tsx'
import { deskTexts } from './desk.texts.ts'
import { type ActContent, useActForm } from './use-act-form.ts'

interface BatchDialogProps {
  readonly act: NextAct
  readonly rows: readonly MatterRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One act on many cases: each is done or refused by itself, and says which. */
export function BatchDialog({ act, rows, onClose, onDone }: BatchDialogProps) {
  const t = useTexts(deskTexts)
  const common = useCommon()
  const language = useLanguage()
  // the rows as they were chosen: the queue behind moves on while this is read
  const [chosen] = useState(rows)
  const [first] = chosen
  const form = useActForm(act, 'batch')
  const send = useMutation<BatchOutcome, Problem, ActContent>({
    mutationFn: ({ input, opinion }) =>
      actOnMany({
        matters: chosen.map(({ id, revision }) => ({ id, revision })),
        act: act.act,
        input,
        ...(opinion === undefined ? {} : { opinion }),
      }),
    onSuccess: async () => {
      form.forget()
      await refreshMatters()
    },
  })
  const close = () => {
    if (send.isSuccess) onDone()
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const content = form.read()
    if (content !== undefined) send.mutate(content)
  }
  const title = t.batchTitle(labelOf(act, language), chosen.length)
  if (send.data !== undefined) {
    return (
      <Dialog title={title} onClose={close} wide>
        <div className="dialog-body">
          <BatchOutcomes outcome={send.data} rows={chosen} />
        </div>
        <footer className="dialog-foot">
          <button type="button" className="btn primary" onClick={close}>
            {common.close}
          </button>
        </footer>
      </Dialog>
    )
  }
  return (
    <Dialog title={title} onClose={close} wide>
      <form className="form" noValidate onSubmit={submit}>
        <p className="quiet">{t.batchLead}</p>
        <ErrorSummary errors={form.errors} />
        <Refusal problem={send.error} />
        <ul className="mq-batch-rows">
          {chosen.map((row) => (
            <li key={row.id}>
              <span className="quiet">{shortNumber(row.number)}</span> {row.title}
              <span className="quiet">　{row.applicant}</span>
            </li>
          ))}
        </ul>
        <ActFields act={act} form={form} type={first?.type} matterId={first?.id ?? ''} />
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={send.isPending}>
            {t.batchDo(chosen.length)}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function BatchOutcomes({ outcome, rows }: { readonly outcome: BatchOutcome; readonly rows: readonly MatterRow[] }) {
  const t = useTexts(deskTexts)
  return (
    <>
      <p role="status">
        <b>{t.batchDone(outcome.done, outcome.outcomes.length - outcome.done)}</b>
      </p>
      <ul className="mq-batch-rows">
        {outcome.outcomes.map(({ matterId, refusal }) => {
          const row = rows.find(({ id }) => id === matterId)
          return (
            <li key={matterId}>
              <span className={refusal === null ? 'light green' : 'light red'}>
                {refusal === null ? t.done : t.notDone}
              </span>{' '}
              {row?.title ?? matterId}
              {refusal === null ? null : <span className="quiet">　{refusal.message}</span>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
