import { visitErrors } from './visit-errors.ts'

/**
 * A mobile number of the mainland in its eleven digits, however it was typed.
 *
 * @throws visit.badPhone
 * @source 电信网编号计划（工信部，2017）: mobile numbers are 1XXXXXXXXXX
 * @example phoneNumber('+86 138-0000 1234') // '13800001234'
 */
export function phoneNumber(typed: string): string {
  const digits = typed
    .normalize('NFKC')
    .replaceAll(/[\s\-().]/g, '')
    .replace(/^(?:\+|00)86/, '')
  if (!/^1[3-9]\d{9}$/.test(digits)) throw visitErrors.badPhone({})
  return digits
}
