import '../registers/registers.css'
import '../registers/record.css'
import './entities.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { registerQuery } from '../../api/register.queries.ts'
import type { RecordDetail, RegisterDescription } from '../../api/register.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { RecordHead } from '../registers/record-head.tsx'
import { RecordMarks } from '../registers/record-marks.tsx'
import { RelatedCard } from '../registers/record-related.tsx'
import { Mistakes } from '../registers/record-side.tsx'
import { ReportDialog } from '../registers/report-dialog.tsx'
import { Chronicle } from './chronicle.tsx'
import { entitiesTexts } from './entities.texts.ts'
import { EntityDeadlines } from './entity-deadlines.tsx'
import { EntityFigures } from './entity-figures.tsx'

interface EntityViewProps {
  readonly record: RecordDetail
  /** whoever looks acts for it */
  readonly own: boolean
}

/** The portrait: who it is, how much of each kind, what is due, what happened, and the newest of everything. */
export function EntityView({ record, own }: EntityViewProps) {
  const t = useTexts(entitiesTexts)
  const description = useQuery(registerQuery('market-entity')).data
  const related = record.related.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  return (
    <Page
      title={record.label}
      tag={<RecordMarks record={record} validity={description?.validity} />}
      lead={
        own ? (
          t.mineLead
        ) : description === undefined ? undefined : (
          <RecordHead record={record} description={description} />
        )
      }
      crumbs={
        own
          ? []
          : [
              {
                to: '/registers/market-entity',
                label: description === undefined ? t.portrait : description.label,
              },
            ]
      }
      actions={<Actions record={record} description={description} own={own} />}
    >
      {own && description !== undefined ? <RecordHead record={record} description={description} /> : null}
      {related.length === 0 ? (
        <Empty icon="inbox" title={t.none}>
          {t.noneLead}
        </Empty>
      ) : (
        <EntityFigures record={record} related={related} />
      )}
      <div className="rc-page">
        <div className="rc-main">
          {related.map((one) => (
            <RelatedCard key={`${one.register}.${one.field}`} related={one} record={record} />
          ))}
        </div>
        <aside className="rc-side">
          <EntityDeadlines record={record} related={related} />
          <Chronicle related={related} />
          {description === undefined ? null : <Mistakes description={description} record={record} />}
        </aside>
      </div>
    </Page>
  )
}

interface ActionsProps {
  readonly record: RecordDetail
  readonly description: RegisterDescription | undefined
  readonly own: boolean
}

function Actions({ record, description, own }: ActionsProps) {
  const t = useTexts(entitiesTexts)
  const [reporting, setReporting] = useState(false)
  return (
    <>
      <PrintButton />
      {own ? null : (
        <Link
          to="/registers/$register/records/$recordId"
          params={{ register: 'market-entity', recordId: record.id }}
          className="btn"
        >
          {t.record}
        </Link>
      )}
      {record.may.report && description !== undefined ? (
        <button type="button" className={own ? 'btn primary' : 'btn'} onClick={() => setReporting(true)}>
          <Icon name="edit" size={16} />
          {t.report}
        </button>
      ) : null}
      {reporting && description !== undefined ? (
        <ReportDialog description={description} record={record} onClose={() => setReporting(false)} />
      ) : null}
    </>
  )
}
