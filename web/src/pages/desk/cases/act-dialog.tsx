import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { get, type Problem } from '../../../api/client.ts'
import { matterQuery, newRequestKey, refreshMatters, act as sendAct } from '../../../api/matter.queries.ts'
import { queryClient, seg } from '../../../api/queries.ts'
import type { MatterDetail, NextAct } from '../../../api/types.gen.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorSummary } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { actTexts } from './act.texts.ts'
import { ActFields } from './act-fields.tsx'
import { MovedPanel } from './moved-panel.tsx'
import { type ActContent, useActForm } from './use-act-form.ts'

interface ActDialogProps {
  readonly matter: MatterDetail
  readonly act: NextAct
  readonly onDone: (act: NextAct) => void
  readonly onClose: () => void
}

/**
 * One act on one case. The same request is never done twice: its key stays the same until the server has answered. When
 * somebody else acted meanwhile, what they did is told and what was typed here stays.
 */
export function ActDialog({ matter, act, onDone, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const common = useCommon()
  const language = useLanguage()
  const form = useActForm(act, matter.id)
  const [requestKey] = useState(newRequestKey)
  // as it was when the dialog opened: what others do meanwhile is told against it
  const [start] = useState(matter)
  const [now, setNow] = useState<MatterDetail | null>(null)
  const trouble = useRef<HTMLDivElement>(null)
  const send = useMutation<unknown, Problem, ActContent & { readonly revision: number }>({
    mutationFn: ({ input, opinion, revision }) =>
      sendAct(matter.id, {
        act: act.act,
        revision,
        input,
        requestKey,
        ...(opinion === undefined ? {} : { opinion }),
      }),
    onSuccess: async () => {
      form.forget()
      // the next act stands on what this one changed: whoever is quick would be told that somebody else was quicker
      await queryClient.invalidateQueries({ queryKey: matterQuery(matter.id).queryKey })
      onDone(act)
      await refreshMatters()
    },
    onError: async (problem) => {
      if (problem.code !== 'matter.changedMeanwhile') return
      const latest = await get<MatterDetail>(`/matters/${seg(matter.id)}`).catch(() => null)
      if (latest === null) return
      setNow(latest)
      queryClient.setQueryData(matterQuery(matter.id).queryKey, latest)
    },
  })
  // whenever something is refused, it is read out and seen
  useEffect(() => {
    if (form.errors.length > 0 || send.error !== null) trouble.current?.focus()
  }, [form.errors, send.error])
  const label = labelOf(act, language)
  const asksNothing = act.fields.length === 0 && act.opinion === 'none'
  const confirm = useRef<HTMLButtonElement>(null)
  // with nothing to fill in, Enter does it
  useEffect(() => {
    if (asksNothing) confirm.current?.focus()
  }, [asksNothing])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const content = form.read()
    if (content !== undefined) send.mutate({ ...content, revision: (now ?? start).revision })
  }
  const nowAct = now?.next.find((one) => one.act === act.act)
  const possible = now === null || (nowAct !== undefined && nowAct.refusal === null)
  return (
    <Dialog title={`${label}　${matter.title}`} onClose={onClose} wide>
      <form className="form mc-act" noValidate onSubmit={submit}>
        <div ref={trouble} tabIndex={-1} className="fm-trouble">
          {now === null ? (
            <>
              <ErrorSummary errors={form.errors} />
              {form.errors.length === 0 ? <Refusal problem={send.error} /> : null}
            </>
          ) : (
            <MovedPanel before={start} now={now} said={send.error?.message ?? ''} act={nowAct} words={form.inWords()} />
          )}
        </div>
        {asksNothing ? <p className="quiet">{act.act === 'take' ? t.takeLead : t.plain}</p> : null}
        <ActFields act={act} form={form} type={matter.type} matter={now ?? matter} matterId={matter.id} />
        <div className="form-actions">
          <button type="submit" ref={confirm} className="btn primary" disabled={send.isPending || !possible}>
            {send.isPending ? t.sending : now === null ? label : t.again}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
