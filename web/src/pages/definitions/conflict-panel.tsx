import { useEffect, useRef } from 'react'
import type { DefinitionVersion } from '../../api/indicator.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { definitionTexts } from './definition.texts.ts'

interface ConflictPanelProps {
  readonly versions: readonly DefinitionVersion[]
  /** the version that this page began with */
  readonly since: number
  readonly onLook: () => void
  readonly onTake: () => void
  readonly onKeep: () => void
}

/** Two people at once: who saved in between, what they changed, and what to do with one's own changes. */
export function ConflictPanel({ versions, since, onLook, onTake, onKeep }: ConflictPanelProps) {
  const t = useTexts(definitionTexts)
  const language = useLanguage()
  const panel = useRef<HTMLElement>(null)
  const looked = useRef(false)
  useEffect(() => {
    if (looked.current) return
    looked.current = true
    panel.current?.focus()
    onLook()
  }, [onLook])
  const newest = versions.reduce<DefinitionVersion | undefined>(
    (best, one) => (best === undefined || one.version > best.version ? one : best),
    undefined,
  )
  const before = versions.find(({ version }) => version === since)
  return (
    <section className="refusal df-conflict" role="alert" ref={panel} tabIndex={-1}>
      {newest === undefined || newest.version <= since ? null : (
        <>
          <p>
            <b>{t.conflict(newest.version, newest.byLabel)}</b>
            <span className="quiet small">{` ${instantInCounty(newest.decidedAt)}`}</span>
          </p>
          <p>{newest.reason}</p>
          {before === undefined ? null : (
            <p className="in-changed">
              <span>
                <ChangedText before={before.sentence[language]} after={newest.sentence[language]} side="before" />
              </span>
              <span>
                <ChangedText before={before.sentence[language]} after={newest.sentence[language]} side="after" />
              </span>
            </p>
          )}
        </>
      )}
      <p>{t.conflictLead}</p>
      <p className="form-actions">
        <button type="button" className="btn" onClick={onKeep}>
          {t.conflictKeep}
        </button>
        <button type="button" className="btn danger" onClick={onTake}>
          {t.conflictTake}
        </button>
      </p>
    </section>
  )
}
