import { useQuery } from '@tanstack/react-query'
import { recordsQuery } from '../../../api/register.queries.ts'
import type { FormFieldRow } from '../../../api/service.types.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { FieldInput } from '../../registers/field-input.tsx'
import { labelOf, linkOf } from '../../registers/field-words.ts'

/** So many can be read through; with more one types a part of the name. */
const most = 12

interface LinkChoiceProps {
  readonly field: FormFieldRow
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

/** A record of a register: chosen from the list where it is short, else found while one types. */
export function LinkChoice({ field, value, error, onChange }: LinkChoiceProps) {
  const language = useLanguage()
  const records = useQuery(recordsQuery(field.register ?? '', {}, most + 1))
  const rows = records.data?.rows ?? []
  if (records.data === undefined || rows.length === 0 || rows.length > most)
    return <FieldInput field={field} value={value} error={error} onChange={onChange} />
  const chosen = linkOf(value)
  const label = labelOf(field, language)
  return (
    <Field
      label={field.required ? `${label} *` : label}
      id={`f-${field.name}`}
      error={error}
      {...(field.help === null ? {} : { help: field.help })}
    >
      <select
        value={chosen?.id ?? ''}
        onChange={(event) => {
          const row = rows.find(({ id }) => id === event.target.value)
          onChange(row === undefined ? null : { id: row.id, name: row.label })
        }}
      >
        <option value="">{language === 'zh' ? '请选择' : 'choose'}</option>
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
