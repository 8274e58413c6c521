import type { Reading } from '@qiangxian/engines/identifiers/reading'
import type { Format, FormatReading } from '../field.types.ts'

/** A format made of a reader of identifiers; what the reader knows beyond the canonical form stays behind. */
export function formatOf(
  id: string,
  label: Format['label'],
  example: string,
  read: (written: string, today?: string) => Reading,
): Format {
  return { id, label, example, read: (written, today) => asFormatReading(read(written, today)) }
}

function asFormatReading(reading: Reading): FormatReading {
  switch (reading.outcome) {
    case 'valid':
      return { outcome: 'valid', normalized: reading.normalized }
    case 'checkMismatch':
      return { outcome: 'checkMismatch', normalized: reading.normalized, reason: reading.reason }
    default:
      return { outcome: 'invalid', reason: reading.reason }
  }
}
