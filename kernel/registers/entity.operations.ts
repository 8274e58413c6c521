import Type from 'typebox'
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
import { runSql } from './run-sql.ts'
import { entitiesActedFor, entityRegister, sightOrThrow } from './sight.ts'

/** records of one kind that an enterprise sees at once; the rest stand in the list of the register */
const shownOfEach = 200

/** 企业用户: for which entities an account acts, and what the registers hold of them. */
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
      about: { zh: '企业用户账号代表哪些主体。', en: 'For which entities an enterprise’s account acts.' },
      permission: 'account.manage',
      route: { method: 'GET', path: '/accounts/:accountId/entities' },
      cli: 'account entities',
      input: Type.Object({ accountId: Id }),
      output: Type.Object({
        entities: Type.Array(
          Type.Object({ recordId: Id, label: Type.String(), grantedAt: Instant, grantedByLabel: Type.String() }),
        ),
      }),
      run: async (context, { accountId }) => {
        const { tx, jurisdiction } = context
        await refuseUnknownAccount(context, accountId)
        const register = entityRegister(registers)
        if (register === undefined) return { entities: [] }
        const rows = await runSql<{
          record_id: string
          label: string | null
          granted_at: Date
          granted_by_label: string
        }>(
          tx,
          `select e.record_id, r.label, e.granted_at, e.granted_by_label from account_entity e
           left join ${register.table} r on r.jurisdiction = e.jurisdiction and r.id = e.record_id and r.jurisdiction = $1
           where e.jurisdiction = $1 and e.account_id = $2 and e.register = $3 order by e.record_id`,
          [jurisdiction, accountId, register.id],
        )
        return {
          entities: rows.map((row) => ({
            recordId: row.record_id,
            label: row.label ?? '—',
            grantedAt: row.granted_at.toISOString(),
            grantedByLabel: row.granted_by_label,
          })),
        }
      },
    }),
    defineCommand({
      id: 'account.linkEntity',
      label: { zh: '把账号关联到主体', en: 'Link an account to an entity' },
      about: {
        zh: '让一个企业用户账号代表名录中的一个主体，可以查看它名下的记录并报错。',
        en: 'Lets an enterprise’s account act for a record of the register of entities: see what is its own, and report mistakes.',
      },
      permission: 'account.manage',
      route: { method: 'POST', path: '/accounts/:accountId/entities' },
      cli: 'account link-entity',
      input: Type.Object({ accountId: Id, recordId: Id }),
      output: Type.Object({ linked: Type.Boolean() }),
      run: async (context, { accountId, recordId }) => {
        const { tx, jurisdiction, actor, now } = context
        const register = entitiesOrThrow(registers)
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
        if (!account.some(({ role }) => role === 'enterprise')) {
          throw registerErrors.notAnEnterpriseAccount({ login: first.login })
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
          after: { entity: recordId, label: record.label },
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

function entitiesOrThrow(registers: Registers): Register {
  const register = entityRegister(registers)
  if (register === undefined) throw registerErrors.noEntities({})
  return register
}
