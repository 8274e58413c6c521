import './duties.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { DutyDetail } from '../../api/types.gen.ts'
import { dutyQuery } from '../../api/work.queries.ts'
import { dateInWords, dayInWords } from '../../format/dates.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { dutyTexts } from '../../ui/duty.texts.ts'
import { DutyDue, itemPath, Said } from '../../ui/duty.tsx'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { UrgingList } from '../supervision/urging-list.tsx'
import { dutiesTexts } from './duties.texts.ts'
import { type DutyAct, DutyDialog } from './duty-dialog.tsx'

/** One thing that one unit owes: how it stands and why, how its day was counted, what the clock did and will do. */
export function DutyPage() {
  const t = useTexts(dutiesTexts)
  const { dutyId } = useParams({ from: '/duties/$dutyId' })
  const query = useQuery(dutyQuery(dutyId))
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
      {(duty) => <DutyView duty={duty} />}
    </Loaded>
  )
}

function DutyView({ duty }: { readonly duty: DutyDetail }) {
  const t = useTexts(dutiesTexts)
  const language = useLanguage()
  const [act, setAct] = useState<DutyAct | null>(null)
  return (
    <Page
      title={duty.title}
      lead={duty.unit.name}
      crumbs={[{ to: '/work', label: t.crumb }]}
      actions={<Actions duty={duty} onAct={setAct} />}
    >
      <div className="grid two-one">
        <div>
          <Card title={t.why}>
            <div className="card-body">
              <p className={`duty-why light ${duty.light}`}>
                <Said sentence={duty.why} />
              </p>
              <Facts duty={duty} />
            </div>
          </Card>
          <Card title={t.urgings}>
            <UrgingList urgings={duty.urgings} own />
          </Card>
          <Card title={t.extensions}>
            <Extensions duty={duty} />
          </Card>
        </div>
        <div>
          <Card title={t.ladder} note={t.ladderNote}>
            <ol className="duty-ladder">
              {duty.ladder.map((step) => (
                <li key={`${step.step}${step.on}`} data-state={step.state}>
                  <time dateTime={step.on} className="num">
                    {step.on}
                  </time>
                  <b>
                    <Said sentence={step.label} />
                  </b>
                  <span className="quiet small">{t.ladderState[step.state]}</span>
                </li>
              ))}
            </ol>
          </Card>
          <Card
            title={t.counting}
            note={
              duty.counting.days.length === 0 ? undefined : t.countingFrom(dayInWords(duty.counting.from, language))
            }
          >
            <div className="card-body">
              <p>
                <Said sentence={duty.counting.rule} />
              </p>
              <p className="quiet small">
                {t.source}：{duty.counting.source}
              </p>
              <ol className="duty-days" hidden={duty.counting.days.length === 0}>
                {duty.counting.days.map(({ day, working, why }) => (
                  <li key={day} data-working={working}>
                    <time dateTime={day} className="num">
                      {day}
                    </time>
                    <span>
                      <Said sentence={why} />
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          </Card>
        </div>
      </div>
      {act === null ? null : <DutyDialog duty={duty} act={act} onClose={() => setAct(null)} />}
    </Page>
  )
}

function Actions({ duty, onAct }: { readonly duty: DutyDetail; readonly onAct: (act: DutyAct) => void }) {
  const t = useTexts(dutiesTexts)
  return (
    <>
      {duty.may.urge.may ? (
        <button type="button" className="btn" onClick={() => onAct('urge')}>
          {t.urge}
        </button>
      ) : null}
      {duty.may.reply.may ? (
        <button type="button" className="btn" onClick={() => onAct('reply')}>
          {t.reply}
        </button>
      ) : null}
      {duty.may.askExtension.may ? (
        <button type="button" className="btn" onClick={() => onAct('extend')}>
          {t.extend}
        </button>
      ) : null}
      <PrintButton />
      {duty.kind === 'part' ? null : (
        <Link
          to="/reports/$dutyId"
          params={{ dutyId: duty.id }}
          className={duty.may.report.may ? 'btn primary' : 'btn'}
        >
          {duty.may.report.may ? t.report : t.see}
        </Link>
      )}
    </>
  )
}

function Facts({ duty }: { readonly duty: DutyDetail }) {
  const t = useTexts(dutiesTexts)
  const words = useTexts(dutyTexts)
  const language = useLanguage()
  return (
    <dl className="facts ruled">
      <dt>{t.due}</dt>
      <dd>
        {dateInWords(duty.dueOn, language)}　<DutyDue duty={duty} plain />
      </dd>
      {duty.firstDueOn === duty.dueOn ? null : (
        <>
          <dt>{t.first}</dt>
          <dd>{dateInWords(duty.firstDueOn, language)}</dd>
        </>
      )}
      <dt>{t.item}</dt>
      <dd>
        <Link to={itemPath(duty.item)}>
          {duty.item.code}　{duty.item.name}
        </Link>
      </dd>
      <dt>{t.unit}</dt>
      <dd>
        <UnitLink unit={duty.unit} full />
      </dd>
      {duty.period === '' ? null : (
        <>
          <dt>{t.period}</dt>
          <dd>{periodInWords(duty.period, language)}</dd>
        </>
      )}
      <dt>{t.state}</dt>
      <dd>{words.states[duty.state]}</dd>
      <dt>{t.opened}</dt>
      <dd>{dateInWords(duty.openedOn, language)}</dd>
      {duty.closedOn === null ? null : (
        <>
          <dt>{t.closed}</dt>
          <dd>{dateInWords(duty.closedOn, language)}</dd>
        </>
      )}
    </dl>
  )
}

function Extensions({ duty }: { readonly duty: DutyDetail }) {
  const t = useTexts(dutiesTexts)
  const language = useLanguage()
  if (duty.extensions.length === 0)
    return (
      <p className="card-body quiet">
        {t.noExtension}
        {duty.may.askExtension.why === null ? null : (
          <>
            {language === 'zh' ? '。' : '. '}
            <Said sentence={duty.may.askExtension.why} />
          </>
        )}
      </p>
    )
  return (
    <ul className="rows sv-urgings">
      {duty.extensions.map((extension) => (
        <li key={extension.id}>
          <p>
            {t.asked(
              extension.askedBy,
              dayInWords(extension.askedOn, language),
              dayInWords(extension.askedTo, language),
            )}
          </p>
          <p className="quiet small">{extension.reason}</p>
          <p>
            <b>
              {extension.decision === null
                ? t.waiting
                : extension.decision === 'granted'
                  ? t.granted(dayInWords(extension.grantedTo ?? extension.askedTo, language))
                  : t.refused}
            </b>
            <span className="quiet small">
              {extension.decidedBy} {extension.decisionReason}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
