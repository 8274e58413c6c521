import type { CommandContext } from '@qiangxian/kernel/operations/context'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { Person, StoryUnit, Telling } from './telling.ts'

/** Who plays which part: units by key and by id, and the accounts that the demonstration has for them. */
export type Cast = Pick<Telling, 'unit' | 'unitById' | 'membersOf' | 'office'>

interface Holder extends Person {
  readonly login: string
  readonly role: string
  readonly partyId: string | null
}

export async function castOf(context: CommandContext, organisations: readonly OrganisationRow[]): Promise<Cast> {
  const { county } = context
  const holders = await holdersOf(context)
  const byId = new Map(organisations.map((unit) => [unit.id, unit]))
  const keyOf = new Map(county.organisations.map(({ key, name }) => [name, key]))
  const told = new Map(
    organisations.map((unit) => [unit.id, storyUnit(unit, keyOf.get(unit.name) ?? unit.id, holders)]),
  )
  const byStoryKey = new Map([...told.values()].map((unit) => [unit.key, unit]))
  const ofOffice = holders.filter(({ role }) => role === 'office')
  return {
    unit: (key) => present(byStoryKey.get(key), key),
    unitById: (id) => present(told.get(id), id),
    membersOf: (id) => {
      const members = byId.get(id)?.members ?? []
      return members.length === 0 ? [id] : members
    },
    office: {
      checker: ofOffice[0] ?? { accountId: null, label: '办公室审核人（演示）' },
      approver: ofOffice[1] ?? { accountId: null, label: '办公室核定人（演示）' },
      accountIds: ofOffice.flatMap(({ accountId }) => accountId ?? []),
    },
  }
}

function present(unit: StoryUnit | undefined, named: string): StoryUnit {
  if (unit === undefined) throw new Error(`the story names ${named}, and there is no such unit`)
  return unit
}

function storyUnit(unit: OrganisationRow, key: string, holders: readonly Holder[]): StoryUnit {
  const own = holders.filter(({ partyId }) => partyId === unit.id)
  const reporter = own.find(({ role }) => role === 'unitReporter')
  const head = own.find(({ role }) => role === 'unitHead')
  return {
    id: unit.id,
    key,
    shortName: unit.shortName,
    reporter: reporter ?? { accountId: null, label: `${unit.shortName}填报人（演示）` },
    head: head ?? { accountId: null, label: `${unit.shortName}负责人（演示）` },
    accountIds: own.flatMap(({ accountId, role }) =>
      accountId !== null && (role === 'unitReporter' || role === 'unitHead') ? [accountId] : [],
    ),
  }
}

/** The accounts of the demonstration with their roles, in the order in which the county lists them. */
async function holdersOf({ tx, jurisdiction, county }: CommandContext): Promise<readonly Holder[]> {
  const logins = county.demonstrationAccounts.map(({ login }) => login)
  if (logins.length === 0) return []
  const rows = await tx
    .selectFrom('account')
    .innerJoin('account_role', (join) =>
      join
        .onRef('account_role.jurisdiction', '=', 'account.jurisdiction')
        .onRef('account_role.account_id', '=', 'account.id'),
    )
    .select([
      'account.id as accountId',
      'account.login',
      'account.display_name as label',
      'role',
      'party_id as partyId',
    ])
    .where('account.jurisdiction', '=', jurisdiction)
    .where('account_role.jurisdiction', '=', jurisdiction)
    .where('account.login', 'in', logins)
    .execute()
  return rows.sort((a, b) => logins.indexOf(a.login) - logins.indexOf(b.login))
}
