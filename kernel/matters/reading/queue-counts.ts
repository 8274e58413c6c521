import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { newestVersion } from '../versions.ts'
import { type BoundedCount, bounded, countedTo, countMatters } from './count-matters.ts'
import { type QueueSelection, queueCondition } from './queue-conditions.ts'
import type { MatterCounts } from './reading.schemas.ts'

/** What stands beside the views in the left column: by the same conditions as the lists, so that they agree. */
export async function queueCounts(context: QueryContext): Promise<MatterCounts> {
  const count = async (selection: QueueSelection, besides?: RawBuilder<boolean>): Promise<BoundedCount> => {
    const where = queueCondition(context, selection)
    return countMatters(context, besides === undefined ? where : sql<boolean>`${where} and ${besides}`)
  }
  const firstOfMonth = `${context.today.slice(0, 8)}01`
  return {
    mine: await count({ view: 'mine' }),
    mineOverdue: await count({ view: 'mine', light: 'red' }),
    mineYellow: await count({ view: 'mine', light: 'yellow' }),
    others: await count({ view: 'others' }),
    untaken: await count({ view: 'untaken' }),
    unit: await count({ view: 'unit' }),
    overdue: await count({ view: 'overdue' }),
    called: await count({ view: 'called' }),
    copied: await count({ view: 'copied' }),
    endedThisMonth: await count({ view: 'ended' }, sql`m.ended_on >= ${firstOfMonth}::date`),
    types: await openTypes(context),
  }
}

/** Open cases of my units by type, of as many as are counted elsewhere. */
async function openTypes(context: QueryContext): Promise<MatterCounts['types']> {
  const where = queueCondition(context, { view: 'unit' })
  const { rows } = await sql<{ type: string; count: number }>`select counted.matter_type as type, count(*) as count
    from (select m.matter_type from matter m where ${where} limit ${countedTo + 1}) counted
    group by counted.matter_type order by count(*) desc, counted.matter_type`.execute(context.tx)
  const isAll = rows.reduce((sum, { count }) => sum + count, 0) <= countedTo
  const types: MatterCounts['types'] = []
  for (const { type, count } of rows) {
    const newest = await newestVersion(context, type)
    types.push({ type, label: newest?.declaration.label ?? type, count: bounded(count).count, isExact: isAll })
  }
  return types
}
