import { Link } from '@tanstack/react-router'
import { recordPath } from '../../api/indicator.queries.ts'
import type { CountedReason } from '../../api/indicator.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { type Ground, type NumberedReason, numberedReasons } from './ground-numbers.ts'
import { indicatorsTexts } from './indicators.texts.ts'

interface ReasonsProps {
  readonly reasons: readonly CountedReason[]
  readonly grounds: readonly Ground[]
}

/**
 * Why a record counts, or why not. Where there are several grounds each keeps its number and its colour from record to
 * record; what is met is filled and says what it stands on, what is not is hollow and folded away where others are met.
 */
export function Reasons({ reasons, grounds }: ReasonsProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  if (reasons.length === 0) return null
  const numbered = numberedReasons(reasons, grounds)
  const common = numbered.filter(({ reason, number }) => number === null && reason.holds)
  const lacking = numbered.filter(({ reason, number }) => number === null && !reason.holds)
  const met = numbered.filter(({ reason, number }) => number !== null && reason.holds)
  const unmet = numbered.filter(({ reason, number }) => number !== null && !reason.holds)
  const fold = met.length > 0 && unmet.length > 0
  return (
    <div className="in-reasons">
      <ReasonList reasons={[...lacking, ...met, ...(fold ? [] : unmet)]} />
      {common.length === 0 ? null : (
        <p className="in-common quiet">
          {common.map(({ reason }) => (
            <span key={reason.zh}>
              <i aria-hidden="true">✓</i> {reason[language]}
              <Proof reason={reason} />
            </span>
          ))}
        </p>
      )}
      {fold ? (
        <details className="in-unmet">
          <summary>
            {unmet.map(({ number }) => (
              <GroundMark key={number} number={number} holds={false} />
            ))}
            <span>{t.unmet(unmet.length)}</span>
          </summary>
          <ReasonList reasons={unmet} />
        </details>
      ) : null}
    </div>
  )
}

function ReasonList({ reasons }: { readonly reasons: readonly NumberedReason[] }) {
  const language = useLanguage()
  if (reasons.length === 0) return null
  return (
    <ul>
      {reasons.map(({ reason, number }) => (
        <li key={`${number}${reason.zh}`}>
          <GroundMark number={number} holds={reason.holds} />
          <span className={reason.holds ? undefined : 'quiet'}>
            {reason[language]}
            <Proof reason={reason} />
          </span>
        </li>
      ))}
    </ul>
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
  /** null: it is no ground of several */
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
