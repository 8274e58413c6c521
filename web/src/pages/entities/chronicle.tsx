import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { registerQuery } from '../../api/register.queries.ts'
import type { FieldRow, RegisterDescription, RelatedRecords } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { FirstFew } from '../../ui/first-few.tsx'
import { Card } from '../../ui/page.tsx'
import { recordLink } from '../registers/field-value.tsx'
import { labelOf } from '../registers/field-words.ts'
import { entitiesTexts } from './entities.texts.ts'

/** 大事记: the days on which rights began, titles were given and pledges were registered, the newest first. */
export function Chronicle({ related }: { readonly related: readonly RelatedRecords[] }) {
  const t = useTexts(entitiesTexts)
  const language = useLanguage()
  const descriptions = useQueries({ queries: related.map(({ register }) => registerQuery(register)) })
  const events = related
    .flatMap((one, index) => {
      const field = startField(descriptions[index]?.data)
      if (field === undefined) return []
      return one.rows.map((row) => ({
        key: `${one.register}.${one.field}.${row.id}`,
        on: String(row.values[field.name] ?? ''),
        what: `${one.registerLabel}　${labelOf(field, language)}`,
        label: row.label,
        to: recordLink(one.register, row.id),
      }))
    })
    .filter(({ on }) => on !== '')
    .sort((a, b) => b.on.localeCompare(a.on))
  if (events.length === 0) return null
  return (
    <Card title={t.chronicle} note={t.chronicleNote}>
      <FirstFew rows={events} most={8} className="rc-timeline">
        {(event) => (
          <li key={event.key}>
            <p>
              <time dateTime={event.on} className="small">
                {event.on}
              </time>{' '}
              <span className="quiet small">{event.what}</span>
            </p>
            <p>
              <Link to={event.to}>{event.label}</Link>
            </p>
          </li>
        )}
      </FirstFew>
    </Card>
  )
}

/** The day on which a record of the register began to count; else its first day. */
function startField(description: RegisterDescription | undefined): FieldRow | undefined {
  if (description === undefined) return undefined
  const days = description.fields.filter(({ kind }) => kind === 'date')
  return days.find(({ name }) => name === description.validity?.from) ?? days[0]
}
