import { useCallback, useEffect, useRef, useState } from 'react'
import type { SaveInput } from '../../../api/applying.queries.ts'
import { Problem } from '../../../api/client.ts'
import type { DraftView, FormFieldRow } from '../../../api/service.types.ts'
import type { SavedDraft } from '../../../api/types.gen.ts'
import { maskedOf } from '../../registers/field-words.ts'
import { readForm, sentValue, type Typed, typedFrom } from '../../registers/typed-values.ts'
import { isFilled } from './asked.ts'
import { forget, keep, keptOf } from './kept-draft.ts'

/** Half a second after the last key is soon enough, and seldom enough. */
const pauseMs = 600
const retryMs = 5_000

export type Saving = 'saved' | 'saving' | 'kept' | 'ended'

export interface Draft {
  readonly draft: DraftView
  readonly typed: Typed
  /** typed values as they travel: what conditions look at */
  readonly values: Readonly<Record<string, unknown>>
  readonly saving: Saving
  readonly savedAt: Date | null
  readonly overtaken: SavedDraft['overtaken']
  readonly change: (name: string, value: unknown) => void
  /** takes what the server answered: after materials, confirmations, and news from the other screen */
  readonly take: (draft: DraftView) => void
  /** everything typed is at the server, or it is said why not */
  readonly flush: (step?: string) => Promise<boolean>
}

/**
 * A form that is kept as one types: on this device at once, at the server a moment later, one request at a time. What
 * is typed while a request is under way goes with the next one. When the line is down it stays here and is tried again.
 */
export function useDraft(first: DraftView, save: (input: SaveInput) => Promise<SavedDraft>): Draft {
  const fields = first.form.flatMap((step) => step.fields)
  const [draft, setDraft] = useState(first)
  const [typed, setTyped] = useState<Typed>(() => ({ ...typedFrom(fields, first.values), ...keptOf(first.id) }))
  const [saving, setSaving] = useState<Saving>('saved')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [overtaken, setOvertaken] = useState<SavedDraft['overtaken']>([])
  const unsent = useRef(new Map<string, unknown>(Object.entries(keptOf(first.id))))
  const revision = useRef(first.revision)
  const timer = useRef(0)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const saveNow = useRef(save)
  saveNow.current = save

  const shown = useRef(first)
  const take = useCallback((next: DraftView, justSent: ReadonlySet<string> = new Set()) => {
    const before = shown.current
    revision.current = Math.max(revision.current, next.revision)
    shown.current = next
    setDraft(next)
    const news = next.form
      .flatMap((step) => step.fields)
      .filter(({ name }) => !justSent.has(name) && !unsent.current.has(name))
      .filter(({ name }) => JSON.stringify(before.values[name]) !== JSON.stringify(next.values[name]))
    // what somebody is typing never moves under their fingers
    if (news.length > 0) setTyped((typedBefore) => ({ ...typedBefore, ...typedFrom(news, next.values) }))
  }, [])

  const send = useCallback(
    async (step?: string): Promise<boolean> => {
      const sent = new Map(unsent.current)
      if (sent.size === 0 && step === undefined) return true
      setSaving('saving')
      try {
        const answer = await saveNow.current({
          revision: revision.current,
          values: valuesOf(
            first.form.flatMap((each) => each.fields).filter(({ name }) => sent.has(name)),
            sent,
          ),
          ...(step === undefined ? {} : { step }),
        })
        for (const [name, value] of sent) if (unsent.current.get(name) === value) unsent.current.delete(name)
        keepHere(first, unsent.current)
        setOvertaken((before) => [...before, ...answer.overtaken])
        take(answer.draft, new Set(sent.keys()))
        setSaving('saved')
        setSavedAt(new Date())
        return true
      } catch (problem) {
        const ended = problem instanceof Problem && [401, 403, 404].includes(problem.status)
        setSaving(ended ? 'ended' : 'kept')
        if (!ended) timer.current = window.setTimeout(() => void flushRef.current(), retryMs)
        return false
      }
    },
    [first, take],
  )

  // one request after the other, in the order in which they were asked for
  const flush = useCallback(
    (step?: string): Promise<boolean> => {
      window.clearTimeout(timer.current)
      const work = running.current.then(() => send(step))
      running.current = work
      return work
    },
    [send],
  )
  const flushRef = useRef(flush)
  flushRef.current = flush

  const change = useCallback(
    (name: string, value: unknown) => {
      setTyped((before) => ({ ...before, [name]: value }))
      unsent.current.set(name, value)
      keepHere(first, unsent.current)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flushRef.current(), pauseMs)
    },
    [first],
  )

  // what was typed on this device and never reached the server goes there now
  useEffect(() => {
    if (unsent.current.size > 0) void flushRef.current()
    return () => window.clearTimeout(timer.current)
  }, [])

  const read = valuesOf(fields, new Map(Object.entries(typed)))
  const values = Object.fromEntries(
    fields.map(({ name }) => [name, isFilled(read[name]) ? read[name] : maskedOr(draft.values[name], read[name])]),
  )
  return { draft, typed, values, saving, savedAt, overtaken, change, take, flush }
}

/** Personal data is shown by its mask and typed anew only to change it; until then it counts as filled. */
function maskedOr(kept: unknown, read: unknown): unknown {
  return maskedOf(kept) === null ? (read ?? null) : kept
}

/** Personal data and what is sealed never lie on a device that others may use. */
function keepHere(draft: DraftView, unsent: ReadonlyMap<string, unknown>): void {
  const open = draft.form
    .flatMap((step) => step.fields)
    .filter(({ sensitivity, isSealed }) => !isSealed && (sensitivity === 'open' || sensitivity === 'internal'))
  keep(draft.id, Object.fromEntries(open.flatMap(({ name }) => (unsent.has(name) ? [[name, unsent.get(name)]] : []))))
}

/** Once it is submitted nothing of it stays on this device. */
export function forgetDraft(id: string): void {
  forget(id)
}

/** What can be read of what was typed; half a date waits until it is whole. */
function valuesOf(fields: readonly FormFieldRow[], typed: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const { values, faults } = readForm(
    fields.map((field) => ({ ...field, required: false })),
    Object.fromEntries(typed),
  )
  const wrong = new Set(faults.map(({ field }) => field))
  return Object.fromEntries(
    fields.flatMap((field) => (wrong.has(field.name) ? [] : [[field.name, sentValue(field, values[field.name])]])),
  )
}
