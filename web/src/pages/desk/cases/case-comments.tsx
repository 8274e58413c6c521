import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { addComment, refreshMatters, withdrawComment } from '../../../api/matter.queries.ts'
import { useMay, useSession } from '../../../api/queries.ts'
import type { MatterDetail } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Refusal } from '../../../ui/states.tsx'
import { caseTexts } from './case.texts.ts'
import { forgetAct, keepAct, keptAct } from './kept-act.ts'
import { idOf } from './use-sections.ts'

/** 内部批注: what colleagues tell each other. The applicant never sees any of it, and the card looks different. */
export function CaseComments({ matter }: { readonly matter: MatterDetail }) {
  const t = useTexts(caseTexts)
  const handles = useMay('matter.handle')
  const accountId = useSession()?.account?.id ?? ''
  const [words, setWords] = useState(() => keptAct(accountId, matter.id, 'comment')?.opinion ?? '')
  const type = (next: string) => {
    setWords(next)
    keepAct(accountId, matter.id, 'comment', { typed: {}, opinion: next, at: new Date().toISOString() })
  }
  const add = useMutation<unknown, Problem>({
    mutationFn: () => addComment(matter.id, words.trim()),
    onSuccess: async () => {
      setWords('')
      forgetAct(accountId, matter.id, 'comment')
      await refreshMatters()
    },
  })
  const withdraw = useMutation<unknown, Problem, string>({
    mutationFn: (id) => withdrawComment(matter.id, id),
    onSuccess: refreshMatters,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() !== '') add.mutate()
  }
  return (
    <section className="card mc-private no-print" id={idOf('comments')} tabIndex={-1} aria-label={t.sections.comments}>
      <header className="mc-card-head">
        <h2>{t.sections.comments}</h2>
        <p>{t.commentsLead}</p>
      </header>
      <Refusal problem={add.error ?? withdraw.error} />
      {matter.comments.length === 0 ? <p className="mc-none">{t.noComments}</p> : null}
      {matter.comments.map((comment) => (
        <div key={comment.id} className="mc-said">
          <b>{comment.byLabel}</b>
          <i>{instantInCounty(comment.at).slice(5)}</i>
          {comment.isOwn ? (
            <button
              type="button"
              className="text-btn small"
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate(comment.id)}
            >
              {t.commentWithdraw}
            </button>
          ) : null}
          <p>{comment.words}</p>
        </div>
      ))}
      {handles ? (
        <form onSubmit={send}>
          <label className="sr" htmlFor="mc-comment">
            {t.commentLabel}
          </label>
          <textarea
            id="mc-comment"
            rows={1}
            maxLength={2000}
            placeholder={t.commentPlaceholder}
            value={words}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing)
                send(event)
            }}
          />
          <button type="submit" className="btn" disabled={add.isPending || words.trim() === ''}>
            {t.commentAdd}
          </button>
        </form>
      ) : null}
    </section>
  )
}
