import type { MilestonePart } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { reportTexts } from './report.texts.ts'
import type { ReportDraft } from './use-report-draft.ts'

const statuses: readonly MilestonePart['status'][] = ['open', 'applied', 'done']

/** Each part of a milestone: how it stands, and the document that proves it. */
export function MilestoneFields({ draft }: { readonly draft: ReportDraft }) {
  const t = useTexts(reportTexts)
  const { typed, faults, change } = draft
  const parts = typed.parts ?? []
  const put = (at: number, patch: Partial<MilestonePart>) =>
    change({ parts: parts.map((part, index) => (index === at ? { ...part, ...patch } : part)) })
  return (
    <>
      {faults['parts'] === undefined ? null : (
        <p className="field-error" id="parts" tabIndex={-1}>
          <i aria-hidden="true">■</i> {faults['parts']}
        </p>
      )}
      {parts.map((part, index) => (
        <fieldset className="rp-part" key={part.label}>
          <legend>{part.label}</legend>
          <div className="rp-part-state">
            {statuses.map((status) => (
              <label key={status}>
                <input
                  type="radio"
                  name={`part-${index}`}
                  checked={part.status === status}
                  data-first={index === 0 && part.status === status ? true : undefined}
                  onChange={() => put(index, { status })}
                />
                {t.partStates[status]}
              </label>
            ))}
          </div>
          {part.status === 'open' ? null : (
            <div className="rp-part-proof">
              <Field id={`parts/${index}/on`} label={t.partOn[part.status]} error={faults[`parts/${index}/on`]}>
                <input
                  type="date"
                  value={part.on ?? ''}
                  onChange={(event) => put(index, { on: orNull(event.target.value) })}
                />
              </Field>
              <Field id={`parts/${index}/documentNo`} label={t.documentNo} error={faults[`parts/${index}/documentNo`]}>
                <input
                  type="text"
                  maxLength={100}
                  value={part.documentNo ?? ''}
                  onChange={(event) => put(index, { documentNo: orNull(event.target.value) })}
                />
              </Field>
              <Field
                id={`parts/${index}/documentTitle`}
                label={t.documentTitle}
                error={faults[`parts/${index}/documentTitle`]}
              >
                <input
                  type="text"
                  maxLength={200}
                  value={part.documentTitle ?? ''}
                  onChange={(event) => put(index, { documentTitle: orNull(event.target.value) })}
                />
              </Field>
            </div>
          )}
        </fieldset>
      ))}
    </>
  )
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
