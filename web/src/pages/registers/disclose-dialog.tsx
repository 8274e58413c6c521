import { useMutation } from '@tanstack/react-query'
import type { Problem } from '../../api/client.ts'
import { discloseField } from '../../api/register.queries.ts'
import type { FieldRow, RecordDetail } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { ReasonDialog } from '../reports/reason-dialog.tsx'
import { labelOf } from './field-words.ts'
import { recordTexts } from './record.texts.ts'
import { registersTexts } from './registers.texts.ts'

interface DiscloseProps {
  readonly record: RecordDetail
  readonly field: FieldRow
  readonly onShown: (text: string) => void
  readonly onClose: () => void
}

/** Personal data in clear: asked with a reason, and journalled before it is shown. */
export function DiscloseDialog({ record, field, onShown, onClose }: DiscloseProps) {
  const t = useTexts(recordTexts)
  const shared = useTexts(registersTexts)
  const language = useLanguage()
  const ask = useMutation<string, Problem, string>({
    mutationFn: (reason) => discloseField(record.register, record.id, field.name, reason),
    onSuccess: onShown,
  })
  return (
    <ReasonDialog
      title={t.discloseTitle(labelOf(field, language))}
      label={shared.reason}
      help={shared.reasonHelp}
      action={t.discloseAct}
      busy={ask.isPending}
      problem={ask.error}
      onSend={(reason) => ask.mutate(reason)}
      onClose={onClose}
    >
      <p className="quiet">{t.discloseLead}</p>
    </ReasonDialog>
  )
}
