import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { recordPath } from '../../api/indicator.queries.ts'
import type { Finding } from '../../api/indicator.types.ts'
import { useSession } from '../../api/queries.ts'
import { daysBetween } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Refusal } from '../../ui/states.tsx'
import { explainFinding, refreshFindings } from './findings.queries.ts'
import { findingsTexts } from './findings.texts.ts'

interface FindingRowProps {
  readonly finding: Finding
  readonly mayExplain: boolean
}

const lights = { error: 'red', warning: 'amber', note: 'grey' } as const

/** One finding: what is wrong with which record, what to do, who and until when. */
export function FindingRow({ finding, mayExplain }: FindingRowProps) {
  const t = useTexts(findingsTexts)
  const language = useLanguage()
  const [explaining, setExplaining] = useState(false)
  const { subject } = finding
  return (
    <li className={finding.status === 'open' ? 'fd-row' : 'fd-row settled'}>
      <span className={`light ${lights[finding.severity]}`}>{t.severities[finding.severity]}</span>
      <div className="fd-what">
        <p>
          <Link to={subjectPath(subject)} className="fd-subject">
            {subject.label}
          </Link>{' '}
          <span className="quiet small">{finding.ruleLabel}</span>
        </p>
        <p>{finding.message[language]}</p>
        <p className="quiet small">
          {t.remedy}
          {finding.remedy[language]}
        </p>
        {finding.explanation === null ? null : <p className="fd-explained small">{t.explained(finding.explanation)}</p>}
      </div>
      <div className="fd-who">
        {finding.unit === null ? <span className="quiet">{t.noOwner}</span> : <UnitLink unit={finding.unit} />}
        <Due finding={finding} />
        {mayExplain && finding.status === 'open' ? (
          <button type="button" className="text-btn no-print" onClick={() => setExplaining(true)}>
            {t.explain}
          </button>
        ) : null}
      </div>
      {explaining ? <ExplainDialog finding={finding} onClose={() => setExplaining(false)} /> : null}
    </li>
  )
}

function Due({ finding }: { readonly finding: Finding }) {
  const t = useTexts(findingsTexts)
  const today = useSession()?.today ?? finding.foundOn
  if (finding.status !== 'open') return <span className="quiet small">{t.statuses[finding.status]}</span>
  if (finding.dueOn === null) return <span className="quiet small">{t.noDue}</span>
  if (finding.overdue)
    return <span className="light red small">{t.overdue(daysBetween(finding.dueOn, today), finding.dueOn)}</span>
  return <span className="small nb">{t.due(daysBetween(today, finding.dueOn), finding.dueOn)}</span>
}

/** Where the thing is that the finding is about: a record of a register, or an indicator. */
function subjectPath(subject: Finding['subject']): string {
  if (subject.kind === 'indicator') return `/indicators/${encodeURIComponent(subject.id)}`
  if (subject.kind === 'register') return `/registers/${encodeURIComponent(subject.id)}`
  return recordPath(subject.kind, subject.id)
}

function ExplainDialog({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const t = useTexts(findingsTexts)
  const common = useCommon()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const save = useMutation<unknown, Problem>({
    mutationFn: () => explainFinding(finding.id, words.trim()),
    onSuccess: async () => {
      await refreshFindings()
      onClose()
    },
  })
  return (
    <Dialog title={t.explainTitle(finding.subject.label)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (words.trim() !== '') save.mutate()
        }}
      >
        <p className="quiet">{finding.message[language]}</p>
        <Refusal problem={save.error} />
        <Field
          label={t.explanation}
          help={t.explanationHelp}
          error={asked && words.trim() === '' ? t.explanationMissing : undefined}
        >
          <textarea value={words} rows={3} maxLength={1000} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={save.isPending}>
            {t.explainDo}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
