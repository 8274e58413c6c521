import { useState } from 'react'
import type { TargetBreakdown } from '../../api/types.gen.ts'
import { organisationKindLabel, useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { breakdownTexts } from './breakdown.texts.ts'

interface UnitPickerProps {
  readonly candidates: TargetBreakdown['candidates']
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onClose: () => void
}

/** Places carry most shares, so they stand first. */
const order = ['town', 'subdistrict', 'park', 'department', 'partyOrgan', 'office']

function rank(kind: string): number {
  const at = order.indexOf(kind)
  return at === -1 ? order.length : at
}

/** Which units take a share: whole kinds at once, or one by one. */
export function UnitPicker({ candidates, chosen, onChoose, onClose }: UnitPickerProps) {
  const t = useTexts(breakdownTexts)
  const common = useCommon()
  const [picked, setPicked] = useState<ReadonlySet<string>>(chosen)
  const kinds = [...new Set(candidates.map((one) => one.kind))].sort((a, b) => rank(a) - rank(b))
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(picked)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setPicked(next)
  }
  return (
    <Dialog title={t.pickTitle} wide onClose={onClose}>
      <div className="dialog-body bd-picker">
        {kinds.map((kind) => {
          const own = candidates.filter((one) => one.kind === kind).map((one) => one.unit)
          const all = own.every((unit) => picked.has(unit.id))
          return (
            <fieldset key={kind}>
              <legend>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={all}
                    onChange={() =>
                      set(
                        own.map((unit) => unit.id),
                        !all,
                      )
                    }
                  />
                  <b>{`${organisationKindLabel(common, kind)}（${own.length}）`}</b>
                </label>
              </legend>
              <div className="bd-picks">
                {own.map((unit) => (
                  <label key={unit.id} className="check">
                    <input
                      type="checkbox"
                      checked={picked.has(unit.id)}
                      onChange={(event) => set([unit.id], event.target.checked)}
                    />
                    {unit.shortName}
                  </label>
                ))}
              </div>
            </fieldset>
          )
        })}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="btn" onClick={onClose}>
          {common.cancel}
        </button>
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            onChoose(picked)
            onClose()
          }}
        >
          {t.pickDone(picked.size)}
        </button>
      </footer>
    </Dialog>
  )
}
