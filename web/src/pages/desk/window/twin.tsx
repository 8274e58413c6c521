import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { draftQuery } from '../../../api/applying.queries.ts'
import { get, type Problem } from '../../../api/client.ts'
import { queryClient, seg } from '../../../api/queries.ts'
import type { DraftView, TwinCode } from '../../../api/types.gen.ts'
import { endTwin, showTwin } from '../../../api/window.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { QrCode } from '../../accounts/qr-code.tsx'
import type { Draft } from '../../portal/apply/use-draft.ts'
import { windowTexts } from './window.texts.ts'

/** 同屏: the applicant's own screen shows the same form; a code pairs it, a press ends it. */
export function Twin({ form }: { readonly form: Draft }) {
  const t = useTexts(windowTexts)
  const { draft } = form
  const [code, setCode] = useState<TwinCode | null>(null)
  const refresh = async () => {
    const latest = await get<DraftView>(`/drafts/${seg(draft.id)}`)
    form.take(latest)
    queryClient.setQueryData(draftQuery(draft.id).queryKey, latest)
  }
  const show = useMutation<TwinCode, Problem>({
    mutationFn: async () => {
      await form.flush()
      return showTwin(draft.id)
    },
    onSuccess: async (answer) => {
      setCode(answer)
      await refresh()
    },
  })
  const end = useMutation<unknown, Problem>({
    mutationFn: () => endTwin(draft.id),
    onSuccess: async () => {
      setCode(null)
      await refresh()
    },
  })
  const paired = draft.twin?.isPaired === true
  const look = useRef(refresh)
  look.current = refresh
  const waits = code !== null && !paired
  // that the code was typed on the other screen is no change of the form: it is asked for while the code is shown
  useEffect(() => {
    if (!waits) return
    const timer = window.setInterval(() => void look.current().catch(() => undefined), 1_500)
    return () => window.clearInterval(timer)
  }, [waits])
  return (
    <span className="wn-twin">
      {paired ? (
        <>
          <span className="light green" role="status">
            {t.twinOn}
          </span>
          <button type="button" className="text-btn small" disabled={end.isPending} onClick={() => end.mutate()}>
            {t.twinEnd}
          </button>
        </>
      ) : (
        <button type="button" className="btn small-btn" disabled={show.isPending} onClick={() => show.mutate()}>
          {t.twin}
        </button>
      )}
      <Refusal problem={show.error ?? end.error} />
      {code === null || paired ? null : (
        <Dialog title={t.twin} onClose={() => setCode(null)}>
          <div className="dialog-body wn-pair">
            <p>{t.twinLead}</p>
            <p className="wn-code">
              <span className="quiet">{t.twinCode}</span>
              <strong>{code.code}</strong>
            </p>
            <QrCode text={new URL(code.path, location.origin).href} label={t.twinCode} />
            <p className="light amber" role="status">
              {t.twinWaiting}
            </p>
          </div>
        </Dialog>
      )}
    </span>
  )
}
