import type { ReportDetail } from '../../api/types.gen.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { ContentFacts } from './content-facts.tsx'
import { reportTexts } from './report.texts.ts'

/** What was done to the report, newest first; each act keeps the report as it stood. */
export function ReportHistory({ detail }: { readonly detail: ReportDetail }) {
  const t = useTexts(reportTexts)
  const acts = [...detail.acts].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <details className="card rp-history" open={detail.report?.state === 'returned'}>
      <summary>
        <h2>{t.history}</h2>
        <span className="quiet small">{acts.length === 0 ? t.noHistory : t.historyNote(acts.length)}</span>
      </summary>
      <ol>
        {acts.map((act) => (
          <li key={act.id} data-act={act.act}>
            <p>
              <b>{t.acts[act.act]}</b>
              <span>{act.by}</span>
              <time dateTime={act.at} className="quiet small">
                {instantInCounty(act.at)}
              </time>
            </p>
            {act.reason === null ? null : <p className="rp-reason">{act.reason}</p>}
            <details>
              <summary className="small">{t.asOf}</summary>
              <ContentFacts
                content={act.snapshot}
                kind={detail.duty.item.kind}
                unit={detail.target?.amount.unit ?? ''}
                brief
              />
            </details>
          </li>
        ))}
      </ol>
    </details>
  )
}
