import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Problem, post } from '../../../api/client.ts'
import { queryClient, read, seg } from '../../../api/queries.ts'
import type { ObjectionRow } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { objectionsTexts } from './objections.texts.ts'

const objectionsQuery = (publicationId: string) =>
  read<{ objections: readonly ObjectionRow[] }>(
    `/publications/${seg(publicationId)}/objections`,
    'services',
    'publications',
    publicationId,
    'objections',
  )

/** 异议: what came in against a publication, answered once by the unit that handles it; others see nothing of it. */
export function ObjectionAnswers({ publicationId }: { readonly publicationId: string }) {
  const t = useTexts(objectionsTexts)
  const query = useQuery({ ...objectionsQuery(publicationId), retry: false })
  // an officer of another unit finds none here
  if (query.data === undefined) return null
  const { objections } = query.data
  return (
    <section className="po-panel">
      <h2>{t.title}</h2>
      <p className="po-fine">{t.lead}</p>
      {objections.length === 0 ? <p>{t.none}</p> : null}
      <ul>
        {objections.map((objection) => (
          <li key={objection.id}>
            <p className="po-words">{objection.words}</p>
            <p className="po-fine">
              {t.from} {objection.name ?? t.anonymous} {objection.phone ?? ''} {instantInCounty(objection.at)}
            </p>
            {objection.answer === null ? (
              <AnswerForm publicationId={publicationId} objection={objection} />
            ) : (
              <p className="po-words">
                <b>{objection.upheld === true ? t.upheld : t.notUpheld}</b> {objection.answer}{' '}
                <span className="po-fine">
                  {t.by(objection.answeredByLabel ?? '', instantInCounty(objection.answeredAt ?? ''))}
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface AnswerFormProps {
  readonly publicationId: string
  readonly objection: ObjectionRow
}

function AnswerForm({ publicationId, objection }: AnswerFormProps) {
  const t = useTexts(objectionsTexts)
  const [answer, setAnswer] = useState('')
  const [upheld, setUpheld] = useState<boolean | null>(null)
  const send = useMutation<unknown, Problem>({
    mutationFn: () =>
      post(`/publications/${seg(publicationId)}/objections/${seg(objection.id)}/answer`, {
        answer: answer.trim(),
        upheld: upheld === true,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['services', 'publications', publicationId] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (answer.trim() !== '' && upheld !== null) send.mutate()
  }
  return (
    <form className="form" onSubmit={submit}>
      <Refusal problem={send.error} />
      <fieldset className="field">
        <legend>{t.result}</legend>
        {[false, true].map((value) => (
          <label className="check" key={String(value)}>
            <input
              type="radio"
              name={`upheld-${objection.id}`}
              checked={upheld === value}
              onChange={() => setUpheld(value)}
            />
            {value ? t.upheld : t.notUpheld}
          </label>
        ))}
      </fieldset>
      <Field label={`${t.answer} *`} help={t.answerHelp}>
        <textarea rows={4} maxLength={4000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      </Field>
      <div className="form-actions">
        <button
          type="submit"
          className="btn primary"
          disabled={send.isPending || answer.trim() === '' || upheld === null}
        >
          {t.send}
        </button>
      </div>
    </form>
  )
}
