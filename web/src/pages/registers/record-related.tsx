import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { registerQuery } from '../../api/register.queries.ts'
import type { FieldRow, RecordDetail, RelatedRecords } from '../../api/register.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { FieldValue, recordLink } from './field-value.tsx'
import { isFigure, isWide, labelOf, unitWords } from './field-words.ts'
import { recordTexts } from './record.texts.ts'
import { RecordMarks } from './record-marks.tsx'

/** Everything in other registers that points at this record: the newest few, and all of them one press away. */
export function RecordRelated({ record }: { readonly record: RecordDetail }) {
  return (
    <>
      {record.related
        .filter(({ count }) => count > 0)
        .map((related) => (
          <RelatedCard key={`${related.register}.${related.field}`} related={related} record={record} />
        ))}
    </>
  )
}

interface RelatedCardProps {
  readonly related: RelatedRecords
  readonly record: Pick<RecordDetail, 'id' | 'label'>
}

export function RelatedCard({ related, record }: RelatedCardProps) {
  const t = useTexts(recordTexts)
  const language = useLanguage()
  const description = useQuery(registerQuery(related.register)).data
  const fields = (description?.columns ?? [])
    .filter((name) => name !== description?.title && name !== related.field)
    .map((name) => description?.fields.find((field) => field.name === name))
    .filter((field) => field !== undefined)
    .slice(0, 4)
  const kind = description?.fields.find(({ name }) => name === related.field)?.kind
  const filters = [
    { field: related.field, by: kind === 'links' ? 'holds' : 'is', value: { id: record.id, name: record.label } },
  ] as const
  return (
    <Card
      title={related.registerLabel}
      note={`${related.fieldLabel}　${t.relatedCount(formatFigure(related.count))}`}
      className="rc-related"
      id={`related-${related.register}-${related.field}`}
      actions={
        related.count > related.rows.length ? (
          <Link to="/registers/$register" params={{ register: related.register }} search={{ filters: [...filters] }}>
            {t.seeAll(formatFigure(related.count))}
          </Link>
        ) : undefined
      }
    >
      <div className="table-wrap rc-related-wrap">
        <table className="table" aria-label={related.registerLabel}>
          <thead>
            <tr>
              <th scope="col">
                {description === undefined ? '' : titleLabel(description.fields, description.title, language)}
              </th>
              {fields.map((field) => (
                <th key={field.name} scope="col" className={isFigure(field) ? 'num' : undefined}>
                  {labelOf(field, language)}
                  {unitWords(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {related.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <span className="ls-title">
                    <Link to={recordLink(related.register, row.id)}>{row.label}</Link>
                    <RecordMarks record={row} validity={description?.validity} brief />
                  </span>
                </th>
                {fields.map((field) => (
                  <td
                    key={field.name}
                    data-label={labelOf(field, language)}
                    className={isFigure(field) ? 'num' : isWide(field) ? 'wide' : undefined}
                  >
                    <FieldValue field={field} value={row.values[field.name]} brief />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function titleLabel(fields: readonly FieldRow[], title: string, language: 'zh' | 'en'): string {
  const field = fields.find(({ name }) => name === title)
  return field === undefined ? '' : labelOf(field, language)
}
