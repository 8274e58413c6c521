import { type RawBuilder, sql } from 'kysely'
import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import { mayDo, roles } from '../accounts/roles.ts'
import type { QueryContext } from '../operations/context.ts'

/**
 * Which matters somebody sees, as a condition on the alias of `matter` in a query; it carries the jurisdiction itself.
 * What one may not see is not found.
 *
 * - office, leaders and auditors: all
 * - officers and heads: those of their unit, and those to which they or their unit were called
 * - who applied: their own, by account, by the enterprise for which the account acts, or by the telephone number shown
 * - window clerks: those that came in at a window of their hall
 *
 * Experts see none of them: what they review is shown to them blind (`matter_review`).
 */
export function mattersSeenBy(context: QueryContext, alias = 'm'): RawBuilder<boolean> {
  const { jurisdiction } = context
  const m = (column: string) => sql.ref(`${alias}.${column}`)
  const here = sql<boolean>`${m('jurisdiction')} = ${jurisdiction}`
  if (seesAllMatters(context)) return here
  const ways = [...waysOfStaff(context, m), ...waysOfApplicants(context, m)]
  if (ways.length === 0) return sql<boolean>`${here} and false`
  return sql<boolean>`${here} and (${sql.join(ways, sql` or `)})`
}

/** Of those who applied alone: what staff see besides by their office is not meant (own matters, acts of applicants). */
export function mattersAppliedForBy(context: QueryContext, alias = 'm'): RawBuilder<boolean> {
  const m = (column: string) => sql.ref(`${alias}.${column}`)
  const here = sql<boolean>`${m('jurisdiction')} = ${context.jurisdiction}`
  const ways = waysOfApplicants(context, m)
  return ways.length === 0 ? sql<boolean>`${here} and false` : sql<boolean>`${here} and (${sql.join(ways, sql` or `)})`
}

/** Of those who work on it alone: an officer who applied for something elsewhere reads that as an applicant does. */
export function mattersWorkedOnBy(context: QueryContext, alias = 'm'): RawBuilder<boolean> {
  const m = (column: string) => sql.ref(`${alias}.${column}`)
  const here = sql<boolean>`${m('jurisdiction')} = ${context.jurisdiction}`
  if (seesAllMatters(context)) return here
  const ways = waysOfStaff(context, m)
  return ways.length === 0 ? sql<boolean>`${here} and false` : sql<boolean>`${here} and (${sql.join(ways, sql` or `)})`
}

/** What came in at a window of the clerk's hall; nothing else, whatever other offices the clerk holds. */
export function mattersReceivedBy(context: QueryContext, alias = 'm'): RawBuilder<boolean> {
  const m = (column: string) => sql.ref(`${alias}.${column}`)
  const here = sql<boolean>`${m('jurisdiction')} = ${context.jurisdiction}`
  const ways = waysOfClerks(context, m)
  return ways.length === 0 ? sql<boolean>`${here} and false` : sql<boolean>`${here} and (${sql.join(ways, sql` or `)})`
}

/** Those that somebody was drawn to review: found for their score only, and never shown as the matter itself. */
export function mattersReviewedBy({ actor, jurisdiction }: QueryContext, alias = 'm'): RawBuilder<boolean> {
  const m = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<boolean>`${m('jurisdiction')} = ${jurisdiction} and ${m('id')} in (
    select r.matter_id from matter_review r
    join account_entity e on e.jurisdiction = ${jurisdiction} and e.record_id = r.expert_record
    where r.jurisdiction = ${jurisdiction} and e.account_id = ${actor.accountId ?? ''} and r.status <> 'cancelled')`
}

/** Holds a role that reads matters for no unit: the office, a leader, an auditor; or the program itself. */
export function seesAllMatters({ actor }: QueryContext): boolean {
  if (actor.via === 'job' || actor.via === 'start') return true
  return actor.roles.some(({ role }) => !roles[role].forUnit && mayDo([role], 'matter.read'))
}

type Column = (name: string) => RawBuilder<unknown>

function waysOfStaff(context: QueryContext, m: Column): readonly RawBuilder<unknown>[] {
  const { actor, jurisdiction } = context
  const { accountId } = actor
  const units = unitsActedFor(actor, 'matter.read')
  const called = [
    ...(accountId === undefined ? [] : [sql`c.to_account = ${accountId}`]),
    ...(units.length === 0 ? [] : [sql`c.to_unit = any(${[...units]})`]),
  ]
  return [
    ...(units.length === 0 ? [] : [sql`${m('unit_id')} = any(${[...units]})`]),
    ...(called.length === 0 || !actorMay(actor, 'matter.read')
      ? []
      : [
          sql`${m('id')} in (select c.matter_id from matter_call c
            where c.jurisdiction = ${jurisdiction} and (${sql.join(called, sql` or `)}))`,
        ]),
    ...waysOfClerks(context, m),
  ]
}

function waysOfClerks({ actor, jurisdiction }: QueryContext, m: Column): readonly RawBuilder<unknown>[] {
  const halls = unitsActedFor(actor, 'matter.receive')
  if (halls.length === 0) return []
  return [
    sql`(${m('entrance')} = 'window' and exists (select from matter_act a where a.jurisdiction = ${jurisdiction}
      and a.matter_id = ${m('id')} and a.ordinal = 1 and a.unit_id = any(${[...halls]})))`,
  ]
}

function waysOfApplicants({ actor, jurisdiction }: QueryContext, m: Column): readonly RawBuilder<unknown>[] {
  const { accountId, visit } = actor
  return [
    ...(accountId === undefined
      ? []
      : [
          sql`${m('applicant_account')} = ${accountId}`,
          sql`${m('applicant_record')} in (select e.record_id from account_entity e
            where e.jurisdiction = ${jurisdiction} and e.account_id = ${accountId})`,
        ]),
    // Who did not say who they are finds what they filed in this browser alone.
    ...(visit === undefined
      ? []
      : visit.isAnonymous === true
        ? [sql`${m('applicant_visit')} = ${visit.id}`]
        : [sql`${m('phone_blind')} = ${visit.phoneBlind}`]),
  ]
}
