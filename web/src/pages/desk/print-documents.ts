import { Problem } from '../../api/client.ts'
import { currentLanguage } from '../../i18n/language.ts'

/** Fetches several documents as one PDF and opens it to be printed; where no window may open, it is saved. */
export async function printDocuments(ids: readonly string[]): Promise<void> {
  // the window must open in the same moment as the press, or the browser holds it back
  const sheet = window.open('', '_blank')
  const answer = await fetch('/api/document-prints', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'accept-language': currentLanguage() === 'en' ? 'en' : 'zh-CN',
    },
    body: JSON.stringify({ ids }),
  }).catch(() => undefined)
  if (answer === undefined || !answer.ok) {
    sheet?.close()
    const body: unknown = await answer?.json().catch(() => undefined)
    throw new Problem(
      answer?.status ?? 0,
      typeof body === 'object' && body !== null ? body : { code: 'network' },
      answer?.headers.get('x-request-id') ?? null,
    )
  }
  const url = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: 'application/pdf' }))
  if (sheet === null) {
    const link = document.createElement('a')
    link.href = url
    link.download = 'documents.pdf'
    link.click()
  } else {
    sheet.location.href = url
  }
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
