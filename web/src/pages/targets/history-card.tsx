import type { Observation, TargetMonitor } from '../../api/types.gen.ts'
import { instantInCounty } from '../../format/dates.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { ReadingValue, StatusWord } from '../../ui/reading.tsx'
import { targetsTexts } from './targets.texts.ts'

/** Every value that was ever reported. One that was corrected stays, struck out, above what it said before. */
export function HistoryCard({ monitor }: { readonly monitor: TargetMonitor }) {
  const t = useTexts(targetsTexts)
  const { observations, amount } = monitor
  const recent = observations.slice(0, shownAtFirst)
  const rest = observations.slice(shownAtFirst)
  return (
    <section className="tg-history" aria-labelledby="tg-history">
      <header className="tg-head">
        <h2 id="tg-history">{t.history}</h2>
        <p>{t.historyNote(observations.length, observations.filter((one) => one.corrects !== null).length)}</p>
      </header>
      {observations.length === 0 ? <p className="quiet">{t.historyNone}</p> : null}
      {recent.length === 0 ? null : <ObservationTable rows={recent} unit={amount.unit} />}
      {rest.length === 0 ? null : (
        <details className="tg-older no-print">
          <summary>{t.older(rest.length)}</summary>
          <ObservationTable rows={rest} unit={amount.unit} />
        </details>
      )}
    </section>
  )
}

const shownAtFirst = 8

function ObservationTable({ rows, unit }: { readonly rows: readonly Observation[]; readonly unit: string }) {
  const t = useTexts(targetsTexts)
  const language = useLanguage()
  return (
    <table className="tg-log">
      <thead>
        <tr>
          <th scope="col">{t.logCol.period}</th>
          <th scope="col" className="num">{`${t.logCol.value}（${unit}）`}</th>
          <th scope="col">{t.logCol.status}</th>
          <th scope="col">{t.logCol.who}</th>
          <th scope="col">{t.logCol.note}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id} className={one.current ? undefined : 'replaced'}>
            <th scope="row">{periodInWords(one.period, language)}</th>
            <td className="num">
              {one.current ? (
                <b>
                  <ReadingValue reading={one} />
                </b>
              ) : (
                <s>
                  <ReadingValue reading={one} />
                </s>
              )}
            </td>
            <td>
              <StatusWord status={one.status} />
              {one.current || one.status === 'returned' ? null : <span className="quiet">{` ${t.replaced}`}</span>}
            </td>
            <td>
              <Steps one={one} />
            </td>
            <td className="tg-note">
              {one.correctionReason === null ? null : <span>{t.corrected(one.correctionReason)}</span>}
              {one.returnedReason === null ? null : <span>{t.returned(one.returnedReason)}</span>}
              {one.correctionReason === null && one.returnedReason === null ? (
                <span className="quiet">{t.onVersion(one.planVersion)}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Reported, checked, approved: three acts, each with its person. */
function Steps({ one }: { readonly one: Observation }) {
  const t = useTexts(targetsTexts)
  return (
    <span className="tg-steps-by">
      <span>{t.reportedBy(one.by, instantInCounty(one.at))}</span>
      {one.checkedBy === null ? null : <span>{t.checkedBy(one.checkedBy)}</span>}
      {one.approvedBy === null ? null : (
        <span>{t.approvedBy(one.approvedBy, one.approvedAt === null ? '' : instantInCounty(one.approvedAt))}</span>
      )}
    </span>
  )
}

/** When the light changed, and why. */
export function LightsCard({ monitor }: { readonly monitor: TargetMonitor }) {
  const t = useTexts(targetsTexts)
  const language = useLanguage()
  return (
    <section className="tg-lights" aria-labelledby="tg-lights">
      <header className="tg-head">
        <h2 id="tg-lights">{t.lights}</h2>
      </header>
      {monitor.lights.length === 0 ? <p className="quiet">{t.lightsNone}</p> : null}
      <ol>
        {monitor.lights.map((change) => (
          <li key={`${change.on}${change.to}`}>
            <time dateTime={change.on}>{change.on}</time>
            <span className="nb">
              {change.from === null ? null : (
                <>
                  <LightMark light={change.from} />
                  <span className="quiet"> → </span>
                </>
              )}
              <LightMark light={change.to} />
            </span>
            <span className="quiet">{change.why[language]}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
