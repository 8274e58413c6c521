import { useQuery } from '@tanstack/react-query'
import { groundsQuery } from '../../api/indicator.queries.ts'
import type { IndicatorDetail } from '../../api/indicator.types.ts'
import { figureWith } from '../../format/indicator-figures.ts'
import { percent } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { indicatorsTexts } from './indicators.texts.ts'
import { GroundMark } from './reasons.tsx'
import type { IndicatorView } from './use-indicator-view.ts'

interface GroundsProps {
  readonly detail: IndicatorDetail
  readonly view: IndicatorView
}

/**
 * Where a record counts by any of several grounds: how many meet each, and how many that one only. The numbers and
 * colours are those that stand beside each record.
 */
export function Grounds({ detail, view }: GroundsProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const { data } = useQuery({
    ...groundsQuery(detail.id, { at: view.at, unit: view.unit }),
    enabled: detail.conditions.length > 0 || JSON.stringify(detail.tree).includes('"any":'),
  })
  const grounds = data?.grounds ?? []
  const whole = data?.counting ?? null
  if (grounds.length < 2 || whole === null || whole === 0) return null
  return (
    <div className="in-grounds">
      <h3>{t.grounds}</h3>
      <table aria-label={t.grounds}>
        <thead>
          <tr>
            <th scope="col">{t.groundColumn}</th>
            <th scope="col" className="num">
              {t.groundRecords}
            </th>
            <th scope="col" className="num">
              {t.groundAlone}
            </th>
          </tr>
        </thead>
        <tbody>
          {grounds.map((ground, index) => (
            <tr key={ground.zh}>
              <th scope="row">
                <GroundMark number={index + 1} holds />
                <span className="in-ground-name">
                  {ground[language]}
                  <span className="in-ground-bar" aria-hidden="true">
                    <i className={`g${index % 8}`} style={{ width: `${(ground.records / whole) * 100}%` }} />
                  </span>
                </span>
              </th>
              <td className="num" title={`${percent(ground.records / whole)}（${ground.records} / ${whole}）`}>
                {figureWith(ground.records, 0)}
              </td>
              <td className="num quiet">{figureWith(ground.alone, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{t.groundsNote(figureWith(whole, 0))}</p>
    </div>
  )
}
