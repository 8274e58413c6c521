import type { RecordRow } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { registersTexts } from './registers.texts.ts'

/** In force or lapsed, expected only, doubtful: by shape, word and colour; nothing where there is nothing to say. */
export function RecordMarks({ record, brief = false }: { readonly record: RecordRow; readonly brief?: boolean }) {
  const t = useTexts(registersTexts)
  const language = useLanguage()
  const doubts = record.doubts.map(({ message }) => message[language]).join('；')
  return (
    <span className="rg-marks">
      {record.inForce === null || (brief && record.inForce) ? null : (
        <LightMark light={record.inForce ? 'green' : 'grey'} word={record.inForce ? t.inForce : t.notInForce} />
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
