import './registers.css'
import './record.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { recordQuery, registerQuery } from '../../api/register.queries.ts'
import type { RecordDetail, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { labelOf } from './field-words.ts'
import { NoRegister } from './no-register.tsx'
import { recordTexts } from './record.texts.ts'
import { RecordConditions } from './record-conditions.tsx'
import { RecordFacts } from './record-facts.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordMarks } from './record-marks.tsx'
import { RecordRelated } from './record-related.tsx'
import { Deadlines, Findings, Mistakes } from './record-side.tsx'
import { RecordTimeline } from './record-timeline.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'

/** One record with everything that hangs on it: what it says and since when, why it counts, and what is due. */
export function RecordPage() {
  const { register, recordId } = useParams({ from: '/registers/$register/records/$recordId' })
  const description = useQuery(registerQuery(register))
  const record = useQuery(recordQuery(register, recordId))
  return (
    <Loaded query={description} skeleton={<SkeletonPage />} missing={<NoRegister />} alone>
      {(known) => (
        <Loaded query={record} skeleton={<SkeletonPage />} missing={<NoRecord description={known} />} alone>
          {(detail) => <RecordView description={known} record={detail} />}
        </Loaded>
      )}
    </Loaded>
  )
}

export interface RecordProps {
  readonly description: RegisterDescription
  readonly record: RecordDetail
}

function RecordView({ description, record }: RecordProps) {
  const language = useLanguage()
  return (
    <Page
      title={record.label}
      tag={<RecordMarks record={record} validity={description.validity} />}
      lead={<RecordHead record={record} description={description} />}
      crumbs={[
        { to: '/registers', label: crumb[language] },
        { to: `/registers/${description.id}`, label: labelOf(description, language) },
      ]}
      actions={<Actions description={description} record={record} />}
    >
      <Ended description={description} record={record} />
      <div className="rc-page">
        <div className="rc-main">
          <RecordFacts description={description} record={record} afterFirst={<RecordConditions record={record} />} />
          <RecordRelated record={record} />
        </div>
        <aside className="rc-side">
          <Deadlines record={record} />
          <Findings record={record} />
          <RecordTimeline description={description} record={record} />
          <Mistakes description={description} record={record} />
        </aside>
      </div>
    </Page>
  )
}

const crumb = { zh: '名录总览', en: 'All registers' } as const

function Ended({ description, record }: RecordProps) {
  const t = useTexts(recordTexts)
  if (record.state === 'removed') return <p className="refusal">{t.removedNote}</p>
  if (record.state !== 'merged' || record.mergedInto === null) return null
  return (
    <p className="refusal">
      {t.mergedInto}{' '}
      <Link
        to="/registers/$register/records/$recordId"
        params={{ register: description.id, recordId: record.mergedInto.id }}
      >
        {record.mergedInto.label}
      </Link>
    </p>
  )
}

function Actions({ description, record }: RecordProps) {
  const t = useTexts(recordTexts)
  const [open, setOpen] = useState<'remove' | 'report' | null>(null)
  const { may } = record
  return (
    <>
      <PrintButton />
      {description.id === 'market-entity' ? (
        <Link to="/entities/$entityId" params={{ entityId: record.id }} className="btn">
          {t.portrait}
        </Link>
      ) : null}
      {description.id === 'training-attendance' ? (
        <Link to="/training-attendances/$recordId" params={{ recordId: record.id }} className="btn">
          {t.prove}
        </Link>
      ) : null}
      {description.id === 'training-session' ? (
        <Link
          to="/registers/$register"
          params={{ register: 'training-attendance' }}
          search={{ filters: [{ field: 'session', by: 'is', value: { id: record.id, name: record.label } }] }}
          className="btn"
        >
          {t.attendances}
        </Link>
      ) : null}
      {may.report ? (
        <button type="button" className="btn" onClick={() => setOpen('report')}>
          {t.report}
        </button>
      ) : null}
      {may.remove ? (
        <Popover
          className="btn icon-only"
          title={t.more}
          label={
            <>
              <Icon name="more" />
              <span className="sr">{t.more}</span>
            </>
          }
        >
          {(close) => (
            <div className="pop-list">
              <button
                type="button"
                className="menu-item rc-remove"
                onClick={() => {
                  close()
                  setOpen('remove')
                }}
              >
                <Icon name="strike" size={16} />
                {t.removeAct}
              </button>
            </div>
          )}
        </Popover>
      ) : null}
      {may.change ? (
        <Link
          to="/registers/$register/records/$recordId/edit"
          params={{ register: description.id, recordId: record.id }}
          className="btn primary"
        >
          <Icon name="edit" size={16} />
          {t.edit}
        </Link>
      ) : null}
      {open === 'remove' ? (
        <RemoveDialog description={description} record={record} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'report' ? (
        <ReportDialog description={description} record={record} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function NoRecord({ description }: { readonly description: RegisterDescription }) {
  const t = useTexts(recordTexts)
  const language = useLanguage()
  return (
    <Empty
      icon="question"
      alone
      title={t.missingTitle}
      actions={
        <Link to="/registers/$register" params={{ register: description.id }} className="btn primary">
          {t.toList(labelOf(description, language))}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
}
