import type { MatterRow } from '../../../api/types.gen.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { deskTexts } from './desk.texts.ts'

/** Lights of matters by the classes that every light of the product has. */
export const lightClass = {
  green: 'green',
  yellow: 'amber',
  red: 'red',
  stopped: 'grey',
  none: 'grey',
  done: 'blue',
} as const

type Due = Pick<
  MatterRow,
  'daysLeft' | 'daysIn' | 'dueOn' | 'light' | 'isProvisional' | 'status' | 'endedOn' | 'outcome'
>

/** 还剩 3 个工作日（11月25日止）, or how it ended; always with a shape and a word. */
export function DueWords({ matter }: { readonly matter: Due }) {
  const t = useTexts(deskTexts)
  const language = useLanguage()
  if (matter.status === 'ended') {
    const outcomes: Readonly<Record<string, string>> = t.outcomes
    return (
      <span className="light blue">
        {matter.outcome === null ? '' : `${outcomes[matter.outcome] ?? matter.outcome} `}
        {matter.endedOn === null ? '' : t.due.ended(dayInWords(matter.endedOn, language))}
      </span>
    )
  }
  const { dueOn, daysLeft } = matter
  const inDays = matter.daysIn === 'calendarDay'
  if (matter.light === 'stopped') return <span className="light grey">{t.due.stopped}</span>
  if (dueOn === null || daysLeft === null) return <span className="light grey">{t.due.none}</span>
  const words =
    daysLeft < 0
      ? (inDays ? t.due.lateDays : t.due.late)(-daysLeft)
      : daysLeft === 0
        ? t.due.today
        : (inDays ? t.due.leftDays : t.due.left)(daysLeft)
  return (
    <span className={`light ${lightClass[matter.light]}`}>
      {words}
      <span className="mq-until">{t.due.until(dayInWords(dueOn, language))}</span>
      {matter.isProvisional ? (
        <span className="kind-tag mq-provisional" title={t.due.provisionalWhy}>
          {t.due.provisional}
        </span>
      ) : null}
    </span>
  )
}
