import './organisations.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { organisationQuery, organisationsQuery, useMay, useSession } from '../../api/queries.ts'
import type { UnitDetail, UnitRef } from '../../api/types.gen.ts'
import { dateInWords } from '../../format/dates.ts'
import { organisationKindLabel, useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { fetchedPart } from '../../ui/fetched-part.tsx'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { LinkedMilestones, LinkedTargets } from '../tasks/linked-items.tsx'
import { organisationsTexts } from './organisations.texts.ts'

const EditDialog = fetchedPart(() => import('./unit-dialogs.tsx').then((file) => file.EditDialog))
const DissolveDialog = fetchedPart(() => import('./unit-dialogs.tsx').then((file) => file.DissolveDialog))

/** One unit: what it leads, what it supports, what it answers for. */
export function OrganisationPage() {
  const t = useTexts(organisationsTexts)
  const { partyId } = useParams({ from: '/organisations/$partyId' })
  const query = useQuery(organisationQuery(partyId))
  const missing = (
    <Empty
      alone
      icon="units"
      title={t.missing}
      actions={
        <Link to="/organisations" className="btn">
          {t.toList}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(unit) => <UnitView key={unit.id} unit={unit} />}
    </Loaded>
  )
}

function UnitView({ unit }: { readonly unit: UnitDetail }) {
  const t = useTexts(organisationsTexts)
  const common = useCommon()
  const language = useLanguage()
  const mayManage = useMay('party.manage')
  const readsAll = useMay('progress.read') && unit.kind !== 'collective' && unit.dissolvedOn === null
  const holdsOffice = useSession()?.roles.some((role) => role.unit?.id === unit.id) === true
  const ownWork = useMay('report.draft') && holdsOffice
  const all = useQuery({
    ...organisationsQuery,
    enabled: mayManage || unit.members.length > 0 || unit.successorId !== null,
  })
  const [open, setOpen] = useState<'edit' | 'dissolve' | null>(null)
  const [note, setNote] = useState('')
  const done = () => {
    setOpen(null)
    setNote(t.saved)
  }
  const organisations = all.data?.organisations ?? []
  const successor = organisations.find((one) => one.id === unit.successorId)
  const dialog = { unit, organisations, onClose: () => setOpen(null), onDone: done }
  return (
    <Page
      title={unit.name}
      lead={
        unit.name === unit.shortName
          ? organisationKindLabel(common, unit.kind)
          : `${organisationKindLabel(common, unit.kind)}　${unit.shortName}`
      }
      crumbs={[{ to: '/organisations', label: t.title }]}
      actions={
        <>
          <PrintButton />
          {readsAll || ownWork ? (
            <Link to="/work" search={{ unit: unit.id }} className="btn">
              {t.work}
            </Link>
          ) : null}
          {mayManage && unit.dissolvedOn === null ? (
            <>
              <button type="button" className="btn" onClick={() => setOpen('dissolve')}>
                {t.dissolve}
              </button>
              <button type="button" className="btn primary" onClick={() => setOpen('edit')}>
                {t.edit}
              </button>
            </>
          ) : null}
        </>
      }
    >
      {note === '' ? null : (
        <p className="done-note" role="status">
          {note}
        </p>
      )}
      {unit.dissolvedOn === null ? null : (
        <p className="old-note">
          {t.dissolvedNote(dateInWords(unit.dissolvedOn, language))}
          {successor === undefined ? null : (
            <>
              {' '}
              {t.succeededBy}{' '}
              <Link to="/organisations/$partyId" params={{ partyId: successor.id }}>
                {successor.name}
              </Link>
            </>
          )}
        </p>
      )}
      <div className="grid two-one">
        <div>
          <Card title={t.leadTasks} note={String(unit.leadTasks.length)}>
            {unit.leadTasks.length === 0 ? <p className="card-body quiet">{t.nothingLead}</p> : null}
            <ul className="rows unit-tasks">
              {unit.leadTasks.map((task) => (
                <li key={task.itemId}>
                  <span className="quiet num">{task.number}</span>
                  <Link to="/tasks/$itemId" params={{ itemId: task.itemId }}>
                    {task.title}
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
          <LinkedTargets targets={unit.ownTargets} title={t.ownTargets} />
          <LinkedMilestones milestones={unit.ownMilestones} title={t.ownMilestones} />
          <Card title={t.supportTasks} note={String(unit.supportTasks.length)}>
            {unit.supportTasks.length === 0 ? <p className="card-body quiet">{t.nothingSupport}</p> : null}
            <ul className="rows unit-tasks">
              {unit.supportTasks.map((task) => (
                <li key={task.itemId}>
                  <span className="quiet num">{task.number}</span>
                  <Link to="/tasks/$itemId" params={{ itemId: task.itemId }}>
                    {task.title}
                  </Link>
                  <span className="quiet small">
                    {task.through === null ? t.direct : t.through(task.through.shortName)}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <UnitFacts unit={unit} members={unit.members.flatMap((id) => organisations.filter((one) => one.id === id))} />
      </div>

      {open === 'edit' ? <EditDialog {...dialog} /> : null}
      {open === 'dissolve' ? <DissolveDialog {...dialog} /> : null}
    </Page>
  )
}

function UnitFacts({ unit, members }: { readonly unit: UnitDetail; readonly members: readonly UnitRef[] }) {
  const t = useTexts(organisationsTexts)
  return (
    <Card title={t.facts}>
      <div className="card-body">
        <dl className="facts ruled">
          <dt>{t.parent}</dt>
          <dd>
            {unit.parent === null ? <span className="quiet">{t.noParent}</span> : <UnitLink unit={unit.parent} full />}
          </dd>
          {unit.aliases.length === 0 ? null : (
            <>
              <dt>{t.aliases}</dt>
              <dd className="stacked">
                {unit.aliases.map((alias) => (
                  <span key={alias}>{alias}</span>
                ))}
              </dd>
            </>
          )}
          {unit.children.length === 0 ? null : (
            <>
              <dt>{t.children}</dt>
              <dd className="unit-cloud">
                {unit.children.map((child) => (
                  <UnitLink key={child.id} unit={child} />
                ))}
              </dd>
            </>
          )}
          {members.length === 0 ? null : (
            <>
              <dt>{t.memberList}</dt>
              <dd className="unit-cloud">
                {members.map((member) => (
                  <UnitLink key={member.id} unit={member} />
                ))}
              </dd>
            </>
          )}
        </dl>
      </div>
    </Card>
  )
}
