import type { ReportRow, ReportState } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { deskTexts } from './desk.texts.ts'

export const inState =
  (...states: readonly ReportState[]) =>
  (report: ReportRow) =>
    states.includes(report.state)

interface DeskBarProps {
  readonly picked: readonly ReportRow[]
  readonly all: readonly ReportRow[]
  readonly reviews: boolean
  readonly busy: boolean
  readonly onAll: (all: boolean) => void
  readonly onPass: (rows: readonly ReportRow[], act: 'check' | 'approval') => void
  readonly onReturn: (rows: readonly ReportRow[]) => void
}

/** What can be done with the selection: each act names how many of them it takes. */
export function DeskBar({ picked, all, reviews, busy, onAll, onPass, onReturn }: DeskBarProps) {
  const t = useTexts(deskTexts)
  if (!reviews) return null
  const toCheck = picked.filter(inState('submitted'))
  const toApprove = picked.filter(inState('checked'))
  const toReturn = picked.filter(inState('submitted', 'checked'))
  return (
    <div className="dk-bar no-print" data-chosen={picked.length > 0}>
      <label className="check">
        <input
          type="checkbox"
          checked={picked.length > 0 && picked.length === all.length}
          ref={(box) => {
            if (box !== null) box.indeterminate = picked.length > 0 && picked.length < all.length
          }}
          onChange={(event) => onAll(event.target.checked)}
        />
        {picked.length === 0 ? t.selectAll : t.selected(picked.length)}
      </label>
      {picked.length === 0 ? null : (
        <div className="dk-acts">
          {toReturn.length === 0 ? null : (
            <button type="button" className="btn small-btn" disabled={busy} onClick={() => onReturn(toReturn)}>
              {t.return(toReturn.length)}
            </button>
          )}
          {toApprove.length === 0 ? null : (
            <button
              type="button"
              className={toCheck.length === 0 ? 'btn small-btn primary' : 'btn small-btn'}
              disabled={busy}
              onClick={() => onPass(toApprove, 'approval')}
            >
              {t.approve(toApprove.length)}
            </button>
          )}
          {toCheck.length === 0 ? null : (
            <button
              type="button"
              className="btn small-btn primary"
              disabled={busy}
              onClick={() => onPass(toCheck, 'check')}
            >
              {t.check(toCheck.length)}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** The keys of the desk, told where they work. */
export function DeskKeys({ reviews }: { readonly reviews: boolean }) {
  const t = useTexts(deskTexts)
  return (
    <p className="dk-keys quiet small no-print">
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t.keys.move}
      </span>
      <span>
        <kbd>Enter</kbd> {t.keys.open}
      </span>
      {reviews ? (
        <>
          <span>
            <kbd>X</kbd> {t.keys.pick}
          </span>
          <span>
            <kbd>A</kbd> {t.keys.check}
          </span>
          <span>
            <kbd>R</kbd> {t.keys.back}
          </span>
        </>
      ) : null}
    </p>
  )
}
