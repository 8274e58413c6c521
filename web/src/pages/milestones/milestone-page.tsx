import './milestones.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { milestoneProgressQuery } from '../../api/monitoring.queries.ts'
import { useSession } from '../../api/queries.ts'
import type { MilestonePart, MilestoneProgress } from '../../api/types.gen.ts'
import { dateInWords } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { AreaTag, DueIn, LevelTag, Quoted, UnitLink } from '../../ui/programme-parts.tsx'
import { StatusWord } from '../../ui/reading.tsx'
import { Empty, Loaded, Missing, SkeletonPage } from '../../ui/states.tsx'
import { milestonesTexts } from './milestones.texts.ts'
import { lackingOf, partsOf, standingParts } from './parts.ts'
import { shownLight } from './shown-light.ts'

export function MilestonePage() {
  const t = useTexts(milestonesTexts)
  const { itemId } = useParams({ from: '/milestones/$itemId' })
  const query = useQuery(milestoneProgressQuery(itemId))
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

function MilestoneView({ milestone }: { readonly milestone: MilestoneProgress }) {
  const t = useTexts(milestonesTexts)
  const common = useCommon()
  const language = useLanguage()
  const { why, dutyId } = milestone
  const light = shownLight(milestone)
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
      actions={
        <>
          <PrintButton />
          {dutyId === null ? null : (
            <Link to="/duties/$dutyId" params={{ dutyId }} className="btn primary">
              {t.toDuty}
            </Link>
          )}
        </>
      }
    >
      <div className="grid two-one">
        <div>
          <section className={`card ms-standing ${light}`}>
            <LightMark light={light} word={t.lights[light]} />
            <p>{why[language]}</p>
          </section>
          <Parts milestone={milestone} />
          <Card title={t.quoted}>
            <div className="card-body">
              {milestone.words === null ? (
                <p className="quiet">{common.countySays}</p>
              ) : (
                <Quoted words={milestone.words} />
              )}
            </div>
          </Card>
        </div>
        <Facts milestone={milestone} />
      </div>
    </Page>
  )
}

/** Each part with its document, or what it still lacks. */
function Parts({ milestone }: { readonly milestone: MilestoneProgress }) {
  const t = useTexts(milestonesTexts)
  const { done, of } = partsOf(milestone)
  return (
    <Card
      title={t.partsTitle}
      note={t.partsDone(done, of)}
      actions={milestone.standing === null ? undefined : <StatusWord status={milestone.standing.status} tag />}
    >
      <ul className="rows ms-list">
        {standingParts(milestone).map((part) => (
          <Part key={part.label} part={part} strive={milestone.level === 'strive'} />
        ))}
      </ul>
    </Card>
  )
}

function Part({ part, strive }: { readonly part: MilestonePart; readonly strive: boolean }) {
  const t = useTexts(milestonesTexts)
  const language = useLanguage()
  const lacking = lackingOf(part)
  return (
    <li className={part.status}>
      <LightMark
        light={part.status === 'done' ? 'blue' : part.status === 'applied' ? 'amber' : 'grey'}
        word={t.partStatus[part.status]}
      />
      <div>
        <b>{part.label}</b>
        {part.documentTitle === null ? null : <p>{part.documentTitle}</p>}
        {part.documentNo === null && part.on === null ? null : (
          <p className="quiet">
            {[part.documentNo, part.on === null ? null : dateInWords(part.on, language)].filter(Boolean).join('　')}
          </p>
        )}
      </div>
      {part.status === 'done' || lacking === 'nothing' ? null : (
        <Missing reason={strive && lacking === 'all' ? t.lacksAward : t.lacks[lacking]} />
      )}
    </li>
  )
}

function Facts({ milestone }: { readonly milestone: MilestoneProgress }) {
  const t = useTexts(milestonesTexts)
  const common = useCommon()
  const language = useLanguage()
  const today = useSession()?.today ?? ''
  const { standing } = milestone
  return (
    <Card title={t.facts}>
      <div className="card-body">
        <dl className="facts ruled">
          <dt>{t.when}</dt>
          <dd className="stacked">
            {milestone.dueOn === null ? (
              <span className="quiet">{t.noDue}</span>
            ) : (
              <>
                {dateInWords(milestone.dueOn, language)}
                {standing?.doneOn == null && milestone.dueOn >= today ? (
                  <DueIn dueOn={milestone.dueOn} today={today} />
                ) : null}
              </>
            )}
          </dd>
          {milestone.level === 'strive' ? (
            <>
              <dt>{t.applied}</dt>
              <dd>
                {standing?.appliedOn == null ? (
                  <Missing reason={t.notApplied} />
                ) : (
                  dateInWords(standing.appliedOn, language)
                )}
              </dd>
            </>
          ) : null}
          <dt>{milestone.level === 'strive' ? t.awarded : t.doneOn}</dt>
          <dd>
            {standing?.doneOn == null ? (
              <Missing reason={standing === null ? t.notReported : t.notDone} why={t.notReportedWhy} />
            ) : (
              dateInWords(standing.doneOn, language)
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
  )
}
