import type { PlanSnapshot, PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'

/** A target of an invented plan (演示), for tests. */
export function inventedTarget(changes: Partial<PlanTarget> = {}): PlanTarget {
  return {
    itemId: 'item',
    code: 'X1',
    name: '演示指标',
    shortName: '演示指标',
    area: 'creation',
    kind: 'cumulativeSinceStart',
    comparator: 'gte',
    value: 10,
    valueHigh: null,
    unit: '件',
    baseValue: 10,
    baseValueHigh: null,
    baseUnit: '件',
    deadline: '2026-12-31',
    definition: null,
    words: null,
    years: [],
    statements: [],
    ownerIds: [],
    taskItemIds: [],
    ...changes,
  }
}

/** A version of an invented plan, 2024 to 2026. */
export function invented({
  targets,
  version = 1,
  effectiveFrom = '2024-01-01',
}: {
  readonly targets: readonly PlanTarget[]
  readonly version?: number
  readonly effectiveFrom?: string
}): PlanSnapshot {
  return {
    head: {
      planId: 'plan',
      version,
      title: '演示方案',
      issuer: null,
      documentNo: null,
      issuedOn: null,
      periodStart: '2024-01-01',
      periodEnd: '2026-12-31',
      goal: null,
      effectiveFrom,
      reason: null,
      adoptedAt: '2024-01-01T00:00:00Z',
      adoptedBy: null,
      adoptedByLabel: '演示',
      importId: null,
      evidenceId: null,
    },
    groups: [],
    tasks: [],
    targets,
    milestones: [],
    safeguards: [],
    phases: [],
    questions: [],
  }
}
