/**
 * Working days by the yearly notice of the State Council (国务院办公厅关于部分节假日安排的通知).
 *
 * - working day 工作日: Monday to Friday and not off, or a weekend day that the notice makes a working day
 * - holiday 放假: a run of days off, weekends inside it included
 * - make-up day 调休上班: a weekend day that is worked
 * - official: the notice of the year is loaded; provisional 暂定: only the days that the statute names are known
 */
import { type CivilDate, civilDate, dayNumber } from './civil-date.ts'

export interface WorkCalendarYear {
  readonly year: number
  readonly status: 'official' | 'provisional'
  /** days off in one run, both ends inclusive */
  readonly holidays: readonly { readonly name: string; readonly from: CivilDate; readonly to: CivilDate }[]
  readonly makeUpDays: readonly { readonly date: CivilDate; readonly holiday: string }[]
  readonly source?: {
    readonly title: string
    readonly documentNo: string | null
    readonly issuedOn: CivilDate | null
  }
}

/** Why a day is worked or not; `holiday` names the festival where one is the reason. */
export interface DayReason {
  readonly working: boolean
  readonly why: 'weekday' | 'weekend' | 'holiday' | 'makeUp'
  readonly holiday: string | null
}

export interface WorkCalendar {
  isWorkingDay(day: CivilDate): boolean
  /** whether the official notice of that day's year is loaded; what rests on another year is provisional */
  covers(day: CivilDate): boolean
  reasonOf(day: CivilDate): DayReason
}

/** some fifty years of days */
const MOST_KEPT = 20_000

const WEEKDAY: DayReason = { working: true, why: 'weekday', holiday: null }
const WEEKEND: DayReason = { working: false, why: 'weekend', holiday: null }

/**
 * The calendar that the given years make together.
 *
 * Of two entries for one year the official one counts, else the later one: an amended notice is loaded as a whole. A
 * notice may also speak of the last days of the year before, and then it is right about them. A year that is not given
 * has plain weeks, Monday to Friday.
 *
 * @throws RangeError for a table that cannot be right: a run that ends before it begins, a day far from its year, a
 * make-up day in a holiday. A deadline must not rest on it.
 * @source 全国年节及纪念日放假办法（2024年11月10日修订）; the notices in the entries
 */
export function workCalendar(years: readonly WorkCalendarYear[]): WorkCalendar {
  const chosen = new Map<number, WorkCalendarYear>()
  for (const entry of years) {
    const known = chosen.get(entry.year)
    if (known?.status === 'official' && entry.status === 'provisional') continue
    chosen.set(entry.year, entry)
  }
  const named = new Map<CivilDate, DayReason>()
  const ordered = [...chosen.values()].sort((a, b) => rank(a) - rank(b) || a.year - b.year)
  for (const entry of ordered) for (const [day, reason] of daysNamedBy(entry)) named.set(day, reason)

  // A nightly job asks about the same few hundred days many thousand times. Who asks about millennia pays for it.
  const asked = new Map<CivilDate, DayReason>()
  const reasonOf = (day: CivilDate): DayReason => {
    const known = asked.get(day)
    if (known !== undefined) return known
    const reason = named.get(day) ?? (isWeekend(dayNumber(day)) ? WEEKEND : WEEKDAY)
    if (asked.size < MOST_KEPT) asked.set(day, reason)
    return reason
  }
  return {
    reasonOf,
    isWorkingDay: (day) => reasonOf(day).working,
    covers: (day) => chosen.get(Number(day.slice(0, 4)))?.status === 'official',
  }
}

/**
 * The first day whose status a newly loaded year can change: 25 December of the year before. The notice for 2019 made
 * Saturday 2018-12-29 a working day. Open due dates from here on are computed again.
 */
export function firstDayAffectedBy(year: number): CivilDate {
  return `${String(year - 1).padStart(4, '0')}-12-25`
}

/** Provisional entries first, so that they never overrule an official one. */
function rank(entry: WorkCalendarYear): number {
  return entry.status === 'official' ? 1 : 0
}

function daysNamedBy(entry: WorkCalendarYear): Map<CivilDate, DayReason> {
  const days = new Map<CivilDate, DayReason>()
  const [earliest, latest] = [`${entry.year - 1}-12-01`, `${entry.year + 1}-01-31`].map(dayNumber) as [number, number]
  const within = (day: CivilDate): number => {
    const number = dayNumber(day)
    if (number < earliest || number > latest) throw new RangeError(`the calendar of ${entry.year} speaks of ${day}`)
    return number
  }
  for (const { name, from, to } of entry.holidays) {
    const [first, last] = [within(from), within(to)]
    if (last < first) throw new RangeError(`${name} ${entry.year} ends on ${to}, before it begins on ${from}`)
    for (let number = first; number <= last; number += 1) {
      days.set(civilDate(number), {
        working: false,
        why: 'holiday',
        holiday: name,
      })
    }
  }
  for (const { date, holiday } of entry.makeUpDays) {
    const off = days.get(date)
    if (off?.why === 'holiday') throw new RangeError(`${date} is both a make-up day and off for ${off.holiday}`)
    within(date)
    days.set(date, { working: true, why: 'makeUp', holiday })
  }
  return days
}

function isWeekend(number: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}
