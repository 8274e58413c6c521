import { Link } from '@tanstack/react-router'
import { withoutTitle } from '../../api/refusals.ts'
import type { DutyRow, ReportRow } from '../../api/types.gen.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { dutyTexts } from '../../ui/duty.texts.ts'
import { DutyDue, useSaid } from '../../ui/duty.tsx'
import { ReportBrief } from '../reports/report-brief.tsx'
import { type DutyGroup, isReady, isRunning } from './group-duties.ts'
import { workTexts } from './work.texts.ts'

export interface Selection {
  readonly chosen: ReadonlySet<string>
  readonly toggle: (dutyId: string, chosen: boolean) => void
}

interface WorkListProps {
  readonly group: DutyGroup
  readonly reports: ReadonlyMap<string, ReportRow>
  readonly lastOf: (duty: DutyRow) => ReportRow | null
  readonly mayDraft: boolean
  /** null for who may not submit */
  readonly selection: Selection | null
  readonly refusals: ReadonlyMap<string, readonly string[]>
}

/** One group of what is owed: what it was last time, what is filled in now, by when, and one press to report. */
export function WorkList({ group, selection, ...rest }: WorkListProps) {
  const t = useTexts(workTexts)
  const language = useLanguage()
  const title = group.key === 'period' ? t.groupPeriod(periodInWords(group.period, language)) : t.groups[group.key]
  const pickable = selection !== null && group.duties.some(isReady)
  return (
    <section className="card wk-group" data-group={group.key}>
      <header className="card-head">
        <h2>{title}</h2>
        <p className="quiet">{group.duties.length}</p>
      </header>
      <div className="table-wrap">
        <table className="table wk-table" aria-label={title}>
          <thead>
            <tr>
              {pickable ? (
                <td className="wk-pick">
                  <span className="sr">{t.selected(0)}</span>
                </td>
              ) : null}
              <th scope="col">{t.col.item}</th>
              <th scope="col" className="num">
                {t.col.last}
              </th>
              <th scope="col" className="num">
                {t.col.now}
              </th>
              <th scope="col">{t.col.due}</th>
              <th scope="col" className="wk-act">
                <span className="sr">{t.col.act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {group.duties.map((duty) => (
              <WorkRow key={duty.id} duty={duty} pickable={pickable} selection={selection} {...rest} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface WorkRowProps extends Omit<WorkListProps, 'group'> {
  readonly duty: DutyRow
  readonly pickable: boolean
}

function WorkRow({ duty, pickable, reports, lastOf, mayDraft, selection, refusals }: WorkRowProps) {
  const t = useTexts(workTexts)
  const words = useTexts(dutyTexts)
  const said = useSaid()
  const report = reports.get(duty.id)
  const refusal = refusals.get(duty.id)
  const last = lastOf(duty)
  return (
    <tr data-state={duty.state}>
      {pickable ? (
        <td className="wk-pick">
          {selection !== null && isReady(duty) ? (
            <input
              type="checkbox"
              aria-label={t.select(duty.title)}
              checked={selection.chosen.has(duty.id)}
              onChange={(event) => selection.toggle(duty.id, event.target.checked)}
            />
          ) : null}
        </td>
      ) : null}
      <th scope="row">
        <ItemLink duty={duty} />
        <span className="quiet small wk-sub">
          {duty.item.code}
          {duty.item.kind === 'target' && duty.scope === 'unit' ? `　${t.sameUnit}` : ''}
          {duty.kind === 'report' ? '' : `　${words.kinds[duty.kind]}`}
          {report === undefined || report.remarks.length === 0 || !isRunning(duty) ? null : (
            <span className="light amber" title={report.remarks.map(said).join('\n')}>
              {said(report.remarks[0] ?? { zh: '', en: '' })}
            </span>
          )}
        </span>
        {refusal === undefined ? null : (
          <ul className="wk-refusal" role="alert">
            {refusal.map((message) => (
              <li key={message}>{withoutTitle(message, duty.title)}</li>
            ))}
          </ul>
        )}
      </th>
      <td className="num" data-label={t.col.last}>
        {duty.kind !== 'report' ? null : last === null ? (
          <span className="quiet">{t.noLast}</span>
        ) : (
          <ReportBrief content={last.content} summary={last.summary} blank={t.noLast} />
        )}
      </td>
      <td className="num" data-label={t.col.now}>
        {report === undefined ? (
          <span className="rp-blank">
            {duty.state === 'open' && duty.kind !== 'part' ? t.notFilled : words.states[duty.state]}
          </span>
        ) : (
          <b>
            <ReportBrief content={report.content} summary={report.summary} blank={t.notFilled} />
          </b>
        )}
        {report === undefined || duty.state !== 'returned' ? null : (
          <span className="quiet small wk-sub">{words.states[duty.state]}</span>
        )}
      </td>
      <td data-label={t.col.due} className="wide">
        <DutyDue duty={duty} />
      </td>
      <td className="wk-act">
        <ActLink duty={duty} mayDraft={mayDraft} />
      </td>
    </tr>
  )
}

function ItemLink({ duty }: { readonly duty: DutyRow }) {
  if (duty.kind === 'part')
    return (
      <Link to="/tasks/$itemId" params={{ itemId: duty.item.itemId }}>
        {duty.item.name}
      </Link>
    )
  return (
    <Link to="/reports/$dutyId" params={{ dutyId: duty.id }}>
      {duty.item.name}
    </Link>
  )
}

function ActLink({ duty, mayDraft }: { readonly duty: DutyRow; readonly mayDraft: boolean }) {
  const t = useTexts(workTexts)
  if (duty.kind === 'part')
    return (
      <Link to="/tasks/$itemId" params={{ itemId: duty.item.itemId }} className="btn small-btn">
        {mayDraft ? t.handle : t.see}
        <span className="sr"> {duty.title}</span>
      </Link>
    )
  const word = !mayDraft || !isRunning(duty) ? t.see : duty.state === 'open' ? t.fill : t.edit
  return (
    <Link to="/reports/$dutyId" params={{ dutyId: duty.id }} className="btn small-btn">
      {word}
      <span className="sr"> {duty.title}</span>
    </Link>
  )
}
