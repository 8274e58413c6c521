import type { DefinitionPreview } from '../../api/indicator.types.ts'
import { figureWith, signedFigure } from '../../format/indicator-figures.ts'
import { exactSum } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Missing } from '../../ui/states.tsx'
import { RecordRow } from '../indicators/records-drawer.tsx'
import { definitionTexts } from './definition.texts.ts'

interface PreviewPaneProps {
  readonly preview: DefinitionPreview
  readonly stale: boolean
  readonly decimals: number
  /** leads to the card that a problem is about */
  readonly onProblem: (path: string) => void
}

/** 试算: how the definition reads, whether it is whole, and what it would change. */
export function PreviewPane({ preview, stale, decimals, onProblem }: PreviewPaneProps) {
  const t = useTexts(definitionTexts)
  const language = useLanguage()
  const { problems, warnings } = preview
  return (
    <div className="df-preview" aria-busy={stale}>
      {preview.formula === '' ? null : (
        <>
          <h3>{t.sentence}</h3>
          <p className="df-sentence">{preview.sentence[language]}</p>
          {preview.formula === preview.sentence.zh ? null : <p className="quiet small df-formula">{preview.formula}</p>}
        </>
      )}
      {problems.length === 0 ? (
        <p>
          <span className="light green">{t.clean}</span> <span className="quiet nb">{t.unitCheck(preview.unit)}</span>
        </p>
      ) : (
        <div className="refusal" role="alert">
          <p>{t.problems(problems.length)}</p>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.path}${problem.message.zh}`}>
                <button type="button" className="text-btn" onClick={() => onProblem(problem.path)}>
                  {problem.message[language]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {warnings.length === 0 ? null : (
        <div className="df-warnings" role="alert">
          <b className="light amber">{t.warnings}</b>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.zh}>{warning[language]}</li>
            ))}
          </ul>
        </div>
      )}
      <Points preview={preview} decimals={decimals} />
      <Moving title={t.joining(preview.joining.count)} part={preview.joining} unit={preview.unit} />
      <Moving title={t.leaving(preview.leaving.count)} part={preview.leaving} unit={preview.unit} />
    </div>
  )
}

function Points({ preview, decimals }: { readonly preview: DefinitionPreview; readonly decimals: number }) {
  const t = useTexts(definitionTexts)
  const { points, units } = preview
  if (points.length === 0 && units.length === 0) return null
  const changed = points.filter(({ now, proposed }) => now !== proposed)
  const shown = (changed.length === 0 ? points : changed).slice(-12).toReversed()
  const moved = units.filter(({ now, proposed }) => now !== proposed)
  return (
    <>
      <h3>{t.points}</h3>
      {points.length > 0 && changed.length === 0 ? <p className="quiet">{t.same}</p> : null}
      {shown.length === 0 ? null : (
        <ValueTable
          head={t.day}
          rows={shown.map(({ on, now, proposed }) => ({ name: on, now, proposed }))}
          decimals={decimals}
        />
      )}
      {moved.length === 0 ? null : (
        <details className="chart-data">
          <summary>{t.unitPoints}</summary>
          <ValueTable
            head={t.unitName}
            rows={moved.map(({ unit, now, proposed }) => ({ name: unit.shortName, now, proposed }))}
            decimals={decimals}
          />
        </details>
      )}
    </>
  )
}

interface ValueTableProps {
  readonly head: string
  readonly rows: readonly { readonly name: string; readonly now: number | null; readonly proposed: number | null }[]
  readonly decimals: number
}

function ValueTable({ head, rows, decimals }: ValueTableProps) {
  const t = useTexts(definitionTexts)
  const figure = (value: number | null) =>
    value === null ? <Missing reason={t.missing} /> : figureWith(value, decimals)
  return (
    <table className="mini df-values-table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="num">
            {t.now}
          </th>
          <th scope="col" className="num">
            {t.proposed}
          </th>
          <th scope="col" className="num">
            {t.change}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, now, proposed }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{figure(now)}</td>
            <td className="num">
              <b>{figure(proposed)}</b>
            </td>
            <td className="num">
              {now === null || proposed === null ? '' : signedFigure(exactSum([proposed, -now]), decimals)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface MovingProps {
  readonly title: string
  readonly part: DefinitionPreview['joining']
  readonly unit: string
}

function Moving({ title, part, unit }: MovingProps) {
  const t = useTexts(definitionTexts)
  if (part.count === 0) return null
  return (
    <details className="df-moving">
      <summary>{title}</summary>
      <ol className="in-records">
        {part.some.map((record) => (
          <RecordRow key={record.id} record={record} unit={unit} />
        ))}
      </ol>
      {part.some.length < part.count ? <p className="quiet small">{t.someOf(part.some.length, part.count)}</p> : null}
    </details>
  )
}
