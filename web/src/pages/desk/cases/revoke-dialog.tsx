import { useMutation } from '@tanstack/react-query'
import type { Problem } from '../../../api/client.ts'
import { refreshMatters, revokeDocument } from '../../../api/matter.queries.ts'
import type { MatterDetail } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { ReasonDialog } from '../../reports/reason-dialog.tsx'
import { caseTexts } from './case.texts.ts'

interface RevokeProps {
  readonly document: MatterDetail['documents'][number]
  readonly onClose: () => void
}

/** A document that was wrong stays as it was issued, and says from then on that it is void, and why. */
export function RevokeDialog({ document, onClose }: RevokeProps) {
  const t = useTexts(caseTexts)
  const ask = useMutation<unknown, Problem, string>({
    mutationFn: (reason) => revokeDocument(document.id, reason),
    onSuccess: async () => {
      await refreshMatters()
      onClose()
    },
  })
  return (
    <ReasonDialog
      title={t.revokeTitle(document.label)}
      label={t.revokeReason}
      help={t.revokeHelp}
      action={t.revoke}
      busy={ask.isPending}
      problem={ask.error}
      onSend={(reason) => ask.mutate(reason)}
      onClose={onClose}
    >
      <p className="quiet">{t.revokeLead}</p>
    </ReasonDialog>
  )
}
