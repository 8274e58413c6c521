import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { NameDecision } from '../../api/import.queries.ts'
import type { NameMatch } from '../../api/import.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { percent } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { recordLink } from '../registers/field-value.tsx'
import { LinkPicker } from '../registers/link-picker.tsx'
import { namesTexts } from './names.texts.ts'

interface NameCardProps {
  readonly match: NameMatch
  readonly busy: boolean
  readonly onDecide: (decision: NameDecision) => void
}

/** One name with who it may be: how sure the platform is, and why. */
export function NameCard({ match, busy, onDecide }: NameCardProps) {
  const t = useTexts(namesTexts)
  const language = useLanguage()
  const [finding, setFinding] = useState(false)
  return (
    <section className="card nm-card" aria-label={match.written}>
      <header>
        <p className="quiet small">{t.written}</p>
        <h2>{match.written}</h2>
        <p className="quiet small">
          {match.registerLabel}　{t.uses(match.uses)}　{t.since(instantInCounty(match.firstSeenAt).slice(0, 10))}
        </p>
      </header>
      <h3>{match.candidates.length === 0 ? t.noCandidates : t.candidates}</h3>
      <ol className="nm-candidates">
        {match.candidates.slice(0, 9).map((candidate, index) => (
          <li key={candidate.recordId}>
            <button type="button" disabled={busy} onClick={() => onDecide({ recordId: candidate.recordId })}>
              <kbd>{index + 1}</kbd>
              <span>
                <b>{candidate.name}</b>
                <span className="quiet small">{candidate.why[language]}</span>
              </span>
              <span className="nm-sure">
                <span className="small">{t.sure(percent(candidate.confidence))}</span>
                <i style={{ width: `${Math.round(candidate.confidence * 100)}%` }} />
              </span>
            </button>
            <Link to={recordLink(match.register, candidate.recordId)} target="_blank" className="small" tabIndex={-1}>
              <Icon name="external" size={16} />
              <span className="sr">{candidate.name}</span>
            </Link>
          </li>
        ))}
      </ol>
      {finding ? (
        <LinkPicker
          register={match.register}
          label={t.other}
          value={null}
          onChange={(link) => {
            if (link !== null && link.id !== null) onDecide({ recordId: link.id })
          }}
        />
      ) : null}
      <div className="form-actions">
        <button type="button" className="btn" disabled={busy} onClick={() => onDecide({ as: 'new' })}>
          {t.newOne} <kbd>n</kbd>
        </button>
        <button
          type="button"
          className="btn"
          disabled={busy}
          title={t.noneHelp}
          onClick={() => onDecide({ as: 'none' })}
        >
          {t.noneAct} <kbd>0</kbd>
        </button>
        {finding ? null : (
          <button type="button" className="btn quiet-btn" onClick={() => setFinding(true)}>
            {t.other}
          </button>
        )}
      </div>
    </section>
  )
}
