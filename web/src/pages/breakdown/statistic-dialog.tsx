import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, put } from '../../api/client.ts'
import { queryClient, useSession } from '../../api/queries.ts'
import type { Statistic, UnitRef } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { breakdownTexts } from './breakdown.texts.ts'
import { ShareField } from './share-field.tsx'
import { useShares } from './use-shares.ts'

interface StatisticDialogProps {
  /** null: a new one */
  readonly statistic: Statistic | null
  readonly units: readonly UnitRef[]
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

/** 统计数: one figure for each unit, with the day it is of and where it comes from. */
export function StatisticDialog({ statistic, units, onSaved, onClose }: StatisticDialogProps) {
  const t = useTexts(breakdownTexts)
  const common = useCommon()
  const today = useSession()?.today ?? ''
  const known = new Map((statistic?.values ?? []).map((value) => [value.unit.id, value.value]))
  const shares = useShares(new Map(units.map((party) => [party.id, known.get(party.id) ?? null])))
  const [id] = useState(statistic?.id ?? newStatisticId())
  const [label, setLabel] = useState(statistic?.label ?? '')
  const [unit, setUnit] = useState(statistic?.unit ?? '')
  const [source, setSource] = useState(statistic?.source ?? '')
  const [on, setOn] = useState(statistic?.values[0]?.on ?? today)
  const values = units.map((party) => ({ unitId: party.id, on, value: shares.value(party.id) }))
  const wrong = values.some(({ value }) => value === undefined || (value !== null && value < 0))
  const save = useMutation<unknown, Problem>({
    mutationFn: () =>
      put(`/statistics/${encodeURIComponent(id)}`, {
        label,
        unit,
        source,
        values,
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['programme'] })
      onSaved(id)
      onClose()
    },
  })
  return (
    <Dialog title={statistic === null ? t.newStatistic : `${statistic.label}（${statistic.unit}）`} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) save.mutate()
        }}
      >
        <Refusal problem={save.error} />
        {statistic === null ? (
          <>
            <Field label={t.statLabel} help={t.statLabelHelp}>
              <input value={label} required maxLength={100} onChange={(event) => setLabel(event.target.value)} />
            </Field>
            <Field label={t.statUnit}>
              <input value={unit} required maxLength={20} onChange={(event) => setUnit(event.target.value)} />
            </Field>
          </>
        ) : null}
        <Field label={t.statSource}>
          <input value={source} required onChange={(event) => setSource(event.target.value)} />
        </Field>
        <Field label={t.statOn}>
          <input type="date" value={on} max={today} required onChange={(event) => setOn(event.target.value)} />
        </Field>
        <table className="bd-table">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              <th scope="col" className="num">{`${t.statValue}（${unit}）`}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((party) => (
              <tr key={party.id}>
                <th scope="row">{party.shortName}</th>
                <td className="num">
                  <ShareField
                    shares={shares}
                    shareKey={party.id}
                    label={t.fieldLabel(party.name, unit)}
                    readOnly={false}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={wrong || save.isPending}>
            {common.save}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** An id that nobody has to think up: letters and digits, new at each call. */
function newStatisticId(): string {
  return `stat-${crypto.randomUUID().slice(0, 13)}`
}
