import { Link } from '@tanstack/react-router'
import type { ReportContent, ReportRow } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { ReadingValue } from '../../ui/reading.tsx'
import { ReportStateMark } from '../../ui/report-state.tsx'
import { deskTexts } from './desk.texts.ts'
import { reportTexts } from './report.texts.ts'

interface DeskRowProps {
  readonly report: ReportRow
  readonly current: boolean
  readonly chosen: boolean
  readonly reviews: boolean
  readonly refusals: readonly string[]
  readonly onToggle: () => void
  readonly onLook: () => void
}

/** One report: whose, what it says beside what was said before, what looks odd, and how far it has come. */
export function DeskRow({ report, current, chosen, reviews, refusals, onToggle, onLook }: DeskRowProps) {
  const t = useTexts(deskTexts)
  const language = useLanguage()
  const { duty, previous } = report
  const period = duty.period === '' ? '' : periodInWords(duty.period, language)
  return (
    <tr
      className="goes"
      data-at={current}
      data-chosen={chosen}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, button, input') === null) onLook()
      }}
    >
      {reviews ? (
        <td className="dk-pick">
          <input type="checkbox" aria-label={t.select(duty.title)} checked={chosen} onChange={onToggle} />
        </td>
      ) : null}
      <th scope="row">
        <Link to="/reports/$dutyId" params={{ dutyId: duty.id }}>
          {duty.item.name}
        </Link>
        <span className="quiet small dk-sub">
          <b>{duty.unit.shortName}</b>
          <span>{duty.item.code}</span>
          <span>{period}</span>
        </span>
        {report.remarks.length === 0 ? null : (
          <ul className="dk-remarks small">
            {report.remarks.map((remark) => (
              <li key={remark.zh} className="light amber">
                <Said sentence={remark} />
              </li>
            ))}
          </ul>
        )}
        {refusals.length === 0 ? null : (
          <ul className="dk-refusal" role="alert">
            {refusals.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
      </th>
      <td className="num" data-label={t.col.last}>
        {previous === null ? <span className="quiet">{t.noLast}</span> : <Brief content={previous} />}
      </td>
      <td className="num" data-label={t.col.now}>
        <b title={report.summary[language]}>
          <Brief content={report.content} />
        </b>
      </td>
      <td className="dk-evidence" data-label={t.col.evidence}>
        <span className={report.evidence === 0 ? 'quiet' : undefined}>{t.files(report.evidence)}</span>
      </td>
      <td className="dk-state" data-label={t.col.state}>
        <ReportStateMark state={report.state} />
      </td>
    </tr>
  )
}

/** The figure alone, so that two stand one beside the other: 2,237; 45%; 2/3. */
function Brief({ content }: { readonly content: ReportContent }) {
  const t = useTexts(reportTexts)
  if (content.parts !== null) {
    const done = content.parts.filter(({ status }) => status === 'done').length
    return <>{`${done} / ${content.parts.length}`}</>
  }
  if (content.progress !== null) return <>{`${formatFigure(content.progress)}%`}</>
  if (content.valueState === null) return <span className="quiet">{t.noWords}</span>
  return (
    <ReadingValue reading={{ state: content.valueState, value: content.value, reason: content.valueReason }} brief />
  )
}
