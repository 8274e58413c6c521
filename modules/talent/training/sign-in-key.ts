import type { QueryContext } from '@qiangxian/kernel/operations/context'

/** From the key of the platform, so that the codes need no file of their own; one for each county. */
export function signInKey({ secrets, jurisdiction }: Pick<QueryContext, 'secrets' | 'jurisdiction'>): Uint8Array {
  return secrets.derive(`training sign-in ${jurisdiction}`)
}
