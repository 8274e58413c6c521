import type { UnsealedValue } from '../../../api/matter.queries.ts'
import { useMay } from '../../../api/queries.ts'
import type { MatterDetail, ShownValue } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { caseTexts } from './case.texts.ts'
import { idOf } from './use-sections.ts'

/** The look of an origin: what a register or a check of identity says, what was computed, what somebody wrote. */
function originKind(origin: string): 'register' | 'computed' | 'applicant' {
  if (['entity', 'link', 'person', 'earlier'].includes(origin)) return 'register'
  return origin === 'computed' ? 'computed' : 'applicant'
}

interface CaseFormProps {
  readonly matter: MatterDetail
  /** what was under seal, and was opened on this page */
  readonly opened: readonly UnsealedValue[]
  readonly onUnseal: () => void
}

/** The form as it was filled in, each value with where it came from. */
export function CaseForm({ matter, opened, onUnseal }: CaseFormProps) {
  const t = useTexts(caseTexts)
  const values = matter.values.map((value) => {
    const open = opened.find(({ field }) => field === value.field)
    return open === undefined ? value : { ...value, words: open.words }
  })
  return (
    <section className="card" id={idOf('form')} tabIndex={-1} aria-label={t.sections.form}>
      <header className="mc-card-head">
        <h2>{t.sections.form}</h2>
        <div className="mc-legend">
          <span className="mc-src register">{t.origins.register}</span>
          <span className="mc-src">{t.origins.applicant}</span>
          <span className="mc-src computed">{t.origins.computed}</span>
        </div>
      </header>
      <FormValues values={values} opened={opened} onUnseal={onUnseal} />
    </section>
  )
}

interface FormValuesProps {
  readonly values: readonly ShownValue[]
  readonly opened?: readonly UnsealedValue[]
  readonly onUnseal?: () => void
}

/** Step by step where the form had several. */
export function FormValues({ values, opened = [], onUnseal }: FormValuesProps) {
  const steps = [...new Set(values.map(({ step }) => step))]
  return steps.map((step) => (
    <div key={step} className="mc-step">
      {steps.length < 2 ? null : <h3>{step}</h3>}
      <dl className="mc-form">
        {values
          .filter((value) => value.step === step)
          .map((value) => (
            <Value
              key={value.field}
              value={value}
              isOpened={opened.some(({ field }) => field === value.field)}
              onUnseal={onUnseal}
            />
          ))}
      </dl>
    </div>
  ))
}

interface ValueProps {
  readonly value: ShownValue
  readonly isOpened: boolean
  readonly onUnseal: (() => void) | undefined
}

function Value({ value, isOpened, onUnseal }: ValueProps) {
  const t = useTexts(caseTexts)
  const unseals = useMay('matter.unseal')
  return (
    <div data-sealed={value.isSealed}>
      <dt>{value.label}</dt>
      <dd>
        {value.isSealed && !isOpened ? (
          <>
            <span className="mc-sealed">{t.sealed}</span>
            {unseals && onUnseal !== undefined ? (
              <button type="button" className="text-btn small no-print" onClick={onUnseal}>
                {t.open}
              </button>
            ) : null}
          </>
        ) : value.words === '' ? (
          <span className="quiet">{t.empty}</span>
        ) : (
          <span className="mc-words" title={value.isMasked ? t.masked : undefined}>
            {value.words}
          </span>
        )}
        {isOpened ? <span className="light amber small">{t.unsealed}</span> : null}
      </dd>
      <dd className={`mc-src ${originKind(value.origin)}`}>{value.originWords}</dd>
    </div>
  )
}
