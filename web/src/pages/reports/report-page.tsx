import './reports.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useSession } from '../../api/queries.ts'
import type { ReportDetail } from '../../api/types.gen.ts'
import { reportQuery, workQuery } from '../../api/work.queries.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { DutyDue, itemPath } from '../../ui/duty.tsx'
import { Page } from '../../ui/page.tsx'
import { ReportStateMark } from '../../ui/report-state.tsx'
import { Empty, Loaded, NoPermission, SkeletonPage } from '../../ui/states.tsx'
import { reportTexts } from './report.texts.ts'
import { ReportEditor } from './report-editor.tsx'
import { ReportHistory } from './report-history.tsx'
import { nextToFill, nextToSign, ReportRail, railOf } from './report-rail.tsx'
import { ReportReading } from './report-reading.tsx'
import { ReportSide } from './report-side.tsx'
import { startingContent, typedFrom } from './typed-report.ts'

/** 填报: one report of one unit for one period, to be filled in, signed, checked and approved on the same page. */
export function ReportPage() {
  const t = useTexts(reportTexts)
  const { dutyId } = useParams({ from: '/reports/$dutyId' })
  const allowed = useMay('work.read')
  const query = useQuery({ ...reportQuery(dutyId), enabled: allowed })
  if (!allowed) return <NoPermission />
  const missing = (
    <Empty
      alone
      icon="work"
      title={t.missing}
      actions={
        <Link to="/work" className="btn">
          {t.toWork}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(detail) => <ReportView key={detail.duty.id} detail={detail} />}
    </Loaded>
  )
}

function ReportView({ detail }: { readonly detail: ReportDetail }) {
  const t = useTexts(reportTexts)
  const language = useLanguage()
  const session = useSession()
  const accountId = session?.account?.id ?? ''
  const reviews = useMay('report.review')
  const [correcting, setCorrecting] = useState(false)
  const { duty, report, may } = detail
  const fills = may.draft.may
  const own = useMay('report.draft') && session?.roles.some(({ unit }) => unit?.id === duty.unit.id) === true
  const work = useQuery({ ...workQuery(duty.unit.id), enabled: own })
  const rail = work.data === undefined ? [] : railOf(work.data)
  const period = duty.period === '' ? '' : `　${periodInWords(duty.period, language)}`
  const scope = duty.item.kind !== 'target' ? '' : `（${duty.scope === 'county' ? t.county : t.ownShare}）`
  return (
    <Page
      title={duty.item.name}
      tag={
        report?.state === 'approved' || report?.state === 'returned' ? (
          <ReportStateMark state={report.state} />
        ) : undefined
      }
      lead={
        <>
          <Link to={itemPath(duty.item)} className="rp-lined">
            {duty.item.code}
          </Link>
          {`　${duty.unit.shortName}${scope}${period}　`}
          <span className="rp-due">
            <DutyDue duty={duty} />
          </span>
        </>
      }
      crumbs={[reviews ? { to: '/reports', label: t.desk } : { to: '/work', label: t.crumb }]}
    >
      <Returned detail={detail} />
      <div className={rail.length > 1 ? 'rp-desk railed' : 'rp-desk'}>
        {rail.length > 1 ? <ReportRail rail={rail} current={duty.id} /> : null}
        {fills || correcting ? (
          <ReportEditor
            key={correcting ? 'correcting' : 'draft'}
            detail={detail}
            accountId={accountId}
            mode={correcting ? 'byHand' : 'autosave'}
            next={nextToFill(rail, duty.id)}
            signs={work.data?.may.submit === true}
            onCorrected={() => setCorrecting(false)}
          />
        ) : (
          <>
            <ReportReading
              detail={detail}
              next={nextToSign(rail, duty.id, work.data?.may.submit === true)}
              onCorrect={() => setCorrecting(true)}
            />
            <ReportSide detail={detail} typed={typedFrom(startingContent(detail))} />
          </>
        )}
        <div className="rp-below">
          <ReportHistory detail={detail} />
        </div>
      </div>
    </Page>
  )
}

/** Why it came back stands above everything: it is what has to be changed. */
function Returned({ detail }: { readonly detail: ReportDetail }) {
  const t = useTexts(reportTexts)
  if (detail.report?.state !== 'returned') return null
  const last = detail.acts.filter(({ act }) => act === 'return').sort((a, b) => b.at.localeCompare(a.at))[0]
  if (last === undefined) return null
  return (
    <div className="rp-returned">
      <p className="light red">{t.returned(last.by)}</p>
      <p>{last.reason}</p>
    </div>
  )
}
