import { Link } from '@tanstack/react-router'
import type { DutyRow, Sentence } from '../api/types.gen.ts'
import { dayInWords } from '../format/dates.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { dutyTexts } from './duty.texts.ts'

/** A sentence that came in both languages. */
export function Said({ sentence }: { readonly sentence: Sentence }) {
  const language = useLanguage()
  return <>{sentence[language]}</>
}

export function useSaid(): (sentence: Sentence) => string {
  const language = useLanguage()
  return (sentence) => sentence[language]
}

type Due = Pick<DutyRow, 'id' | 'dueOn' | 'light' | 'why' | 'workingDaysLeft' | 'daysOverdue' | 'state' | 'provisional'>

/** 还剩 3 个工作日（11月25日止）; a press opens how the day was counted. */
export function DutyDue({ duty, plain = false }: { readonly duty: Due; readonly plain?: boolean }) {
  const t = useTexts(dutyTexts)
  const language = useLanguage()
  const running = ['open', 'drafted', 'returned'].includes(duty.state)
  const words = !running
    ? t.states[duty.state]
    : duty.daysOverdue > 0
      ? t.overdue(duty.daysOverdue)
      : t.left(duty.workingDaysLeft)
  const day = t.until(dayInWords(duty.dueOn, language))
  const inside = (
    <>
      <span className={`light ${duty.light}`}>{words}</span>
      <span className="quiet small">（{day}）</span>
      {duty.provisional ? (
        <span className="kind-tag" title={t.provisionalWhy}>
          {t.provisional}
        </span>
      ) : null}
    </>
  )
  if (plain)
    return (
      <span className="duty-due" title={duty.why[language]}>
        {inside}
      </span>
    )
  return (
    <Link to="/duties/$dutyId" params={{ dutyId: duty.id }} className="duty-due" title={duty.why[language]}>
      {inside}
    </Link>
  )
}

/** Where the page of the thing itself is. */
export function itemPath(item: DutyRow['item']): string {
  const folder = { target: 'targets', task: 'tasks', milestone: 'milestones' }[item.kind]
  return `/${folder}/${item.itemId}`
}
