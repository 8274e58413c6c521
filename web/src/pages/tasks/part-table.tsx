import { useMutation } from '@tanstack/react-query'
import { type FormEvent, Fragment, useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { seg } from '../../api/queries.ts'
import type { TaskPart } from '../../api/types.gen.ts'
import { refreshWork } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useSaid } from '../../ui/duty.tsx'
import { Field } from '../../ui/field.tsx'
import { LightMark } from '../../ui/light.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Missing, Refusal } from '../../ui/states.tsx'
import { partsTexts } from './parts.texts.ts'

type Act = keyof TaskPart['may']
/** what the other side must understand goes with a reason only */
const needReason: readonly Act[] = ['return', 'reopen']
const acts: readonly Act[] = ['receive', 'complete', 'accept', 'return', 'close', 'reopen']

interface Doing {
  readonly part: TaskPart
  readonly act: Act
}

/** Who carries what, how far they say they are, and what the reader may do about it. */
export function PartTable({ parts }: { readonly parts: readonly TaskPart[] }) {
  const t = useTexts(partsTexts)
  const said = useSaid()
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <>
      <ul className="rows tp-parts">
        {parts.map((part) => (
          <li key={part.id}>
            <p className="tp-who">
              <b>
                <UnitLink unit={part.unit} />
              </b>
              <span className="kind-tag">{t.share[part.share]}</span>
              <LightMark light={part.light} why={said(part.why)} word={t.status[part.status]} />
            </p>
            <p>{part.content}</p>
            {part.standard === null ? null : (
              <p className="quiet small">
                {t.standard}：{part.standard}
              </p>
            )}
            <p className="tp-figures">
              <span>
                {t.col.progress}{' '}
                {part.progress === null ? <Missing reason={t.progressNone} /> : <b className="num">{part.progress}</b>}
              </span>
              <span>
                {t.col.weight} <b className="num">{part.weight ?? t.noDue}</b>
              </span>
              <span>
                {t.col.due} <b className="num">{part.dueOn ?? t.noDue}</b>
              </span>
              {part.person === null ? null : (
                <span>
                  {t.person} {part.person}
                </span>
              )}
            </p>
            <div className="tp-acts no-print">
              {acts
                .filter((act) => part.may[act].may)
                .map((act) => (
                  <button key={act} type="button" className="btn small-btn" onClick={() => setDoing({ part, act })}>
                    {t.acts[act]}
                  </button>
                ))}
            </div>
            <PartHistory part={part} />
          </li>
        ))}
      </ul>
      {doing === null ? null : <ActDialog doing={doing} onClose={() => setDoing(null)} />}
    </>
  )
}

function PartHistory({ part }: { readonly part: TaskPart }) {
  const t = useTexts(partsTexts)
  if (part.acts.length === 0) return null
  return (
    <details className="tp-history">
      <summary>
        {t.history}（{part.acts.length}）
      </summary>
      <dl className="facts">
        {part.acts.map((act) => (
          <Fragment key={`${act.at}${act.act}`}>
            <dt className="num">{act.on}</dt>
            <dd>
              {t.acts[act.act]}　{act.by}
              {act.reason === null ? null : `：${act.reason}`}
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  )
}

function ActDialog({ doing, onClose }: { readonly doing: Doing; readonly onClose: () => void }) {
  const t = useTexts(partsTexts)
  const { part, act } = doing
  const [reason, setReason] = useState('')
  const send = useMutation<unknown, Problem>({
    mutationFn: () =>
      post(`/task-parts/${seg(part.id)}/acts`, {
        act,
        revision: part.revision,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    onSuccess: async () => {
      await refreshWork()
      onClose()
    },
  })
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (needReason.includes(act) && reason.trim() === '') return setMissing(true)
    send.mutate()
  }
  return (
    <Dialog title={t.actTitle(t.acts[act], part.unit.shortName)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{part.content}</p>
        <Refusal problem={send.error} />
        <Field
          label={t.actReason}
          help={t.actReasonHelp}
          error={missing && reason.trim() === '' ? t.reasonNeeded : undefined}
        >
          <textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={send.isPending}>
            {t.acts[act]}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
