/**
 * What the page asked the server before the program was there (public/before-paint.js), by path. Each answer is used
 * once, for the first look at the page; a refusal is not kept: the page asks again, and says what is wrong.
 */
interface Early {
  /** undefined: on its way, or refused */
  readonly body: unknown
  readonly answer: Promise<unknown>
}

declare global {
  interface Window {
    qxEarly?: Map<string, Early>
  }
}

/** The answer, if it is here already. */
export function arrivedAnswer<T>(path: string): T | undefined {
  const body = window.qxEarly?.get(path)?.body
  if (body === undefined) return undefined
  window.qxEarly?.delete(path)
  return body as T
}

/** The answer that is still on its way; undefined where nothing was asked, or it was refused. */
export async function earlyAnswer(path: string): Promise<unknown> {
  const early = window.qxEarly?.get(path)
  window.qxEarly?.delete(path)
  return early?.answer
}

/** Until all of them are here, or so many milliseconds are over: a page that is drawn twice costs more than this wait. */
export async function earlyAnswersOr(milliseconds: number): Promise<void> {
  const early = window.qxEarly
  if (early === undefined || early.size === 0) return
  await Promise.race([
    Promise.all([...early.values()].map(({ answer }) => answer)),
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ])
}
