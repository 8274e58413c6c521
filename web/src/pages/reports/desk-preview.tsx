import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reportQuery } from '../../api/work.queries.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { DutyDue, itemPath } from '../../ui/duty.tsx'
import { Loaded, Skeleton } from '../../ui/states.tsx'
import { ContentFacts } from './content-facts.tsx'
import { deskTexts } from './desk.texts.ts'
import { Evidence } from './evidence-card.tsx'
import { ReportHistory } from './report-history.tsx'
import { ReviewFoot } from './report-reading.tsx'
import { ReportSide } from './report-side.tsx'
import { startingContent, typedFrom } from './typed-report.ts'

/** The report of the current row, whole: content, comparison, evidence, history, and what may be done with it. */
export function DeskPreview({ dutyId, quiet }: { readonly dutyId: string; readonly quiet: boolean }) {
  const t = useTexts(deskTexts)
  const language = useLanguage()
  const query = useQuery(reportQuery(dutyId))
  return (
    <section className="dk-preview" aria-label={t.preview}>
      <Loaded
        query={query}
        skeleton={
          <div className="card pad">
            <Skeleton rows={9} />
          </div>
        }
      >
        {(detail) => (
          <>
            <div className="card">
              <header className="dk-preview-head">
                <p className="quiet small">
                  <b>{detail.duty.unit.shortName}</b>
                  {'　'}
                  <Link to={itemPath(detail.duty.item)} className="rp-lined">
                    {detail.duty.item.code}
                  </Link>
                  {detail.duty.period === '' ? '' : `　${periodInWords(detail.duty.period, language)}`}
                </p>
                <h2>{detail.duty.item.name}</h2>
                <p className="dk-preview-state">
                  <DutyDue duty={detail.duty} />
                  <Link to="/reports/$dutyId" params={{ dutyId }}>
                    {t.openPage}
                  </Link>
                </p>
              </header>
              <div className="rp-fields">
                {detail.report === null ? null : (
                  <ContentFacts
                    content={detail.report.content}
                    kind={detail.duty.item.kind}
                    unit={detail.target?.amount.unit ?? ''}
                  />
                )}
                <Evidence detail={detail} editable={false} />
                <ReviewFoot detail={detail} quiet={quiet} />
              </div>
            </div>
            <ReportSide detail={detail} typed={typedFrom(startingContent(detail))} />
            <ReportHistory detail={detail} />
          </>
        )}
      </Loaded>
    </section>
  )
}
