import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { WorkCalendarYear } from '../county.types.ts'
import { rangeProblems, weekday, yearsBetween } from './dates.ts'
import { type Entry, problem, repeated } from './entries.ts'

/** 工作日历: each year once, holidays and make-up days where they can be, and no year of the plan left out. */
export function calendarProblems(
  entries: readonly Entry<WorkCalendarYear>[],
  declaredYears: ReadonlySet<string>,
  period: { readonly start: string; readonly end: string } | undefined,
): FieldProblem[] {
  const uncovered = period === undefined ? [] : yearsBetween(period.start, period.end)
  return [
    ...repeated(entries, (one) => String(one.year), 'year', { zh: '日历年份', en: 'calendar year' }),
    ...uncovered
      .filter((year) => !declaredYears.has(String(year)))
      .map((year) =>
        problem(
          '/calendar/years',
          `缺 ${year} 年的工作日历。请按国务院办公厅放假通知录入；通知未发布的，写 status: provisional。`,
          `There is no calendar for ${year}. Enter the holiday notice; where it is not out yet, write status: provisional.`,
        ),
      ),
    ...entries.flatMap(({ path, value: year }) => [
      ...holidayProblems(year, path),
      ...makeUpDayProblems(year, path),
      ...statusProblems(year, path),
    ]),
  ]
}

function holidayProblems(year: WorkCalendarYear, path: string): FieldProblem[] {
  return year.holidays.flatMap(({ name, from, to }, index) => {
    const at = `${path}/holidays/${index}`
    const overlap = year.holidays.slice(0, index).find((other) => other.from <= to && from <= other.to)
    return [
      ...rangeProblems({ start: from, end: to }, at),
      ...[from, to].filter((day) => !belongsTo(year.year, day)).map((day) => foreignDay(year.year, day, at)),
      ...(overlap === undefined
        ? []
        : [
            problem(
              at,
              `“${name}”与“${overlap.name}”的日期重叠。请合并或改正。`,
              `“${name}” and “${overlap.name}” overlap. Merge or correct them.`,
            ),
          ]),
    ]
  })
}

function makeUpDayProblems(year: WorkCalendarYear, path: string): FieldProblem[] {
  return year.makeUpDays.flatMap(({ date }, index) => {
    const at = `${path}/makeUpDays/${index}/date`
    const holiday = year.holidays.find(({ from, to }) => from <= date && date <= to)
    const twice = year.makeUpDays.findIndex((other) => other.date === date) < index
    return [
      ...(belongsTo(year.year, date) ? [] : [foreignDay(year.year, date, at)]),
      ...(weekday(date) === 0 || weekday(date) === 6
        ? []
        : [
            problem(
              at,
              `${date} 不是周六或周日，本来就上班，不会是调休上班日。请对照通知改正。`,
              `${date} is neither Saturday nor Sunday, so it is worked anyway. Compare with the notice.`,
            ),
          ]),
      ...(holiday === undefined
        ? []
        : [
            problem(
              at,
              `${date} 既放假（${holiday.name}）又调休上班。请对照通知改正。`,
              `${date} is both off (${holiday.name}) and worked. Compare with the notice.`,
            ),
          ]),
      ...(twice ? [problem(at, `${date} 列了两次，请删去一个。`, `${date} is listed twice. Remove one.`)] : []),
    ]
  })
}

function statusProblems(year: WorkCalendarYear, path: string): FieldProblem[] {
  if (year.status === 'provisional' && year.makeUpDays.length > 0) {
    return [
      problem(
        `${path}/makeUpDays`,
        `${year.year} 年通知未发布，调休上班日不可能已知。请清空，或把 status 改为 official 并写明通知。`,
        `The notice for ${year.year} is not out, so make-up days cannot be known. Remove them, or set status to official.`,
      ),
    ]
  }
  if (year.status === 'official' && year.source.documentNo === null && year.source.issuedOn === null) {
    return [
      problem(
        `${path}/source`,
        `${year.year} 年标为 official，请写明通知的文号或日期。`,
        `${year.year} is marked official: give the number or the date of the notice.`,
      ),
    ]
  }
  return []
}

/** A notice may also rearrange the last days of the year before (2018-12-31 was off by the notice for 2019). */
function belongsTo(year: number, day: string): boolean {
  return day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
}

function foreignDay(year: number, day: string, path: string): FieldProblem {
  return problem(
    path,
    `${day} 不属于 ${year} 年的通知。请改正日期，或移到那一年。`,
    `${day} cannot be part of the notice for ${year}. Correct it, or move it to its own year.`,
  )
}
