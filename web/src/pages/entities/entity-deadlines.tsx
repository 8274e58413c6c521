import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../api/queries.ts'
import { recordsQuery, registerQuery } from '../../api/register.queries.ts'
import type { RecordDetail, RegisterDescription, RelatedRecords } from '../../api/register.types.ts'
import { daysBetween } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { recordLink } from '../registers/field-value.tsx'
import { labelOf } from '../registers/field-words.ts'
import { shadeOf } from '../registers/record-side.tsx'
import { entitiesTexts } from './entities.texts.ts'
import { pointingAt } from './entity-figures.tsx'

interface EntityDeadlinesProps {
  readonly record: RecordDetail
  readonly related: readonly RelatedRecords[]
}

/** What of everything that hangs on it ends within a year, the nearest first. */
export function EntityDeadlines({ record, related }: EntityDeadlinesProps) {
  const t = useTexts(entitiesTexts)
  const language = useLanguage()
  const today = useSession()?.today ?? ''
  const descriptions = useQueries({ queries: related.map(({ register }) => registerQuery(register)) })
  const asked = related.flatMap((one, index) => {
    const description = descriptions[index]?.data
    return description === undefined ? [] : endFields(description).map((field) => ({ one, description, field }))
  })
  const pages = useQueries({
    queries: asked.map(({ one, field }) =>
      recordsQuery(
        one.register,
        {
          filters: [pointingAt(one, record), { field: field.name, by: 'within', value: [today, yearAfter(today)] }],
          sort: field.name,
        },
        5,
      ),
    ),
  })
  const own = record.deadlines.map((one) => ({ key: one.field, name: '', what: [one.label], to: null, on: one.on }))
  const theirs = asked.flatMap(({ one, field }, index) =>
    (pages[index]?.data?.rows ?? []).map((row) => ({
      key: `${one.register}.${row.id}.${String(row.values[field.name] ?? '')}`,
      name: row.label,
      what: [labelOf(field, language)],
      to: recordLink(one.register, row.id),
      on: String(row.values[field.name] ?? ''),
    })),
  )
  const all = joined([...own, ...theirs].filter(({ on }) => on !== '')).sort((a, b) => a.on.localeCompare(b.on))
  return (
    <Card title={t.deadlines}>
      {all.length === 0 ? (
        <p className="card-body quiet">{t.noDeadlines}</p>
      ) : (
        <ul className="rows">
          {all.slice(0, 12).map(({ key, name, what, to, on }) => {
            const days = daysBetween(today, on)
            return (
              <li key={key} className="rc-deadline">
                <span>
                  {to === null ? null : <Link to={to}>{name}</Link>}{' '}
                  <span className="quiet small">{what.join('、')}</span>
                </span>
                <span className="nb">
                  <span className={`light ${shadeOf(days)}`}>{t.daysLeft(days)}</span>{' '}
                  <span className="quiet small">{on}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

interface Due {
  readonly key: string
  readonly name: string
  readonly what: readonly string[]
  readonly to: string | null
  readonly on: string
}

/** Of one record on one day it is one line: the fee is paid until then, and the next one is due. */
function joined(dues: readonly Due[]): Due[] {
  const byKey = new Map<string, Due>()
  for (const due of dues) {
    const known = byKey.get(due.key)
    const what = [...new Set([...(known?.what ?? []), ...due.what])]
    byKey.set(due.key, { ...due, what })
  }
  return [...byKey.values()]
}

/** Days on which a right or a term ends, or a fee falls due. */
function endFields(description: RegisterDescription) {
  return description.fields.filter(
    (field) =>
      field.kind === 'date' &&
      field.filterable &&
      (field.precision === null || field.precision === 'day') &&
      (field.mayLieAhead || (description.validity?.until.includes(field.name) ?? false)),
  )
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace(/-02-29$/, '-03-01')
}
