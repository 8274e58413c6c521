import { identifierTypes, type ReadingFacts } from '@qiangxian/engines/identifiers/identifier-types'
import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import { type CountyFacts, textParameter } from '@qiangxian/kernel/jurisdiction/county-facts'

export const identifierTypeNames = identifierTypes.map(({ type }) => type)
export type IdentifierTypeName = (typeof identifierTypes)[number]['type']

export interface IdentifierCheck {
  readonly value: string
  readonly valid: boolean
  /** the canonical form; null where the text is of no such form */
  readonly normalized: string | null
  readonly reason: 'checkMismatch' | 'invalidFormat' | null
  /** what is wrong and what to do, in words */
  readonly message: Localized | null
}

/** Each value as it is read: never corrected, and in the order in which they came. */
export function checkIdentifiers(
  type: IdentifierTypeName,
  values: readonly string[],
  facts: ReadingFacts,
): readonly IdentifierCheck[] {
  const known = identifierTypes.find((each) => each.type === type)
  if (known === undefined) throw new RangeError(`no kind of identifier is called ${type}`)
  return values.map((value) => {
    const reading = known.read(value, facts)
    if (reading.outcome === 'valid') {
      return { value, valid: true, normalized: reading.normalized, reason: null, message: null }
    }
    return reading.outcome === 'checkMismatch'
      ? { value, valid: false, normalized: reading.normalized, reason: 'checkMismatch', message: reading.reason }
      : { value, valid: false, normalized: null, reason: 'invalidFormat', message: reading.reason }
  })
}

/** What identifiers of the county are read with. */
export function readingFacts(county: Pick<CountyFacts, 'parameters'>, today: string): ReadingFacts {
  const workClassLetters = textParameter(county, 'copyright.work-class-letters', null)
  return { today, ...(workClassLetters === null ? {} : { workClassLetters }) }
}
