import { useState } from 'react'
import type { LimitRow } from '../../../api/service.types.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { fetchedPart } from '../../../ui/fetched-part.tsx'
import { SourceWords } from '../guide/guide-limits.tsx'
import { lightOf } from './due-words.tsx'
import { statusTexts } from './status.texts.ts'

const LimitDays = fetchedPart(() => import('./limit-days.tsx').then((file) => file.LimitDays))

/** Every limit with its article, from when to when, and day by day for whoever wants to count again. */
export function LimitList({ limits }: { readonly limits: readonly LimitRow[] }) {
  const t = useTexts(statusTexts)
  if (limits.length === 0) return null
  return (
    <section className="po-panel">
      <h2>{t.limits}</h2>
      <ul className="po-limits">
        {limits.map((limit) => (
          <LimitItem key={limit.id} limit={limit} />
        ))}
      </ul>
    </section>
  )
}

function LimitItem({ limit }: { readonly limit: LimitRow }) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <li>
      <p>
        <b>{limit.label}</b>
        <span className="quiet"> {limit.kind === 'legal' ? t.legal : t.promised}</span>
        <span className={`light ${lightOf(limit.light)}`}> {t.to(dateInWords(limit.dueOn, language))}</span>
      </p>
      <p className="po-fine">
        {t.from(limit.startsOn, limit.startedOn)}；<SourceWords source={limit.source} />
        {limit.isProvisional ? ` ${t.provisional}` : ''}
        {limit.lengthNow === null ? '' : ` ${t.setSince}`}
      </p>
      <button type="button" className="text-btn no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t.hideDays : t.dayByDay}
      </button>
      {open ? <LimitDays limit={limit} /> : null}
    </li>
  )
}
