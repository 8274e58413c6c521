import { Link } from '@tanstack/react-router'
import { recordPath } from '../../api/indicator.queries.ts'
import type { CountedReason } from '../../api/indicator.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { indicatorsTexts } from './indicators.texts.ts'

interface ReasonsProps {
  readonly reasons: readonly CountedReason[]
}

/**
 * Why a record counts, or why not. Where there are several grounds each keeps its number and its colour from record to
 * record; what is met is filled and says what it stands on, what is not is hollow and says so on hover.
 */
export function Reasons({ reasons }: ReasonsProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  if (reasons.length === 0) return null
  const only = reasons.length === 1
  const met = reasons.map((reason, index) => ({ reason, number: index + 1 })).filter(({ reason }) => reason.holds)
  const unmet = reasons.map((reason, index) => ({ reason, number: index + 1 })).filter(({ reason }) => !reason.holds)
  return (
    <div className="in-reasons">
      <ul>
        {met.map(({ reason, number }) => (
          <li key={number}>
            <GroundMark number={only ? null : number} holds />
            <span>
              {reason[language]}
              <Proof reason={reason} />
            </span>
          </li>
        ))}
        {met.length === 0
          ? unmet.map(({ reason, number }) => (
              <li key={number}>
                <GroundMark number={only ? null : number} holds={false} />
                <span className="quiet">{reason[language]}</span>
              </li>
            ))
          : null}
      </ul>
      {met.length === 0 || unmet.length === 0 ? null : (
        <details className="in-unmet">
          <summary>
            {unmet.map(({ number }) => (
              <GroundMark key={number} number={number} holds={false} />
            ))}
            <span>{t.unmet(unmet.length)}</span>
          </summary>
          <ul>
            {unmet.map(({ reason, number }) => (
              <li key={number}>
                <GroundMark number={number} holds={false} />
                <span className="quiet">{reason[language]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** The record that proves it: an award, a pledge, a member of the family. */
function Proof({ reason }: { readonly reason: CountedReason }) {
  const t = useTexts(indicatorsTexts)
  if (reason.record === null) return null
  return (
    <Link to={recordPath(reason.record.register, reason.record.id)} className="in-proof" title={t.proof}>
      {reason.record.label}
    </Link>
  )
}

interface GroundMarkProps {
  /** null: it is the only reason */
  readonly number: number | null
  readonly holds: boolean
}

export function GroundMark({ number, holds }: GroundMarkProps) {
  const t = useTexts(indicatorsTexts)
  return (
    <i className={`ground g${((number ?? 1) - 1) % 8} ${holds ? 'met' : 'unmet'}`}>
      {number === null ? (holds ? '✓' : '✕') : number}
      <span className="sr">{holds ? t.isMet : t.isNotMet}</span>
    </i>
  )
}
