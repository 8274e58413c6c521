import { useTexts } from '../../../i18n/language.ts'
import { applyTexts } from './apply.texts.ts'
import type { Draft } from './use-draft.ts'

/** Whether what was typed is at the server, said quietly and to screen readers as well. */
export function SavedNote({ form }: { readonly form: Pick<Draft, 'saving' | 'savedAt' | 'draft'> }) {
  const t = useTexts(applyTexts)
  const at = form.savedAt ?? new Date(form.draft.updatedAt)
  const time = at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })
  const words = { saved: t.saved(time), saving: t.saving, kept: t.kept, ended: t.timeOver }[form.saving]
  return (
    <p
      className={form.saving === 'kept' || form.saving === 'ended' ? 'po-saved light amber' : 'po-saved'}
      role="status"
    >
      {words}
    </p>
  )
}
