/** The value that a JSON pointer (RFC 6901) points at, undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, token) => {
      if (typeof value !== 'object' || value === null) return undefined
      const name = token.replaceAll('~1', '/').replaceAll('~0', '~')
      return Object.entries(value).find(([key]) => key === name)?.[1]
    }, root)
}
