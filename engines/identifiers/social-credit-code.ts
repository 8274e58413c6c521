import { checkMismatch, invalid, plain, type Reading, refusedAtOnce, valid, weighted } from './reading.ts'

export interface SocialCreditCode {
  /** legacyRegNo: an old 15-digit registration number 注册号, which is kept and not checked */
  readonly kind: 'socialCreditCode' | 'legacyRegNo'
  /** of the body that registered it, as it was then; undefined in old numbers */
  readonly division?: string
  /** 组织机构代码, nine characters with its own check */
  readonly organisationCode?: string
}

/** Without I, O, S, V and Z, which are taken for digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const PATTERN = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * Reads a unified social credit code 统一社会信用代码: 18 characters with two check characters, one over all of them and
 * one inside the organisation code 组织机构代码 at places 9 to 17.
 *
 * @source GB 32100-2015, GB 11714
 * @example readSocialCreditCode('91320282ma1x00017x') // valid, '91320282MA1X00017X'
 */
export function readSocialCreditCode(written: string): Reading<SocialCreditCode> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const code = plain(written).replaceAll('-', '')
  if (/^\d{15}$/.test(code)) return valid(code, { kind: 'legacyRegNo' })
  if (code.length !== 18) {
    return invalid(
      `统一社会信用代码是 18 位，这里有 ${code.length} 位。`,
      `A unified social credit code has 18 characters; these are ${code.length}.`,
    )
  }
  if (!PATTERN.test(code)) {
    return invalid(
      '统一社会信用代码只用数字和大写字母，不用 I、O、S、V、Z，第 3 至 8 位是数字；常见的错误是把 0 写成 O、把 1 写成 I。',
      'A unified social credit code has digits and capital letters without I, O, S, V and Z, and digits at places 3 to 8; often 0 was written as O, or 1 as I.',
    )
  }
  const organisationCode = code.slice(8, 17)
  const parts: SocialCreditCode = { kind: 'socialCreditCode', division: code.slice(2, 8), organisationCode }
  const expected = socialCreditCheck(code.slice(0, 17))
  if (expected !== code[17]) return checkMismatch(code, { written: code[17] ?? '', expected }, parts)
  const inner = organisationCheck(organisationCode.slice(0, 8))
  if (inner !== organisationCode[8]) {
    return {
      outcome: 'checkMismatch',
      normalized: code,
      reason: {
        zh: `其中的组织机构代码 ${organisationCode} 校验位应为 ${inner}；请对照营业执照核实。`,
        en: `The organisation code ${organisationCode} inside it should end with ${inner}; compare with the licence.`,
      },
      ...parts,
    }
  }
  return valid(code, parts)
}

/** The 18th character of the first 17. */
export function socialCreditCheck(first17: string): string {
  const sum = weighted(first17, WEIGHTS, (character) => ALPHABET.indexOf(character))
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

/** The ninth character of an organisation code 组织机构代码. */
export function organisationCheck(first8: string): string {
  const sum = weighted(first8, ORGANISATION_WEIGHTS, (character) => ORGANISATION_ALPHABET.indexOf(character))
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
