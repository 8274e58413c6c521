import type { Operation } from '@qiangxian/kernel/operations/operation'
import { confirmClock, stepClock } from './clock.command.ts'
import { setCycle } from './cycle.command.ts'
import { listDutyRows, showDuty } from './duty.operations.ts'
import { askExtension, decideExtension } from './extension.command.ts'
import { actOnTaskPart } from './part-act.command.ts'
import { showSupervision } from './supervision.operations.ts'
import { showTaskProgress } from './task.operations.ts'
import { setTaskParts } from './task-parts.command.ts'
import { replyToUrging, urgeDuty } from './urging.command.ts'

/** S03 督查督办: who owes what by when, who carries what of a task, and what happens when it does not come. */
export const supervision = {
  id: 'supervision',
  area: 'management',
  label: '督查督办',
  operations: [
    showSupervision,
    listDutyRows,
    showDuty,
    urgeDuty,
    replyToUrging,
    askExtension,
    decideExtension,
    showTaskProgress,
    setTaskParts,
    actOnTaskPart,
    setCycle,
    stepClock,
    confirmClock,
  ] satisfies readonly Operation[],
}
