import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import type { DraftItem, ImportDetail } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/states.tsx'
import { contentOf } from './contents.ts'
import { blankContent, hasForm } from './fields.ts'
import { ItemForm } from './item-form.tsx'
import { reviewTexts } from './review.texts.ts'
import type { Adding } from './review-desk.tsx'
import type { ReviewActs } from './use-review.ts'

interface AddDialogProps {
  readonly adding: Adding
  readonly detail: ImportDetail
  readonly acts: ReviewActs
  readonly onClose: () => void
  readonly onAdded: (item: DraftItem) => void
}

/** A new item, filled as far as the selected words say. */
export function AddDialog({ adding, detail, acts, onClose, onAdded }: AddDialogProps) {
  const t = useTexts(reviewTexts)
  const { kind, words, span, settles } = adding
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!hasForm(kind)) return null
  const same = detail.items.filter((item) => item.kind === kind)
  const save = (content: Readonly<Record<string, unknown>>) =>
    acts.add.mutate(
      { kind, content, span },
      {
        onError: setProblem,
        onSuccess: (item) => {
          if (settles !== undefined) acts.change.mutate({ item: settles, decision: 'confirmed' })
          onAdded(item)
        },
      },
    )
  return (
    <Dialog title={`${t.addAs}${t.kinds[kind]}`} onClose={onClose} wide>
      <div className="dialog-body">
        {words === '' ? null : <blockquote className="rv-quote">{words}</blockquote>}
        <Refusal problem={problem} />
        <ItemForm
          kind={kind}
          content={blankContent(kind, words, { number: nextNumber(same), code: nextCode(detail) })}
          siblings={same}
          action={t.saveNew}
          busy={acts.add.isPending}
          onSave={save}
          onCancel={onClose}
        />
      </div>
    </Dialog>
  )
}

function nextNumber(items: readonly DraftItem[]): number {
  const numbers = items.map((item) => Number((item.content as { readonly number?: number }).number ?? 0))
  return Math.max(0, ...numbers) + 1
}

/** The first free code of the row N1, N2 …; a person may change it. */
function nextCode(detail: ImportDetail): string {
  const used = new Set(
    detail.items.flatMap((item) => {
      if (item.kind === 'target') return [contentOf(item, 'target').code]
      return item.kind === 'milestone' ? [contentOf(item, 'milestone').code] : []
    }),
  )
  let number = 1
  while (used.has(`N${number}`)) number += 1
  return `N${number}`
}
