import { useTexts } from '../../../i18n/language.ts'
import { statusTexts } from './status.texts.ts'

export interface RateValues {
  readonly level: number | null
  readonly dimensions: Readonly<Record<string, number>>
  readonly words: string
}

interface RateFormProps {
  readonly values: RateValues
  readonly error: string | undefined
  /** in what respects; left out: those of a service online */
  readonly names?: readonly Dimension[]
  readonly onChange: (values: RateValues) => void
}

type Dimension = keyof (typeof statusTexts)['zh']['dimensions']

const online: readonly Dimension[] = ['efficiency', 'accuracy', 'convenience', 'operation']

/** Five levels side by side, from the best down; none is chosen beforehand. */
export function RateForm({ values, error, names = online, onChange }: RateFormProps) {
  const t = useTexts(statusTexts)
  return (
    <div className="po-rate">
      <fieldset aria-describedby={error === undefined ? undefined : 'rate-error'}>
        <legend className="sr">{t.rate}</legend>
        <div className="po-levels">
          {[5, 4, 3, 2, 1].map((level) => (
            <label key={level}>
              <input
                type="radio"
                name="rate-level"
                checked={values.level === level}
                onChange={() => onChange({ ...values, level })}
              />
              <b aria-hidden="true">{level}</b>
              {t.levels[level - 1]}
            </label>
          ))}
        </div>
        {error === undefined ? null : (
          <p className="field-error light red" id="rate-error" role="alert">
            {error}
          </p>
        )}
      </fieldset>
      {values.level === null ? null : (
        <>
          <p className="po-rate-for">{t.rateFor}</p>
          {names.map((name) => (
            <label key={name} className="po-rate-line">
              <span>{t.dimensions[name]}</span>
              <select
                value={values.dimensions[name] ?? ''}
                onChange={(event) =>
                  onChange({ ...values, dimensions: withScore(values.dimensions, name, event.target.value) })
                }
              >
                <option value="" />
                {[5, 4, 3, 2, 1].map((level) => (
                  <option key={level} value={level}>
                    {t.levels[level - 1]}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <label className="po-rate-line">
            <span>{t.rateWords}</span>
            <textarea
              rows={3}
              maxLength={1000}
              value={values.words}
              onChange={(event) => onChange({ ...values, words: event.target.value })}
            />
          </label>
        </>
      )}
    </div>
  )
}

/** What is not answered is left out; it is never taken for a score. */
function withScore(dimensions: RateValues['dimensions'], name: string, text: string): RateValues['dimensions'] {
  const rest = Object.fromEntries(Object.entries(dimensions).filter(([key]) => key !== name))
  return text === '' ? rest : { ...rest, [name]: Number(text) }
}
