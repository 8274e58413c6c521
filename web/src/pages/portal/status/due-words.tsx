import type { MatterStatus } from '../../../api/service.types.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { statusTexts } from './status.texts.ts'

interface DueWordsProps {
  readonly matter: Pick<MatterStatus, 'dueOn' | 'daysLeft' | 'light' | 'limits'>
}

/** 还剩 3 个工作日（11月25日止）: the nearest limit as people say it, with its light. */
export function DueWords({ matter }: DueWordsProps) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  const { dueOn, daysLeft } = matter
  if (dueOn === null) return <span className="light grey">{t.noDue}</span>
  const day = dayInWords(dueOn, language)
  const running = matter.limits.find((limit) => limit.dueOn === dueOn && limit.status === 'running')
  const inDays = running !== undefined && running.length.unit !== 'workingDay'
  const words =
    matter.light === 'stopped' || daysLeft === null
      ? t.stopped
      : daysLeft < 0
        ? t.late(-daysLeft, day)
        : daysLeft === 0
          ? t.dueToday(day)
          : inDays
            ? t.leftDays(daysLeft, day)
            : t.left(daysLeft, day)
  return (
    <>
      <span className={`light ${lightOf(matter.light)}`}>{words}</span>
      {running?.isProvisional === true ? <span className="po-fine"> {t.provisional}</span> : null}
    </>
  )
}

/** The lights of limits by the colours that every page knows. */
export function lightOf(light: string): 'green' | 'amber' | 'red' | 'grey' | 'blue' {
  switch (light) {
    case 'green':
      return 'green'
    case 'yellow':
      return 'amber'
    case 'red':
      return 'red'
    case 'done':
      return 'blue'
    default:
      return 'grey'
  }
}
