import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { type Problem, put } from '../api/client.ts'
import { useMay } from '../api/queries.ts'
import type { Cycle } from '../api/types.gen.ts'
import { refreshWork } from '../api/work.queries.ts'
import { defineTexts, useTexts } from '../i18n/language.ts'
import { Refusal } from './states.tsx'

const words = defineTexts(
  {
    label: '报送周期',
    month: '每月',
    quarter: '每季',
    year: '每年',
    saved: '已改。已经开出的事项照旧，从下一期起按新的周期。',
  },
  {
    label: 'Reported',
    month: 'monthly',
    quarter: 'quarterly',
    year: 'yearly',
    saved: 'Changed. What is open stays as it is; the new cycle counts from the next period.',
  },
)

const cycles: readonly Cycle[] = ['month', 'quarter', 'year']

interface CycleChoiceProps {
  readonly kind: 'target' | 'task'
  readonly itemId: string
  readonly cycle: Cycle
}

/** How often an item is reported; the office may change it, everybody else reads it. */
export function CycleChoice({ kind, itemId, cycle }: CycleChoiceProps) {
  const t = useTexts(words)
  const may = useMay('breakdown.decide')
  const id = useId()
  const save = useMutation<unknown, Problem, Cycle>({
    mutationFn: (next) => put(`/items/${kind}/${encodeURIComponent(itemId)}/cycle`, { cycle: next }),
    onSuccess: refreshWork,
  })
  if (!may)
    return (
      <span className="quiet">
        {t.label} {t[cycle]}
      </span>
    )
  return (
    <div className="cycle-choice">
      <label htmlFor={id}>{t.label}</label>
      <select
        id={id}
        value={save.isPending ? save.variables : cycle}
        disabled={save.isPending}
        onChange={(event) => save.mutate(event.target.value as Cycle)}
      >
        {cycles.map((each) => (
          <option key={each} value={each}>
            {t[each]}
          </option>
        ))}
      </select>
      <Refusal problem={save.error} />
      {save.isSuccess ? (
        <p className="quiet small" role="status">
          {t.saved}
        </p>
      ) : null}
    </div>
  )
}
