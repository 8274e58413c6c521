import { firstDayAffectedBy, type WorkCalendarYear, workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'
import Type from 'typebox'
import { isCivilDate } from '../clock/civil-date.ts'
import type { FieldProblem } from '../errors/define-errors.ts'
import { newId } from '../ids/new-id.ts'
import { hintJob } from '../jobs/job-hints.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { calendarOf, type LoadedYear, loadedYears } from './calendar-of.ts'
import type { MovedDay, Recount } from './recount.types.ts'
import { CalendarHoliday, CalendarMakeUpDay, CalendarYearRow } from './rules.schemas.ts'
import { tellMoved } from './tell-moved.ts'

/** The operations by which people read and load the holidays of a year. */
export function calendarYearOperations(kept: KeptDays) {
  return [listCalendarYears, loadCalendarYear(kept)] satisfies readonly Operation[]
}

/** Whoever keeps last days that were counted before counts them anew: in the same command, or by a job after it. */
export interface KeptDays {
  readonly recounts: readonly Recount[]
  readonly jobs: readonly string[]
}

export const listCalendarYears = defineQuery({
  id: 'calendar.list',
  label: { zh: '查看节假日安排', en: 'Show the holidays of the years' },
  about: {
    zh: '每一年的放假和调休上班，依据哪个通知；没有公布的年份标为暂定。',
    en: 'Days off and worked weekend days of each year, by which notice; provisional where none is published.',
  },
  permission: 'service.read',
  route: { method: 'GET', path: '/calendar-years' },
  cli: 'calendar list',
  input: Type.Object({}),
  output: Type.Object({ years: Type.Array(CalendarYearRow) }),
  run: async (context) => {
    const loaded = await loadedYears(context)
    const calendar = await calendarOf(context)
    const newest = new Map<number, LoadedYear>(loaded.map((each) => [each.year.year, each]))
    const years = new Map<number, WorkCalendarYear>([
      ...context.county.calendar.map((year) => [year.year, year] as const),
      ...loaded.map(({ year }) => [year.year, year] as const),
    ])
    return {
      years: [...years.values()]
        .sort((a, b) => a.year - b.year)
        .map((year) => {
          const from = newest.get(year.year)
          return {
            ...{ year: year.year, status: year.status, source: sourceOf(year, from) },
            holidays: [...year.holidays],
            makeUpDays: [...year.makeUpDays],
            workingDays: workingDaysBetween(`${year.year - 1}-12-31`, `${year.year}-12-31`, calendar),
            loaded: from === undefined ? null : { id: from.id, at: from.loadedAt.toISOString(), byLabel: from.byLabel },
          }
        }),
    }
  },
})

export function loadCalendarYear({ recounts, jobs }: KeptDays) {
  return defineCommand({
    id: 'calendar.load',
    label: { zh: '录入节假日安排', en: 'Load the holidays of a year' },
    about: {
      zh: '录入国务院办公厅一年的放假安排。同一年以最后录入的为准；从上一年12月25日起的办件期限、应办事项、公示、容缺、评审、差评和数据质量的截止日重新计算，并告知有关的人。',
      en: 'Loads the yearly holiday notice. The newest of a year counts; open due days from 25 December of the year before are counted anew: limits, duties, publications, promised materials, reviews, bad ratings, findings. Those concerned are told.',
    },
    permission: 'calendar.manage',
    route: { method: 'POST', path: '/calendar-years' },
    cli: 'calendar add',
    input: Type.Object({
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      holidays: Type.Array(CalendarHoliday, { minItems: 1, maxItems: 40 }),
      makeUpDays: Type.Array(CalendarMakeUpDay, { maxItems: 40 }),
      source: Type.String({ minLength: 4, maxLength: 200, description: '通知的标题和文号' }),
    }),
    output: Type.Object({
      id: Type.String(),
      year: Type.Integer(),
      recounted: Type.Integer(),
      /** kind of due day → how many changed */
      kinds: Type.Record(Type.String(), Type.Integer()),
      wasLoaded: Type.Boolean(),
    }),
    run: async (context, { year, holidays, makeUpDays, source }) => {
      const { tx, jurisdiction, now, actor } = context
      const days = { holidays, makeUpDays }
      refuseUnsound({ year, ...days })
      const before = (await loadedYears(context)).findLast((each) => each.year.year === year)
      const same = before !== undefined && sameDays(before.year, days) && before.source === source
      if (same) {
        context.unchanged()
        return { id: before.id, year, recounted: 0, kinds: {}, wasLoaded: true }
      }
      const id = newId(now)
      const calendarBefore = await calendarOf(context)
      await tx
        .insertInto('calendar_year')
        .values({ jurisdiction, id, year, days: JSON.stringify(days), source, loaded_at: now, by_label: actor.label })
        .execute()
      const change = { from: firstDayAffectedBy(year), before: calendarBefore, after: await calendarOf(context) }
      const told: { recount: Recount; changed: number; moved: readonly MovedDay[] }[] = []
      for (const recount of recounts) told.push({ recount, ...(await recount.run(context, change)) })
      await tellMoved(context, id, told)
      const kinds = Object.fromEntries(told.map(({ recount, changed }) => [recount.id, changed]))
      const recounted = told.reduce((sum, { changed }) => sum + changed, 0)
      await context.record({
        subject: { kind: 'calendarYear', id: String(year) },
        before: before === undefined ? null : { source: before.source },
        after: { source, holidays: holidays.length, makeUpDays: makeUpDays.length, recounted, kinds },
      })
      context.afterCommit(() => {
        for (const job of jobs) hintJob(jurisdiction, job)
      })
      return { id, year, recounted, kinds, wasLoaded: false }
    },
  })
}

function sourceOf(year: WorkCalendarYear, loaded: LoadedYear | undefined): string {
  if (loaded !== undefined) return loaded.source
  const { title = '', documentNo = null } = year.source ?? {}
  return documentNo === null ? title : `${title}（${documentNo}）`
}

function sameDays(known: WorkCalendarYear, days: Pick<WorkCalendarYear, 'holidays' | 'makeUpDays'>): boolean {
  // The database keeps the keys of an object in an order of its own.
  const text = ({ holidays, makeUpDays }: typeof days) =>
    JSON.stringify([
      holidays.map(({ name, from, to }) => [name, from, to]),
      makeUpDays.map((one) => [one.date, one.holiday]),
    ])
  return text(known) === text(days)
}

/** At least the statutory days: fewer would be a slip that makes every limit too short. */
const leastDaysOff = 11
const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Everything that is wrong with a year, in one pass. */
function refuseUnsound(given: Pick<WorkCalendarYear, 'year' | 'holidays' | 'makeUpDays'>): void {
  const { year, holidays, makeUpDays } = given
  const problems: FieldProblem[] = []
  const add = (path: string, zh: string, en: string) => problems.push({ path, message: { zh, en } })
  const isNear = (day: string) => isCivilDate(day) && day >= `${year - 1}-12-20` && day <= `${year + 1}-01-10`
  for (const [at, { name, from, to }] of holidays.entries()) {
    if (!isNear(from) || !isNear(to)) {
      add(
        `/holidays/${at}`,
        `“${name}” ${from} 至 ${to} 不在 ${year} 年。`,
        `“${name}” ${from} to ${to} is not in ${year}.`,
      )
    } else if (to < from) add(`/holidays/${at}/to`, `“${name}”结束早于开始。`, `“${name}” ends before it begins.`)
    const overlap = holidays.slice(0, at).find((other) => other.from <= to && from <= other.to)
    if (overlap !== undefined) {
      add(`/holidays/${at}`, `“${name}”与“${overlap.name}”重叠。`, `“${name}” overlaps with “${overlap.name}”.`)
    }
  }
  for (const [at, { date }] of makeUpDays.entries()) {
    if (!isNear(date)) add(`/makeUpDays/${at}/date`, `${date} 不在 ${year} 年。`, `${date} is not in ${year}.`)
    else if (!weekend(date)) {
      add(`/makeUpDays/${at}/date`, `${date} 不是周末，本来就上班。`, `${date} is no weekend day.`)
    }
    if (holidays.some(({ from, to }) => from <= date && date <= to)) {
      add(`/makeUpDays/${at}/date`, `${date} 在放假期间，不能又上班。`, `${date} is both off and worked.`)
    }
  }
  if (problems.length === 0) {
    const off = holidays.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0)
    if (off < leastDaysOff) {
      add(
        '/holidays',
        `只有 ${off} 天假，少于法定节假日，请核对通知。`,
        `Only ${off} days off, fewer than the statutory ones.`,
      )
    }
    // The engine has the last word.
    workCalendar([{ ...given, status: 'official' }])
  }
  if (problems.length > 0) throw operationErrors.badInput({ count: problems.length }, { problems })
}
