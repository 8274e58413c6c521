import { useState } from 'react'
import type { BreakdownView, TargetBreakdown, UnitRef } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips } from '../../ui/choices.tsx'
import { Card } from '../../ui/page.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Empty, Refusal } from '../../ui/states.tsx'
import { BalanceBar } from './balance-bar.tsx'
import { breakdownTexts } from './breakdown.texts.ts'
import { DecideForm } from './decide-form.tsx'
import { ShareField } from './share-field.tsx'
import { StatisticDialog } from './statistic-dialog.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { balanceOf, useShares } from './use-shares.ts'
import { Settled, useProposal } from './year-shares.tsx'

/** 分到单位: of the whole target or of one of its years. */
export function UnitShares({ breakdown }: { readonly breakdown: TargetBreakdown }) {
  const t = useTexts(breakdownTexts)
  const decidedYears = breakdown.byUnit.map((view) => view.year)
  const [year, setYear] = useState<number | null>(decidedYears.includes(null) ? null : (decidedYears[0] ?? null))
  const view = breakdown.byUnit.find((one) => one.year === year)
  return (
    <>
      <div className="filters">
        <Chips
          label={t.ofWhat}
          value={year === null ? '' : String(year)}
          onChange={(value) => setYear(value === '' ? null : Number(value))}
          choices={[
            { value: '', label: t.wholeTarget },
            ...breakdown.years.map((one) => ({ value: String(one), label: t.yearOf(one) })),
          ]}
        />
      </div>
      <OneBreakdown key={year ?? 'whole'} breakdown={breakdown} year={year} view={view} />
    </>
  )
}

interface OneBreakdownProps {
  readonly breakdown: TargetBreakdown
  readonly year: number | null
  /** undefined while nobody decided it */
  readonly view: BreakdownView | undefined
}

function OneBreakdown({ breakdown, year, view }: OneBreakdownProps) {
  const t = useTexts(breakdownTexts)
  const common = useCommon()
  const { target, candidates, additive, statistics } = breakdown
  const may = breakdown.may.decide.may
  const decided = new Map(
    (view?.shares ?? []).flatMap((share) => (share.unit === null ? [] : [[share.unit.id, share.value] as const])),
  )
  const shares = useShares(decided)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(decided.keys()))
  const [method, setMethod] = useState<BreakdownView['method']>(view?.method ?? 'equal')
  const [statisticId, setStatisticId] = useState(
    statistics.find((one) => one.label === view?.statistic)?.id ?? statistics[0]?.id ?? '',
  )
  const [dialog, setDialog] = useState<'pick' | 'statistic' | 'new' | null>(null)
  const total = view?.total ?? totalOf(breakdown, year)
  const propose = useProposal(target.itemId)
  const { unit } = target.amount
  const rows = unitsInOrder(breakdown, chosen)
  const balance = balanceOf(
    total ?? 0,
    rows.map((row) => shares.value(row.id)),
  )
  const statistic = statistics.find((one) => one.id === statisticId)
  const fill = () =>
    propose.mutate(
      {
        axis: 'unit',
        year,
        method: method === 'statistic' ? 'statistic' : 'equal',
        statisticId: method === 'statistic' ? statisticId : null,
        units: rows.map((row) => row.id),
      },
      {
        onSuccess: (proposal) => {
          shares.fill(
            new Map(proposal.shares.flatMap((share) => (share.unit === null ? [] : [[share.unit.id, share.value]]))),
          )
        },
      },
    )
  if (rows.length === 0 && !may) return <Empty title={t.unitsNone} icon="units" />
  return (
    <div className="bd-grid">
      <Card
        title={t.unitsTitle}
        note={additive ? t.unitsAdd : t.unitsEach}
        actions={
          may ? (
            <button type="button" className="btn small-btn no-print" onClick={() => setDialog('pick')}>
              {t.pick(rows.length)}
            </button>
          ) : undefined
        }
      >
        {may ? (
          <div className="bd-method no-print">
            <Chips<BreakdownView['method']>
              label={t.method}
              value={method}
              onChange={setMethod}
              choices={[
                { value: 'equal', label: t.methods.equal },
                { value: 'statistic', label: t.methods.statistic },
                { value: 'manual', label: t.methods.manual },
              ]}
            />
            {method === 'statistic' ? (
              <>
                {statistics.length === 0 ? null : (
                  <label>
                    <span className="sr">{t.statistic}</span>
                    <select value={statisticId} onChange={(event) => setStatisticId(event.target.value)}>
                      {statistics.map((one) => (
                        <option key={one.id} value={one.id}>{`${one.label}（${one.unit}）`}</option>
                      ))}
                    </select>
                  </label>
                )}
                {statistic === undefined ? null : (
                  <button type="button" className="btn small-btn" onClick={() => setDialog('statistic')}>
                    {t.editStatistic}
                  </button>
                )}
                <button type="button" className="btn small-btn" onClick={() => setDialog('new')}>
                  {t.newStatistic}
                </button>
              </>
            ) : null}
            {method === 'manual' ? (
              <span className="quiet small">{t.manualHelp}</span>
            ) : (
              <button
                type="button"
                className="btn small-btn"
                disabled={rows.length === 0 || propose.isPending || (method === 'statistic' && statisticId === '')}
                onClick={fill}
              >
                {t.propose}
              </button>
            )}
          </div>
        ) : null}
        <Refusal problem={propose.error} />
        {rows.length === 0 ? (
          <Empty
            title={t.pickFirst}
            icon="units"
            actions={
              <button type="button" className="btn primary" onClick={() => setDialog('pick')}>
                {t.pick(0)}
              </button>
            }
          >
            {t.pickFirstLead}
          </Empty>
        ) : (
          <table className="bd-table">
            <thead>
              <tr>
                <th scope="col">{t.unit}</th>
                {method === 'statistic' && statistic !== undefined ? (
                  <th scope="col" className="num bd-stat">{`${statistic.label}（${statistic.unit}）`}</th>
                ) : null}
                <th scope="col" className="num">{`${t.share}（${unit}）`}</th>
                {may ? (
                  <th scope="col" className="no-print">
                    <span className="sr">{common.remove}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <UnitLink unit={row} />
                  </th>
                  {method === 'statistic' && statistic !== undefined ? (
                    <td className="num quiet bd-stat">
                      <Settled
                        value={statistic.values.find((value) => value.unit.id === row.id)?.value ?? null}
                        absent={t.statMissing}
                      />
                    </td>
                  ) : null}
                  <td className="num">
                    {may ? (
                      <ShareField
                        shares={shares}
                        shareKey={row.id}
                        label={t.fieldLabel(row.name, unit)}
                        readOnly={false}
                      />
                    ) : (
                      <Settled value={decided.get(row.id) ?? null} />
                    )}
                  </td>
                  {may ? (
                    <td className="no-print">
                      <button
                        type="button"
                        className="text-btn"
                        onClick={() => setChosen(new Set([...chosen].filter((id) => id !== row.id)))}
                      >
                        {common.remove}
                        <span className="sr">{row.name}</span>
                      </button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      <div className="bd-side">
        {total === null ? (
          <p className="card pad quiet">{t.yearUnsettled}</p>
        ) : (
          <BalanceBar total={total} unit={unit} balance={balance} additive={additive} />
        )}
        {may ? (
          <DecideForm
            itemId={target.itemId}
            ready={rows.length > 0 && balance.wrong === 0}
            changes={view !== undefined}
            onDecided={() => undefined}
            decision={() => ({
              axis: 'unit',
              year,
              method,
              statisticId: method === 'statistic' ? statisticId : null,
              shares: rows.map((row) => ({ year: null, unitId: row.id, value: shares.value(row.id) ?? null })),
            })}
          />
        ) : null}
      </div>
      {dialog === 'pick' ? (
        <UnitPicker candidates={candidates} chosen={chosen} onChoose={setChosen} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'statistic' || dialog === 'new' ? (
        <StatisticDialog
          statistic={dialog === 'new' ? null : (statistic ?? null)}
          units={rows}
          onSaved={setStatisticId}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}

/** Those chosen, in the order in which the organisation lists them; units decided earlier stay, also when dissolved. */
function unitsInOrder({ candidates, byUnit }: TargetBreakdown, chosen: ReadonlySet<string>): readonly UnitRef[] {
  const known = new Map<string, UnitRef>(candidates.map(({ unit }) => [unit.id, unit]))
  for (const view of byUnit)
    for (const share of view.shares) if (share.unit !== null) known.set(share.unit.id, share.unit)
  return [...known.values()].filter((unit) => chosen.has(unit.id))
}

/** What there is to share out: the target, or what its year was broken down to; null while nobody settled that. */
function totalOf({ target, byYear, additive }: TargetBreakdown, year: number | null): number | null {
  if (year === null) return target.amount.value
  const settled = byYear?.shares.find((share) => share.year === year)?.value ?? null
  return settled === null && (!additive || target.kind === 'annual') ? target.amount.value : settled
}
