import type { Matters } from '@qiangxian/kernel/matters/matters'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import { signIn } from './sign-in.command.ts'
import { listUpcomingSessions, proveAttendance, showSignInCode } from './training.queries.ts'
import { stepTraining } from './training-step.command.ts'

/** 培训: which sessions are to come, the code of the room, signing in, and what proves it. */
export function trainingOperations(matters: Matters): readonly Operation[] {
  const { registers } = matters
  return [listUpcomingSessions, showSignInCode, signIn(registers), proveAttendance(registers), stepTraining(matters)]
}
