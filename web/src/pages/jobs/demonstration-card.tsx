import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import type { RemovedDemonstration } from '../../api/job.queries.ts'
import { queryClient, useMay, useSession } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Confirm } from '../../ui/dialog.tsx'
import { Card } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { jobsTexts } from './jobs.texts.ts'

/** Takes everything invented away before real use; says what goes and what stays before it does. */
export function DemonstrationCard() {
  const t = useTexts(jobsTexts)
  const allowed = useMay('demonstration.remove')
  const demonstration = useSession()?.demonstration === true
  const [asking, setAsking] = useState(false)
  const removal = useMutation<RemovedDemonstration, Problem>({
    mutationFn: () => post('/demonstration/removal'),
    onSuccess: async () => {
      setAsking(false)
      await queryClient.invalidateQueries()
    },
  })
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0)
  if (removal.data !== undefined) {
    const { removed, rows, accounts, kept } = removal.data
    return (
      <p className="done-note" role="status">
        {removed ? t.demoDone(sum(rows), accounts) : t.demoNone}
        {sum(kept) === 0 ? '' : t.demoKeptRows(sum(kept))}
      </p>
    )
  }
  if (!allowed || !demonstration) return null
  return (
    <Card
      title={t.demo}
      className="jb-demo"
      actions={
        <button type="button" className="btn danger small-btn" onClick={() => setAsking(true)}>
          {t.demoRemove}
        </button>
      }
    >
      <p className="card-body quiet">
        {t.demoLead}
        {t.demoGone.join('；')}。
      </p>
      {asking ? (
        <Confirm
          title={t.demoTitle}
          action={t.demoConfirm}
          danger
          busy={removal.isPending}
          onConfirm={() => removal.mutate()}
          onClose={() => {
            setAsking(false)
            removal.reset()
          }}
        >
          <Refusal problem={removal.error} />
          <ul className="jb-goes">
            {t.demoGone.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <p>{t.demoKept}</p>
          <p className="light red jb-warn">{t.demoWarn}</p>
        </Confirm>
      ) : null}
    </Card>
  )
}
