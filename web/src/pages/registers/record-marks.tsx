import type { RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { registersTexts } from './registers.texts.ts'

interface RecordMarksProps {
  readonly record: RecordRow
  readonly validity: RegisterDescription['validity'] | undefined
  /** in a list: only what is out of the ordinary */
  readonly brief?: boolean
}

/** In force, lapsed or not there yet, expected only, doubtful: by shape, word and colour. */
export function RecordMarks({ record, validity, brief = false }: RecordMarksProps) {
  const t = useTexts(registersTexts)
  const language = useLanguage()
  const doubts = record.doubts.map(({ message }) => message[language]).join('；')
  const standing = standingOf(record, validity)
  return (
    <span className="rg-marks">
      {standing === null || (brief && standing === 'inForce') ? null : (
        <LightMark light={standing === 'inForce' ? 'green' : 'grey'} word={t[standing]} />
      )}
      {record.expectedOn === null ? null : (
        <span className="kind-tag open" title={t.expectedOn(record.expectedOn)}>
          {brief ? t.expected : t.expectedOn(record.expectedOn)}
        </span>
      )}
      {record.doubts.length === 0 ? null : <LightMark light="amber" word={t.doubt} why={doubts} />}
    </span>
  )
}

/** What has not begun is not over: an application is no lapsed right. */
function standingOf(
  { inForce, expectedOn, values }: RecordRow,
  validity: RegisterDescription['validity'] | undefined,
): 'inForce' | 'notInForce' | 'notYet' | null {
  if (inForce === null || (expectedOn !== null && !inForce)) return null
  if (inForce) return 'inForce'
  const begun = validity === null || validity === undefined || typeof values[validity.from] === 'string'
  return begun ? 'notInForce' : 'notYet'
}
