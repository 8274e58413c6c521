import { isPersonal } from './columns.ts'
import type { FilterContext } from './filters.ts'
import { foldedKey } from './prepare-record.ts'
import type { Parameters } from './run-sql.ts'
import { searchQuery } from './search-words.ts'

/**
 * What is typed into the search of a list: words of a record, its number as it is written elsewhere, or the whole of
 * something encrypted.
 */
export function searchSql(
  q: string | undefined,
  alias: string,
  parameters: Parameters,
  { register, registers, visible, secrets, jurisdiction }: FilterContext,
): readonly string[] {
  const asked = q?.trim() ?? ''
  if (asked === '') return []
  const ways: string[] = []
  const query = searchQuery(asked)
  if (query !== undefined) ways.push(`${alias}.search @@ ${parameters.add(query)}::tsquery`)
  for (const { name, field, columns } of register.fields.values()) {
    if (field.kind !== 'text' || !visible.has(name)) continue
    if (isPersonal(field)) {
      ways.push(`${alias}.${columns[0]?.name} = ${parameters.add(secrets.blind(asked, jurisdiction))}`)
      continue
    }
    const isKey = register.declaration.key.length === 1 && register.declaration.key[0] === name
    const reading = field.format === undefined || !isKey ? undefined : registers.formats.get(field.format)?.read(asked)
    if (reading !== undefined && reading.outcome !== 'invalid') {
      ways.push(`${alias}.identity = ${parameters.add(foldedKey(reading.normalized))}`)
    }
  }
  return [ways.length === 0 ? 'false' : `(${ways.join(' or ')})`]
}
