import { actorMay } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { conditionFacts, conditionFilter } from '@qiangxian/kernel/registers/condition-filter'
import type { Registers } from '@qiangxian/kernel/registers/registers'
import { Parameters, runSql } from '@qiangxian/kernel/registers/run-sql'
import { entitiesActedFor } from '@qiangxian/kernel/registers/sight'
import { sql } from 'kysely'
import Type from 'typebox'
import { type CallEligibility, Eligibility } from './eligibility.schemas.ts'
import { type GrantCondition, grantConditions } from './grant-conditions.ts'
import { grantErrors } from './grant-errors.ts'
import { type EntityFacts, judgeCondition, type KnownProof, verdictOf } from './judge-condition.ts'

/** records that are shown for one condition; more of a kind prove nothing new */
const MOST_RECORDS = 20

/**
 * 政策预判: for each call, which conditions an entity fulfils, fails or leaves open, and the records that say so; nothing
 * is asked of anybody.
 */
export function showEligibility(registers: Registers) {
  return defineQuery({
    id: 'grant.eligibility',
    label: { zh: '政策预判', en: 'What an entity may apply for' },
    about: {
      zh: '按平台已有数据，逐项告诉单位每个申报通知够不够条件、依据哪条记录；不知道的写不知道。',
      en: 'Condition by condition, from what the platform knows, with the records it goes by; what is not known says so.',
    },
    permission: 'service.apply',
    route: { method: 'GET', path: '/grant-calls/eligibility' },
    cli: 'grant eligibility',
    input: Type.Object({ entity: Type.Optional(Id), call: Type.Optional(Id) }),
    output: Eligibility,
    run: async (context, { entity, call }) => {
      const facts = await entityFacts(context, registers, entity)
      const calls = await callsOf(context, call)
      const judged: CallEligibility[] = []
      for (const each of calls) judged.push(await judgeCall(context, registers, each, facts))
      return {
        entity: facts === undefined ? null : { id: facts.id, name: facts.name },
        asOf: context.today,
        calls: judged,
      }
    },
  })
}

/** @throws grant.entityUnknown where it is not one's own, and one may not read registers */
async function entityFacts(
  context: QueryContext,
  registers: Registers,
  asked: string | undefined,
): Promise<EntityFacts | undefined> {
  const own = await entitiesActedFor(context, registers.get('market-entity'))
  const id = asked ?? own[0]
  if (id === undefined) return undefined
  if (!own.includes(id) && !actorMay(context.actor, 'register.read')) throw grantErrors.entityUnknown({})
  const { rows } = await sql<EntityFacts>`
    select id, name, town is not null as "hasTown", entity_type as type, established_on::text as "establishedOn",
      ended_on::text as "endedOn"
    from market_entity where jurisdiction = ${context.jurisdiction} and id = ${id}`.execute(context.tx)
  if (rows[0] === undefined) throw grantErrors.entityUnknown({})
  return rows[0]
}

interface Call {
  readonly id: string
  readonly callNo: string
  readonly title: string
  readonly rule: string
  readonly opensOn: string
  readonly closesOn: string
  readonly perProjectMost: string | null
  readonly conditions: readonly string[] | null
  readonly leastInventions: string | null
}

/** Calls that are open, and those that will be; or the one that is asked for, however old. */
async function callsOf({ tx, jurisdiction, today }: QueryContext, id: string | undefined): Promise<readonly Call[]> {
  const { rows } = await sql<Call>`
    select id, call_no as "callNo", title, rule, opens_on::text as "opensOn", closes_on::text as "closesOn",
      per_project_most as "perProjectMost", conditions, least_inventions as "leastInventions"
    from grant_call
    where jurisdiction = ${jurisdiction} and expected_on is null
      and ${id === undefined ? sql`closes_on >= ${today}::date` : sql`id = ${id}`}
    order by closes_on, call_no limit 100`.execute(tx)
  if (id !== undefined && rows.length === 0) throw grantErrors.callUnknown({})
  return rows
}

async function judgeCall(
  context: QueryContext,
  registers: Registers,
  call: Call,
  entity: EntityFacts | undefined,
): Promise<CallEligibility> {
  const asked = grantConditions.filter(({ id }) => (call.conditions ?? []).includes(id))
  const conditions = []
  for (const condition of asked) {
    const known = entity === undefined ? undefined : await proofOf(context, registers, condition, entity.id, call.id)
    conditions.push(judgeCondition(condition, entity, known, leastOf(condition, call), context.today))
  }
  return {
    id: call.id,
    callNo: call.callNo,
    title: call.title,
    rule: call.rule,
    opensOn: call.opensOn,
    closesOn: call.closesOn,
    isOpen: call.opensOn <= context.today && context.today <= call.closesOn,
    perProjectMost: call.perProjectMost === null ? null : Number(call.perProjectMost),
    verdict: verdictOf(conditions),
    conditions,
  }
}

function leastOf({ proof }: GrantCondition, { leastInventions }: Call): number {
  return proof.kind === 'records' && proof.leastFrom === 'leastInventions' ? Number(leastInventions ?? 1) : 1
}

async function proofOf(
  context: QueryContext,
  registers: Registers,
  { proof }: GrantCondition,
  entity: string,
  call: string,
): Promise<KnownProof | undefined> {
  if (proof.kind === 'noAward') {
    return recordsOf(
      context,
      registers,
      { register: 'grant-award', through: 'enterprise', inForce: false, call },
      entity,
    )
  }
  return proof.kind === 'records' ? recordsOf(context, registers, proof, entity) : undefined
}

async function recordsOf(
  context: QueryContext,
  registers: Registers,
  asked: {
    readonly register: string
    readonly through: string
    readonly inForce: boolean
    readonly field?: { readonly name: string; readonly is: readonly string[] }
    readonly call?: string
  },
  entity: string,
): Promise<KnownProof> {
  const { tx, jurisdiction, today } = context
  const register = registers.get(asked.register)
  const parameters = new Parameters()
  const column = (field: string, at = 0) => `r.${register.fields.get(field)?.columns[at]?.name}`
  const isList = register.fields.get(asked.through)?.field.kind === 'links'
  const pointing = parameters.add(isList ? [entity] : entity)
  const parts = [
    `r.jurisdiction = ${parameters.add(jurisdiction)}`,
    'r.expected_on is null',
    isList ? `${column(asked.through, 1)} @> ${pointing}::text[]` : `${column(asked.through, 1)} = ${pointing}`,
  ]
  if (asked.field !== undefined) {
    parts.push(`${column(asked.field.name)} = any(${parameters.add([...asked.field.is])}::text[])`)
  }
  if (asked.call !== undefined) parts.push(`r.call_id = ${parameters.add(asked.call)}`)
  if (asked.inForce) {
    const filters = [{ field: 'in-force', by: 'condition' as const, value: true }]
    const facts = await conditionFacts(context, registers, register, filters, today)
    parts.push(
      conditionFilter('in-force', 'r', parameters, {
        ...{ registers, register, jurisdiction, secrets: context.secrets, day: today, conditions: facts },
        ...{ visible: new Set(register.fields.keys()), knownAt: undefined },
      }),
    )
  }
  const found = await runSql<{ id: string; label: string; count: string }>(
    tx,
    `select r.id, r.label, count(*) over () as count from ${register.table} r
     where ${parts.join(' and ')} order by r.label limit ${MOST_RECORDS}`,
    parameters.values,
  )
  const [kept] = await runSql<{ any: boolean }>(
    tx,
    `select exists (select from ${register.table} where jurisdiction = $1) as any`,
    [jurisdiction],
  )
  return {
    isKept: kept?.any === true,
    count: Number(found[0]?.count ?? 0),
    records: found.map(({ id, label }) => ({ register: register.id, recordId: id, label })),
  }
}
