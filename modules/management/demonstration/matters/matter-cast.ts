import type { Actor } from '@qiangxian/kernel/accounts/actor'
import type { Role } from '@qiangxian/kernel/accounts/roles'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'

/** Accounts of the demonstration as they act in its tales. */
export interface MatterCast {
  readonly officers: readonly Actor[]
  readonly heads: readonly Actor[]
  readonly clerks: readonly Actor[]
  readonly citizens: readonly Actor[]
  readonly enterprises: readonly Actor[]
  readonly experts: readonly Actor[]
}

/** Those who handle and decide are of the organisation that handles the services. */
export async function matterCast({ tx, jurisdiction, county }: CommandContext): Promise<MatterCast> {
  const [service] = county.services.matters
  const { rows } = await sql<{
    id: string
    login: string
    label: string
    role: Role
    partyId: string | null
    unit: string | null
  }>`
    select a.id, a.login, a.display_name as label, r.role, r.party_id as "partyId", p.name as unit
    from account a
    join account_role r on r.jurisdiction = a.jurisdiction and r.account_id = a.id
    left join party p on p.jurisdiction = a.jurisdiction and p.id = r.party_id
    where a.jurisdiction = ${jurisdiction} and r.jurisdiction = ${jurisdiction}
      and a.login = any(${county.demonstrationAccounts.map(({ login }) => login)})
    order by a.login`.execute(tx)
  const of = (role: Role, unit?: string) =>
    rows
      .filter((row) => row.role === role && (unit === undefined || row.unit === unit))
      .map(
        (row): Actor => ({
          ...{ accountId: row.id, sessionId: undefined, label: row.label, via: 'web', address: undefined },
          roles: [{ role, partyId: row.partyId ?? undefined }],
        }),
      )
  return {
    officers: of('caseOfficer', service?.organisation),
    heads: of('unitHead', service?.organisation),
    clerks: of('windowClerk'),
    citizens: of('citizen'),
    enterprises: of('enterprise'),
    experts: of('expert'),
  }
}
