import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Problem, put } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import type { TargetBreakdown } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { Empty, Refusal } from '../../ui/states.tsx'
import { BalanceBar } from './balance-bar.tsx'
import { breakdownTexts } from './breakdown.texts.ts'
import { ShareField } from './share-field.tsx'
import { balanceOf, useShares } from './use-shares.ts'

/** 任务权重: how much of the target rests on which task, in percent; without weights they share it equally. */
export function TaskWeights({ breakdown }: { readonly breakdown: TargetBreakdown }) {
  const t = useTexts(breakdownTexts)
  const common = useCommon()
  const { target, weights } = breakdown
  const may = breakdown.may.decide.may
  const shares = useShares(new Map(weights.map(({ task, weight }) => [task.itemId, weight])))
  const values = weights.map(({ task }) => shares.value(task.itemId))
  const balance = balanceOf(100, values)
  const save = useMutation<unknown, Problem>({
    mutationFn: () =>
      put(`/targets/${encodeURIComponent(target.itemId)}/task-weights`, {
        weights: weights.map(({ task }, index) => ({ taskId: task.itemId, weight: values[index] ?? null })),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['programme'] }),
  })
  if (weights.length === 0) return <Empty icon="task" title={t.weightsNone} />
  return (
    <div className="bd-grid">
      <Card title={t.weightsTitle} note={t.weightsNote}>
        <table className="bd-table">
          <thead>
            <tr>
              <th scope="col">{t.task}</th>
              <th scope="col" className="num">{`${t.weight}（%）`}</th>
            </tr>
          </thead>
          <tbody>
            {weights.map(({ task, weight }) => (
              <tr key={task.itemId}>
                <th scope="row">
                  <Link to="/tasks/$itemId" params={{ itemId: task.itemId }}>
                    {`${common.taskNumber(task.number)}　${task.title}`}
                  </Link>
                </th>
                <td className="num">
                  {may ? (
                    <ShareField
                      shares={shares}
                      shareKey={task.itemId}
                      label={t.fieldLabel(task.title, '%')}
                      readOnly={false}
                    />
                  ) : weight === null ? (
                    <span className="quiet">{t.equalWeight}</span>
                  ) : (
                    formatFigure(weight)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <div className="bd-side">
        <BalanceBar total={100} unit="%" balance={balance} additive />
        {may ? (
          <div className="bd-decide no-print">
            <Refusal problem={save.error} />
            {save.isSuccess ? (
              <p className="done-note" role="status">
                {t.weightsSaved}
              </p>
            ) : null}
            <button
              type="button"
              className="btn primary"
              disabled={!shares.changed || balance.wrong > 0 || balance.difference < 0 || save.isPending}
              onClick={() => save.mutate()}
            >
              {t.saveWeights}
            </button>
          </div>
        ) : null}
      </div>
    </div>
  )
}
