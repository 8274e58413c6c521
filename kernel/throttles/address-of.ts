import type { Actor } from '../accounts/actor.ts'

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * The address by which somebody is slowed down; undefined from the machine itself: a proxy that hands nothing on makes it
 * everybody's address.
 */
export function addressOf({ address }: Pick<Actor, 'address'>): string | undefined {
  return address === undefined || loopback.has(address) ? undefined : address
}
