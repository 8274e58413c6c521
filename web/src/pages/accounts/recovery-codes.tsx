import { useEffect, useRef } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { meTexts } from './me.texts.ts'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** The codes as they are shown this once. They take the focus: whoever cannot see the page hears of them. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useTexts(meTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="card card-body recovery" aria-labelledby="recovery-title">
      <h2 id="recovery-title" tabIndex={-1} ref={heading}>
        {t.recoveryTitle}
      </h2>
      <p className="quiet">{t.recoveryLead}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="form-actions">
        <button type="button" className="btn primary" onClick={onKept}>
          {t.recoverySaved}
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          {t.print}
        </button>
      </div>
    </section>
  )
}
