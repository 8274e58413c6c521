import { useState } from 'react'
import type { MatterDetail, NextAct } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { actTexts } from './act.texts.ts'

interface MovedPanelProps {
  readonly before: MatterDetail
  readonly now: MatterDetail
  /** what the server said */
  readonly said: string
  /** the act as it stands now; undefined: it is not possible any more */
  readonly act: NextAct | undefined
  /** what was typed, to copy */
  readonly words: string
}

/** Two people acted on one case: who did what meanwhile, where it stands now, and that nothing typed is lost. */
export function MovedPanel({ before, now, said, act, words }: MovedPanelProps) {
  const t = useTexts(actTexts)
  const [copied, setCopied] = useState(false)
  const known = new Set(before.acts.map(({ ordinal }) => ordinal))
  const others = now.acts.filter(({ ordinal }) => !known.has(ordinal))
  return (
    <section className="mc-moved" role="alert" aria-label={t.moved}>
      <h3>{t.moved}</h3>
      {others.length === 0 ? <p>{said}</p> : null}
      <ul>
        {others.map((one) => (
          <li key={one.ordinal}>
            <b>{one.byLabel}</b> {instantInCounty(one.at)} {one.label}
            {one.opinion === null ? null : <q>{one.opinion}</q>}
          </li>
        ))}
      </ul>
      <p>{now.phases.map(({ label }) => label).join('、')}</p>
      {act === undefined ? (
        <p>{t.notPossible}</p>
      ) : act.refusal === null ? (
        <p>{t.movedLead}</p>
      ) : (
        <p>{t.notNow(act.refusal)}</p>
      )}
      {words.trim() === '' ? null : (
        <button
          type="button"
          className="btn small-btn"
          onClick={() => void navigator.clipboard?.writeText(words).then(() => setCopied(true))}
        >
          {copied ? t.copied : t.copy}
        </button>
      )}
    </section>
  )
}
