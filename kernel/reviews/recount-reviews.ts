import { sql } from 'kysely'
import { civilDateInChina } from '../clock/civil-date.ts'
import { matterVersion } from '../matters/versions.ts'
import type { CommandContext } from '../operations/context.ts'
import { movedDay } from '../rules/moved-day.ts'
import type { MovedDay, Recount } from '../rules/recount.types.ts'
import { accountsOf } from './expert-accounts.ts'

interface Asked {
  readonly id: string
  readonly code: string
  readonly expert: string
  readonly askedAt: Date
  readonly dueOn: string
  readonly type: string
  readonly version: number
  readonly demonstration: boolean
}

/** Reviews that experts were asked for and have not given. Where the time is of calendar days, only its end moves. */
export const recountReviews: Recount = {
  id: 'review',
  label: '评审期限',
  run: async (context, change) => {
    const { tx, jurisdiction } = context
    const { rows } = await sql<Asked>`
      select r.id, r.code, r.expert_record as expert, r.asked_at as "askedAt", r.due_on as "dueOn", m.matter_type as type,
        m.version, r.demonstration
      from matter_review r join matter m on m.jurisdiction = ${jurisdiction} and m.jurisdiction = r.jurisdiction
        and m.id = r.matter_id
      where r.jurisdiction = ${jurisdiction} and r.status = 'asked' and r.due_on >= ${change.from}
      order by r.id for update of r`.execute(tx)
    const changes: (Asked & { readonly after: string; readonly register: string })[] = []
    for (const row of rows) {
      const { review } = await matterVersion(context, row.type, row.version)
      if (review === undefined) continue
      const start = review.within.unit === 'workingDay' ? civilDateInChina(row.askedAt) : row.dueOn
      const after = movedDay(start, row.dueOn, change)
      if (after !== row.dueOn) changes.push({ ...row, after, register: review.from.register })
    }
    if (changes.length > 0) {
      const given = JSON.stringify(changes.map(({ id, after }) => ({ id, after })))
      await sql`
        update matter_review r set due_on = given.after
        from jsonb_to_recordset(${given}::jsonb) as given (id text, after date)
        where r.jurisdiction = ${jurisdiction} and r.id = given.id`.execute(tx)
    }
    return { changed: changes.length, moved: await movedOf(context, changes) }
  },
}

async function movedOf(
  context: CommandContext,
  changes: readonly (Asked & { readonly after: string; readonly register: string })[],
): Promise<readonly MovedDay[]> {
  const moved: MovedDay[] = []
  for (const register of new Set(changes.map((each) => each.register))) {
    const own = changes.filter((each) => each.register === register)
    const accounts = await accountsOf(context, register, [...new Set(own.map(({ expert }) => expert))])
    for (const { id, code, expert, dueOn, after, demonstration } of own) {
      const accountIds = accounts.get(expert) ?? []
      if (accountIds.length === 0) continue
      const path = `/reviews/${id}`
      moved.push({ to: { accountIds }, addressee: expert, what: code, before: dueOn, after, path, demonstration })
    }
  }
  return moved
}
