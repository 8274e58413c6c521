import { useQueries } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { draftQuery, draftsQuery } from '../../../api/applying.queries.ts'
import { Problem } from '../../../api/client.ts'
import { newRequestKey } from '../../../api/matter.queries.ts'
import { queryClient } from '../../../api/queries.ts'
import type { DraftView, Submitted } from '../../../api/types.gen.ts'
import { type LaterMaterial, refreshTickets, submitAtWindow } from '../../../api/window.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Failed, Refusal, Skeleton } from '../../../ui/states.tsx'
import { printDocuments } from '../print-documents.ts'
import { Receipts } from './receipts.tsx'
import { windowTexts } from './window.texts.ts'
import { WindowForm } from './window-form.tsx'

/** What a form tells the reception around it, so that all can be submitted by one press. */
export interface FormHandle {
  readonly label: string
  /** everything typed is at the server */
  flush(): Promise<boolean>
  later(): readonly LaterMaterial[]
  left(): number
}

interface ReceptionProps {
  readonly ids: readonly string[]
  readonly onLeave: () => void
}

/** The forms of one visit beside each other, submitted together, with all receipts printed at once. */
export function Reception({ ids, onLeave }: ReceptionProps) {
  const t = useTexts(windowTexts)
  const queries = useQueries({ queries: ids.map((id) => ({ ...draftQuery(id), staleTime: Number.POSITIVE_INFINITY })) })
  const handles = useRef(new Map<string, FormHandle>())
  const keys = useRef(new Map<string, string>())
  const [left, setLeft] = useState<Readonly<Record<string, number>>>({})
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<Readonly<Record<string, Submitted>>>({})
  const [failed, setFailed] = useState<Readonly<Record<string, Error>>>({})
  const drafts = queries.flatMap(({ data }) => (data === undefined ? [] : [data as DraftView]))
  const [error] = queries.flatMap((query) => (query.error === null ? [] : [query.error]))
  const open = drafts.filter(({ id }) => done[id] === undefined)
  const waiting = open.reduce((sum, { id }) => sum + (left[id] ?? 0), 0)

  const submit = async () => {
    setTried(true)
    if (waiting > 0) {
      requestAnimationFrame(goToFirstGap)
      return
    }
    setBusy(true)
    const results: Record<string, Submitted> = { ...done }
    const problems: Record<string, Error> = {}
    for (const draft of open) {
      const handle = handles.current.get(draft.id)
      const key = keys.current.get(draft.id) ?? newRequestKey()
      // the same key goes out again when the line broke, so that nothing is received twice
      keys.current.set(draft.id, key)
      try {
        await handle?.flush()
        results[draft.id] = await submitAtWindow(draft.id, { later: handle?.later() ?? [], requestKey: key })
      } catch (problem) {
        problems[draft.id] = problem instanceof Error ? problem : new Problem(0, { code: 'network' }, null)
      }
    }
    setDone(results)
    setFailed(problems)
    setBusy(false)
    await Promise.all([queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey }), refreshTickets()])
    const receipts = Object.values(results).flatMap(({ receiptDocumentId }) =>
      receiptDocumentId === null ? [] : [receiptDocumentId],
    )
    if (Object.keys(problems).length === 0 && receipts.length > 0) {
      await printDocuments(receipts).catch((problem: Error) => setFailed({ print: problem }))
    }
  }

  if (error !== undefined)
    return <Failed problem={error} onRetry={() => queries.forEach((query) => void query.refetch())} />
  if (drafts.length < ids.length) return <Skeleton rows={10} />
  if (open.length === 0)
    return <Receipts drafts={drafts} done={done} problem={failed['print'] ?? null} onNext={onLeave} />
  return (
    <>
      <p className="wn-party">
        <button type="button" className="text-btn" onClick={onLeave}>
          ‹ {t.backToStart}
        </button>
        <b>{t.party(drafts[0]?.party ?? '')}</b>
      </p>
      <div className="wn-forms" data-count={open.length}>
        {open.map((draft) => (
          <WindowForm
            key={draft.id}
            first={draft}
            tried={tried}
            onHandle={(handle) => handles.current.set(draft.id, handle)}
            onLeft={(count) =>
              setLeft((before) => (before[draft.id] === count ? before : { ...before, [draft.id]: count }))
            }
          />
        ))}
      </div>
      <footer className="wn-foot">
        <div>
          {Object.entries(failed).map(([id, problem]) => (
            <div key={id}>
              <p className="light red">{t.failed(drafts.find((one) => one.id === id)?.typeLabel ?? '')}</p>
              <Refusal problem={problem} />
            </div>
          ))}
          <p className="quiet small">{t.agreed}</p>
        </div>
        <span className={waiting === 0 ? 'light green' : 'light amber'} role="status">
          {t.left(waiting)}
        </span>
        <button type="button" className="btn primary" disabled={busy} onClick={() => void submit()}>
          <Icon name="print" />
          {busy ? t.submitting : Object.keys(done).length > 0 ? t.again : t.submitAll(open.length)}
        </button>
      </footer>
    </>
  )
}

/** What is missing first comes into sight, with the focus in it. */
function goToFirstGap(): void {
  const gap = document.querySelector<HTMLElement>('.wn-form .bad, .wn-form .field-error, .wn-who.prefill button')
  gap?.scrollIntoView({ block: 'center' })
  const control = gap?.matches('button') === true ? gap : gap?.querySelector<HTMLElement>('input, select, textarea')
  control?.focus({ preventScroll: true })
}
