import '../registers/registers.css'
import '../registers/record.css'
import './entities.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { registerQuery } from '../../api/register.queries.ts'
import type { RecordDetail, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { FieldValue } from '../registers/field-value.tsx'
import { labelOf } from '../registers/field-words.ts'
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
  const related = record.related.filter(({ count }) => count > 0)
  return (
    <Page
      title={record.label}
      tag={<RecordMarks record={record} />}
      lead={own ? t.mineLead : description === undefined ? undefined : <Head {...{ record, description }} />}
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
      {own && description !== undefined ? <Head {...{ record, description }} /> : null}
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

interface HeadProps {
  readonly record: RecordDetail
  readonly description: RegisterDescription
}

/** The few facts by which one knows it: code, kind, place, since when. */
function Head({ record, description }: HeadProps) {
  const language = useLanguage()
  const shown = description.fields.filter(
    ({ name, kind }) =>
      name !== description.title &&
      kind !== 'attachments' &&
      (description.columns.includes(name) || description.key.includes(name)) &&
      record.values[name] !== null &&
      record.values[name] !== undefined,
  )
  return (
    <span className="en-head">
      {shown.map((field) => (
        <span key={field.name}>
          <span className="quiet">{labelOf(field, language)}</span>{' '}
          <FieldValue field={field} value={record.values[field.name]} brief />
        </span>
      ))}
      {record.unit === null ? null : (
        <span>
          <span className="quiet">{unitWord[language]}</span> {record.unit.shortName}
        </span>
      )}
    </span>
  )
}

const unitWord = { zh: '考核归属', en: 'Counts for' } as const

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
