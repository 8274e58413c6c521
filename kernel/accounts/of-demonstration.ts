import type { QueryContext } from '../operations/context.ts'

/**
 * Whether it is an invented person of the demonstration who acts. What such a person decides is marked as the story is,
 * so that it goes with the demonstration and no county begins its work under decisions that nobody took.
 */
export async function isOfDemonstration({ tx, jurisdiction, county, actor }: QueryContext): Promise<boolean> {
  const logins = county.demonstrationAccounts.map(({ login }) => login)
  if (logins.length === 0 || actor.accountId === undefined) return false
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', actor.accountId)
    .where('login', 'in', logins)
    .executeTakeFirst()
  return account !== undefined
}
