import type { RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { FieldValue } from './field-value.tsx'
import { labelOf, unitWords } from './field-words.ts'
import { registersTexts } from './registers.texts.ts'
import { isNothing } from './typed-values.ts'

interface RecordHeadProps {
  readonly record: RecordRow
  readonly description: RegisterDescription
}

const most = 5

/** The few facts by which one knows a record: its numbers first, then what its list shows. */
export function RecordHead({ record, description }: RecordHeadProps) {
  const shared = useTexts(registersTexts)
  const language = useLanguage()
  const names = [...new Set([...description.key, ...description.columns])].filter((name) => name !== description.title)
  const shown = names
    .map((name) => description.fields.find((field) => field.name === name))
    .filter((field) => field !== undefined)
    .filter((field) => field.kind !== 'attachments' && !isNothing(record.values[field.name]))
    .slice(0, most)
  return (
    <span className="rc-head">
      {shown.map((field) => (
        <span key={field.name}>
          <span className="quiet">
            {labelOf(field, language)}
            {unitWords(field)}
          </span>{' '}
          <FieldValue field={field} value={record.values[field.name]} brief />
        </span>
      ))}
      {record.unit === null ? null : (
        <span>
          <span className="quiet">{shared.unit}</span> {record.unit.shortName}
        </span>
      )}
    </span>
  )
}
