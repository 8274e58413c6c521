import Type, { type Static } from 'typebox'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { findUnits } from '../parties/unit-ref.ts'
import { accountErrors } from './account-errors.ts'
import { hashPassword, refuseWeakPassword } from './password.ts'
import { roles as declared, roleNames } from './roles.ts'

/** A role and the unit for which it is held. One account may hold several, also the same role in several units. */
export const GivenRole = Type.Object({
  role: Type.Enum(roleNames.filter((role) => role !== 'public')),
  partyId: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
})
export type GivenRole = Static<typeof GivenRole>

export interface NewAccount {
  readonly login: string
  readonly displayName: string
  readonly password: string
  /** of the same password, where it was computed before the transaction began */
  readonly passwordHash?: string
  readonly roles: readonly GivenRole[]
  readonly mustChangePassword: boolean
}

/** Inserts an account with its roles and its journal entry; also for the first administrator and demonstration data. */
export async function insertAccount(context: CommandContext, account: NewAccount): Promise<string> {
  const { tx, jurisdiction, now } = context
  const login = account.login.trim().toLowerCase()
  refuseWeakPassword(account.password, login)
  const taken = await tx
    .selectFrom('account')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('login', '=', login)
    .executeTakeFirst()
  if (taken !== undefined) throw accountErrors.loginTaken({ login })
  const id = newId(now)
  await tx
    .insertInto('account')
    .values({
      jurisdiction,
      id,
      login,
      display_name: account.displayName.trim(),
      password_hash: account.passwordHash ?? (await hashPassword(account.password)),
      must_change_password: account.mustChangePassword,
      created_at: now,
    })
    .execute()
  await replaceRoles(context, id, account.roles)
  await context.record({
    subject: { kind: 'account', id },
    before: null,
    after: { login, displayName: account.displayName, roles: account.roles.map((held) => ({ ...held })) },
  })
  return id
}

/**
 * Gives an account these roles and no others; a line that stands twice counts once.
 *
 * @throws account.unitNeeded, account.unitDissolved, operation.notFound for a unit that is not there
 */
export async function replaceRoles(
  context: CommandContext,
  accountId: string,
  given: readonly GivenRole[],
): Promise<void> {
  const { tx, jurisdiction } = context
  const units = await findUnits(
    tx,
    jurisdiction,
    given.flatMap(({ partyId }) => partyId ?? []),
  )
  for (const { role, partyId } of given) {
    if (partyId === null) {
      if (declared[role].forUnit) throw accountErrors.unitNeeded({ role: declared[role].label })
      continue
    }
    const unit = units.get(partyId)
    if (unit === undefined) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: partyId })
    if (unit.dissolvedOn !== null && unit.dissolvedOn <= context.today) {
      throw accountErrors.unitDissolved({ unit: unit.name, dissolvedOn: unit.dissolvedOn })
    }
  }
  await tx
    .deleteFrom('account_role')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .execute()
  const distinct = new Map(given.map((held) => [`${held.role} ${held.partyId}`, held]))
  await tx
    .insertInto('account_role')
    .values(
      [...distinct.values()].map(({ role, partyId }, ordinal) => ({
        jurisdiction,
        account_id: accountId,
        role,
        party_id: partyId,
        ordinal,
      })),
    )
    .execute()
}
