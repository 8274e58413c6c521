import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { newestVersions } from '../versions.ts'
import { type BoundedCount, bounded, countMatters } from './count-matters.ts'
import { type QueueSelection, queueParts } from './queue-conditions.ts'
import type { MatterCounts } from './reading.schemas.ts'

/** as many open cases are read through at once; where there are more, each number is counted for itself, up to its bound */
const readAtOnce = 50_000

/** What stands beside the views in the left column: by the same conditions as the lists, so that they agree. */
export async function queueCounts(context: QueryContext): Promise<MatterCounts> {
  const count = (selection: QueueSelection, besides?: typeof endedSince) => {
    const parts = queueParts(context, selection)
    return countMatters(
      context,
      besides === undefined ? parts : parts.map((part) => sql<boolean>`${part} and ${besides}`),
    )
  }
  const endedSince = sql<boolean>`m.ended_on >= ${`${context.today.slice(0, 8)}01`}::date`
  return {
    ...((await openAtOnce(context)) ?? (await openOneByOne(context, count))),
    called: await count({ view: 'called' }),
    copied: await count({ view: 'copied' }),
    endedThisMonth: await count({ view: 'ended' }, endedSince),
  }
}

type OpenCounts = Omit<MatterCounts, 'called' | 'copied' | 'endedThisMonth'>

/** All numbers about open cases in one walk along their index; undefined where there are too many for that. */
async function openAtOnce(context: QueryContext): Promise<OpenCounts | undefined> {
  const me = context.actor.accountId ?? null
  const today = sql`${context.today}::date`
  const [part] = queueParts(context, { view: 'unit' })
  const red = sql`o.status = 'open' and o.due_on < ${today}`
  const yellow = sql`o.status = 'open' and o.due_on >= ${today} and o.warn_on <= ${today}`
  const isMine = sql`o.handler_account = ${me}`
  const { rows } = await sql<OpenRow>`select o.matter_type as type, count(*) as unit,
      count(*) filter (where ${isMine}) as mine, count(*) filter (where ${isMine} and ${red}) as "mineOverdue",
      count(*) filter (where ${isMine} and ${yellow}) as "mineYellow",
      count(*) filter (where o.handler_account is null) as untaken, count(*) filter (where ${red}) as overdue
    from (select m.matter_type, m.handler_account, m.status, m.due_on, m.warn_on from matter m
      where ${part ?? sql`false`} limit ${readAtOnce + 1}) o
    group by o.matter_type order by count(*) desc, o.matter_type`.execute(context.tx)
  const sum = (key: Exclude<keyof OpenRow, 'type'>) => rows.reduce((total, row) => total + row[key], 0)
  if (sum('unit') > readAtOnce) return undefined
  return {
    ...{ mine: bounded(sum('mine')), mineOverdue: bounded(sum('mineOverdue')), mineYellow: bounded(sum('mineYellow')) },
    others: bounded(sum('unit') - sum('mine') - sum('untaken')),
    ...{ untaken: bounded(sum('untaken')), unit: bounded(sum('unit')), overdue: bounded(sum('overdue')) },
    types: await labelled(
      context,
      rows.map(({ type, unit }) => ({ type, ...bounded(unit) })),
    ),
  }
}

interface OpenRow {
  readonly type: string
  readonly unit: number
  readonly mine: number
  readonly mineOverdue: number
  readonly mineYellow: number
  readonly untaken: number
  readonly overdue: number
}

async function openOneByOne(
  context: QueryContext,
  count: (selection: QueueSelection) => Promise<BoundedCount>,
): Promise<OpenCounts> {
  const types = []
  for (const { matter } of context.county.services.matters) {
    types.push({ type: matter, ...(await count({ view: 'unit', type: matter })) })
  }
  return {
    mine: await count({ view: 'mine' }),
    mineOverdue: await count({ view: 'mine', light: 'red' }),
    mineYellow: await count({ view: 'mine', light: 'yellow' }),
    others: await count({ view: 'others' }),
    untaken: await count({ view: 'untaken' }),
    unit: await count({ view: 'unit' }),
    overdue: await count({ view: 'overdue' }),
    types: await labelled(
      context,
      types.filter((each) => each.count > 0).sort((a, b) => b.count - a.count),
    ),
  }
}

async function labelled(
  context: QueryContext,
  types: readonly (BoundedCount & { readonly type: string })[],
): Promise<MatterCounts['types']> {
  const newest = await newestVersions(context)
  return types.map((each) => ({ ...each, label: newest.get(each.type)?.declaration.label ?? each.type }))
}
