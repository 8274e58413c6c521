import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import { actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { listOrganisations } from '@qiangxian/kernel/parties/party.operations'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlanIfAny } from '@qiangxian/kernel/plan/read-plan'
import { presentDuties } from '@qiangxian/kernel/progress/duties'
import { type DutyRow, Work } from '@qiangxian/kernel/progress/progress.schemas'
import Type, { type Static } from 'typebox'
import { unitDuties } from './unit-duties.queries.ts'
import { urgingsOf } from './unit-urgings.queries.ts'

/** what was closed is shown for a month and some days, so that the last month's reports are still in sight */
const recentDays = 40

/** 我的工作: what the unit owes, by when, what came back, what was urged. */
export const showWork = defineQuery({
  id: 'work.show',
  label: { zh: '我的工作', en: 'My work' },
  about: {
    zh: '本单位的应办事项（最急的在前）、近 40 天办结的事项和催办；办公室、领导选择单位查看。',
    en: 'What the unit owes, soonest first, what was closed in the last 40 days, and urgings; the office and leaders choose a unit.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/work' },
  cli: 'work show',
  input: Type.Object({ unit: Type.Optional(Id) }),
  output: Work,
  run: async (context, input) => {
    const { actor, today } = context
    const units = await unitsOf(context)
    const unit = chosenUnit(context, units, input.unit)
    const may = {
      draft: unit !== null && unitsActedFor(actor, 'report.draft').includes(unit.id),
      submit: unit !== null && unitsActedFor(actor, 'report.submit').includes(unit.id),
    }
    if (unit === null) return { today, units, unit, counts: nothing, duties: [], recent: [], urgings: [], may }
    const since = addCalendarDays(today, -recentDays)
    const owed = await unitDuties(context, unit.id, since)
    const rows = await presentDuties(context, owed, new Map(owed.map((duty) => [duty.id, duty])))
    const duties = rows.filter(({ closedOn }) => closedOn === null)
    const recent = rows.filter(({ closedOn }) => closedOn !== null)
    const urgings = await urgingsOf(context, unit, since)
    return { today, units, unit, counts: countsOf(duties, urgings), duties, recent, urgings, may }
  },
})

type Unit = NonNullable<Work['unit']>

/** The units that the reader acts for; who reads all progress sees every living unit that can owe something. */
export async function unitsOf(context: QueryContext): Promise<Unit[]> {
  const { tx, jurisdiction, actor } = context
  const own = unitsActedFor(actor, 'work.read')
  const readsAll = actorMay(actor, 'progress.read')
  // The plan is read for the duties too, and its reading comes with the units.
  const organisations = (await readPlanIfAny(context))?.organisations ?? (await listOrganisations(tx, jurisdiction))
  return organisations
    .filter(({ id, kind, dissolvedOn }) =>
      own.includes(id) ? true : readsAll && kind !== 'collective' && dissolvedOn === null,
    )
    .map(({ id, name, shortName, dissolvedOn }) => ({ id, name, shortName, dissolvedOn }))
}

/**
 * The unit that was asked for, else the first that the reader acts for; none for who only reads, until they choose.
 *
 * @throws operation.notFound for a unit that is not theirs to see
 */
export function chosenUnit({ actor }: QueryContext, units: readonly Unit[], asked: string | undefined): Unit | null {
  const own = unitsActedFor(actor, 'work.read')
  if (asked === undefined) return units.find(({ id }) => own.includes(id)) ?? null
  const found = units.find(({ id }) => id === asked)
  if (found === undefined) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: asked })
  return found
}

const nothing: Work['counts'] = { open: 0, overdue: 0, dueSoon: 0, returned: 0, submitted: 0, unanswered: 0 }

function countsOf(duties: readonly DutyRow[], urgings: Work['urgings']): Work['counts'] {
  const waiting = duties.filter(({ state }) => state === 'open' || state === 'drafted' || state === 'returned')
  return {
    open: waiting.length,
    overdue: waiting.filter(({ light }) => light === 'red').length,
    dueSoon: waiting.filter(({ light }) => light === 'amber').length,
    returned: waiting.filter(({ state }) => state === 'returned').length,
    submitted: duties.length - waiting.length,
    unanswered: urgings.filter(asksForReply).length,
  }
}

/** A reminder asks for nothing but the report; letters, notices and what a person wrote ask for words. */
function asksForReply({ step, replies }: Static<typeof Work>['urgings'][number]): boolean {
  return replies.length === 0 && !step.startsWith('reminder:')
}
