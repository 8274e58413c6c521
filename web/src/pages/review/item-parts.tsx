import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { organisationsQuery } from '../../api/queries.ts'
import type { DraftItem } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { contentOf } from './contents.ts'
import { reviewTexts } from './review.texts.ts'
import type { Adding } from './review-desk.tsx'

type Change = (part: { content?: unknown; decision?: DraftItem['decision'] }, done?: () => void) => void

interface PartsProps {
  readonly item: DraftItem
  readonly open: boolean
  readonly change: Change
}

/** A printed name and which organisation it is: candidates by likeness, any other, or one to be created. */
export function UnitParts({ item, open, change }: PartsProps) {
  const t = useTexts(reviewTexts)
  const common = useCommon()
  const { data } = useQuery(organisationsQuery)
  const content = contentOf(item, 'unit')
  const matched = data?.organisations.find((one) => one.id === content.partyId)
  const [other, setOther] = useState('')
  const [newName, setNewName] = useState(content.create?.name ?? content.printed)
  const [newKind, setNewKind] = useState(content.create?.kind ?? 'department')
  const choose = (partyId: string) => change({ content: { ...content, partyId, create: null }, decision: 'corrected' })
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (newName.trim() === '') return
    change({
      content: { ...content, partyId: null, create: { name: newName.trim(), kind: newKind } },
      decision: 'corrected',
    })
  }
  return (
    <div className="rv-unit">
      <p>
        {content.partyId !== null ? (
          <span>
            <span className="quiet">{t.unitMatched}</span>{' '}
            {matched?.name ?? item.candidates.find((one) => one.unit.id === content.partyId)?.unit.name}
          </span>
        ) : content.create !== null ? (
          t.unitWillCreate(content.create.name)
        ) : (
          <span className="light amber">{t.unitOpen}</span>
        )}
      </p>
      {open ? (
        <>
          <ul className="rv-candidates">
            {item.candidates.map((candidate) => (
              <li key={candidate.unit.id}>
                <span>{candidate.unit.name}</span>
                <span className="quiet small">{`${t.score(`${Math.round(candidate.score * 100)}%`)}　${candidate.why}`}</span>
                <button
                  type="button"
                  className="btn small-btn"
                  disabled={candidate.unit.id === content.partyId}
                  aria-label={`${t.choose}：${candidate.unit.name}`}
                  onClick={() => choose(candidate.unit.id)}
                >
                  {candidate.unit.id === content.partyId ? '✓' : t.choose}
                </button>
              </li>
            ))}
          </ul>
          <div className="rv-unit-else">
            <label>
              {t.unitOther}
              <select
                value={other}
                onChange={(event) => {
                  setOther(event.target.value)
                  if (event.target.value !== '') choose(event.target.value)
                }}
              >
                <option value="">{t.unitChoose}</option>
                {data?.organisations
                  .filter((one) => one.dissolvedOn === null)
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
              </select>
            </label>
            <details>
              <summary>{t.unitCreate}</summary>
              <form onSubmit={create} className="rv-create">
                <Field label={t.unitCreateName}>
                  <input value={newName} onChange={(event) => setNewName(event.target.value)} maxLength={200} />
                </Field>
                <Field label={t.unitCreateKind}>
                  <select value={newKind} onChange={(event) => setNewKind(event.target.value)}>
                    {Object.entries(common.organisationKinds).map(([value, label]) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </Field>
                <button type="submit" className="btn small-btn">
                  {t.unitCreate}
                </button>
              </form>
            </details>
          </div>
        </>
      ) : null}
    </div>
  )
}

export function QuestionParts({ item, open, change }: PartsProps) {
  const t = useTexts(reviewTexts)
  const id = useId()
  const content = contentOf(item, 'question')
  const [answer, setAnswer] = useState(content.answer ?? '')
  if (!open) return content.answer === null ? null : <p className="rv-answer">{content.answer}</p>
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (answer.trim() !== '') change({ content: { ...content, answer: answer.trim() }, decision: 'corrected' })
  }
  return (
    <form onSubmit={save} className="rv-answer-form">
      <Field label={t.answer} help={t.answerHelp} id={id}>
        <textarea value={answer} maxLength={2000} rows={3} onChange={(event) => setAnswer(event.target.value)} />
      </Field>
      <button
        type="submit"
        className="btn small-btn primary"
        disabled={answer.trim() === '' || answer.trim() === content.answer}
      >
        {t.saveAnswer}
      </button>
    </form>
  )
}

interface UnreadProps {
  readonly item: DraftItem
  readonly change: Change
  readonly onAdd: (adding: Adding) => void
}

/** A quantity that was not read as a target: it is none, or it becomes one. */
export function UnreadParts({ item, change, onAdd }: UnreadProps) {
  const t = useTexts(reviewTexts)
  const { text } = contentOf(item, 'unread')
  return (
    <>
      <button type="button" className="btn small-btn" onClick={() => change({ decision: 'confirmed' })}>
        {t.notTarget}
      </button>
      <button
        type="button"
        className="btn small-btn"
        onClick={() => onAdd({ kind: 'target', words: text, span: item.span, settles: item })}
      >
        {t.asTarget}
      </button>
    </>
  )
}
