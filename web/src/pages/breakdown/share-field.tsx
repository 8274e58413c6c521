import { useTexts } from '../../i18n/language.ts'
import { breakdownTexts } from './breakdown.texts.ts'
import type { Shares } from './use-shares.ts'

interface ShareFieldProps {
  readonly shares: Shares
  readonly shareKey: string
  readonly label: string
  readonly readOnly: boolean
}

/** One figure. Enter and the arrows move to the field above or below, as in a spreadsheet; a faulty figure says so. */
export function ShareField({ shares, shareKey, label, readOnly }: ShareFieldProps) {
  const t = useTexts(breakdownTexts)
  const value = shares.value(shareKey)
  const faulty = value === undefined || (typeof value === 'number' && value < 0)
  return (
    <div className={faulty ? 'bd-field bad' : 'bd-field'}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={faulty}
        placeholder={t.unsettled}
        readOnly={readOnly}
        value={shares.typed(shareKey)}
        data-share
        onChange={(event) => shares.type(shareKey, event.target.value)}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          moveFrom(event.currentTarget, step)
        }}
      />
      {faulty ? <span className="field-error">{value === undefined ? t.noFigure : t.belowZero}</span> : null}
    </div>
  )
}

function moveFrom(field: HTMLInputElement, step: number): void {
  const fields = [...(field.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-share]') ?? [])]
  const next = fields[fields.indexOf(field) + step]
  next?.focus()
  next?.select()
}
