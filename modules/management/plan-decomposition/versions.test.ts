import type { PlanSnapshot } from '@qiangxian/kernel/plan/plan-snapshot'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions } from './compare-versions.ts'
import { draftFromSnapshot } from './draft-from-snapshot.ts'
import { matchDraft } from './match-draft.ts'
import { anySnapshot, unitName, unitNames } from './snapshot.fixture.ts'
import { blockersOf, snapshotFromDraft } from './snapshot-from-draft.ts'

function counter(): () => string {
  let count = 0
  return () => {
    count += 1
    return `new-${count}`
  }
}

const draftOf = (plan: PlanSnapshot) => draftFromSnapshot(plan, unitName, counter())
const adoptUnchanged = (plan: PlanSnapshot): PlanSnapshot => {
  const {
    title: _t,
    issuer: _i,
    documentNo: _d,
    issuedOn: _o,
    periodStart: _s,
    periodEnd: _e,
    goal: _g,
    ...head
  } = plan.head
  return snapshotFromDraft(draftOf(plan), {
    head: { ...head, version: head.version + 1 },
    partyOf: (printed) => String(unitNames.indexOf(printed)),
    base: plan,
    newId: counter(),
  })
}

describe('versions of a plan (方案版本), any plan', () => {
  it('amended without a change is the same plan again, down to the last field', () => {
    fc.assert(
      fc.property(anySnapshot, (plan) => {
        const again = adoptUnchanged(plan)
        expect({ ...again, head: { ...again.head, version: plan.head.version } }).toEqual(plan)
      }),
    )
  })

  it('amended without a change has nothing in the way of its adoption', () => {
    fc.assert(
      fc.property(anySnapshot, (plan) => {
        expect(blockersOf(draftOf(plan))).toEqual([])
      }),
    )
  })

  it('compared with itself shows nothing', () => {
    fc.assert(
      fc.property(anySnapshot, (plan) => {
        const { changes, unchanged } = compareVersions(plan, plan, unitName)
        const { tasks, targets, milestones, groups, safeguards, phases } = plan
        expect(changes).toEqual([])
        expect(unchanged).toBe([tasks, targets, milestones, groups, safeguards, phases].flat().length)
      }),
    )
  })

  it('compared the other way round shows the same, mirrored', () => {
    const mirror = { added: 'removed', removed: 'added', changed: 'changed' } as const
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (a, b) => {
        const there = compareVersions(a, b, unitName)
        const back = compareVersions(b, a, unitName)
        expect(back.unchanged).toBe(there.unchanged)
        const turned = back.changes.map(({ kind, itemId, change, fields }) => ({
          ...{ kind, itemId, change: mirror[change] },
          fields: fields.map(({ field, before, after }) => ({ field, before: after, after: before })),
        }))
        const straight = there.changes.map(({ kind, itemId, change, fields }) => ({
          ...{ kind, itemId, change },
          fields: fields.map(({ field, before, after }) => ({ field, before, after })),
        }))
        const byKey = (x: { kind: string; itemId: string }, y: { kind: string; itemId: string }) =>
          `${x.kind} ${x.itemId}` < `${y.kind} ${y.itemId}` ? -1 : 1
        expect(turned.sort(byKey)).toEqual(straight.sort(byKey))
      }),
    )
  })

  it('compared shows exactly the one field that was changed', () => {
    const withTarget = anySnapshot.filter(({ targets }) => targets.length > 0)
    fc.assert(
      fc.property(withTarget, fc.nat(), (plan, pick) => {
        const at = pick % plan.targets.length
        const targets = plan.targets.map((target, index) =>
          index === at
            ? {
                ...target,
                value: target.value + 1_000,
                valueHigh: target.valueHigh === null ? null : target.valueHigh + 1_000,
              }
            : target,
        )
        const { changes } = compareVersions(plan, { ...plan, targets }, unitName)
        expect(changes.map(({ itemId, fields }) => [itemId, fields.map(({ field }) => field)])).toEqual([
          [`target-${at}`, ['amount']],
        ])
      }),
    )
  })

  it('read anew from the same document continues itself: each item at most once, none is lost', () => {
    fc.assert(
      fc.property(anySnapshot, (plan) => {
        const base = draftOf(plan)
        const fresh = base.map((item, index) => ({ ...item, id: `fresh-${index}`, baseItemId: null, against: null }))
        const matched = matchDraft(fresh, base)
        const continued = matched.flatMap(({ baseItemId, against }) =>
          baseItemId !== null && against !== null ? [baseItemId] : [],
        )
        expect(new Set(continued).size).toBe(continued.length)
        const items = [plan.tasks, plan.targets, plan.milestones, plan.groups, plan.safeguards, plan.phases].flat()
        expect(new Set(continued)).toEqual(new Set(items.map(({ itemId }) => itemId)))
        const codes = matched.flatMap(({ content }) => ('code' in content ? [content.code] : []))
        expect(new Set(codes).size).toBe(codes.length)
      }),
    )
  })
})
