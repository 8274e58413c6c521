import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { mask } from '../personal-data/mask.ts'
import { isPersonal } from './columns.ts'
import { type RecordValues, Sealed } from './record.types.ts'
import type { Register } from './registers.ts'

/** Values as the journal keeps them: what is empty left out, and personal data masked, for the journal is read by many. */
export function journalValues(register: Register, values: RecordValues): Json {
  const kept: Record<string, Json> = {}
  for (const { name, field } of register.fields.values()) {
    const value = values[name] ?? null
    if (value === null) continue
    if (value instanceof Sealed) kept[name] = { masked: value.masked }
    else if (field.kind === 'text' && isPersonal(field)) kept[name] = { masked: mask(String(value), field.mask) }
    else kept[name] = value as unknown as Json
  }
  return kept
}
