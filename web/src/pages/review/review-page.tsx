import './review.css'
import { Link, useParams } from '@tanstack/react-router'
import { useMay } from '../../api/queries.ts'
import type { ImportDetail } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, SkeletonPage } from '../../ui/states.tsx'
import { reviewTexts } from './review.texts.ts'
import { ReviewDesk } from './review-desk.tsx'
import { useImport } from './use-review.ts'

/** 核对: a plan on its way in, beside the words that it was read from. */
export function ReviewPage() {
  const t = useTexts(reviewTexts)
  usePageTitle(t.title)
  const { importId } = useParams({ from: '/imports/$importId' })
  const allowed = useMay('plan.review')
  if (!allowed) return <NoPermission />
  return <Review key={importId} importId={importId} />
}

function Review({ importId }: { readonly importId: string }) {
  const t = useTexts(reviewTexts)
  const query = useImport(importId)
  const missing = (
    <Empty
      alone
      icon="inbox"
      title={t.missing}
      actions={
        <Link to="/imports" className="btn">
          {t.imports}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(detail) => {
        if (detail.status === 'adopted') return <Adopted detail={detail} />
        if (detail.status === 'discarded') return <Discarded />
        return <ReviewDesk detail={detail} />
      }}
    </Loaded>
  )
}

function Adopted({ detail }: { readonly detail: ImportDetail }) {
  const t = useTexts(reviewTexts)
  const version = detail.adoptedVersion ?? 1
  return (
    <div className="page">
      <div className="notice done">
        <span className="empty-icon good">
          <Icon name="check" size={30} />
        </span>
        <h1>{t.adoptedTitle(version)}</h1>
        <p className="quiet">{detail.title}</p>
        <p>{t.adoptedLead}</p>
        <p className="notice-actions">
          <Link to="/plan" className="btn primary">
            {t.seePlan}
          </Link>
          <Link to="/" className="btn">
            {t.seeCockpit}
          </Link>
          {version < 2 ? null : (
            <Link to="/plan/compare" search={{ from: version - 1, to: version }} className="btn">
              {t.seeCompare}
            </Link>
          )}
        </p>
      </div>
    </div>
  )
}

function Discarded() {
  const t = useTexts(reviewTexts)
  return (
    <div className="page">
      <Empty
        alone
        icon="inbox"
        title={t.discardedTitle}
        actions={
          <Link to="/imports" className="btn primary">
            {t.imports}
          </Link>
        }
      >
        {t.discardedLead}
      </Empty>
    </div>
  )
}
