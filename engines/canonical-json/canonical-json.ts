/** A value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * Canonical JSON: one value, one string of bytes, on every machine.
 *
 * Members are ordered by the UTF-16 code units of their names, there is no white space, and numbers and strings are
 * written as ECMAScript writes them. A member that is `undefined` is left out.
 *
 * @throws TypeError for NaN, infinities, and lone surrogates, which have no canonical form
 * @source RFC 8785, JSON Canonicalization Scheme (JCS)
 * @example canonicalJson({ b: 2, a: [1.0, '甲'] }) // '{"a":[1,"甲"],"b":2}'
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  // The default sort of strings compares UTF-16 code units, which is the order that the RFC asks for.
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = value[name]
      return member === undefined ? [] : [`${canonicalString(name)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON form`)
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('A string with a lone surrogate has no canonical JSON form')
  return JSON.stringify(value)
}
