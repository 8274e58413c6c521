import type { RecordDetail } from '../../api/register.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { labelOf } from './field-words.ts'
import { recordTexts } from './record.texts.ts'
import type { RecordProps } from './record-page.tsx'

/** 还剩 40 天（2027-01-04止）: over is red, within sixty days amber. */
export function Deadlines({ record }: { readonly record: Pick<RecordDetail, 'deadlines'> }) {
  const t = useTexts(recordTexts)
  if (record.deadlines.length === 0) return null
  const sorted = [...record.deadlines].sort((a, b) => a.days - b.days)
  return (
    <Card title={t.deadlines}>
      <ul className="rows">
        {sorted.map((one) => (
          <li key={`${one.field}${one.on}`} className="rc-deadline">
            <span>{one.label}</span>
            <span>
              <span className={`light ${shadeOf(one.days)}`}>{t.daysLeft(one.days)}</span>
              <span className="quiet small">（{t.on(one.on)}）</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function shadeOf(days: number): 'red' | 'amber' | 'green' {
  return days < 0 ? 'red' : days <= 60 ? 'amber' : 'green'
}

const severityLights = { error: 'red', warning: 'amber', note: 'grey' } as const

export function Findings({ record }: { readonly record: RecordDetail }) {
  const t = useTexts(recordTexts)
  const language = useLanguage()
  if (record.findings.length === 0) return null
  return (
    <Card title={t.findings}>
      <ul className="rows">
        {record.findings.map((finding) => (
          <li key={finding.id}>
            <span className={`light ${severityLights[finding.severity]}`}>{t.severities[finding.severity]}</span>{' '}
            <b>{finding.label}</b>
            <p>{finding.message[language]}</p>
            <p className="quiet small">{t.statuses[finding.status]}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Mistakes({ description, record }: RecordProps) {
  const t = useTexts(recordTexts)
  const language = useLanguage()
  if (record.mistakes.length === 0) return null
  return (
    <Card title={t.mistakes}>
      <ul className="rows">
        {record.mistakes.map((mistake) => {
          const field = description.fields.find(({ name }) => name === mistake.field)
          const shade = mistake.outcome === null ? 'amber' : mistake.outcome === 'corrected' ? 'green' : 'grey'
          return (
            <li key={mistake.id}>
              <span className={`light ${shade}`}>{mistake.outcome === null ? t.waiting : t[mistake.outcome]}</span>{' '}
              <b>{field === undefined ? t.reportWhole : labelOf(field, language)}</b>
              <p>{mistake.words}</p>
              {mistake.answer === null ? null : <p className="rc-answer">{mistake.answer}</p>}
              <p className="quiet small">
                {mistake.byLabel}　{instantInCounty(mistake.at)}
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
