import { hintJob } from '../jobs/job-hints.ts'
import type { CommandContext } from '../operations/context.ts'
import type { Register } from './registers.ts'

/** The job that computes again what depends on registers. */
export const refreshJob = 'indicator.refresh'

/**
 * Says that a register changed, in the transaction of the change: who computes from it finds that its values are of an
 * earlier state. Others who write the same register wait here until this transaction is over, so it comes last.
 */
export async function bumpRegister(context: CommandContext, register: Register): Promise<void> {
  const { tx, jurisdiction, now } = context
  await tx
    .insertInto('register_change')
    .values({ jurisdiction, register: register.id, change_no: 1, changed_at: now })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction', 'register']).doUpdateSet((eb) => ({
        change_no: eb('register_change.change_no', '+', 1),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    )
    .execute()
  context.afterCommit(() => hintJob(jurisdiction, refreshJob))
}
