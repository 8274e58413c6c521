import './plan.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession, versionsQuery } from '../../api/queries.ts'
import type { VersionRow } from '../../api/types.gen.ts'
import { dateInWords, instantInCounty } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { Loaded, Skeleton } from '../../ui/states.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { planTexts } from './plan.texts.ts'

/** Every version of the plan, newest first. */
export function VersionsPage() {
  const t = useTexts(planTexts)
  const query = useQuery(versionsQuery)
  const versions = query.data?.versions ?? []
  return (
    <Page
      title={t.versionsTitle}
      lead={t.versionsLead}
      actions={
        <>
          <PrintButton />
          {versions.length < 2 ? null : (
            <Link to="/plan/compare" className="btn primary">
              {t.compare}
            </Link>
          )}
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={4} />} missing={<NoProgramme />}>
        {(data) => (data.versions.length === 0 ? <NoProgramme /> : <VersionList versions={data.versions} />)}
      </Loaded>
    </Page>
  )
}

function VersionList({ versions }: { readonly versions: readonly VersionRow[] }) {
  const t = useTexts(planTexts)
  const common = useCommon()
  const language = useLanguage()
  const today = useSession()?.today ?? ''
  const inForce = versions.find((version) => version.effectiveFrom <= today)
  return (
    <Card>
      <ol className="version-list">
        {versions.map((version) => (
          <li key={version.number}>
            <div>
              <h2>{common.version(version.number)}</h2>
              {version === inForce ? <span className="light green">{t.inForce}</span> : null}
              {version.effectiveFrom > today ? <span className="light amber">{t.notYet}</span> : null}
            </div>
            <div>
              <p>{version.reason ?? (version.number === 1 ? t.first : '')}</p>
              <p className="version-facts">
                <span>
                  {t.col.from} {dateInWords(version.effectiveFrom, language)}
                </span>
                <span>
                  {t.col.adopted} {instantInCounty(version.adoptedAt)}　{version.adoptedBy}
                </span>
                <span>
                  {t.targets} {version.counts.targets}　{t.milestones} {version.counts.milestones}　{t.tasks}{' '}
                  {version.counts.tasks}
                </span>
              </p>
            </div>
            <div className="version-acts no-print">
              <Link to="/plan" search={{ version: version.number }} className="btn small-btn">
                {t.view}
              </Link>
              {version.number === 1 ? null : (
                <Link
                  to="/plan/compare"
                  search={{ from: version.number - 1, to: version.number }}
                  className="btn small-btn"
                >
                  {t.compareWithBefore}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
