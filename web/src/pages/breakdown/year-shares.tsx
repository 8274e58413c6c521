import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, type Problem } from '../../api/client.ts'
import { targetProgressQuery } from '../../api/monitoring.queries.ts'
import { useSession } from '../../api/queries.ts'
import type { BreakdownView, TargetBreakdown } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { exactSum } from '../../format/shares.ts'
import { useTexts } from '../../i18n/language.ts'
import { CycleChoice } from '../../ui/cycle-choice.tsx'
import { Card } from '../../ui/page.tsx'
import { Missing, Refusal } from '../../ui/states.tsx'
import { BalanceBar } from './balance-bar.tsx'
import { BaselineForm } from './baseline-form.tsx'
import { breakdownTexts } from './breakdown.texts.ts'
import { DecideForm } from './decide-form.tsx'
import { ShareField } from './share-field.tsx'
import { balanceOf, useShares } from './use-shares.ts'

/** 分到年度: what each year adds, or has to reach. A year that is over keeps what was decided for it. */
export function YearShares({ breakdown }: { readonly breakdown: TargetBreakdown }) {
  const t = useTexts(breakdownTexts)
  const { target, byYear, years, may } = breakdown
  const thisYear = Number(useSession()?.today.slice(0, 4) ?? years[0])
  const decided = new Map(
    years.map((year) => [String(year), byYear?.shares.find((share) => share.year === year)?.value ?? null]),
  )
  const shares = useShares(decided)
  const [method, setMethod] = useState<BreakdownView['method']>(byYear?.method ?? 'manual')
  const monitor = useQuery(targetProgressQuery(target.itemId)).data
  // what counts from nothing begins at 0, whatever there was before
  const begins = target.kind !== 'cumulativeSinceStart' && target.kind !== 'annual'
  const baseline = monitor?.baseline ?? null
  const additive = byYear?.additive ?? (breakdown.additive && target.kind !== 'annual')
  const start = additive && begins ? (baseline?.value ?? 0) : 0
  const total = exactSum([target.amount.value, -start])
  const values = years.map((year) => shares.value(String(year)))
  const balance = balanceOf(total, values)
  const fixed = (year: number) => year < thisYear && decided.get(String(year)) !== null
  const propose = useProposal(target.itemId)
  const { unit } = target.amount
  return (
    <div className="bd-grid">
      <Card
        title={additive ? t.yearAdds : t.yearReaches}
        note={additive ? t.yearAddsNote : t.yearReachesNote}
        actions={
          may.decide.may ? (
            <button
              type="button"
              className="btn small-btn no-print"
              disabled={propose.isPending}
              onClick={() =>
                propose.mutate(
                  { axis: 'year', method: 'equal' },
                  {
                    onSuccess: (proposal) => {
                      setMethod('equal')
                      shares.fill(
                        new Map(
                          proposal.shares.map((share) => [
                            String(share.year),
                            share.year !== null && fixed(share.year)
                              ? (decided.get(String(share.year)) ?? null)
                              : share.value,
                          ]),
                        ),
                      )
                    },
                  },
                )
              }
            >
              {t.proposeEqual}
            </button>
          ) : undefined
        }
      >
        <Refusal problem={propose.error} />
        <table className="bd-table">
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              <th scope="col" className="num">{`${additive ? t.adds : t.reaches}（${unit}）`}</th>
              {additive ? <th scope="col" className="num">{`${t.level}（${unit}）`}</th> : null}
            </tr>
          </thead>
          <tbody>
            {years.map((year, index) => (
              <tr key={year}>
                <th scope="row">
                  {year}
                  {fixed(year) ? <span className="quiet small">{` ${t.yearOver}`}</span> : null}
                </th>
                <td className="num">
                  {may.decide.may ? (
                    <ShareField
                      shares={{
                        ...shares,
                        type: (key, text) => {
                          setMethod('manual')
                          shares.type(key, text)
                        },
                      }}
                      shareKey={String(year)}
                      label={t.fieldLabel(String(year), unit)}
                      readOnly={fixed(year)}
                    />
                  ) : (
                    <Settled value={decided.get(String(year)) ?? null} />
                  )}
                </td>
                {additive ? (
                  <td className="num">
                    <Settled value={levelAt(values, index, start)} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <div className="bd-side">
        <BalanceBar total={total} unit={unit} balance={balance} additive={additive} />
        {may.decide.may ? (
          <DecideForm
            itemId={target.itemId}
            ready={shares.changed && balance.wrong === 0}
            changes={byYear !== null}
            onDecided={() => undefined}
            decision={() => ({
              axis: 'year',
              year: null,
              method,
              statisticId: null,
              shares: years.map((year, index) => ({ year, unitId: null, value: values[index] ?? null })),
            })}
          />
        ) : null}
        {monitor === undefined ? null : (
          <section className="bd-decide">
            <CycleChoice kind="target" itemId={target.itemId} cycle={monitor.cycle} />
          </section>
        )}
        {begins && monitor !== undefined ? (
          <BaselineForm target={target} baseline={baseline} may={may.decide.may} />
        ) : null}
      </div>
    </div>
  )
}

/** Where the target stands at the end of a year: what it began with, and what the years up to then add. */
function levelAt(values: readonly (number | null | undefined)[], index: number, start: number): number | null {
  const upTo = values.slice(0, index + 1)
  if (upTo.some((value) => typeof value !== 'number')) return null
  return Number(upTo.reduce<number>((sum, value) => sum + (value ?? 0), start).toPrecision(12))
}

export function Settled({ value, absent }: { readonly value: number | null; readonly absent?: string }) {
  const t = useTexts(breakdownTexts)
  return value === null ? <Missing reason={absent ?? t.unsettled} /> : <b>{formatFigure(value)}</b>
}

export interface ProposalWish {
  readonly axis: 'year' | 'unit'
  readonly method: 'equal' | 'statistic'
  readonly year?: number | null
  readonly statisticId?: string | null
  readonly units?: readonly string[]
}

/** Asks the server how it would share out; nothing is decided by that. */
export function useProposal(itemId: string) {
  return useMutation<BreakdownView, Problem, ProposalWish>({
    mutationFn: ({ axis, method, year, statisticId, units }) => {
      const wish = new URLSearchParams({ axis, method })
      if (year != null) wish.set('year', String(year))
      if (statisticId != null) wish.set('statisticId', statisticId)
      if (units !== undefined) wish.set('units', units.join(','))
      return get<BreakdownView>(`/targets/${encodeURIComponent(itemId)}/breakdown-proposal?${wish}`)
    },
  })
}
