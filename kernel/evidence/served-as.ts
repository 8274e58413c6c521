import { downloadName } from './clean-name.ts'

/**
 * How a stored file goes to a browser.
 *
 * Files come from anyone, and the platform's own pages stand on the same origin: a file that the browser runs would act
 * with the rights of whoever looks at it. So few kinds are shown in the browser, everything else is a download of
 * unknown type, and no file response may load, run or be framed elsewhere.
 */

/** HTML, SVG and XML can carry scripts and are not here; neither is anything that a plug-in would open. */
const shownInline = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'])

export interface ServedAs {
  readonly contentType: string
  readonly disposition: 'inline' | 'attachment'
}

/** @param mediaType as judged by content and kept with the file; charset and all */
export function servedAs(mediaType: string): ServedAs {
  const [essence = '', ...parameters] = mediaType.split(';').map((part) => part.trim().toLowerCase())
  if (!shownInline.has(essence)) return { contentType: 'application/octet-stream', disposition: 'attachment' }
  if (essence !== 'text/plain') return { contentType: essence, disposition: 'inline' }
  const charset = parameters.find((parameter) => /^charset=[a-z0-9-]{1,20}$/.test(parameter)) ?? 'charset=utf-8'
  return { contentType: `text/plain; ${charset}`, disposition: 'inline' }
}

/** Every header of a file response except its length; the caller adds caching. */
export function fileHeaders(file: { readonly mediaType: string; readonly name: string }): Record<string, string> {
  const { contentType, disposition } = servedAs(file.mediaType)
  return {
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition(disposition, file.name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}

/**
 * The header that names a download: plain letters for old programs, and the full name for all others.
 * Source: RFC 6266 section 4, RFC 8187 section 3.2 (formerly 5987).
 *
 * @example contentDisposition('inline', '佐证.pdf') // `inline; filename="__.pdf"; filename*=UTF-8''%E4%BD%90%E8%AF%81.pdf`
 */
export function contentDisposition(disposition: ServedAs['disposition'], name: string): string {
  const full = downloadName(name)
  const plain = Array.from(full, (character) => (/^[\w .()+,=@~-]$/.test(character) ? character : '_')).join('')
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeExtended(full)}`
}

/** Percent-encodes all but attr-char of RFC 8187; encodeURIComponent leaves four characters too many. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
