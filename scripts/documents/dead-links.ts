import { posix } from 'node:path'

export interface DeadLink {
  readonly line: number
  readonly target: string
}

/**
 * Links of a Markdown document to files of this repository that are not there. Addresses elsewhere are not asked:
 * a check must not depend on somebody's server.
 *
 * @param document path from the root, with forward slashes
 * @param exists answers for a path from the root
 */
export function deadLinks(document: string, markdown: string, exists: (path: string) => boolean): DeadLink[] {
  let insideCode = false
  return markdown.split('\n').flatMap((text, index) => {
    if (/^\s*(```|~~~)/.test(text)) insideCode = !insideCode
    if (insideCode) return []
    return linksOf(text)
      .filter((target) => !exists(posix.normalize(posix.join(posix.dirname(document), target))))
      .map((target) => ({ line: index + 1, target }))
  })
}

/** Relative targets of links and pictures in a line, without the place within the file. */
function linksOf(text: string): string[] {
  const withoutCode = text.replace(/`[^`]*`/g, '')
  return [...withoutCode.matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)]
    .map(([, target = '']) => decodeURI(target.replace(/#.*$/, '')))
    .filter((target) => target !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(target))
}
