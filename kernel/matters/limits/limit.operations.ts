import { sql } from 'kysely'
import Type from 'typebox'
import { defineQuery, type Operation } from '../../operations/operation.ts'
import { operationErrors } from '../../operations/operation-errors.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import { explainCounting } from '../../rules/count-limit.ts'
import { CountedDay, LimitRow } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { mattersSeenBy } from '../sight.ts'
import { readLimits } from './limit-record.ts'
import { presentLimit } from './present-limits.ts'
import { countingOf } from './recount.ts'

export const LimitDetail = Type.Object({ ...LimitRow.properties, days: Type.Array(CountedDay) })

export function limitOperations(matters: Pick<Matters, 'rules'>): readonly Operation[] {
  return [showLimit(matters)]
}

/** A limit of a matter with every day from its start to its end, and why it counts or does not. */
export function showLimit(matters: Pick<Matters, 'rules'>) {
  return defineQuery({
    id: 'limit.show',
    label: { zh: '查看期限怎样计算', en: 'Show how a limit is counted' },
    about: {
      zh: '办件的一个期限：依据哪条规则、从哪天起算、哪些天不计、延长过几次、哪天届满，逐日列出。',
      en: 'A limit of a matter: by which rule, from when, what is not counted, extensions, its last day, day by day.',
    },
    permission: 'service.read',
    route: { method: 'GET', path: '/limits/:limitId' },
    cli: 'limit show',
    input: Type.Object({ limitId: Id }),
    output: LimitDetail,
    run: async (context, { limitId }) => {
      const { jurisdiction, county, today } = context
      const seen = sql`l.id = ${limitId} and exists (select from matter m
        where m.jurisdiction = ${jurisdiction} and m.id = l.matter_id and ${mattersSeenBy(context)})`
      const [limit] = await readLimits(context, seen)
      if (limit === undefined) throw operationErrors.notFound({ what: { zh: '期限', en: 'limit' }, id: limitId })
      const by = { rules: matters.rules, county, today, calendar: await calendarOf(context) }
      return {
        ...presentLimit(limit, by),
        days: [...explainCounting(countingOf(limit, by), by.calendar)],
      }
    },
  })
}
