import { lockJurisdiction } from '@qiangxian/kernel/database/lock-jurisdiction'
import { endDemonstration } from '@qiangxian/kernel/jurisdiction/county-facts'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { overdueSteps } from '@qiangxian/kernel/progress/ladder'
import { sql } from 'kysely'
import Type from 'typebox'
import { demonstrationErrors } from './demonstration-errors.ts'
import { toldMatters } from './matters/load-matters.command.ts'
import { removeRegisterRecords } from './registers/remove-registers.ts'
import { countRealAdministrators, demonstrationAccountIds, removeAccounts } from './remove-accounts.ts'
import { removeRows } from './remove-rows.ts'

const Counts = Type.Record(Type.String(), Type.Integer())

/**
 * 清除演示数据: every invented row and the invented people go; the plan, the units and everything real stay. What is real
 * is what is not marked: a duty that the clock opened from the plan is, one of the story is not, and all that is said
 * about a duty has the mark of the duty. An invented row on which something real hangs stays too, and is counted.
 *
 * The stored files of removed evidence are no longer known to any row, and are swept.
 */
export const removeDemonstration = defineCommand({
  id: 'demonstration.remove',
  label: { zh: '清除演示数据', en: 'Remove the demonstration' },
  about: {
    zh: '删除全部演示数据和演示账号，平台不再标注“演示”；方案、单位和真实数据保留。不可撤销。',
    en: 'Deletes all data and accounts of the demonstration, and the mark on every page; plan, units and real data stay. This cannot be undone.',
  },
  permission: 'demonstration.remove',
  route: { method: 'POST', path: '/demonstration/removal' },
  cli: 'demonstration remove',
  input: Type.Object({}),
  output: Type.Object({
    removed: Type.Boolean({ description: 'false: there was none, and nothing was changed' }),
    rows: Counts,
    accounts: Type.Integer(),
    /** rows of the demonstration that stay, since something real hangs on them */
    kept: Counts,
  }),
  run: async (context) => {
    await lockJurisdiction(context)
    if (!(await isDemonstration(context))) {
      context.unchanged()
      return { removed: false, rows: {}, accounts: 0, kept: {} }
    }
    const invented = await demonstrationAccountIds(context)
    // Whoever sits at the machine can set up the first administrator there; over the web nobody could any more.
    const isAlone = (await countRealAdministrators(context, invented)) === 0
    if (isAlone && context.actor.via !== 'qx') throw demonstrationErrors.noRealAdministrator({})
    // Records first: the files that they carry are evidence, which goes when nothing carries it any more.
    const records = await removeRegisterRecords(context)
    const rows = await removeRows(context.tx, context.jurisdiction)
    const removed = { ...records.removed, ...rows.removed }
    const kept = { ...records.kept, ...rows.kept }
    await withdrawUnitDuties(context)
    await restartClock(context)
    await forgetBlobs(context)
    const accounts = await removeAccounts(context, invented)
    await context.tx
      .updateTable('jurisdiction')
      .set({ demonstration: false })
      .where('jurisdiction', '=', context.jurisdiction)
      .execute()
    await context.record({
      subject: { kind: 'demonstration', id: context.jurisdiction },
      before: { demonstration: true, rows: { ...removed }, accounts },
      after: { demonstration: false, kept: { ...kept } },
    })
    context.afterCommit(() => endDemonstration(context.county))
    return { removed: true, rows: { ...removed }, accounts, kept: { ...kept } }
  },
})

export async function isDemonstration({ tx, jurisdiction }: Pick<CommandContext, 'tx' | 'jurisdiction'>) {
  const row = await tx
    .selectFrom('jurisdiction')
    .select('demonstration')
    .where('jurisdiction', '=', jurisdiction)
    .executeTakeFirst()
  return row?.demonstration === true
}

/** A unit owes its own value because it has a share: where the share was invented, nothing is owed. */
async function withdrawUnitDuties({ tx, jurisdiction, today }: CommandContext): Promise<void> {
  await sql`
    update duty set closed_on = ${today}, outcome = 'withdrawn', next_act_on = null, revision = revision + 1
    where duty.jurisdiction = ${jurisdiction} and duty.closed_on is null and duty.kind = 'report'
      and duty.item_kind = 'target' and duty.scope = 'unit'
      and not exists (select from breakdown b join breakdown_share s on s.jurisdiction = ${jurisdiction}
          and s.jurisdiction = b.jurisdiction and s.breakdown_id = b.id
        where b.jurisdiction = ${jurisdiction} and b.item_id = duty.item_id and s.party_id = duty.party_id)`.execute(tx)
}

/**
 * The clock begins anew, as on the first day of a county; letters are numbered from 1 again unless real ones were sent.
 */
async function restartClock({ tx, jurisdiction }: CommandContext): Promise<void> {
  await tx.deleteFrom('clock_state').where('jurisdiction', '=', jurisdiction).execute()
  await tx.deleteFrom('counter').where('jurisdiction', '=', jurisdiction).where('name', '=', toldMatters).execute()
  await sql`
    delete from counter where jurisdiction = ${jurisdiction} and split_part(name, ':', 1) = any(${[...overdueSteps]})
      and not exists (select from urging where jurisdiction = ${jurisdiction} and step = any(${[...overdueSteps]}))`.execute(
    tx,
  )
}

/** Content that no evidence speaks of any more: its file goes with the next sweep. */
async function forgetBlobs({ tx, jurisdiction }: CommandContext): Promise<void> {
  await sql`
    delete from evidence_blob where evidence_blob.jurisdiction = ${jurisdiction}
      and not exists (select from evidence where evidence.jurisdiction = ${jurisdiction}
        and evidence.sha256 = evidence_blob.sha256)`.execute(tx)
}
