import Type from 'typebox'
import { roles } from '../accounts/roles.ts'
import type { QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { Id, Instant } from '../plan/programme.schemas.ts'
import { readRecords } from './find-records.ts'
import { presentRecords } from './present-records.ts'
import { registerErrors } from './register-errors.ts'
import { RecordRow, RelatedRecords } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { relatedRecords } from './related-records.ts'
import { entitiesActedFor, entityRegister, sightOrThrow } from './sight.ts'

/** records of one kind that an enterprise sees at once; the rest stand in the list of the register */
const shownOfEach = 200

/** 企业用户、专家: for which records an account acts, and what the registers hold of its entities. */
export function entityOperations(registers: Registers): readonly Operation[] {
  return [
    defineQuery({
      id: 'entity.own',
      label: { zh: '查看本企业的记录', en: 'Show own entities' },
      about: {
        zh: '本账号关联的主体，及名下的权利、称号、质押、期限等记录。',
        en: 'The entities for which the account acts, with everything that the registers hold of them.',
      },
      permission: 'register.own',
      route: { method: 'GET', path: '/own-entities' },
      cli: 'entity own',
      input: Type.Object({}),
      output: Type.Object({
        entities: Type.Array(
          Type.Object({ register: Type.String(), record: RecordRow, related: Type.Array(RelatedRecords) }),
        ),
      }),
      run: async (context) => {
        const register = entityRegister(registers)
        if (register === undefined) return { entities: [] }
        const ids = await entitiesActedFor(context, register)
        const sight = await sightOrThrow(context, registers, register)
        const records = await readRecords(context.tx, context.jurisdiction, register, ids)
        const rows = await presentRecords(context, register, sight, [...records.values()])
        const entities = []
        for (const record of rows) {
          const related = await relatedRecords(context, registers, register, record.id, shownOfEach)
          entities.push({ register: register.id, record, related })
        }
        return { entities }
      },
    }),
    defineQuery({
      id: 'account.entities',
      label: { zh: '查看账号关联的主体', en: 'List the entities of an account' },
      about: {
        zh: '企业用户账号代表哪些主体，专家账号是专家库中的哪一位。',
        en: 'For which entities an enterprise’s account acts, and which expert an expert’s account is.',
      },
      permission: 'account.manage',
      route: { method: 'GET', path: '/accounts/:accountId/entities' },
      cli: 'account entities',
      input: Type.Object({ accountId: Id }),
      output: Type.Object({
        entities: Type.Array(
          Type.Object({
            ...{ register: Type.String(), recordId: Id, label: Type.String() },
            ...{ grantedAt: Instant, grantedByLabel: Type.String() },
          }),
        ),
      }),
      run: async (context, { accountId }) => {
        const { tx, jurisdiction } = context
        await refuseUnknownAccount(context, accountId)
        const rows = await tx
          .selectFrom('account_entity')
          .select(['register', 'record_id', 'granted_at', 'granted_by_label'])
          .where('jurisdiction', '=', jurisdiction)
          .where('account_id', '=', accountId)
          .orderBy('register')
          .orderBy('record_id')
          .execute()
        const entities = []
        for (const { register: id, record_id: recordId, granted_at: grantedAt, granted_by_label: by } of rows) {
          const register = registers.get(id)
          const records = register === undefined ? undefined : await readRecords(tx, jurisdiction, register, [recordId])
          entities.push({
            ...{ register: id, recordId, label: records?.get(recordId)?.label ?? '—' },
            ...{ grantedAt: grantedAt.toISOString(), grantedByLabel: by },
          })
        }
        return { entities }
      },
    }),
    defineCommand({
      id: 'account.linkEntity',
      label: { zh: '把账号关联到主体', en: 'Link an account to an entity' },
      about: {
        zh: '让一个企业用户账号代表名录中的一个主体，可以查看它名下的记录并报错；让一个专家账号就是专家库中的一位专家（register=expert），可以评审抽到的件。',
        en: 'Lets an enterprise’s account act for a record of the register of entities: see what is its own, and report mistakes. Lets an expert’s account be an expert of the register that is named, who judges what they were drawn for.',
      },
      permission: 'account.manage',
      route: { method: 'POST', path: '/accounts/:accountId/entities' },
      cli: 'account link-entity',
      input: Type.Object({
        ...{ accountId: Id, recordId: Id },
        register: Type.Optional(Type.String({ maxLength: 64, description: 'left out: that of the entities' })),
      }),
      output: Type.Object({ linked: Type.Boolean() }),
      run: async (context, { accountId, recordId, register: name }) => {
        const { tx, jurisdiction, actor, now } = context
        const { register, role } = actedFor(registers, name)
        const account = await tx
          .selectFrom('account')
          .innerJoin('account_role', (join) =>
            join
              .onRef('account_role.jurisdiction', '=', 'account.jurisdiction')
              .onRef('account_role.account_id', '=', 'account.id'),
          )
          .select(['account.login', 'account_role.role'])
          .where('account.jurisdiction', '=', jurisdiction)
          .where('account_role.jurisdiction', '=', jurisdiction)
          .where('account.id', '=', accountId)
          .execute()
        const [first] = account
        if (first === undefined) throw operationErrors.notFound({ what: { zh: '账号', en: 'account' }, id: accountId })
        if (!account.some((held) => held.role === role)) {
          throw registerErrors.accountOfOtherRole({
            ...{ login: first.login, role: roles[role].label.zh, register: register.declaration.label },
          })
        }
        const records = await readRecords(tx, jurisdiction, register, [recordId])
        const record = records.get(recordId)
        if (record === undefined)
          throw registerErrors.recordUnknown({ label: register.declaration.label, id: recordId })
        const row = await tx
          .insertInto('account_entity')
          .values({
            ...{ jurisdiction, account_id: accountId, register: register.id, record_id: recordId },
            ...{ granted_at: now, granted_by_label: actor.label },
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (row.numInsertedOrUpdatedRows !== 1n) {
          context.unchanged()
          return { linked: false }
        }
        await context.record({
          subject: { kind: 'account', id: accountId },
          before: null,
          after: { register: register.id, entity: recordId, label: record.label },
        })
        return { linked: true }
      },
    }),
    defineCommand({
      id: 'account.unlinkEntity',
      label: { zh: '解除账号与主体的关联', en: 'Unlink an account from an entity' },
      about: { zh: '账号不再代表这个主体。', en: 'The account no longer acts for the entity.' },
      permission: 'account.manage',
      route: { method: 'DELETE', path: '/accounts/:accountId/entities/:recordId' },
      cli: 'account unlink-entity',
      input: Type.Object({ accountId: Id, recordId: Id }),
      output: Type.Object({ unlinked: Type.Boolean() }),
      run: async (context, { accountId, recordId }) => {
        const { tx, jurisdiction } = context
        await refuseUnknownAccount(context, accountId)
        const gone = await tx
          .deleteFrom('account_entity')
          .where('jurisdiction', '=', jurisdiction)
          .where('account_id', '=', accountId)
          .where('record_id', '=', recordId)
          .executeTakeFirst()
        if (gone.numDeletedRows === 0n) {
          context.unchanged()
          return { unlinked: false }
        }
        await context.record({ subject: { kind: 'account', id: accountId }, before: { entity: recordId }, after: null })
        return { unlinked: true }
      },
    }),
  ]
}

async function refuseUnknownAccount(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  accountId: string,
): Promise<void> {
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (account === undefined) throw operationErrors.notFound({ what: { zh: '账号', en: 'account' }, id: accountId })
}

/** For records of which registers accounts act, and accounts of which role. */
function actedFor(
  registers: Registers,
  name: string | undefined,
): { register: Register; role: 'enterprise' | 'expert' } {
  const entities = entityRegister(registers)
  const register = name === undefined ? entities : registers.get(name)
  if (register === undefined) throw registerErrors.noEntities({})
  if (register === entities) return { register, role: 'enterprise' }
  const role = register.declaration.actedForBy
  if (role !== undefined) return { register, role }
  const can = registers.all.filter((each) => each === entities || each.declaration.actedForBy !== undefined)
  throw registerErrors.nobodyActsFor({
    ...{ register: register.declaration.label, can: can.map((each) => each.declaration.label).join('、') },
  })
}
