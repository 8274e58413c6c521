import { Link } from '@tanstack/react-router'
import { withoutTitle } from '../../api/refusals.ts'
import type { ReportRow } from '../../api/types.gen.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { ReportStateMark } from '../../ui/report-state.tsx'
import { deskTexts } from './desk.texts.ts'
import { ReportBrief } from './report-brief.tsx'

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
              <li key={message}>{withoutTitle(message, duty.title)}</li>
            ))}
          </ul>
        )}
      </th>
      <td className="num" data-label={t.col.last}>
        {previous === null ? (
          <span className="quiet">{t.noLast}</span>
        ) : (
          <ReportBrief content={previous} summary={report.summary} blank={t.noLast} />
        )}
      </td>
      <td className="num" data-label={t.col.now}>
        <b>
          <ReportBrief content={report.content} summary={report.summary} blank={t.blank} />
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
