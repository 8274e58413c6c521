import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../operations/execute.ts'
import { defineCommand } from '../operations/operation.ts'
import type { PlanSnapshot } from '../plan/plan-snapshot.ts'
import { writeVersion } from '../plan/write-version.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { noteLights } from './note-lights.ts'
import { markObservation, recordObservation } from './observations.ts'

const plan: PlanSnapshot = {
  head: {
    planId: 'plan',
    version: 1,
    title: '演示方案',
    issuer: null,
    documentNo: null,
    issuedOn: null,
    periodStart: '2024-01-01',
    periodEnd: '2026-12-31',
    goal: null,
    effectiveFrom: '2024-01-01',
    reason: null,
    adoptedAt: '2024-01-01T00:00:00.000Z',
    adoptedBy: null,
    adoptedByLabel: '演示',
    importId: null,
    evidenceId: null,
  },
  groups: [],
  tasks: [],
  targets: [
    {
      itemId: 'target',
      code: 'X1',
      name: '演示指标',
      shortName: '演示指标',
      area: 'management',
      kind: 'cumulativeSinceStart',
      comparator: 'gte',
      value: 100,
      valueHigh: null,
      unit: '个',
      baseValue: 100,
      baseValueHigh: null,
      baseUnit: '个',
      deadline: '2026-12-31',
      definition: null,
      words: null,
      years: [],
      statements: [],
      ownerIds: [],
      taskItemIds: [],
    },
  ],
  milestones: [
    {
      itemId: 'milestone',
      code: 'Y1',
      name: '演示里程碑',
      level: 'achieve',
      area: 'management',
      dueOn: '2027-03-31',
      parts: [],
      words: null,
      ownerIds: [],
      taskItemIds: [],
    },
  ],
  safeguards: [],
  phases: [],
  questions: [],
}

describe('lights that change (亮灯变化)', () => {
  let kernel: TestKernel
  let partyId: string
  beforeAll(async () => {
    kernel = await openTestKernel()
    const { jurisdiction } = kernel.county
    partyId = await kernel.database.inJurisdiction(jurisdiction, 'write', async (tx) => {
      await tx
        .insertInto('plan')
        .values({ jurisdiction, id: 'plan', current_version: 0, created_at: kernel.now() })
        .execute()
      await writeVersion(tx, jurisdiction, plan, null)
      const unit = await tx
        .selectFrom('party')
        .select('id')
        .where('jurisdiction', '=', jurisdiction)
        .executeTakeFirstOrThrow()
      return unit.id
    })
  })
  afterAll(() => kernel.close())

  const command = <Result>(run: Parameters<typeof defineCommand>[0]['run']) =>
    execute(
      kernel,
      defineCommand({
        id: 'test.act',
        label: { zh: '试', en: 'Try' },
        about: { zh: '试', en: 'Try' },
        permission: 'report.review',
        route: { method: 'POST', path: '/test' },
        input: Type.Object({}),
        output: Type.Any(),
        run,
      }),
      requestAs('office'),
      {},
    ) as Promise<Result>
  const report = (value: number, period = '2026-10') =>
    command<string>(async (context) => {
      const target = plan.targets[0]
      if (target === undefined) throw new Error('the plan has one target')
      const id = await recordObservation(context, {
        target,
        planVersion: 1,
        scope: 'county',
        partyId,
        period,
        periodEnd: `${period}-30`,
        state: 'value',
        value,
        numerator: null,
        denominator: null,
        reason: null,
        cutoffOn: null,
        source: '演示',
        reportId: null,
      })
      context.unchanged()
      return id
    })
  const note = () =>
    command<readonly object[]>(async (context) => {
      context.unchanged()
      return noteLights(context)
    })
  const changes = async () =>
    (
      await kernel.test.tamper(
        `select item_kind, basis, ordinal, from_light, to_light from light_change order by item_kind, basis, ordinal`,
      )
    ).rows

  it('says nothing of a target without a value, nor of a milestone that is not due', async () => {
    expect(await note()).toEqual([])
  })

  it('is written with the value that changed it, and on approval for the public', async () => {
    const id = await report(95)
    await report(96)
    expect(await changes()).toMatchObject([{ basis: 'reported', ordinal: 1, from_light: null, to_light: 'green' }])
    const low = await report(10)
    await command(async (context) => {
      context.unchanged()
      await markObservation(context, low, 'approved', null)
    })
    expect(await changes()).toMatchObject([
      { basis: 'approved', ordinal: 1, to_light: 'red' },
      { basis: 'reported', ordinal: 1, to_light: 'green' },
      { basis: 'reported', ordinal: 2, from_light: 'green', to_light: 'red' },
    ])
    expect(id).not.toBe(low)
  })

  it('is written once when many note it at the same moment', async () => {
    kernel.setNow(new Date('2027-02-10T02:00:00Z'))
    await Promise.all([note(), note(), note(), note()])
    expect(await note()).toEqual([])
    const ofMilestone = (await changes()).filter((row) => row.item_kind === 'milestone')
    expect(ofMilestone.map(({ basis, ordinal, to_light }) => [basis, ordinal, to_light])).toEqual([
      ['approved', 1, 'amber'],
      ['reported', 1, 'amber'],
    ])
  })
})
