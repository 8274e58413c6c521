import { useEffect, useRef } from 'react'
import { draftChanges } from '../../../api/window.queries.ts'
import type { Draft } from '../../portal/apply/use-draft.ts'

const pauseMs = 1_200

/**
 * While the applicant's own screen is paired, asks again and again whether something was typed there, and takes it into
 * the form. A line that breaks is tried again; a page that nobody looks at rests.
 */
export function useLiveDraft(form: Draft): void {
  const now = useRef(form)
  now.current = form
  const { id, twin } = form.draft
  const live = twin !== null
  useEffect(() => {
    if (!live) return
    const stop = new AbortController()
    const ask = async () => {
      if (!document.hidden) {
        try {
          const { draft } = await draftChanges(id, now.current.draft.revision, stop.signal)
          if (draft !== null) now.current.take(draft)
        } catch {
          // asked again after the pause
        }
      }
      if (!stop.signal.aborted) timer = window.setTimeout(() => void ask(), pauseMs)
    }
    let timer = window.setTimeout(() => void ask(), pauseMs)
    return () => {
      stop.abort()
      window.clearTimeout(timer)
    }
  }, [id, live])
}
