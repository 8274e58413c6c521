import type { PlanPhase } from '../county.types.ts'

/** 时序进度: the plan prints months; a month stands for its first and its last day. */
export const phases: PlanPhase[] = [
  { number: 1, key: 'launch', name: '启动部署阶段', nameEn: 'Launch', start: '2024-01-01', end: '2024-05-31' },
  {
    number: 2,
    key: 'implementation',
    name: '推进落实阶段',
    nameEn: 'Implementation',
    start: '2024-05-01',
    end: '2026-08-31',
  },
  {
    number: 3,
    key: 'evaluation',
    name: '检查评估阶段',
    nameEn: 'Inspection and evaluation',
    start: '2026-08-01',
    end: '2026-11-30',
  },
  { number: 4, key: 'acceptance', name: '迎接验收阶段', nameEn: 'Acceptance', start: '2026-12-01', end: '2026-12-31' },
]

/** The plan dates only its phases, so a promised milestone is due when the phase that it belongs to ends. */
export const endOf = {
  launch: { dueOn: '2024-05-31', duePolicy: 'endOfPhase', duePhase: 'launch' },
  implementation: { dueOn: '2026-08-31', duePolicy: 'endOfPhase', duePhase: 'implementation' },
  evaluation: { dueOn: '2026-11-30', duePolicy: 'endOfPhase', duePhase: 'evaluation' },
  acceptance: { dueOn: '2026-12-31', duePolicy: 'endOfPhase', duePhase: 'acceptance' },
} as const

/** 争创: striven for, so no day makes it late. */
export const noDueDate = { dueOn: null, duePolicy: 'none' } as const
