import { isOfDemonstration } from '@qiangxian/kernel/accounts/of-demonstration'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { Id, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import type { StoredBreakdown } from '@qiangxian/kernel/progress/breakdowns'
import { inBase } from '@qiangxian/kernel/progress/printed-unit'
import { BreakdownView } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { Axis, Method, viewOf, Year } from './breakdown.operations.ts'
import { breakdownBase, totalOf } from './breakdown-base.ts'
import { type GivenShare, refuseWrongShares } from './check-shares.ts'
import { breakdownErrors } from './monitoring-errors.ts'

/**
 * 分解: the shares that a person saw become a decision. Earlier decisions stay; the last one of an axis and year is in
 * force. The sum is held against the target and any difference is kept, never rounded away.
 */
export const decideBreakdown = defineCommand({
  id: 'target.decide-breakdown',
  label: { zh: '分解目标', en: 'Break a target down' },
  about: {
    zh: '把目标分解到年或单位；合计与目标的差额照实保留，改动已有的分解要写理由。',
    en: 'Breaks a target down to years or units; the difference to the target is kept as it is, and a change gives its reason.',
  },
  permission: 'breakdown.decide',
  route: { method: 'POST', path: '/targets/:itemId/breakdowns' },
  cli: 'target decide-breakdown',
  input: Type.Object({
    itemId: Id,
    axis: Axis,
    year: Type.Optional(Nullable(Year)),
    method: Method,
    statisticId: Type.Optional(Nullable(Id)),
    shares: Type.Array(
      Type.Object({
        year: Type.Optional(Nullable(Type.Integer())),
        unitId: Type.Optional(Nullable(Id)),
        value: Nullable(Type.Number({ description: 'in the printed unit; null is 未分解' })),
      }),
      { minItems: 1, maxItems: 500 },
    ),
    reason: Type.Optional(Nullable(Type.String({ maxLength: 2_000 }))),
  }),
  output: BreakdownView,
  run: async (context, input) => {
    const { tx, jurisdiction, now, actor } = context
    const base = await breakdownBase(context, input.itemId)
    const { target } = base
    const year = input.axis === 'unit' ? (input.year ?? null) : null
    const shares = input.shares.map(({ year: ofYear, unitId, value }) => ({
      year: ofYear ?? null,
      partyId: unitId ?? null,
      value: value === null ? null : inBase(target, value),
    }))
    refuseWrongShares(base, input.axis, year, shares, Number(context.today.slice(0, 4)))
    const total = totalOf(base, input.axis, year)
    const before = base.inForce.find((each) => each.axis === input.axis && each.year === year)
    const reason = input.reason?.trim() ?? ''
    if (before !== undefined && isAsDecided(before, { ...input, shares, reason, by: actor.label })) {
      context.unchanged()
      return viewOf(base, before)
    }
    if (before !== undefined && reason === '') throw breakdownErrors.reasonNeeded({})
    const statisticId = input.method === 'statistic' ? (input.statisticId ?? null) : null
    if (input.method === 'statistic' && !base.statistics.some(({ id }) => id === statisticId)) {
      throw breakdownErrors.statisticNeeded({})
    }
    const demonstration = await isOfDemonstration(context)
    const decision = {
      id: newId(now),
      itemId: target.itemId,
      axis: input.axis,
      year,
      method: input.method,
      statisticId,
      total,
      reason: reason === '' ? null : reason,
      decidedAt: now.toISOString(),
      decidedBy: actor.label,
      shares,
    }
    await tx
      .insertInto('breakdown')
      .values({
        jurisdiction,
        id: decision.id,
        item_id: target.itemId,
        axis: input.axis,
        year,
        method: input.method,
        statistic_id: statisticId,
        total,
        reason: decision.reason,
        decided_at: now,
        decided_by: actor.accountId ?? null,
        decided_by_label: actor.label,
        demonstration,
      })
      .execute()
    await tx
      .insertInto('breakdown_share')
      .values(
        shares.map(({ year: ofYear, partyId, value }, ordinal) => ({
          jurisdiction,
          breakdown_id: decision.id,
          ordinal,
          year: ofYear,
          party_id: partyId,
          value,
          demonstration,
        })),
      )
      .execute()
    const after = viewOf(base, decision)
    await context.record({
      subject: { kind: 'target', id: target.itemId },
      before: before === undefined ? null : viewOf(base, before),
      after,
      reason: decision.reason,
    })
    return after
  },
})

interface Asked {
  readonly method: StoredBreakdown['method']
  readonly statisticId?: string | null
  readonly shares: readonly GivenShare[]
  readonly reason: string
  readonly by: string
}

/** The same request again finds itself decided: nothing is decided twice. */
function isAsDecided(before: StoredBreakdown, { method, statisticId, shares, reason, by }: Asked): boolean {
  const said = ({ year, partyId, value }: GivenShare) => `${year} ${partyId} ${value}`
  return (
    before.method === method &&
    (method !== 'statistic' || before.statisticId === (statisticId ?? null)) &&
    (before.reason ?? '') === reason &&
    before.decidedBy === by &&
    before.shares.map(said).join() === shares.map(said).join()
  )
}
