import { invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface Phone {
  readonly kind: 'mobile' | 'landline' | 'service'
}

/**
 * Reads a telephone number of the mainland: mobile, landline with or without area code and extension, or a service
 * number (400, 800, five digits).
 *
 * @example readPhone('+86 139 0000 0000') // valid, '13900000000'
 * @example readPhone('（0510）87900000转8') // valid, '0510-87900000-8'
 */
export function readPhone(written: string): Reading<Phone> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const digits = plain(written)
    .replace(/^(\+|00)86-?/, '')
    .replace(/[()]/g, '-')
    .replace(/转|#|EXT\.?/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  const together = digits.replaceAll('-', '')
  if (/^1[3-9]\d{9}$/.test(together)) return valid(together, { kind: 'mobile' })
  if (/^[48]00\d{7}$/.test(together)) {
    return valid(`${together.slice(0, 3)}-${together.slice(3, 6)}-${together.slice(6)}`, { kind: 'service' })
  }
  if (/^1[02]\d{3}$|^9\d{4}$/.test(together)) return valid(together, { kind: 'service' })
  // 010 and 02x are the only area codes of three digits.
  const [, area = '', local = '', extension = ''] =
    /^(?:(0(?:10|2\d|[3-9]\d{2}))-?)?([2-9]\d{6,7})(?:-(\d{1,6}))?$/.exec(digits) ?? []
  if (local !== '') return valid([area, local, extension].filter((part) => part !== '').join('-'), { kind: 'landline' })
  return invalid(
    '不是电话号码：手机 11 位，固定电话写成 0510-87900000，有分机的再加 -分机号。',
    'This is no telephone number: a mobile one has 11 digits, a landline is written 0510-87900000, with -extension.',
  )
}
