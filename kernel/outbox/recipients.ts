import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

/** An account that is told something. */
export interface Recipient {
  readonly accountId: string
  readonly login: string
  readonly displayName: string
}

/**
 * Who is to be told, for many announcements at once: by outbox id, each account once. Roles are those of now, and
 * accounts that are disabled are told nothing. An announcement that reaches nobody is not among them.
 */
export async function recipientsOf(
  tx: Transaction,
  jurisdiction: string,
  outboxIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Recipient[]>> {
  const { rows } = await sql<Recipient & { outboxId: string }>`
    with told as materialized (
      select id, payload->'to' as "to" from outbox where jurisdiction = ${jurisdiction} and id = any(${[...outboxIds]})
    ), reached as (
      select t.id, r.account_id from (select id, jsonb_array_elements_text("to"->'partyIds') as party_id from told) t
        join account_role r on r.jurisdiction = ${jurisdiction} and r.party_id = t.party_id
          and r.role in ('unitHead', 'unitReporter')
      union
      select t.id, r.account_id from (select id, jsonb_array_elements_text("to"->'roles') as role from told) t
        join account_role r on r.jurisdiction = ${jurisdiction} and r.role = t.role
      union
      select t.id, r.account_id from (select id, jsonb_array_elements("to"->'partyRoles') as one from told) t
        join account_role r on r.jurisdiction = ${jurisdiction} and r.party_id = t.one->>'partyId'
          and r.role = t.one->>'role'
      union
      select t.id, t.account_id from (select id, jsonb_array_elements_text("to"->'accountIds') as account_id from told) t
    )
    select reached.id as "outboxId", a.id as "accountId", a.login, a.display_name as "displayName"
    from reached join account a on a.jurisdiction = ${jurisdiction} and a.id = reached.account_id
    where a.disabled_at is null
    order by reached.id, a.login`.execute(tx)
  const byOutbox = new Map<string, Recipient[]>()
  for (const { outboxId, ...recipient } of rows) {
    const told = byOutbox.get(outboxId)
    if (told === undefined) byOutbox.set(outboxId, [recipient])
    else told.push(recipient)
  }
  return byOutbox
}
