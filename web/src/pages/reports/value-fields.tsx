import type { ReportDetail, ValueState } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { reportTexts } from './report.texts.ts'
import { quotientOf } from './typed-report.ts'
import type { ReportDraft } from './use-report-draft.ts'

const states: readonly ValueState[] = ['value', 'missing', 'notApplicable', 'suppressed']

interface FieldsProps {
  readonly detail: ReportDetail
  readonly draft: ReportDraft
}

/** The value of a target: the figure first, since it is nearly always there; then whether there is one, and its day. */
export function ValueFields({ detail, draft }: FieldsProps) {
  const t = useTexts(reportTexts)
  const { typed, faults, change } = draft
  const { target } = detail
  const absent = typed.valueState !== null && typed.valueState !== 'value'
  const reasonAsked = absent || typed.valueReason !== '' || faults['valueReason'] !== undefined
  return (
    <>
      {absent ? null : target?.ratio === true ? (
        <RatioFields detail={detail} draft={draft} />
      ) : (
        <div className="rp-figure">
          <Field
            id="value"
            label={target === null ? t.value : `${t.value}（${target.amount.unit}）`}
            help={t.valueHelp}
            error={faults['value']}
          >
            <input
              type="text"
              inputMode="decimal"
              autoComplete="off"
              className="rp-number"
              data-first
              value={typed.value}
              onChange={(event) =>
                change({ value: event.target.value, valueState: stateFor(event.target.value, typed.valueState) })
              }
            />
          </Field>
          <ReadAs
            text={typed.value}
            read={detail.report?.content.value ?? null}
            unit={target?.amount.unit ?? ''}
            saving={draft.saving.kind}
          />
        </div>
      )}
      <fieldset className="rp-states" id="valueState" tabIndex={-1}>
        <legend>{t.valueState}</legend>
        <div>
          {states.map((state) => (
            <label key={state} title={t.stateHelp[state]}>
              <input
                type="radio"
                name="valueState"
                checked={(typed.valueState ?? 'value') === state}
                onChange={() => change({ valueState: state })}
              />
              {t.states[state]}
            </label>
          ))}
        </div>
        {faults['valueState'] === undefined ? null : (
          <p className="field-error">
            <i aria-hidden="true">■</i> {faults['valueState']}
          </p>
        )}
        {absent && typed.valueState !== null ? <p className="field-help">{t.stateHelp[typed.valueState]}</p> : null}
      </fieldset>
      {reasonAsked ? (
        <Field
          id="valueReason"
          label={absent ? t.reasonNeeded : t.reason}
          help={t.reasonHelp}
          error={faults['valueReason']}
        >
          <textarea
            rows={2}
            maxLength={500}
            value={typed.valueReason}
            onChange={(event) => change({ valueReason: event.target.value })}
          />
        </Field>
      ) : null}
      {absent ? null : (
        <Field id="cutoffOn" label={t.cutoff} help={t.cutoffHelp} error={faults['cutoffOn']}>
          <input
            type="date"
            className="rp-date"
            value={typed.cutoffOn}
            onChange={(event) => change({ cutoffOn: event.target.value })}
          />
        </Field>
      )}
    </>
  )
}

function RatioFields({ detail, draft }: FieldsProps) {
  const t = useTexts(reportTexts)
  const { typed, faults, change } = draft
  const unit = detail.target?.amount.unit ?? ''
  const quotient = quotientOf(typed.numerator, typed.denominator, unit)
  const put = (field: 'numerator' | 'denominator', text: string) =>
    change({ [field]: text, valueState: stateFor(text, typed.valueState) })
  return (
    <div className="rp-ratio">
      <Field id="numerator" label={t.numerator} error={faults['numerator']}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="rp-number"
          data-first
          value={typed.numerator}
          onChange={(event) => put('numerator', event.target.value)}
        />
      </Field>
      <span aria-hidden="true">÷</span>
      <Field id="denominator" label={t.denominator} error={faults['denominator']}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="rp-number"
          value={typed.denominator}
          onChange={(event) => put('denominator', event.target.value)}
        />
      </Field>
      <output className="rp-quotient" htmlFor="numerator denominator">
        {quotient === null ? (
          <span className="quiet small">{t.quotientWait}</span>
        ) : (
          <>
            <span aria-hidden="true">=</span>
            <b>{formatFigure(Math.round(quotient * 10_000) / 10_000)}</b> {unit}
          </>
        )}
      </output>
      {faults['value'] === undefined ? null : <p className="field-error">{faults['value']}</p>}
    </div>
  )
}

/** How the server read what was typed: 3.5万 as 35,000 件. Only where the two look different. */
function ReadAs({
  text,
  read,
  unit,
  saving,
}: {
  readonly text: string
  readonly read: number | null
  readonly unit: string
  readonly saving: string
}) {
  const t = useTexts(reportTexts)
  const plain = read === null || text.trim() === String(read) || text.trim() === ''
  return (
    <output className="rp-read" htmlFor="value">
      {plain || saving !== 'saved' ? '' : t.readAs(`${formatFigure(read)} ${unit}`)}
    </output>
  )
}

/** Whoever types a figure has one. */
function stateFor(text: string, before: ValueState | null): ValueState | null {
  return text.trim() === '' ? before : 'value'
}
