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
  readonly statistic: Statistic
  readonly units: readonly UnitRef[]
  readonly onClose: () => void
}

/** 统计数: one figure for each unit, with the day it is of and where it comes from. */
export function StatisticDialog({ statistic, units, onClose }: StatisticDialogProps) {
  const t = useTexts(breakdownTexts)
  const common = useCommon()
  const today = useSession()?.today ?? ''
  const known = new Map(statistic.values.map((value) => [value.unit.id, value.value]))
  const shares = useShares(new Map(units.map((unit) => [unit.id, known.get(unit.id) ?? null])))
  const [source, setSource] = useState(statistic.source)
  const [on, setOn] = useState(statistic.values[0]?.on ?? today)
  const values = units.map((unit) => ({ unitId: unit.id, on, value: shares.value(unit.id) }))
  const wrong = values.some(({ value }) => value === undefined || (value !== null && value < 0))
  const save = useMutation<unknown, Problem>({
    mutationFn: () =>
      put(`/statistics/${encodeURIComponent(statistic.id)}`, {
        label: statistic.label,
        unit: statistic.unit,
        source,
        values,
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['programme'] })
      onClose()
    },
  })
  return (
    <Dialog title={`${statistic.label}（${statistic.unit}）`} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) save.mutate()
        }}
      >
        <Refusal problem={save.error} />
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
              <th scope="col" className="num">{`${t.statValue}（${statistic.unit}）`}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">{unit.shortName}</th>
                <td className="num">
                  <ShareField
                    shares={shares}
                    shareKey={unit.id}
                    label={t.fieldLabel(unit.name, statistic.unit)}
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
