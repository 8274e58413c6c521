import Type, { type Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { findUnits, UnitRef } from '../parties/unit-ref.ts'
import { rolesHeldByAll } from './account.queries.ts'
import { needsSecondFactor } from './second-factor-required.ts'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** An identity of an account, as its owner and administrators see it; who it is at the service is shown to nobody. */
export const IdentityRow = Type.Object({
  id: Type.String(),
  service: Type.String({ description: 'address of the identity service, its issuer' }),
  linkedAt: Type.String(),
  lastUsedAt: Nullable(Type.String()),
})

export const AccountRow = Type.Object({
  id: Type.String(),
  login: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(Type.Object({ role: Type.String(), unit: Nullable(UnitRef) })),
  mustChangePassword: Type.Boolean(),
  disabledAt: Nullable(Type.String()),
  lockedUntil: Nullable(Type.String()),
  lastSignInAt: Nullable(Type.String()),
  secondFactorSince: Nullable(Type.String({ description: 'null: none is set up' })),
  secondFactorRequired: Type.Boolean(),
  identities: Type.Array(IdentityRow),
})
export type AccountRow = Static<typeof AccountRow>

type Context = Pick<QueryContext, 'tx' | 'jurisdiction' | 'county'>

/** The accounts by login, or the one that is named; four questions to the database, however many there are. */
export async function presentAccounts(context: Context, only?: string): Promise<AccountRow[]> {
  const { tx, jurisdiction, county } = context
  const rows = await tx
    .selectFrom('account')
    .leftJoin('account_second_factor as factor', (join) =>
      join
        .onRef('factor.jurisdiction', '=', 'account.jurisdiction')
        .onRef('factor.account_id', '=', 'account.id')
        .on('factor.jurisdiction', '=', jurisdiction),
    )
    .select([
      'account.id',
      'account.login',
      'account.display_name',
      'account.must_change_password',
      'account.disabled_at',
      'account.locked_until',
      'account.last_sign_in_at',
      'factor.confirmed_at',
    ])
    .where('account.jurisdiction', '=', jurisdiction)
    .$if(only !== undefined, (query) => query.where('account.id', '=', only ?? ''))
    .orderBy('account.login')
    .execute()
  const roles = await rolesHeldByAll(tx, jurisdiction, only)
  const identities = await identitiesOf(context, only)
  const units = await findUnits(
    tx,
    jurisdiction,
    [...roles.values()].flat().flatMap((held) => held.partyId ?? []),
  )
  return rows.map((row) => {
    const held = roles.get(row.id) ?? []
    return {
      id: row.id,
      login: row.login,
      displayName: row.display_name,
      roles: held.map(({ role, partyId }) => ({ role, unit: units.get(partyId ?? '') ?? null })),
      mustChangePassword: row.must_change_password,
      disabledAt: row.disabled_at?.toISOString() ?? null,
      lockedUntil: row.locked_until?.toISOString() ?? null,
      lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
      secondFactorSince: row.confirmed_at?.toISOString() ?? null,
      secondFactorRequired: needsSecondFactor(county, held),
      identities: identities.get(row.id) ?? [],
    }
  })
}

/** @throws operation.notFound */
export async function presentAccount(context: Context, id: string): Promise<AccountRow> {
  const [row] = await presentAccounts(context, id)
  if (row === undefined) throw operationErrors.notFound({ what: { zh: '账号', en: 'account' }, id })
  return row
}

/** The identities by account, those linked first standing first. */
export async function identitiesOf(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  only?: string,
): Promise<ReadonlyMap<string, Static<typeof IdentityRow>[]>> {
  const rows = await tx
    .selectFrom('account_identity')
    .select(['id', 'account_id', 'issuer', 'linked_at', 'last_used_at'])
    .where('jurisdiction', '=', jurisdiction)
    .$if(only !== undefined, (query) => query.where('account_id', '=', only ?? ''))
    .orderBy('linked_at')
    .execute()
  const byAccount = new Map<string, Static<typeof IdentityRow>[]>()
  for (const row of rows) {
    const identity = {
      id: row.id,
      service: row.issuer,
      linkedAt: row.linked_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    }
    byAccount.set(row.account_id, [...(byAccount.get(row.account_id) ?? []), identity])
  }
  return byAccount
}
