import type { TargetDetail } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { KindTag, Quoted } from '../../ui/programme-parts.tsx'
import { targetsTexts } from './targets.texts.ts'

/** 口径: how it is counted, where the data come from, what is easily mistaken, and the words of the plan. */
export function DefinitionCard({ target }: { readonly target: TargetDetail }) {
  const t = useTexts(targetsTexts)
  const common = useCommon()
  const { definition } = target
  const labels: Readonly<Record<string, string>> = t.confidences
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t.formula, definition?.formula],
    [
      t.kind,
      <>
        <KindTag kind={target.kind} />
        {target.kind === null ? null : <span className="quiet small"> {common.kindMeaning[target.kind]}</span>}
      </>,
    ],
    [t.dataFrom, definition?.dataFrom],
    [t.window, definition?.window == null ? null : `${definition.window.start} — ${definition.window.end}`],
    [t.confidence, definition?.confidence == null ? null : (labels[definition.confidence] ?? definition.confidence)],
  ]
  return (
    <section className="tg-definition" aria-labelledby="tg-definition">
      <header className="tg-head">
        <h2 id="tg-definition">{t.definition}</h2>
      </header>
      {definition === null ? <p className="quiet">{t.noDefinition}</p> : null}
      <dl className="facts">
        {facts.map(([label, value]) =>
          value == null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {definition?.pitfall == null ? null : (
        <p className="tg-pitfall">
          <b className="light amber">{t.pitfall}</b>
          <span>{definition.pitfall}</span>
        </p>
      )}
      <div className="tg-quotes">
        {target.words === null ? null : <Quoted words={target.words} />}
        {target.statements.map((statement) => (
          <Quoted key={statement.where} words={statement.words} source={t.statedIn(statement.where)} />
        ))}
      </div>
    </section>
  )
}
