import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Problem } from '../../api/client.ts'
import { commitRun, type Verdict } from '../../api/import.queries.ts'
import type { ImportRun } from '../../api/import.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Tabs } from '../../ui/choices.tsx'
import { Refusal } from '../../ui/states.tsx'
import { RowsCard } from './rows-card.tsx'
import { takeOver } from './run-actions.tsx'
import { RunCounts } from './run-counts.tsx'
import { runsTexts } from './runs.texts.ts'

const verdicts: readonly Verdict[] = ['faulty', 'doubtful', 'changed']

/** What would happen: how many of each, every fault with its remedy, and one press to write. */
export function Preview({ run }: { readonly run: ImportRun }) {
  const t = useTexts(runsTexts)
  const navigate = useNavigate()
  const { tab } = useSearch({ from: '/register-imports/$runId' })
  const shown = verdicts.filter((verdict) => run.counts[verdict] > 0)
  const current = shown.find((verdict) => verdict === tab) ?? shown[0]
  const commit = useMutation<ImportRun, Problem>({ mutationFn: () => commitRun(run.id), onSuccess: takeOver })
  const writes = run.counts.new + run.counts.changed
  const nothing = writes + run.counts.doubtful === 0
  return (
    <>
      <RunCounts counts={run.counts} />
      <Refusal problem={commit.error} />
      <div className="ru-commit no-print">
        <button
          type="button"
          className="btn primary"
          disabled={!run.may.commit || commit.isPending || nothing}
          onClick={() => commit.mutate()}
        >
          {nothing ? t.commitNothing : t.commit(formatFigure(writes))}
        </button>
        <span className="quiet">{t.commitLead}</span>
      </div>
      {current === undefined ? null : (
        <section className="card">
          <Tabs
            label={t.steps.preview}
            panel="run-rows"
            value={current}
            onChange={(verdict) =>
              void navigate({
                to: '/register-imports/$runId',
                params: { runId: run.id },
                search: { tab: verdict },
                replace: true,
                resetScroll: false,
              })
            }
            choices={shown.map((verdict) => ({ value: verdict, label: t[verdict], count: run.counts[verdict] }))}
          />
          <div role="tabpanel" id="run-rows" aria-labelledby={`run-rows-${current}`}>
            <RowsCard key={current} run={run} verdict={current} bare />
          </div>
        </section>
      )}
    </>
  )
}
