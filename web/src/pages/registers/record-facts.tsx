import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useState } from 'react'
import type { FieldRow, RecordDetail, RecordOrigin } from '../../api/register.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Card } from '../../ui/page.tsx'
import { DiscloseDialog } from './disclose-dialog.tsx'
import { FieldValue } from './field-value.tsx'
import { labelOf, maskedOf, unitWords } from './field-words.ts'
import { recordTexts } from './record.texts.ts'
import { groupsOf } from './record-groups.ts'
import type { RecordProps } from './record-page.tsx'
import { registersTexts } from './registers.texts.ts'
import { isNothing } from './typed-values.ts'

interface RecordFactsProps extends RecordProps {
  /** what stands below the first part: the most important one */
  readonly afterFirst: ReactNode
}

/** What the record says, group by group, each value with where it came from and what is doubtful about it. */
export function RecordFacts({ description, record, afterFirst }: RecordFactsProps) {
  const t = useTexts(recordTexts)
  return (
    <>
      {groupsOf(description.fields, t.general).map((group, index) => (
        <Fragment key={group.label}>
          <Card title={group.label} className="rc-facts-card">
            <dl className="rc-facts">
              {group.fields
                .filter((field) => isGiven(record, field))
                .map((field) => (
                  <Fact key={field.name} field={field} record={record} />
                ))}
              <NotGiven fields={group.fields.filter((field) => !isGiven(record, field))} />
            </dl>
          </Card>
          {index === 0 ? afterFirst : null}
        </Fragment>
      ))}
      <Card title={t.accounting} className="rc-facts-card">
        <dl className="rc-facts">
          <dt>{t.unit}</dt>
          <dd>
            {record.unit === null ? (
              <span className="rg-none">{t.noUnit}</span>
            ) : (
              <Link to="/organisations/$partyId" params={{ partyId: record.unit.id }}>
                {record.unit.name}
              </Link>
            )}
          </dd>
          {record.expectedOn === null ? null : (
            <>
              <dt>{t.expected}</dt>
              <dd>{record.expectedOn}</dd>
            </>
          )}
          <dt>{t.origin}</dt>
          <dd>
            <OriginWords origin={record.origin} />
          </dd>
          <dt>{t.recordedAt}</dt>
          <dd>{instantInCounty(record.recordedAt)}</dd>
        </dl>
      </Card>
    </>
  )
}

function isGiven(record: RecordDetail, { name }: FieldRow): boolean {
  return !isNothing(record.values[name]) || record.doubts.some(({ field }) => field === name)
}

/** What nobody gave, in one line: it is missing, and takes no room from what is there. */
function NotGiven({ fields }: { readonly fields: readonly FieldRow[] }) {
  const shared = useTexts(registersTexts)
  const language = useLanguage()
  if (fields.length === 0) return null
  return (
    <>
      <dt>
        <span className="missing brief">
          <span>{shared.given}</span>
        </span>
      </dt>
      <dd className="quiet">{fields.map((field) => labelOf(field, language)).join(language === 'zh' ? '、' : ', ')}</dd>
    </>
  )
}

function Fact({ field, record }: { readonly field: FieldRow; readonly record: RecordDetail }) {
  const t = useTexts(recordTexts)
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const [clear, setClear] = useState<string | null>(null)
  const value = record.values[field.name]
  const masked = maskedOf(value)
  const doubt = record.doubts.find((one) => one.field === field.name)
  return (
    <>
      <dt>
        {labelOf(field, language)}
        {unitWords(field)}
      </dt>
      <dd>
        {clear === null ? (
          <FieldValue field={field} value={value} />
        ) : (
          <span>
            <b>{clear}</b> <span className="quiet small">{t.disclosed}</span>
          </span>
        )}
        {masked !== null && clear === null && record.may.disclose ? (
          <button type="button" className="text-btn small no-print" onClick={() => setAsking(true)}>
            {t.showClear}
          </button>
        ) : null}
        {field.origin === null || value === null || value === undefined ? null : (
          <span className="rc-source">{t.given(field.origin)}</span>
        )}
        {doubt === undefined ? null : <span className="light amber rc-doubt">{doubt.message[language]}</span>}
        {asking ? (
          <DiscloseDialog
            record={record}
            field={field}
            onShown={(text) => {
              setClear(text)
              setAsking(false)
            }}
            onClose={() => setAsking(false)}
          />
        ) : null}
      </dd>
    </>
  )
}

/** Where it came from: the file with its sheet and row, a form, a case. */
export function OriginWords({ origin }: { readonly origin: RecordOrigin }) {
  const t = useTexts(recordTexts)
  return (
    <span className="rc-origin">
      {t.origins[origin.kind]}
      {origin.fileName === null ? null : origin.evidenceId === null ? (
        <span>{origin.fileName}</span>
      ) : (
        <a
          href={`/api/evidence/${encodeURIComponent(origin.evidenceId)}/content`}
          target="_blank"
          rel="noreferrer"
          title={t.file}
        >
          <Icon name="document" size={14} />
          {origin.fileName}
        </a>
      )}
      {origin.row === null ? null : <span>{t.place(origin.sheet ?? '', origin.row)}</span>}
      {origin.runId === null ? null : (
        <Link to="/register-imports/$runId" params={{ runId: origin.runId }} className="no-print">
          {t.run}
        </Link>
      )}
    </span>
  )
}
