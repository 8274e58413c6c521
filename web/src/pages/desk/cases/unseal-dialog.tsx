import { useMutation } from '@tanstack/react-query'
import type { Problem } from '../../../api/client.ts'
import { type Unsealed, unseal } from '../../../api/matter.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { ReasonDialog } from '../../reports/reason-dialog.tsx'
import { caseTexts } from './case.texts.ts'

interface UnsealProps {
  readonly matterId: string
  readonly onShown: (unsealed: Unsealed) => void
  readonly onClose: () => void
}

/** A sealed identity is opened with a reason only; the reading is in the journal before it is on the screen. */
export function UnsealDialog({ matterId, onShown, onClose }: UnsealProps) {
  const t = useTexts(caseTexts)
  const ask = useMutation<Unsealed, Problem, string>({
    mutationFn: (reason) => unseal(matterId, reason),
    onSuccess: onShown,
  })
  return (
    <ReasonDialog
      title={t.unsealTitle}
      label={t.unsealReason}
      help={t.unsealHelp}
      action={t.unsealAct}
      busy={ask.isPending}
      problem={ask.error}
      onSend={(reason) => ask.mutate(reason)}
      onClose={onClose}
    >
      <p className="quiet">{t.unsealLead}</p>
    </ReasonDialog>
  )
}
