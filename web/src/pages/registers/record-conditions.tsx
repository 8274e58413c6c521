import type { RecordCondition, RecordDetail } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { recordTexts } from './record.texts.ts'

/** Named conditions 有效、高价值 …: whether the record meets them, since when, and on what evidence. */
export function RecordConditions({ record }: { readonly record: RecordDetail }) {
  const t = useTexts(recordTexts)
  if (record.conditions.length === 0) return null
  const met = record.conditions.filter(({ holds }) => holds)
  const rest = record.conditions.filter(({ holds }) => !holds)
  return (
    <Card title={t.conditions} note={t.conditionsNote}>
      <ul className="rows rc-conditions">
        {met.map((condition) => (
          <ConditionLine key={condition.name} condition={condition} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details className="rc-not-met" open={met.length === 0}>
          <summary>
            {t.notMet(rest.length)}　<span className="small">{rest.map(({ label }) => label).join('、')}</span>
          </summary>
          <ul className="rows rc-conditions">
            {rest.map((condition) => (
              <ConditionLine key={condition.name} condition={condition} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function ConditionLine({ condition }: { readonly condition: RecordCondition }) {
  const t = useTexts(recordTexts)
  const language = useLanguage()
  const span = [
    condition.from === null ? '' : t.since(condition.from),
    condition.until === null ? '' : t.until(condition.until),
  ]
    .filter((part) => part !== '')
    .join(' ')
  return (
    <li data-holds={condition.holds}>
      <span className={condition.holds ? 'light green' : 'light grey'}>{condition.holds ? t.holds : t.holdsNot}</span>
      <div>
        <b>{condition.label}</b>
        {condition.holds && span !== '' ? <span className="quiet small"> {span}</span> : null}
        {condition.reasons.length === 0 ? null : (
          <ul className="rc-reasons">
            {condition.reasons.map((reason) => (
              <li key={reason.zh}>{reason[language]}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
