import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Problem } from '../../api/client.ts'
import { refreshRegisters, removeRecord } from '../../api/register.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { ReasonDialog } from '../reports/reason-dialog.tsx'
import { recordTexts } from './record.texts.ts'
import type { RecordProps } from './record-page.tsx'
import { registersTexts } from './registers.texts.ts'

export function RemoveDialog({ description, record, onClose }: RecordProps & { readonly onClose: () => void }) {
  const t = useTexts(recordTexts)
  const shared = useTexts(registersTexts)
  const navigate = useNavigate()
  const drop = useMutation<unknown, Problem, string>({
    mutationFn: (reason) => removeRecord(description.id, record.id, reason),
    onSuccess: async () => {
      await refreshRegisters()
      onClose()
      void navigate({ to: '/registers/$register', params: { register: description.id } })
    },
  })
  return (
    <ReasonDialog
      title={t.removeTitle(record.label)}
      label={shared.reason}
      help={shared.reasonHelp}
      action={t.removeAct}
      danger
      busy={drop.isPending}
      problem={drop.error}
      onSend={(reason) => drop.mutate(reason)}
      onClose={onClose}
    >
      <p className="quiet">{t.removeLead}</p>
    </ReasonDialog>
  )
}
