import type { Work } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { workTexts } from './work.texts.ts'

/** How the unit stands, in six numbers; those that hurt first, and those that are nought are quiet. */
export function WorkCounts({ work }: { readonly work: Work }) {
  const t = useTexts(workTexts)
  const { overdue, returned, dueSoon, open, submitted, unanswered } = work.counts
  const figures = [
    { light: 'red', count: overdue, word: t.overdue },
    { light: 'red', count: returned, word: t.returned },
    { light: 'amber', count: unanswered, word: t.unanswered },
    { light: 'amber', count: dueSoon, word: t.dueSoon },
    { light: 'plain', count: open, word: t.open },
    { light: 'plain', count: submitted, word: t.submitted },
  ]
  return (
    <ul className="wk-counts" aria-label={t.counts}>
      {figures.map(({ light, count, word }) => (
        <li key={word} data-none={count === 0}>
          <b className="num">{count}</b>
          <span className={count === 0 ? 'quiet' : `light ${light}`}>{word}</span>
        </li>
      ))}
    </ul>
  )
}
