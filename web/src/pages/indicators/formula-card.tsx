import { Link } from '@tanstack/react-router'
import type { IndicatorDetail, IndicatorInput, IndicatorValue } from '../../api/indicator.types.ts'
import { figureWith, partFigure } from '../../format/indicator-figures.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Missing } from '../../ui/states.tsx'
import { formulaParts, sentencePieces } from './formula-parts.ts'
import { Grounds } from './grounds.tsx'
import { indicatorsTexts } from './indicators.texts.ts'
import type { IndicatorView } from './use-indicator-view.ts'

interface FormulaCardProps {
  readonly detail: IndicatorDetail
  readonly value: IndicatorValue | undefined
  readonly onPart: (path: string) => void
  /** where another card of the page has the usual title */
  readonly title?: string
  /** unit and day of the grounds; none are shown without it */
  readonly view?: IndicatorView
}

/** 怎样算出来: the formula in words, each part with its own figure, and the records a press away. */
export function FormulaCard({ detail, value, onPart, title, view }: FormulaCardProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const inputs = value?.inputs ?? detail.inputs
  const sentence = (value?.sentence ?? detail.sentence)[language]
  return (
    <section className="in-formula" aria-labelledby="in-formula">
      <header className="tg-head">
        <h2 id="in-formula">{title ?? t.formula}</h2>
        <p>{t.definition(value?.version ?? detail.version)}</p>
        {detail.may.define ? (
          <Link to="/indicators/$code/definition" params={{ code: detail.id }} className="no-print">
            {t.edit}
          </Link>
        ) : null}
      </header>
      <Fraction inputs={inputs} value={value?.value ?? detail.value} detail={detail} onPart={onPart} />
      <p className="in-sentence">
        {sentencePieces(sentence, inputs, language).map((piece, index) =>
          piece.input === null || piece.input.register === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, which never move
            <span key={index}>{piece.text + piece.tail}</span>
          ) : (
            <span key={piece.input.path} className="nb">
              <PartButton input={piece.input} onPart={onPart}>
                {piece.text}
              </PartButton>
              {piece.tail}
            </span>
          ),
        )}
      </p>
      {detail.parameters.length === 0 ? null : (
        <dl className="in-parameters">
          {detail.parameters.map((parameter) => (
            <div key={parameter.key}>
              <dt>
                {parameter.label}
                <Link to="/parameters" className="quiet small no-print">
                  {t.countyDecides}
                </Link>
              </dt>
              <dd>{parameter.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {view === undefined ? null : <Grounds detail={detail} view={view} />}
      {detail.warnings.map((warning) => (
        <p key={warning.zh} className="tg-pitfall in-warning">
          <b className="light amber">{t.warning}</b>
          <span>{warning[language]}</span>
        </p>
      ))}
    </section>
  )
}

interface FractionProps {
  readonly inputs: readonly IndicatorInput[]
  readonly value: number | null
  readonly detail: IndicatorDetail
  readonly onPart: (path: string) => void
}

/** A share never without its two numbers: above the line, below the line, and what comes out. */
function Fraction({ inputs, value, detail, onPart }: FractionProps) {
  const t = useTexts(indicatorsTexts)
  const { arrangement, above, below } = formulaParts(inputs)
  return (
    <div className={`in-fraction ${arrangement}`}>
      {above.map((input, index) => (
        <Part
          key={input.path}
          input={input}
          onPart={onPart}
          sign={index === 0 ? '' : arrangement === 'difference' ? '−' : '＋'}
          as={arrangement === 'fraction' ? t.numerator : null}
        />
      ))}
      {below.length === 0 ? null : (
        <>
          <hr />
          {below.map((input, index) => (
            <Part
              key={input.path}
              input={input}
              onPart={onPart}
              sign={index === 0 ? '' : '＋'}
              as={index === 0 ? t.denominator : null}
            />
          ))}
        </>
      )}
      {inputs.length < 2 ? null : (
        <p className="in-result">
          <span>＝</span>
          {value === null ? (
            <Missing reason={t.missing} />
          ) : (
            <b title={String(value)}>
              {figureWith(value, detail.decimals)} <small>{detail.unit}</small>
            </b>
          )}
        </p>
      )}
    </div>
  )
}

interface PartProps {
  readonly input: IndicatorInput
  readonly sign: string
  readonly as: string | null
  readonly onPart: (path: string) => void
}

function Part({ input, sign, as, onPart }: PartProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const shown = input.value === null ? null : partFigure(input.value, input.unit)
  const name = (
    <>
      {sign === '' ? null : <i aria-hidden="true">{sign}</i>}
      {input.label[language]}
    </>
  )
  return (
    <div className="in-part">
      <span className="in-part-name">
        {input.register === null ? (
          name
        ) : (
          <PartButton input={input} onPart={onPart}>
            {name}
          </PartButton>
        )}
        {as === null && input.records === null ? null : (
          <small className="quiet">
            {[as, input.records === null ? null : t.fromRecords(input.records)]
              .filter((part) => part !== null)
              .join('，')}
          </small>
        )}
      </span>
      <span className="in-part-figure">
        {shown === null ? (
          <Missing reason={input.missing?.[language] ?? t.missing} />
        ) : (
          <>
            <b title={`${input.value} ${input.unit}`}>{shown.figure}</b> <small>{shown.unit}</small>
          </>
        )}
      </span>
    </div>
  )
}

interface PartButtonProps {
  readonly input: IndicatorInput
  readonly onPart: (path: string) => void
  readonly children: React.ReactNode
}

function PartButton({ input, onPart, children }: PartButtonProps) {
  const t = useTexts(indicatorsTexts)
  return (
    <button
      type="button"
      className="text-btn in-part-btn"
      title={t.seeRecords}
      onClick={() => onPart(input.path === '' ? 'all' : input.path)}
    >
      {children}
    </button>
  )
}

const shownAtFirst = 2

interface ConditionWordsProps {
  readonly detail: IndicatorDetail
  readonly conditions: IndicatorDetail['conditions']
}

function ConditionWords({ detail, conditions }: ConditionWordsProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  return (
    <dl className="in-words">
      {conditions.map((condition) => (
        <div key={`${condition.register}.${condition.name}`}>
          <dt>
            {condition.label}
            {detail.may.define ? (
              <Link
                to="/conditions/$register/$name"
                params={{ register: condition.register, name: condition.name }}
                className="small no-print"
              >
                {t.edit}
              </Link>
            ) : null}
          </dt>
          <dd title={condition.meaning}>{condition.sentence[language]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What each condition means that the formula names; whoever may, changes it from here. */
export function ConditionsCard({ detail }: { readonly detail: IndicatorDetail }) {
  const t = useTexts(indicatorsTexts)
  if (detail.conditions.length === 0 && detail.caveats.length === 0) return null
  return (
    <section className="in-conditions" aria-labelledby="in-conditions">
      <header className="tg-head">
        <h2 id="in-conditions">{t.caveats}</h2>
        <p>{t.dataFrom(detail.dataFrom)}</p>
      </header>
      <ul className="in-caveats">
        {detail.caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
      <ConditionWords detail={detail} conditions={detail.conditions.slice(0, shownAtFirst)} />
      {detail.conditions.length <= shownAtFirst ? null : (
        <details className="in-more-words">
          <summary>{t.moreConditions(detail.conditions.length - shownAtFirst)}</summary>
          <ConditionWords detail={detail} conditions={detail.conditions.slice(shownAtFirst)} />
        </details>
      )}
      <p className="quiet small">{t.source(detail.source)}</p>
    </section>
  )
}
