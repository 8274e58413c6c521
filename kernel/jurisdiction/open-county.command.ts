import Type from 'typebox'
import { hasAnyAccount } from '../accounts/account.queries.ts'
import { insertAccount } from '../accounts/insert-account.ts'
import { hashPassword } from '../accounts/password.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand } from '../operations/operation.ts'
import { insertOrganisation, learnAlias, listOrganisations } from '../parties/party.operations.ts'

/**
 * 开通行政区: at the first start, the jurisdiction and the organisations of the county's folder; in demonstration mode
 * its accounts too. A later start changes nothing: what people changed since is theirs.
 */
export const openCounty = defineCommand({
  id: 'county.open',
  label: { zh: '开通行政区', en: 'Open the county' },
  about: {
    zh: '首次启动时载入行政区及其组织机构。',
    en: 'Loads the jurisdiction and its organisations at the first start.',
  },
  permission: 'party.manage',
  route: { method: 'POST', path: '/county' },
  input: Type.Object({}),
  output: Type.Object({ opened: Type.Boolean() }),
  run: async (context) => {
    const { tx, jurisdiction, county, now } = context
    const row = await tx
      .insertInto('jurisdiction')
      .values({
        jurisdiction,
        label: county.label,
        label_en: county.labelEn,
        demonstration: county.demonstration,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    const opened = row.numInsertedOrUpdatedRows === 1n
    if (!opened) {
      context.unchanged()
      return { opened }
    }
    await insertOrganisations(context)
    await context.record({
      subject: { kind: 'jurisdiction', id: jurisdiction },
      before: null,
      after: { label: county.label, organisations: county.organisations.length, demonstration: county.demonstration },
    })
    await insertDemonstrationAccounts(context)
    return { opened }
  },
})

async function insertOrganisations(context: CommandContext): Promise<void> {
  const { tx, jurisdiction, county } = context
  const idOf = new Map<string, string>()
  // Parents stand before children: a pass takes those whose parent is known, until nothing is left.
  let rest = county.organisations.map((unit, ordinal) => ({ unit, ordinal }))
  while (rest.length > 0) {
    const ready = rest.filter(({ unit }) => unit.parent === null || idOf.has(unit.parent))
    if (ready.length === 0) throw new Error(`organisations ${rest.map(({ unit }) => unit.key).join(', ')} have no root`)
    for (const { unit, ordinal } of ready) {
      const parentId = unit.parent === null ? null : (idOf.get(unit.parent) ?? null)
      const { name, shortName, kind, aliases } = unit
      const id = await insertOrganisation(context, { name, shortName, kind, parentId, ordinal })
      idOf.set(unit.key, id)
      for (const alias of aliases) await learnAlias(context, alias, id, '县域数据')
    }
    rest = rest.filter((each) => !ready.includes(each))
  }
  const members = county.organisations.flatMap((set) =>
    set.members.map((member) => ({
      jurisdiction,
      set_id: idOf.get(set.key) ?? '',
      member_id: idOf.get(member) ?? '',
    })),
  )
  if (members.length > 0) await tx.insertInto('party_member').values(members).execute()
}

async function insertDemonstrationAccounts(context: CommandContext): Promise<void> {
  const { tx, jurisdiction, county } = context
  if (!county.demonstration || (await hasAnyAccount(tx, jurisdiction))) return
  const organisations = await listOrganisations(tx, jurisdiction)
  const idOf = new Map(
    county.organisations.map((unit) => [unit.key, organisations.find((each) => each.name === unit.name)?.id ?? null]),
  )
  const accounts = county.demonstrationAccounts.flatMap(({ login, displayName, password, roles }) => {
    const given = roles.flatMap(({ role, unit }) =>
      role === 'public' ? [] : [{ role, partyId: unit === null ? null : (idOf.get(unit) ?? null) }],
    )
    return given.length === 0 ? [] : [{ login, displayName, password, roles: given, mustChangePassword: false }]
  })
  // Side by side, as many as there are cores: one after the other they are most of a second.
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)))
  for (const [at, account] of accounts.entries()) {
    const passwordHash = hashes[at]
    await insertAccount(context, { ...account, ...(passwordHash === undefined ? {} : { passwordHash }) })
  }
}
