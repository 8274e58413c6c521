import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import { matterErrors } from './matter-errors.ts'

/** Somebody who can be asked or entrusted: an account, or a unit as a whole. */
export interface Person {
  readonly kind: 'account' | 'unit'
  readonly id: string
  readonly label: string
  readonly unit: string | null
  readonly role: string | null
}

/** Officers and heads of a unit, who can take its matters. */
export async function officersOf({ tx, jurisdiction }: QueryContext, unitId: string): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select distinct on (a.display_name, a.id) 'account' as kind, a.id, a.display_name as label, p.name as unit, r.role
    from account_role r
    join account a on a.jurisdiction = ${jurisdiction} and a.id = r.account_id and a.disabled_at is null
    join party p on p.jurisdiction = ${jurisdiction} and p.id = r.party_id
    where r.jurisdiction = ${jurisdiction} and r.party_id = ${unitId} and r.role in ('caseOfficer', 'unitHead')
    order by a.display_name, a.id, r.role`.execute(tx)
  return rows
}

/** Everybody of other units who could be asked to sign, and the units themselves. */
export async function peopleToAsk({ tx, jurisdiction }: QueryContext): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    with officers as (
      select distinct on (a.id) 'account' as kind, a.id, a.display_name as label, p.name as unit, r.role, p.id as party
      from account_role r
      join account a on a.jurisdiction = ${jurisdiction} and a.id = r.account_id and a.disabled_at is null
      join party p on p.jurisdiction = ${jurisdiction} and p.id = r.party_id
      where r.jurisdiction = ${jurisdiction} and r.role in ('caseOfficer', 'unitHead')
      order by a.id, r.role
    )
    select 'unit' as kind, p.id, p.name as label, null as unit, null as role from party p
    where p.jurisdiction = ${jurisdiction} and p.dissolved_on is null and p.id in (select party from officers)
    union all select kind, id, label, unit, role from officers
    order by unit nulls first, label, id`.execute(tx)
  return rows
}

/**
 * An officer or head of the unit, by the id of the account or its login.
 *
 * @throws matter.personUnknown
 */
export async function getOfficer(context: QueryContext, unitId: string, who: string): Promise<Person> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<Person>`
    select 'account' as kind, a.id, a.display_name as label, null as unit, r.role
    from account a
    join account_role r on r.jurisdiction = ${jurisdiction} and r.account_id = a.id
    where a.jurisdiction = ${jurisdiction} and (a.id = ${who} or a.login = ${who}) and a.disabled_at is null
      and r.party_id = ${unitId} and r.role in ('caseOfficer', 'unitHead')
    order by r.role limit 1`.execute(tx)
  const [row] = rows
  if (row === undefined) throw matterErrors.personUnknown({ who })
  return row
}

/**
 * Whoever is asked, by ids of units and accounts, or logins.
 *
 * @throws matter.personUnknown
 */
export async function getAsked(context: QueryContext, ids: readonly string[]): Promise<readonly Person[]> {
  const { tx, jurisdiction } = context
  const wanted = [...new Set(ids)]
  const { rows } = await sql<Person & { login: string | null }>`
    select 'unit' as kind, p.id, p.name as label, null as unit, null as role, null as login from party p
    where p.jurisdiction = ${jurisdiction} and p.id = any(${wanted}::text[]) and p.dissolved_on is null
    union all
    select 'account' as kind, a.id, a.display_name as label, null as unit, null as role, a.login from account a
    where a.jurisdiction = ${jurisdiction} and (a.id = any(${wanted}::text[]) or a.login = any(${wanted}::text[]))
      and a.disabled_at is null
      and exists (select from account_role r where r.jurisdiction = ${jurisdiction} and r.account_id = a.id
        and r.role in ('caseOfficer', 'unitHead', 'office'))`.execute(tx)
  const unknown = wanted.find((id) => !rows.some((row) => row.id === id || row.login === id))
  if (unknown !== undefined) throw matterErrors.personUnknown({ who: unknown })
  return rows
}
