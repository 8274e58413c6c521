import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { breakdownTexts } from './breakdown.texts.ts'
import type { Balance } from './use-shares.ts'

interface BalanceBarProps {
  readonly total: number
  readonly unit: string
  readonly balance: Balance
  /** shares and scores are not added up: there is no sum to hold against the total */
  readonly additive: boolean
}

/** The whole, what is handed out, and the difference: always in view, whatever it is. */
export function BalanceBar({ total, unit, balance, additive }: BalanceBarProps) {
  const t = useTexts(breakdownTexts)
  const { sum, difference, open, wrong } = balance
  const light = difference === 0 ? 'green' : difference > 0 ? 'amber' : 'red'
  const words = difference === 0 ? t.even : difference > 0 ? t.left : t.over
  return (
    <div className="bd-balance" role="status">
      <dl>
        <div>
          <dt>{t.total}</dt>
          <dd>
            <b>{formatFigure(total)}</b> {unit}
          </dd>
        </div>
        {additive ? (
          <>
            <div>
              <dt>{t.sum}</dt>
              <dd>
                <b>{formatFigure(sum)}</b> {unit}
              </dd>
            </div>
            <div className="bd-difference">
              <dt>{t.difference}</dt>
              <dd>
                <span className={`light ${light}`}>
                  <b>{formatFigure(difference)}</b> {unit}　{words}
                </span>
              </dd>
            </div>
          </>
        ) : (
          <div>
            <dt>{t.sum}</dt>
            <dd className="quiet">{t.notAdded}</dd>
          </div>
        )}
        <div>
          <dt>{t.open}</dt>
          <dd>{open === 0 ? t.noneOpen : t.openCount(open)}</dd>
        </div>
      </dl>
      {additive && total > 0 ? (
        <div className="bd-meter" aria-hidden="true">
          <i className={light} style={{ width: `${Math.min(Math.max(sum / total, 0), 1) * 100}%` }} />
        </div>
      ) : null}
      {wrong === 0 ? null : (
        <p className="field-error">
          <i aria-hidden="true">■</i> {t.wrong(wrong)}
        </p>
      )}
    </div>
  )
}
