import { invalid, type Reading, refusedAtOnce, spaced, valid } from './reading.ts'

const PATTERN = /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/

/** Reads an e-mail address 电子邮箱 as offices and firms have them; it is kept in lower case. */
export function readEmail(written: string): Reading {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const address = spaced(written).replaceAll(' ', '').toLowerCase()
  if (PATTERN.test(address) && !address.includes('..')) return valid(address, {})
  return invalid('不是邮箱地址，应写成 name@example.cn。', 'This is no e-mail address; it is written name@example.cn.')
}
