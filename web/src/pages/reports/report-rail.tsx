import { Link } from '@tanstack/react-router'
import type { DutyRow, Work } from '../../api/types.gen.ts'
import { dayInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { reportTexts } from './report.texts.ts'

/** What the unit has to report, in the order in which it is stepped through: sent back first, then by day. */
export function railOf(work: Work): readonly DutyRow[] {
  const urgent = (duty: DutyRow) => (duty.state === 'returned' ? 0 : 1)
  return work.duties
    .filter((duty) => duty.kind !== 'part' && ['open', 'drafted', 'returned'].includes(duty.state))
    .sort(
      (a, b) =>
        urgent(a) - urgent(b) ||
        a.dueOn.localeCompare(b.dueOn) ||
        a.item.code.localeCompare(b.item.code, 'zh', { numeric: true }),
    )
}

/** The next one that nobody has begun; round the end to the top; null when all are filled in. */
export function nextToFill(rail: readonly DutyRow[], from: string): DutyRow | null {
  const at = rail.findIndex(({ id }) => id === from)
  const around = [...rail.slice(at + 1), ...rail.slice(0, Math.max(0, at))]
  return around.find(({ state }) => state === 'open' || state === 'returned') ?? null
}

/** Where to go on from one that is handed in: the head to the next that is not, a reporter to the next to fill in. */
export function nextToSign(rail: readonly DutyRow[], from: string, signs: boolean): DutyRow | null {
  return (signs ? rail.find(({ id }) => id !== from) : undefined) ?? nextToFill(rail, from)
}

/** The unit's other reports beside the form, with a mark on what is done. */
export function ReportRail({ rail, current }: { readonly rail: readonly DutyRow[]; readonly current: string }) {
  const t = useTexts(reportTexts)
  const language = useLanguage()
  const filled = rail.filter(({ state }) => state === 'drafted').length
  return (
    <nav className="rp-rail no-print" aria-label={t.railTitle}>
      <header>
        <h2>{t.railTitle}</h2>
        <p className="quiet small">{t.railDone(filled, rail.length)}</p>
        <progress value={filled} max={Math.max(1, rail.length)} aria-hidden="true" />
      </header>
      <ol>
        {rail.map((duty) => (
          <li key={duty.id}>
            <Link
              to="/reports/$dutyId"
              params={{ dutyId: duty.id }}
              data-state={duty.state}
              aria-current={duty.id === current ? 'page' : undefined}
            >
              <RailMark state={duty.state} />
              <span>
                <b>{duty.item.name}</b>
                <span className={duty.light === 'red' ? 'light red' : 'quiet'}>
                  {duty.item.code}　{dayInWords(duty.dueOn, language)}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="small quiet rp-keys">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd> {t.railKeys}
      </p>
    </nav>
  )
}

function RailMark({ state }: { readonly state: DutyRow['state'] }) {
  return (
    <i aria-hidden="true" data-mark={state}>
      {state === 'drafted' ? '✓' : state === 'returned' ? '!' : ''}
    </i>
  )
}
