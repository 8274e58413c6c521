import { type ComponentType, useEffect, useState } from 'react'

/** A part in a file of its own; `here` once it was fetched, for everybody who shows it again. */
interface PartFile<Props> {
  readonly load: () => Promise<ComponentType<Props>>
  here?: ComponentType<Props>
}

/**
 * A part of a page in a file of its own, fetched when it is first shown; nothing stands there until it is here.
 *
 * `lazy` with its `Suspense` would do the same, but React shows what follows a fallback a third of a second after it at
 * the earliest, so that a page of several parts does not flicker: a dialog opened that much after the press.
 */
export function fetchedPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const file: PartFile<Props> = { load }
  return (props) => <FetchedPart file={file} props={props} />
}

interface FetchedPartProps<Props> {
  readonly file: PartFile<Props>
  readonly props: Props
}

function FetchedPart<Props extends object>({ file, props }: FetchedPartProps<Props>) {
  const [state, setState] = useState<{ readonly Part?: ComponentType<Props>; readonly error?: unknown }>(() =>
    file.here === undefined ? {} : { Part: file.here },
  )
  const { Part, error } = state
  const isAwaited = Part === undefined && error === undefined
  useEffect(() => {
    if (!isAwaited) return
    let isShown = true
    file.load().then(
      (loaded) => {
        file.here = loaded
        if (isShown) setState({ Part: loaded })
      },
      (cause: unknown) => {
        if (isShown) setState({ error: cause })
      },
    )
    return () => {
      isShown = false
    }
  }, [file, isAwaited])
  // The page's own boundary says what went wrong, as for every other file.
  if (error !== undefined) throw error
  return Part === undefined ? null : <Part {...props} />
}
