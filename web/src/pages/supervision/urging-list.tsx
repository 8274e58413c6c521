import { Link } from '@tanstack/react-router'
import type { Urging } from '../../api/types.gen.ts'
import { dayInWords, instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { FirstFew } from '../../ui/first-few.tsx'
import { supervisionTexts } from './supervision.texts.ts'

/** Urgings with what was answered; each leads to the duty that it is about. */
export function UrgingList({ urgings, own = false }: { readonly urgings: readonly Urging[]; readonly own?: boolean }) {
  const t = useTexts(supervisionTexts)
  const language = useLanguage()
  if (urgings.length === 0) return <p className="card-body quiet">{t.noUrgings}</p>
  return (
    <FirstFew rows={urgings} most={6} className="rows sv-urgings">
      {(urging) => (
        <li key={urging.id}>
          <p>
            <b className={urging.step.startsWith('reminder:') ? undefined : 'sv-step'}>
              <Said sentence={urging.label} />
            </b>
            {urging.number === null ? null : <span className="num">{urging.number}</span>}
            {own ? null : <span>{urging.unit.shortName}</span>}
            <time dateTime={urging.on} className="quiet small">
              {dayInWords(urging.on, language)}　{urging.automatic ? t.automatic : urging.by}
            </time>
          </p>
          <p>
            <Link to="/duties/$dutyId" params={{ dutyId: urging.dutyId }}>
              {urging.dutyTitle}
            </Link>
          </p>
          <p className="quiet small">{urging.words}</p>
          {urging.replies.map((reply) => (
            <p key={reply.id} className="sv-reply">
              {reply.words}
              <span className="quiet small">
                {reply.by}　{instantInCounty(reply.at)}
              </span>
            </p>
          ))}
        </li>
      )}
    </FirstFew>
  )
}
