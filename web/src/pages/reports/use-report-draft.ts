import { useEffect, useRef, useState } from 'react'
import { get, Problem, put } from '../../api/client.ts'
import { queryClient, seg } from '../../api/queries.ts'
import { withoutTitle } from '../../api/refusals.ts'
import type { ReportDetail } from '../../api/types.gen.ts'
import { reportQuery } from '../../api/work.queries.ts'
import { forgetReport, keepReport, keptReport } from './kept-report.ts'
import { contentToSend, sameTyped, startingContent, type TypedReport, typedFrom } from './typed-report.ts'

export type Saving =
  | { readonly kind: 'untouched' | 'typing' | 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** somebody else saved in between; nothing is written until the person has chosen */
  | { readonly kind: 'conflict'; readonly theirs: ReportDetail }

export interface ReportDraft {
  readonly typed: TypedReport
  readonly saving: Saving
  /** what was typed here earlier and had not reached the server is back in the form; since when */
  readonly restoredFrom: string | null
  /** messages by field: /content/value → value */
  readonly faults: Readonly<Record<string, string>>
  change(patch: Partial<TypedReport>): void
  /** Sends what stands in the form; true when the server has it. */
  save(): Promise<ReportDetail | null>
  /** after a conflict: mine goes over theirs, or theirs comes into the form */
  settle(choice: 'mine' | 'theirs'): void
  /** shows at their fields what the server found when the report was to be submitted */
  fault(problems: Problem['problems']): void
}

/** autosave: a draft. byHand: a correction, which is sent as a whole. read: nothing may be changed. */
export type DraftMode = 'autosave' | 'byHand' | 'read'

const quietMilliseconds = 1000
const retryMilliseconds = 8000

/**
 * Keeps a report as it is typed: on this computer at once, on the server a second after the last key. Only one request
 * is on its way at a time, so that an earlier one never lands on a later one.
 */
export function useReportDraft(detail: ReportDetail, accountId: string, mode: DraftMode): ReportDraft {
  const editable = mode === 'autosave'
  const { id: dutyId } = detail.duty
  const [start] = useState(() => startOf(detail, accountId, editable))
  const [typed, setTyped] = useState(start.typed)
  const [saving, setSaving] = useState<Saving>(start.saving)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const now = useRef({ typed: start.typed, sent: start.sent, known: detail, timer: 0, conflict: start.conflict })
  const onItsWay = useRef<Promise<ReportDetail | null> | null>(null)

  const isDirty = () => !sameTyped(now.current.typed, now.current.sent)

  const wait = (milliseconds: number) => {
    window.clearTimeout(now.current.timer)
    now.current.timer = window.setTimeout(() => void save(false), milliseconds)
  }

  const send = async (): Promise<ReportDetail | null> => {
    const { known, typed: sending } = now.current
    setSaving({ kind: 'saving' })
    try {
      const body = { revision: known.report?.revision ?? 0, content: contentToSend(sending, known) }
      const answer = await put<ReportDetail>(`/reports/${seg(dutyId)}`, body)
      const begun = known.report === null || known.duty.state !== answer.duty.state
      now.current = { ...now.current, known: answer, sent: sending }
      queryClient.setQueryData(reportQuery(dutyId).queryKey, answer)
      setFaults({})
      if (isDirty()) {
        setSaving({ kind: 'typing' })
        wait(quietMilliseconds)
      } else {
        forgetReport(accountId, dutyId)
        setSaving({ kind: 'saved', at: answer.report?.updatedAt ?? new Date().toISOString() })
      }
      // the lists read it anew when they are looked at again
      void queryClient.invalidateQueries({ queryKey: ['work', 'unit-reports'] })
      if (begun) void queryClient.invalidateQueries({ queryKey: ['work', 'mine'] })
      return answer
    } catch (error) {
      await failed(error)
      return null
    }
  }

  const fault = (problems: Problem['problems']) => setFaults(faultsByField(problems, detail.duty.title))

  const failed = async (error: unknown) => {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'report.changedMeanwhile') {
      const theirs = await get<ReportDetail>(`/reports/${seg(dutyId)}`).catch(() => null)
      if (theirs !== null) {
        now.current.conflict = true
        return setSaving({ kind: 'conflict', theirs })
      }
    }
    fault(error.problems)
    setSaving({ kind: 'failed', problem: error })
    if (error.status === 0 || error.status >= 500) wait(retryMilliseconds)
  }

  const save = async (evenUntouched: boolean): Promise<ReportDetail | null> => {
    window.clearTimeout(now.current.timer)
    if (now.current.conflict) return null
    if (onItsWay.current !== null) await onItsWay.current
    if (now.current.conflict) return null
    const { known } = now.current
    if (!isDirty() && (known.report !== null || !evenUntouched)) {
      // typed back to what the server has: there is nothing to send, and nothing wrong any more
      forgetReport(accountId, dutyId)
      setFaults({})
      setSaving(known.report === null ? { kind: 'untouched' } : { kind: 'saved', at: known.report.updatedAt })
      return known
    }
    const request = send()
    onItsWay.current = request
    const answer = await request
    if (onItsWay.current === request) onItsWay.current = null
    return answer
  }

  const change = (patch: Partial<TypedReport>) => {
    const next = { ...now.current.typed, ...patch }
    now.current.typed = next
    setTyped(next)
    if (!editable) return
    const revision = now.current.known.report?.revision ?? 0
    keepReport(accountId, dutyId, { typed: next, revision, at: new Date().toISOString() })
    if (now.current.conflict) return
    setSaving({ kind: 'typing' })
    wait(quietMilliseconds)
  }

  const settle = (choice: 'mine' | 'theirs') => {
    if (saving.kind !== 'conflict') return
    const { theirs } = saving
    const stored = typedFrom(startingContent(theirs))
    now.current = { ...now.current, known: theirs, sent: stored, conflict: false }
    queryClient.setQueryData(reportQuery(dutyId).queryKey, theirs)
    if (choice === 'mine') return void save(false)
    now.current.typed = stored
    setTyped(stored)
    setFaults({})
    forgetReport(accountId, dutyId)
    setSaving({ kind: 'saved', at: theirs.report?.updatedAt ?? new Date().toISOString() })
  }

  // A newer answer, after evidence was added or after somebody else saved, comes in while nothing waits here. Where it
  // says the same, only its revision is taken, so that evidence never makes a conflict of what is being typed.
  useEffect(() => {
    const { known, conflict } = now.current
    const isNewer = (detail.report?.revision ?? 0) > (known.report?.revision ?? 0)
    if (!isNewer || conflict || onItsWay.current !== null) return
    const stored = typedFrom(startingContent(detail))
    if (sameTyped(stored, typedFrom(startingContent(known)))) {
      now.current.known = detail
    } else if (!isDirty()) {
      now.current = { ...now.current, known: detail, sent: stored, typed: stored }
      setTyped(stored)
    }
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per report; the page gives each one its own key
  useEffect(() => {
    if (start.restoredFrom !== null && editable && !start.conflict) wait(0)
    const online = () => {
      if (isDirty()) wait(0)
    }
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      window.clearTimeout(now.current.timer)
      // Whoever leaves at once loses nothing: the last keys go out behind them, and stay here until they arrived.
      if (editable && isDirty() && !now.current.conflict) void save(false)
    }
  }, [])

  return { typed, saving, restoredFrom: start.restoredFrom, faults, change, save: () => save(true), settle, fault }
}

/** /content/value, /items/0/value, /items/0/content/parts/1/on: the field that each is about. */
export function faultsByField(problems: Problem['problems'], title: string): Readonly<Record<string, string>> {
  const fieldOf = (path: string) => path.replace(/^(\/items\/\d+)?(\/content)?\//, '')
  return Object.fromEntries(problems.map(({ path, message }) => [fieldOf(path), withoutTitle(message, title)]))
}

interface Start {
  readonly typed: TypedReport
  readonly sent: TypedReport
  readonly saving: Saving
  readonly restoredFrom: string | null
  readonly conflict: boolean
}

/** The form begins with what the server has, or with what was typed here and did not get there. */
function startOf(detail: ReportDetail, accountId: string, editable: boolean): Start {
  const stored = typedFrom(startingContent(detail))
  const { report } = detail
  const saving: Saving = report === null ? { kind: 'untouched' } : { kind: 'saved', at: report.updatedAt }
  const kept = editable ? keptReport(accountId, detail.duty.id) : null
  if (kept === null || sameTyped(kept.typed, stored)) {
    return { typed: stored, sent: stored, saving, restoredFrom: null, conflict: false }
  }
  const typed = { ...stored, ...kept.typed }
  if (kept.revision === (report?.revision ?? 0)) {
    return { typed, sent: stored, saving: { kind: 'typing' }, restoredFrom: kept.at, conflict: false }
  }
  return { typed, sent: stored, saving: { kind: 'conflict', theirs: detail }, restoredFrom: kept.at, conflict: true }
}
