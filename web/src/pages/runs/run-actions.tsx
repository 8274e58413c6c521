import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { discardRun, runQuery, undoRun } from '../../api/import.queries.ts'
import type { ImportRun } from '../../api/import.types.ts'
import { queryClient } from '../../api/queries.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Confirm } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/states.tsx'
import { ReasonDialog } from '../reports/reason-dialog.tsx'
import { runsTexts } from './runs.texts.ts'

interface RunActionsProps {
  readonly run: ImportRun
  /** null: the columns can no longer be changed, or are being changed */
  readonly onRemap: (() => void) | null
}

/** What can be done with the run as a whole. */
export function RunActions({ run, onRemap }: RunActionsProps) {
  const t = useTexts(runsTexts)
  const [open, setOpen] = useState<'discard' | 'undo' | null>(null)
  const [leave, setLeave] = useState(false)
  const close = () => setOpen(null)
  const discard = useMutation<ImportRun, Problem>({
    mutationFn: () => discardRun(run.id),
    onSuccess: (next) => {
      takeOver(next)
      close()
    },
  })
  const undo = useMutation<ImportRun, Problem, string>({
    mutationFn: (reason) => undoRun(run.id, reason, leave),
    onSuccess: (next) => {
      takeOver(next)
      close()
    },
  })
  return (
    <>
      <a
        className="btn no-phone"
        href={`/api/evidence/${encodeURIComponent(run.evidenceId)}/content`}
        target="_blank"
        rel="noreferrer"
      >
        {t.file}
      </a>
      {onRemap === null ? null : (
        <button type="button" className="btn" onClick={onRemap}>
          {t.remap}
        </button>
      )}
      {run.may.discard ? (
        <button type="button" className="btn" onClick={() => setOpen('discard')}>
          {t.discard}
        </button>
      ) : null}
      {run.may.undo ? (
        <button type="button" className="btn danger" onClick={() => setOpen('undo')}>
          {t.undo}
        </button>
      ) : null}
      {open === 'discard' ? (
        <Confirm
          title={t.discardTitle}
          action={t.discard}
          danger
          busy={discard.isPending}
          onConfirm={() => discard.mutate()}
          onClose={close}
        >
          <Refusal problem={discard.error} />
          <p>{t.discardLead}</p>
        </Confirm>
      ) : null}
      {open === 'undo' ? (
        <ReasonDialog
          title={t.undoTitle}
          label={t.reason}
          help={t.reasonHelp}
          action={t.undo}
          danger
          busy={undo.isPending}
          problem={undo.error}
          onSend={(reason) => undo.mutate(reason)}
          onClose={close}
        >
          <p className="quiet">{t.undoLead(formatFigure(run.counts.new), formatFigure(run.counts.changed))}</p>
          <label className="check">
            <input type="checkbox" checked={leave} onChange={(event) => setLeave(event.target.checked)} />
            {t.leaveChanged}
          </label>
        </ReasonDialog>
      ) : null}
    </>
  )
}

/** The run as the server now has it; the page goes on from there. */
export function takeOver(run: ImportRun): void {
  queryClient.setQueryData(runQuery(run.id).queryKey, run)
  void queryClient.invalidateQueries({ queryKey: ['runs'] })
}
