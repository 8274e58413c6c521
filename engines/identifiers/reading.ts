/**
 * How a written identifier 编号 is read: in one of three ways, and never corrected in silence.
 *
 * Terminology:
 * - *check character* 校验位: computed from the other characters, so that a slip of one is found
 * - *canonical form*: the one way in which an identifier is kept and compared, whatever people wrote
 */

export interface Words {
  readonly zh: string
  readonly en: string
}

/**
 * - valid: `normalized` is the canonical form
 * - checkMismatch: well formed, but the check character does not fit; old data holds such numbers, so they are kept
 *   as they were written and marked
 * - invalid: not of this form
 */
export type Reading<Parts extends object = object> =
  | ({ readonly outcome: 'valid'; readonly normalized: string } & Parts)
  | ({ readonly outcome: 'checkMismatch'; readonly normalized: string; readonly reason: Words } & Parts)
  | Invalid

export interface Invalid {
  readonly outcome: 'invalid'
  readonly reason: Words
}

export function valid<Parts extends object>(normalized: string, parts: Parts): Reading<Parts> {
  return { outcome: 'valid', normalized, ...parts }
}

export function checkMismatch<Parts extends object>(
  normalized: string,
  { written, expected }: { readonly written: string; readonly expected: string },
  parts: Parts,
): Reading<Parts> {
  return {
    outcome: 'checkMismatch',
    normalized,
    reason: {
      zh: `校验位写的是 ${written}，按其余各位应为 ${expected}；请对照证书或登记簿核实，可能是其中一位写错。`,
      en: `The check character is ${written}, and the other characters ask for ${expected}; compare with the certificate, one of them may be wrong.`,
    },
    ...parts,
  }
}

export function invalid(zh: string, en: string): Invalid {
  return { outcome: 'invalid', reason: { zh, en } }
}

/** No identifier is longer; what is, is not looked at. */
const LONGEST = 80

/** Written in a table or on a phone: full width, dashes of every kind, spaces that nobody sees. */
const DASHES = /[‐‑‒–—―−﹣]/g
const UNSEEN = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/**
 * The text in half width and upper case, without spaces: the variants in which people write the same identifier.
 *
 * @example plain('ｚｌ２０２０ １０１２３４５６．２') // 'ZL202010123456.2'
 */
export function plain(written: string): string {
  return spaced(written).replaceAll(' ', '').toUpperCase()
}

/** In half width with single spaces, in the case it was written in. */
export function spaced(written: string): string {
  return written
    .slice(0, LONGEST + 1)
    .replace(UNSEEN, '')
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, ' ')
    .replace(DASHES, '-')
    .trim()
}

/** Whether a text can be an identifier at all; said before any pattern is tried. */
export function refusedAtOnce(written: string): Invalid | undefined {
  if (spaced(written) === '') return invalid('没有填写。', 'Nothing is written.')
  if (written.length > LONGEST) {
    return invalid(`超过 ${LONGEST} 个字符，不是编号。`, `More than ${LONGEST} characters are no identifier.`)
  }
  return undefined
}

/** Σ digit × weight over the characters, by the value that each stands for. */
export function weighted(characters: string, weights: readonly number[], value: (character: string) => number): number {
  return weights.reduce((sum, weight, index) => sum + weight * value(characters[index] ?? ''), 0)
}

/** A year that may stand in a number: not before the register began, and not after this one where it is known. */
export function yearTrouble(year: number, first: number, today: string | undefined): Invalid | undefined {
  if (year < first) {
    return invalid(
      `年份 ${year} 早于 ${first} 年，不会有这样的号。`,
      `There were no such numbers in ${year}, before ${first}.`,
    )
  }
  if (today !== undefined && year > Number(today.slice(0, 4))) {
    return invalid(`年份 ${year} 还没有到。`, `The year ${year} has not begun.`)
  }
  return undefined
}
