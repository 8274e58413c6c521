import { currentLanguage } from '../i18n/language.ts'
import { earlyAnswer } from './early-answers.ts'

/** What the server says when it refuses, as problem details (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  /** stable, plan.alreadyAdopted; `network` when the server was not reached */
  readonly code: string
  readonly requestId: string | null
  readonly problems: readonly { readonly path: string; readonly message: string }[]
  readonly retryAfterSeconds: number | null

  constructor(status: number, body: ProblemBody, requestId: string | null) {
    super(body.detail ?? body.title ?? '')
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? 'unknown'
    this.requestId = body.requestId ?? requestId
    this.problems = body.problems ?? []
    this.retryAfterSeconds = body.retryAfterSeconds ?? null
  }
}

interface ProblemBody {
  readonly title?: string
  readonly detail?: string
  readonly code?: string
  readonly requestId?: string
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
  readonly retryAfterSeconds?: number
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export async function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': currentLanguage() === 'en' ? 'en' : 'zh-CN',
  }
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['content-type'] = 'application/json'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (signal !== undefined) init.signal = signal
  if (body !== undefined) init.body = form ? body : JSON.stringify(body)
  let response: Response
  try {
    response = await fetch(`/api${path}`, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem(0, { code: 'network' }, null)
  }
  const requestId = response.headers.get('x-request-id')
  const answer = await readJson(response)
  if (!response.ok) throw new Problem(response.status, asProblemBody(answer), requestId)
  return answer as T
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const early = await earlyAnswer(path)
  return early === undefined ? request<T>('GET', path, undefined, signal) : (early as T)
}
export const post = <T>(path: string, body: unknown = {}) => request<T>('POST', path, body)
export const put = <T>(path: string, body: unknown) => request<T>('PUT', path, body)
export const patch = <T>(path: string, body: unknown) => request<T>('PATCH', path, body)
export const remove = <T>(path: string) => request<T>('DELETE', path)

/**
 * Sends a file and reports how much of it has gone, 0 to 1. XMLHttpRequest, because fetch reports no progress of
 * uploads.
 */
export function upload<T>(path: string, form: FormData, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', `/api${path}`)
    sending.setRequestHeader('accept', 'application/json')
    sending.setRequestHeader('accept-language', currentLanguage() === 'en' ? 'en' : 'zh-CN')
    sending.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    sending.addEventListener('load', () => {
      const answer = parseJson(sending.responseText)
      if (sending.status < 300) resolve(answer as T)
      else reject(new Problem(sending.status, asProblemBody(answer), sending.getResponseHeader('x-request-id')))
    })
    sending.addEventListener('error', () => reject(new Problem(0, { code: 'network' }, null)))
    sending.send(form)
  })
}

async function readJson(response: Response): Promise<unknown> {
  return parseJson(await response.text())
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function asProblemBody(answer: unknown): ProblemBody {
  return typeof answer === 'object' && answer !== null ? answer : {}
}
