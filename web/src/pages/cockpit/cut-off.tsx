import { Link } from '@tanstack/react-router'
import type { Reading } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { lightTexts } from '../../ui/light.texts.ts'
import { StatusWord } from '../../ui/reading.tsx'

interface CutOffProps {
  readonly reading: Reading | null
  readonly today: string
  /** code of the target; a computed value leads to how it was computed */
  readonly code?: string
}

/** Until which day a value counts, and whether it was reported, checked or approved; for no value, why there is none. */
export function CutOff({ reading, today, code }: CutOffProps) {
  const t = useTexts(lightTexts)
  if (reading === null) return <span className="quiet">{t.never}</span>
  if (reading.state !== 'value')
    return (
      <span className="quiet" title={reading.reason ?? t.noReason}>
        {reading.reason ?? t.noReason}
      </span>
    )
  const day = reading.cutoffOn ?? reading.periodEnd
  return (
    <span className="nb">
      <time dateTime={day} title={day}>
        {shortDay(day, today)}
      </time>{' '}
      {reading.status === 'computed' && code !== undefined ? (
        <Link to="/indicators/$code" params={{ code }}>
          <StatusWord status={reading.status} />
        </Link>
      ) : (
        <StatusWord status={reading.status} />
      )}
    </span>
  )
}

/** 10-31 within this year, 2025 for the end of an earlier one, else its month; the whole date is on hover. */
function shortDay(day: string, today: string): string {
  if (day.slice(0, 4) === today.slice(0, 4)) return day.slice(5)
  return day.endsWith('-12-31') ? day.slice(0, 4) : day.slice(0, 7)
}
