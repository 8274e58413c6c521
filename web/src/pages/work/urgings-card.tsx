import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { seg } from '../../api/queries.ts'
import type { Urging } from '../../api/types.gen.ts'
import { refreshWork } from '../../api/work.queries.ts'
import { dayInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { workTexts } from './work.texts.ts'

/** Letters and notices that ask for an answer; it is written right here. */
export function UrgingsCard({ urgings, may }: { readonly urgings: readonly Urging[]; readonly may: boolean }) {
  const t = useTexts(workTexts)
  if (urgings.length === 0) return null
  return (
    <section className="card wk-urgings" id="urgings">
      <header className="card-head">
        <h2>{t.urgings}</h2>
        <p className="quiet">{urgings.length}</p>
      </header>
      <ul className="rows">
        {urgings.map((urging) => (
          <UrgingLine key={urging.id} urging={urging} may={may} />
        ))}
      </ul>
    </section>
  )
}

function UrgingLine({ urging, may }: { readonly urging: Urging; readonly may: boolean }) {
  const t = useTexts(workTexts)
  const language = useLanguage()
  const [answering, setAnswering] = useState(false)
  return (
    <li>
      <p className="wk-urging-head">
        <b>
          <Said sentence={urging.label} />
        </b>
        {urging.number === null ? null : <span className="num">{urging.number}</span>}
        <Link to="/duties/$dutyId" params={{ dutyId: urging.dutyId }}>
          {urging.dutyTitle}
        </Link>
        <time dateTime={urging.on} className="quiet small">
          {dayInWords(urging.on, language)}　{urging.by}
        </time>
        {may && !answering ? (
          <button type="button" className="btn small-btn no-print" onClick={() => setAnswering(true)}>
            {t.reply}
            <span className="sr"> {urging.dutyTitle}</span>
          </button>
        ) : null}
      </p>
      <p className="quiet wk-urging-words">{urging.words}</p>
      {answering ? <ReplyForm urging={urging} onDone={() => setAnswering(false)} /> : null}
    </li>
  )
}

const replyTexts = {
  zh: { words: '怎么回复', help: '说明原因、什么时候能报。', send: '回复', cancel: '取消', needed: '请写几句' },
  en: {
    words: 'Your answer',
    help: 'Say why, and when it will come.',
    send: 'Reply',
    cancel: 'Cancel',
    needed: 'Write a few words',
  },
} as const

function ReplyForm({ urging, onDone }: { readonly urging: Urging; readonly onDone: () => void }) {
  const t = replyTexts[useLanguage()]
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const send = useMutation<unknown, Problem>({
    mutationFn: () => post(`/urgings/${seg(urging.id)}/replies`, { words: words.trim() }),
    onSuccess: async () => {
      onDone()
      await refreshWork()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '') return setMissing(true)
    send.mutate()
  }
  return (
    <form className="wk-reply" onSubmit={submit}>
      <Refusal problem={send.error} />
      <Field label={t.words} help={t.help} error={missing && words.trim() === '' ? t.needed : undefined}>
        <textarea
          rows={2}
          maxLength={1000}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <div className="form-actions">
        <button type="submit" className="btn small-btn" disabled={send.isPending}>
          {t.send}
        </button>
        <button type="button" className="btn small-btn quiet-btn" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </form>
  )
}
