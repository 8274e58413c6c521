import type { BulkOutcome } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { batchTexts } from './batch.texts.ts'

/** Which records an act on many cannot change, and why. */
export function Refused({ outcome }: { readonly outcome: BulkOutcome }) {
  const t = useTexts(batchTexts)
  const language = useLanguage()
  if (outcome.refused.length === 0) return null
  return (
    <div className="refusal">
      <p>{t.refused(outcome.refused.length)}</p>
      <ul>
        {outcome.refused.slice(0, 20).map((one) => (
          <li key={one.id}>
            {one.label}：{one.message[language]}
          </li>
        ))}
      </ul>
    </div>
  )
}
