import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import type { Actor } from '@qiangxian/kernel/accounts/actor'
import type { Role } from '@qiangxian/kernel/accounts/roles'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CountyFacts } from '@qiangxian/kernel/jurisdiction/county-facts'
import { execute } from '@qiangxian/kernel/operations/execute'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import { listOrganisations } from '@qiangxian/kernel/parties/party.operations'
import type { PlanMilestone, PlanSnapshot, PlanTarget, PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { writeVersion } from '@qiangxian/kernel/plan/write-version'
import { openTestKernel, requestAs, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { type ClockStep, stepClock } from './clock.command.ts'

/** An invented county with a plan of two targets, two tasks and a milestone. 演示 */
export interface SupervisedCounty {
  readonly kernel: TestKernel
  /** ids of units by name */
  readonly units: Readonly<Record<'office' | 'bureau' | 'town' | 'village' | 'towns', string>>
  /** Ten in the morning of a day in the county. */
  setDay(day: string): void
  run(operation: Operation, input: unknown, who?: Who): Promise<unknown>
  /** One step of the clock as the job runs it. */
  step(limit?: number): Promise<ClockStep>
  /** Steps until the day is worked through. */
  runClock(limit?: number): Promise<readonly ClockStep[]>
  adopt(changes: Partial<PlanSnapshot>, version: number, effectiveFrom: string): Promise<void>
  // biome-ignore lint/suspicious/noExplicitAny: rows of whatever a test asks for
  rows(query: string, values?: readonly unknown[]): Promise<any[]>
  /** Forgets everything but plan, units and accounts. */
  forget(): Promise<void>
  close(): Promise<void>
}

export interface Who {
  readonly role: Role
  readonly unit?: string
}

const names = {
  office: '演示县工作领导小组办公室',
  bureau: '演示县市场局',
  town: '云亭镇',
  village: '张渚镇',
  towns: '各镇',
}

export async function openSupervisedCounty(changes: Partial<CountyFacts> = {}): Promise<SupervisedCounty> {
  const unit = (key: keyof typeof names, kind: string, members: readonly string[] = []) => {
    return { key, parent: null, name: names[key], shortName: names[key], kind, aliases: [], members }
  }
  const kernel = await openTestKernel({
    calendar: notices,
    organisations: [
      unit('office', 'office'),
      unit('bureau', 'department'),
      unit('town', 'town'),
      unit('village', 'town'),
      unit('towns', 'collective', ['town', 'village']),
    ],
    ...changes,
  })
  const { jurisdiction } = kernel.county
  const organisations = await kernel.database.inJurisdiction(jurisdiction, 'read', (tx) =>
    listOrganisations(tx, jurisdiction),
  )
  const idOf = (name: string) => organisations.find((each) => each.name === name)?.id ?? ''
  const units = {
    office: idOf(names.office),
    bureau: idOf(names.bureau),
    town: idOf(names.town),
    village: idOf(names.village),
    towns: idOf(names.towns),
  }
  // Versions are kept in memory by the id of their plan, and each database has units of its own.
  const planId = newId()
  const county: SupervisedCounty = {
    kernel,
    units,
    setDay: (day) => kernel.setNow(new Date(`${day}T02:00:00Z`)),
    run: (operation, input, who = { role: 'office' }) => execute(kernel, operation, requestOf(who), input),
    step: async (limit) =>
      (await execute(kernel, stepClock, requestAs('office', { via: 'job', label: '系统任务' }), {
        ...(limit === undefined ? {} : { limit }),
      })) as ClockStep,
    runClock: async (limit) => {
      const steps: ClockStep[] = []
      for (let step = await county.step(limit); ; step = await county.step(limit)) {
        steps.push(step)
        if (step.finished || step.held !== null) return steps
        if (steps.length > 1_000) throw new Error('the clock never finishes the day')
      }
    },
    adopt: (part, version, effectiveFrom) =>
      adopt(kernel, { ...planOf(units), ...part }, planId, version, effectiveFrom),
    rows: async (query, values) => (await kernel.test.tamper(query, values)).rows,
    forget: async () => {
      await kernel.test.tamper(`truncate clock_state, counter, duty, urging, urging_reply, extension_request, task_part,
        task_part_act, item_setting, breakdown, breakdown_share, light_change, outbox, report, observation,
        indicator_value, milestone_standing cascade`)
    },
    close: () => kernel.close(),
  }
  await county.adopt({}, 1, '2024-01-01')
  return county
}

/** An account of a role, for a unit where the role acts for one. */
export function requestOf({ role, unit }: Who) {
  const actor: Partial<Actor> = {
    accountId: undefined,
    label: `${role}（演示）`,
    roles: [{ role, partyId: unit }],
  }
  return requestAs(role, actor)
}

function planOf(units: SupervisedCounty['units']): Omit<PlanSnapshot, 'head'> {
  return {
    groups: [],
    tasks: [
      task('task-1', 1, '健全管理体系', [units.office], [units.bureau]),
      task('task-2', 2, '培育示范镇', [units.towns], [units.bureau]),
    ],
    targets: [target('target-1', 'C1', '有效量', [units.bureau]), target('target-2', 'C2', '登记量', [units.office])],
    milestones: [milestone('milestone-1', 'P1', '建成示范区', '2026-11-30', [units.office])],
    safeguards: [],
    phases: [],
    questions: [],
  }
}

export function task(
  itemId: string,
  number: number,
  title: string,
  lead: readonly string[],
  support: readonly string[],
): PlanTask {
  const named = (share: 'lead' | 'support') => (partyId: string) => ({ partyId, share, printed: partyId })
  return {
    ...{ itemId, number, title, group: null, area: 'management', summary: title, responsibilityText: null },
    words: null,
    responsibilities: [...lead.map(named('lead')), ...support.map(named('support'))],
  }
}

export function target(itemId: string, code: string, name: string, ownerIds: readonly string[]): PlanTarget {
  return {
    ...{ itemId, code, name, shortName: name, area: 'creation', kind: 'stock', comparator: 'gte' },
    ...{ value: 100, valueHigh: null, unit: '件', baseValue: 100, baseValueHigh: null, baseUnit: '件' },
    ...{ deadline: '2026-12-31', definition: null, words: null, years: [], statements: [], ownerIds, taskItemIds: [] },
  }
}

export function milestone(
  itemId: string,
  code: string,
  name: string,
  dueOn: string | null,
  ownerIds: readonly string[],
): PlanMilestone {
  return {
    ...{ itemId, code, name, level: 'achieve', area: 'protection', dueOn, parts: [], words: null, ownerIds },
    taskItemIds: [],
  }
}

async function adopt(
  kernel: TestKernel,
  plan: Omit<PlanSnapshot, 'head'>,
  planId: string,
  version: number,
  effectiveFrom: string,
): Promise<void> {
  const { jurisdiction } = kernel.county
  const head = {
    ...{ planId, version, title: '演示方案', issuer: null, documentNo: null, issuedOn: null },
    ...{ periodStart: '2024-01-01', periodEnd: '2026-12-31', goal: null, effectiveFrom, reason: null },
    ...{ adoptedAt: `${effectiveFrom}T01:00:00Z`, adoptedBy: null, adoptedByLabel: '演示', importId: null },
    evidenceId: null,
  }
  await kernel.database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    await tx
      .insertInto('plan')
      .values({ jurisdiction, id: planId, current_version: version, created_at: head.adoptedAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await writeVersion(tx, jurisdiction, { ...plan, head }, null)
  })
}
