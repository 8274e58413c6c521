import { useState } from 'react'
import type { BadRating } from '../../../api/types.gen.ts'
import { dayInWords, instantInCounty } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { lightClass } from '../cases/due-words.tsx'
import { ratingsTexts } from './ratings.texts.ts'
import { type SettleAct, SettleDialog } from './settle-dialog.tsx'

/** A bad rating: what was said, until when it is answered, what was done, and what may be done now. */
export function BadRatingCard({ rating }: { readonly rating: BadRating }) {
  const t = useTexts(ratingsTexts)
  const language = useLanguage()
  const [doing, setDoing] = useState<SettleAct | null>(null)
  const levels: Readonly<Record<number, string>> = t.levels
  const names: Readonly<Record<string, string>> = t.dimensions
  const day = (date: string) => dayInWords(date, language)
  const due =
    rating.status === 'open' && rating.contactBy !== null
      ? t.contactBy(day(rating.contactBy))
      : rating.rectifyBy !== null && rating.status !== 'rectified' && rating.status !== 'excluded'
        ? t.rectifyBy(day(rating.rectifyBy))
        : null
  const acts = (['contact', 'rectification', 'appeal', 'check'] as const).filter(
    (act) => rating.may[act === 'rectification' ? 'rectify' : act],
  )
  return (
    <article className="card rt-card">
      <header>
        <h2>
          {levels[rating.level] ?? rating.level}
          {rating.round > 1 ? <span className="kind-tag">{t.round}</span> : null}
        </h2>
        <span className={`light ${lightClass[rating.light]}`}>
          {t.statuses[rating.status]}
          {due === null ? '' : `，${due}`}
        </span>
      </header>
      <p className="quiet small">
        {rating.typeLabel ?? t.hidden}，{rating.unit?.name ?? ''} {rating.month}，{t.channels[rating.channel]}
        {rating.appealBy !== null && rating.may.appeal ? `，${t.appealBy(day(rating.appealBy))}` : ''}
      </p>
      <blockquote>{rating.words ?? <span className="quiet">{t.noWords}</span>}</blockquote>
      {Object.keys(rating.dimensions).length === 0 ? null : (
        <p className="rt-dimensions">
          {Object.entries(rating.dimensions).map(([name, score]) => (
            <span key={name}>
              {names[name] ?? name} <b>{score}</b>
            </span>
          ))}
        </p>
      )}
      {rating.acts.length === 0 ? null : (
        <ol className="rt-acts">
          {rating.acts.map((act) => (
            <li key={`${act.act}${act.at}`}>
              <span className="quiet small">
                {instantInCounty(act.at)} {act.byLabel}
              </span>
              <b>{t.acts[act.act]}</b>
              <p>{act.words}</p>
            </li>
          ))}
        </ol>
      )}
      {acts.length === 0 ? null : (
        <p className="form-actions">
          {acts.map((act, index) => (
            <button
              key={act}
              type="button"
              className={index === 0 ? 'btn primary' : 'btn'}
              onClick={() => setDoing(act)}
            >
              {t.do[act]}
            </button>
          ))}
        </p>
      )}
      {doing === null ? null : <SettleDialog id={rating.id} act={doing} onClose={() => setDoing(null)} />}
    </article>
  )
}
