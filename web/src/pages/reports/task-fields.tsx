import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { reportTexts } from './report.texts.ts'
import { plainNumber } from './typed-report.ts'
import type { ReportDraft } from './use-report-draft.ts'

/** How far a task has come: typed or drawn, the two are one. */
export function ProgressField({ draft }: { readonly draft: ReportDraft }) {
  const t = useTexts(reportTexts)
  const { typed, faults, change } = draft
  return (
    <div className="rp-progress">
      <Field id="progress" label={`${t.progress}（%）`} help={t.progressHelp} error={faults['progress']}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="rp-number"
          data-first
          value={typed.progress}
          onChange={(event) => change({ progress: event.target.value })}
        />
      </Field>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        aria-label={t.progress}
        value={Math.min(100, plainNumber(typed.progress) ?? 0)}
        onChange={(event) => change({ progress: event.target.value })}
      />
    </div>
  )
}

interface WordFieldsProps {
  readonly draft: ReportDraft
  /** of a target the figure says it; words may be added */
  readonly optional: boolean
}

export function WordFields({ draft, optional }: WordFieldsProps) {
  const t = useTexts(reportTexts)
  const { typed, faults, change } = draft
  const field = (name: 'narrative' | 'problems' | 'nextSteps', label: string, help?: string) => (
    <Field id={name} label={label} error={faults[name]} {...(help === undefined ? {} : { help })}>
      <textarea
        rows={name === 'narrative' ? 4 : 2}
        maxLength={4000}
        value={typed[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  )
  const fields = (
    <>
      {field('narrative', t.narrative, optional ? undefined : t.narrativeHelp)}
      {field('problems', `${t.problems}（${t.optional}）`)}
      {field('nextSteps', `${t.next}（${t.optional}）`)}
    </>
  )
  if (!optional) return fields
  const filled = typed.narrative !== '' || typed.problems !== '' || typed.nextSteps !== ''
  return (
    <details className="rp-more" open={filled}>
      <summary>{`${t.words}（${t.optional}）`}</summary>
      <div>{fields}</div>
    </details>
  )
}
