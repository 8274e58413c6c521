import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { milestoneQuery, useSession } from '../../api/queries.ts'
import type { MilestoneRow } from '../../api/types.gen.ts'
import { dateInWords } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { AreaTag, DueIn, LevelTag, Quoted, UnitLink } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, Missing, SkeletonPage } from '../../ui/states.tsx'
import { milestonesTexts } from './milestones.texts.ts'

export function MilestonePage() {
  const t = useTexts(milestonesTexts)
  const { itemId } = useParams({ from: '/milestones/$itemId' })
  const query = useQuery(milestoneQuery(itemId))
  const missing = (
    <Empty
      alone
      icon="flag"
      title={t.missing}
      actions={
        <Link to="/milestones" className="btn">
          {t.toList}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(milestone) => <MilestoneView milestone={milestone} />}
    </Loaded>
  )
}

function MilestoneView({ milestone }: { readonly milestone: MilestoneRow }) {
  const t = useTexts(milestonesTexts)
  const common = useCommon()
  const language = useLanguage()
  const today = useSession()?.today ?? ''
  return (
    <Page
      title={milestone.name}
      lead={common.levelMeaning[milestone.level]}
      crumbs={[{ to: '/milestones', label: t.title }]}
      tag={
        <>
          <AreaTag area={milestone.area} /> <LevelTag level={milestone.level} />
        </>
      }
      actions={<PrintButton />}
    >
      <div className="grid two-one">
        <div>
          <Card title={t.quoted}>
            <div className="card-body">
              {milestone.words === null ? (
                <p className="quiet">{common.countySays}</p>
              ) : (
                <Quoted words={milestone.words} />
              )}
            </div>
          </Card>
          {milestone.parts.length === 0 ? null : (
            <Card title={t.partsTitle} note={t.parts(milestone.parts.length)}>
              <ul className="rows">
                {milestone.parts.map((part) => (
                  <li key={part}>
                    <span className="light grey">{part}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <Card title={t.facts}>
          <div className="card-body">
            <dl className="facts ruled">
              <dt>{t.status}</dt>
              <dd>
                <Missing reason={t.notReported} why={t.notReportedWhy} />
              </dd>
              <dt>{t.when}</dt>
              <dd className="stacked">
                {milestone.dueOn === null ? (
                  <span className="quiet">{t.noDue}</span>
                ) : (
                  <>
                    {dateInWords(milestone.dueOn, language)}
                    <DueIn dueOn={milestone.dueOn} today={today} />
                  </>
                )}
              </dd>
              <dt>{t.owner}</dt>
              <dd className="stacked">
                {milestone.owners.length === 0 ? <span className="quiet">{common.notSet}</span> : null}
                {milestone.owners.map((unit) => (
                  <UnitLink key={unit.id} unit={unit} full />
                ))}
              </dd>
              <dt>{t.col.tasks}</dt>
              <dd className="stacked">
                {milestone.tasks.map((task) => (
                  <Link key={task.itemId} to="/tasks/$itemId" params={{ itemId: task.itemId }}>
                    {task.number}　{task.title}
                  </Link>
                ))}
              </dd>
            </dl>
          </div>
        </Card>
      </div>
    </Page>
  )
}
