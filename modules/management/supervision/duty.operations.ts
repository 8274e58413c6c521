import { actorMay } from '@qiangxian/kernel/accounts/actor'
import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { Id, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { actsFor, getReadableDuty, listDuties, presentDuties } from '@qiangxian/kernel/progress/duties'
import { effectiveDue } from '@qiangxian/kernel/progress/duty-clock'
import type { DutyFilter } from '@qiangxian/kernel/progress/duty-list'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import { ladderDays, type SentStep } from '@qiangxian/kernel/progress/ladder-days'
import {
  DutyDetail,
  DutyRow,
  DutyState,
  type Extension,
  Light,
  type May,
} from '@qiangxian/kernel/progress/progress.schemas'
import { calendarOf, progressSettings } from '@qiangxian/kernel/progress/settings'
import { listUrgings } from '@qiangxian/kernel/progress/urgings'
import { sql } from 'kysely'
import Type from 'typebox'
import { countingOf } from './counting.ts'
import { listExtensions } from './extensions.ts'

export const listDutyRows = defineQuery({
  id: 'duty.list',
  label: { zh: '应办事项', en: 'List duties' },
  about: {
    zh: '各单位的应办事项，可按单位、事项、类型、灯色、状态筛选；最早到期的在前。',
    en: 'What units owe, by unit, item, kind, light and state; soonest due first.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/duties' },
  cli: 'duty list',
  input: Type.Object({
    unit: Type.Optional(Id),
    item: Type.Optional(Id),
    kind: Type.Optional(Type.Enum(['report', 'part', 'milestone'])),
    light: Type.Optional(Light),
    state: Type.Optional(DutyState),
    /** only what is not closed, or only what is */
    open: Type.Optional(Type.Boolean()),
    /** `next` of the page before */
    cursor: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}~[0-9A-Za-z-]{1,64}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  output: Type.Object({ duties: Type.Array(DutyRow), next: Nullable(Type.String()) }),
  run: async (context, { unit, item, kind, light, state, open, cursor, limit = 100 }) => {
    const [due = '', id = ''] = cursor?.split('~') ?? []
    const filter: DutyFilter = {
      ...(unit === undefined ? {} : { partyIds: [unit] }),
      ...(item === undefined ? {} : { itemIds: [item] }),
      ...(kind === undefined ? {} : { kind }),
      ...(light === undefined ? {} : { light }),
      ...(state === undefined ? {} : { state }),
      ...(open === undefined ? {} : { open }),
      ...(cursor === undefined ? {} : { after: { due, id } }),
      // One more than asked for tells whether there is a next page.
      limit: limit + 1,
    }
    const found = await listDuties(context, filter)
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      duties: await presentDuties(context, page),
      next: found.length > limit && last !== undefined ? `${effectiveDue(last)}~${last.id}` : null,
    }
  },
})

export const showDuty = defineQuery({
  id: 'duty.show',
  label: { zh: '查看应办事项', en: 'Show a duty' },
  about: {
    zh: '一件应办事项：灯色和理由、到期日逐日计算、催办各步及日期、催办与回复、延期。',
    en: 'One duty: light and reason, the due day counted day by day, the ladder with its days, urgings, extensions.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/duties/:dutyId' },
  cli: 'duty show',
  input: Type.Object({ dutyId: Id }),
  output: DutyDetail,
  run: async (context, { dutyId }) => {
    const settings = progressSettings(context.county)
    const calendar = calendarOf(context.county)
    const duty = await getReadableDuty(context, dutyId)
    const [row] = await presentDuties(context, [duty])
    if (row === undefined) throw new Error(`duty ${duty.id} was found and is not shown`)
    const extensions = await listExtensions(context, { dutyId: duty.id })
    const urgings = await listUrgings(context, { dutyIds: [duty.id] })
    return {
      ...row,
      counting: countingOf(duty, settings, calendar),
      ladder: ladderDays(duty, await sentSteps(context, duty.id), settings, calendar, context.today),
      urgings,
      extensions,
      may: mayOf(context, duty, extensions, urgings.length > 0, settings.extensionsAllowed),
    }
  },
})

async function sentSteps({ tx, jurisdiction }: QueryContext, dutyId: string): Promise<readonly SentStep[]> {
  const { rows } = await sql<SentStep>`
    select step, due_on as "dueOn", on_date as "on" from urging
    where jurisdiction = ${jurisdiction} and duty_id = ${dutyId}`.execute(tx)
  return rows
}

function mayOf(
  context: QueryContext,
  duty: DutyRecord,
  extensions: readonly Extension[],
  urged: boolean,
  extensionsAllowed: number,
): DutyDetail['may'] {
  const { actor, today } = context
  const due = effectiveDue(duty)
  const notRunning = ((): Localized | undefined => {
    if (duty.closedOn !== null) return { zh: `已于 ${duty.closedOn} 办结或撤回`, en: `Closed on ${duty.closedOn}` }
    if (duty.answeredOn !== null) {
      return { zh: `已于 ${duty.answeredOn} 上报，待审核`, en: `Answered on ${duty.answeredOn}` }
    }
    return undefined
  })()
  const notOffice = onlyFor(actorMay(actor, 'supervision.manage'), '由办公室催办', 'The office urges')
  const notUnit = onlyFor(actsFor(actor, 'supervision.answer', duty), '由责任单位回复', 'The unit itself replies')
  const notHead = onlyFor(
    actsFor(actor, 'report.submit', duty),
    '由责任单位负责人申请',
    'The head of the unit asks for it',
  )
  const notReporter = onlyFor(actsFor(actor, 'report.draft', duty), '由责任单位填报', 'The unit itself reports')
  const last = extensions.at(-1)
  const none: Localized | undefined =
    extensionsAllowed < 1 ? { zh: '本县规定不办理延期', en: 'The county grants no extensions' } : undefined
  const used: Localized | undefined =
    last !== undefined && (extensions.length >= extensionsAllowed || last.decision === null)
      ? { zh: `已于 ${last.askedOn} 申请过延期`, en: `An extension was asked for on ${last.askedOn}` }
      : undefined
  const late: Localized | undefined =
    today > due ? { zh: `已过到期日 ${due}，延期须在到期前申请`, en: `Due on ${due}: ask before the day` } : undefined
  const nothingSent: Localized | undefined = urged ? undefined : { zh: '还没有催办', en: 'There is no urging yet' }
  const closed = duty.closedOn === null ? undefined : notRunning
  return {
    urge: may(notOffice ?? notRunning),
    reply: may(notUnit ?? nothingSent),
    askExtension: may(notHead ?? notRunning ?? none ?? used ?? late),
    report: may(notReporter ?? closed),
  }
}

function onlyFor(allowed: boolean, zh: string, en: string): Localized | undefined {
  return allowed ? undefined : { zh, en }
}

function may(why: Localized | undefined): May {
  return { may: why === undefined, why: why === undefined ? null : { ...why } }
}
