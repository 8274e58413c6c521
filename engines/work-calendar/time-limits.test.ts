import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCalendarDays, addMonths, daysBetween } from './civil-date.ts'
import { addHours } from './hours.ts'
import { clearDaysBefore, limit } from './limit.ts'
import { notices } from './state-council-notices.fixture.ts'
import { workCalendar } from './work-calendar.ts'
import { addWorkingDays, shiftBackToWorkingDay, shiftToWorkingDay, workingDaysBetween } from './working-days.ts'

const china = workCalendar(notices)
const UNITS = { wd: 'workingDay', d: 'calendarDay', mo: 'month' } as const

/** What is provisional needs the notice for 2027; its day is a preview. */
const vectors: readonly [string, string, number, keyof typeof UNITS, string, string, 'official' | 'provisional'][] = [
  ['A1', '2026-09-30', 5, 'wd', '2026-10-13', '2026-10-13', 'official'],
  ['A2', '2026-02-13', 1, 'wd', '2026-02-14', '2026-02-14', 'official'],
  ['A3', '2026-02-13', 15, 'wd', '2026-03-12', '2026-03-12', 'official'],
  ['A4', '2026-09-24', 20, 'wd', '2026-10-29', '2026-10-29', 'official'],
  ['A5', '2026-02-15', 0, 'wd', '2026-02-24', '2026-02-24', 'official'],
  ['A6', '2026-12-21', 20, 'wd', '2027-01-19', '2027-01-19', 'provisional'],
  ['V1', '2023-12-17', 15, 'd', '2024-01-02', '2024-01-01', 'official'],
  ['V2', '2024-02-02', 1, 'wd', '2024-02-04', '2024-02-04', 'official'],
  ['V3', '2024-02-08', 2, 'wd', '2024-02-18', '2024-02-18', 'official'],
  ['V4', '2024-02-09', 5, 'wd', '2024-02-22', '2024-02-22', 'official'],
  ['V5', '2024-01-26', 15, 'd', '2024-02-18', '2024-02-10', 'official'],
  ['V6', '2024-04-03', 3, 'wd', '2024-04-09', '2024-04-09', 'official'],
  ['V7', '2024-04-26', 5, 'wd', '2024-05-07', '2024-05-07', 'official'],
  ['V8', '2024-04-30', 7, 'wd', '2024-05-13', '2024-05-13', 'official'],
  ['V9', '2024-06-07', 1, 'wd', '2024-06-11', '2024-06-11', 'official'],
  ['V10', '2024-05-11', 30, 'd', '2024-06-11', '2024-06-10', 'official'],
  ['V11', '2024-09-13', 3, 'wd', '2024-09-19', '2024-09-19', 'official'],
  ['V12', '2024-09-27', 5, 'wd', '2024-10-10', '2024-10-10', 'official'],
  ['V13', '2024-09-30', 10, 'wd', '2024-10-18', '2024-10-18', 'official'],
  ['V14', '2024-07-05', 90, 'd', '2024-10-08', '2024-10-03', 'official'],
  ['V15', '2024-12-31', 1, 'wd', '2025-01-02', '2025-01-02', 'official'],
  ['V16', '2025-01-24', 3, 'wd', '2025-02-05', '2025-02-05', 'official'],
  ['V17', '2025-01-27', 5, 'wd', '2025-02-10', '2025-02-10', 'official'],
  ['V18', '2025-04-03', 2, 'wd', '2025-04-08', '2025-04-08', 'official'],
  ['V19', '2025-04-25', 5, 'wd', '2025-05-06', '2025-05-06', 'official'],
  ['V20', '2025-05-30', 1, 'wd', '2025-06-03', '2025-06-03', 'official'],
  ['V21', '2025-09-26', 7, 'wd', '2025-10-13', '2025-10-13', 'official'],
  ['V22', '2025-09-30', 20, 'wd', '2025-11-04', '2025-11-04', 'official'],
  ['V23', '2025-07-08', 90, 'd', '2025-10-09', '2025-10-06', 'official'],
  ['V24', '2024-12-31', 2, 'mo', '2025-02-28', '2025-02-28', 'official'],
  ['V25', '2025-08-31', 6, 'mo', '2026-02-28', '2026-02-28', 'official'],
  ['V26', '2025-12-31', 2, 'wd', '2026-01-05', '2026-01-05', 'official'],
  ['V27', '2026-01-16', 30, 'd', '2026-02-24', '2026-02-15', 'official'],
  ['V28', '2026-02-14', 7, 'wd', '2026-03-03', '2026-03-03', 'official'],
  ['V29', '2026-04-03', 1, 'wd', '2026-04-07', '2026-04-07', 'official'],
  ['V30', '2026-04-30', 5, 'wd', '2026-05-11', '2026-05-11', 'official'],
  ['V31', '2026-06-18', 1, 'wd', '2026-06-22', '2026-06-22', 'official'],
  ['V32', '2026-09-18', 5, 'wd', '2026-09-24', '2026-09-24', 'official'],
  ['V33', '2026-09-24', 3, 'wd', '2026-09-30', '2026-09-30', 'official'],
  ['V34', '2026-09-30', 7, 'wd', '2026-10-15', '2026-10-15', 'official'],
  ['V35', '2026-07-05', 90, 'd', '2026-10-08', '2026-10-03', 'official'],
  ['V36', '2026-03-20', 15, 'd', '2026-04-07', '2026-04-04', 'official'],
  ['V37', '2026-12-24', 5, 'wd', '2026-12-31', '2026-12-31', 'official'],
  ['V38', '2026-12-25', 5, 'wd', '2027-01-04', '2027-01-04', 'provisional'],
  ['V39', '2026-12-31', 1, 'wd', '2027-01-04', '2027-01-04', 'provisional'],
  ['V40', '2026-12-17', 15, 'd', '2027-01-04', '2027-01-01', 'provisional'],
  ['V41', '2026-10-08', 90, 'd', '2027-01-06', '2027-01-06', 'provisional'],
  ['V42', '2026-11-30', 3, 'mo', '2027-03-01', '2027-02-28', 'provisional'],
  ['V43', '2026-08-04', 60, 'd', '2026-10-08', '2026-10-03', 'official'],
  ['V44', '2025-03-03', 45, 'wd', '2025-05-08', '2025-05-08', 'official'],
  ['V45', '2025-03-03', 60, 'd', '2025-05-06', '2025-05-02', 'official'],
  ['V46', '2026-09-24', 10, 'wd', '2026-10-15', '2026-10-15', 'official'],
  ['V47', '2026-09-17', 15, 'd', '2026-10-08', '2026-10-02', 'official'],
]

describe('time limits (期限)', () => {
  it.each(vectors)('%s: %s + %i %s is due on %s, raw end %s %s', (_, from, n, unit, due, raw, status) => {
    const result = limit(from, { n, unit: UNITS[unit] }, china)
    expect(result).toMatchObject({ due, raw, provisional: status === 'provisional' })
    if (unit !== 'wd') return
    const { counted } = addWorkingDays(from, n, china)
    expect(result).toMatchObject({ due: addWorkingDays(from, n, china).due, counted })
    expect(counted).toHaveLength(n)
    if (n > 0) expect(counted.at(-1)?.day).toBe(due)
  })

  it('says which days counted and which rest days moved the end', () => {
    expect(addWorkingDays('2026-09-30', 3, china).counted).toEqual([
      { day: '2026-10-08', why: 'weekday' },
      { day: '2026-10-09', why: 'weekday' },
      { day: '2026-10-10', why: 'makeUp' },
    ])
    expect(limit('2026-03-20', { n: 15, unit: 'calendarDay' }, china).moved).toEqual([
      { day: '2026-04-04', why: 'holiday', holiday: '清明节' },
      { day: '2026-04-05', why: 'holiday', holiday: '清明节' },
      { day: '2026-04-06', why: 'holiday', holiday: '清明节' },
    ])
  })

  it('is provisional before the first loaded year as after the last', () => {
    expect(addWorkingDays('2023-12-28', 5, china).provisional).toBe(true)
    expect(addWorkingDays('2024-01-03', -5, china).provisional).toBe(true)
    expect(limit('2023-01-04', { n: 30, unit: 'calendarDay' }, china).provisional).toBe(true)
    expect(shiftToWorkingDay('2026-12-31', china)).toMatchObject({ due: '2026-12-31', provisional: false })
  })

  it.each([
    ['the raw end alone lies in an unknown year', [2024], '2023-12-01', '2023-12-31', '2024-01-02'],
    ['the moved end alone does', [2022], '2022-12-01', '2022-12-31', '2023-01-02'],
  ])('is provisional when %s', (_, loaded, from, raw, due) => {
    const years = loaded.map((year) => ({
      year,
      status: 'official' as const,
      holidays: [{ name: '元旦', from: `${year}-01-01`, to: `${year}-01-01` }],
      makeUpDays: [],
    }))
    const result = limit(from, { n: 30, unit: 'calendarDay' }, workCalendar(years))
    expect(result).toMatchObject({ raw, due, provisional: true })
  })

  it('a year of months is a year; 29 February ends on the 28th', () => {
    expect(limit('2024-02-29', { n: 1, unit: 'year' }, china)).toMatchObject({ raw: '2025-02-28', due: '2025-02-28' })
    expect(limit('2024-02-29', { n: 12, unit: 'month' }, china).raw).toBe('2025-02-28')
  })

  it('an extension runs on from the raw end: 90 days and 30 more are 120', () => {
    const first = limit('2026-07-05', { n: 90, unit: 'calendarDay' }, china)
    const extended = limit(first.raw, { n: 30, unit: 'calendarDay' }, china)
    expect(extended.raw).toBe(limit('2026-07-05', { n: 120, unit: 'calendarDay' }, china).raw)
  })

  it.each([
    [() => limit('2026-07-05', { n: -1, unit: 'workingDay' }, china)],
    [() => limit('2026-07-05', { n: 1.5, unit: 'calendarDay' }, china)],
    [() => addWorkingDays('2026-07-05', Number.NaN, china)],
    [() => addWorkingDays('2026-07-32', 0, china)],
    [() => addWorkingDays('9999-12-30', 5, china)],
    [() => addMonths('2026-02-30', 1)],
    [() => addMonths('9999-12-31', 1)],
    [() => addCalendarDays('0000-01-01', -1)],
    [() => clearDaysBefore('2026-07-05', { minClearDays: 0, unit: 'workingDay', reading: 'lax' }, china)],
  ])('refuses what is no date or no length: %s', (act) => expect(act).toThrow(RangeError))
})

describe('clock stops (扣除期间)', () => {
  const testing = [{ from: '2026-03-16', to: '2026-04-10', reason: '检验检测' }]
  const appraisal = [{ from: '2026-09-21', to: '2026-10-09', reason: '鉴定' }]
  const days90 = { n: 90, unit: 'calendarDay' } as const
  const days15 = { n: 15, unit: 'workingDay' } as const

  it('S1: 26 days of testing move a limit of 90 days', () => {
    expect(limit('2026-03-02', days90, china)).toMatchObject({ raw: '2026-05-31', due: '2026-06-01' })
    expect(limit('2026-03-02', days90, china, testing)).toMatchObject({ raw: '2026-06-26', due: '2026-06-26' })
  })

  it('S2: nine working days of appraisal are not counted', () => {
    expect(limit('2026-09-14', days15, china).due).toBe('2026-10-10')
    const stopped = limit('2026-09-14', days15, china, appraisal)
    expect(stopped).toMatchObject({ due: '2026-10-22', provisional: false })
    expect(stopped.counted.filter(({ day }) => '2026-09-21' <= day && day <= '2026-10-09')).toEqual([])
  })

  it('a day stopped twice counts once', () => {
    const twice = [...testing, { from: '2026-04-01', to: '2026-04-10' }, { from: '2026-03-20', to: '2026-03-21' }]
    expect(limit('2026-03-02', days90, china, twice).raw).toBe('2026-06-26')
  })

  it('two stops that share one day count it once', () => {
    const sharing = [
      { from: '2026-03-16', to: '2026-04-01' },
      { from: '2026-04-01', to: '2026-04-10' },
    ]
    expect(limit('2026-03-02', days90, china, sharing).raw).toBe('2026-06-26')
    expect(limit('2026-03-02', days90, china, sharing.reverse()).raw).toBe('2026-06-26')
  })

  it('a stop that carries a limit in working days into an unknown year makes it provisional', () => {
    const stop = [{ from: '2026-12-02', to: '2026-12-28' }]
    expect(limit('2026-12-01', { n: 5, unit: 'workingDay' }, china, stop)).toMatchObject({
      due: '2027-01-05',
      provisional: true,
    })
  })

  it.each([
    ['before the limit began', [{ from: '2026-02-01', to: '2026-03-02' }], '2026-05-31'],
    ['after it ended', [{ from: '2026-06-01', to: '2026-06-30' }], '2026-05-31'],
    ['over its beginning', [{ from: '2026-02-01', to: '2026-03-04' }], '2026-06-02'],
    [
      'reached only because of another stop',
      [
        { from: '2026-05-31', to: '2026-05-31' },
        { from: '2026-06-01', to: '2026-06-10' },
      ],
      '2026-06-11',
    ],
  ])('a stop %s', (_, stops, raw) => expect(limit('2026-03-02', days90, china, stops).raw).toBe(raw))

  it('applies to months as to days', () => {
    expect(limit('2026-03-02', { n: 3, unit: 'month' }, china, testing).raw).toBe(addCalendarDays('2026-06-02', 26))
  })

  it('refuses a stop that ends before it begins', () => {
    expect(() => limit('2026-03-02', days90, china, [{ from: '2026-04-10', to: '2026-03-16' }])).toThrow(RangeError)
  })
})

describe('limits counted backwards (几日前)', () => {
  const notice = (event: string, reading: 'strict' | 'lax') =>
    clearDaysBefore(event, { minClearDays: 7, unit: 'workingDay', reading }, china)

  it.each([
    ['S3', '2026-10-15', '2026-09-29', '2026-09-30'],
    ['S4', '2025-10-16', '2025-09-29', '2025-09-30'],
  ])('%s: a hearing on %s asks for service by %s, lax %s', (_, event, strict, lax) => {
    expect(notice(event, 'strict')).toMatchObject({ due: strict, provisional: false })
    expect(notice(event, 'lax').due).toBe(lax)
  })

  it('calendar days that end on a rest day move back', () => {
    const result = clearDaysBefore('2026-10-08', { minClearDays: 3, unit: 'calendarDay', reading: 'strict' }, china)
    expect(result).toMatchObject({ raw: '2026-10-04', due: '2026-09-30', provisional: false })
    expect(result.moved).toHaveLength(4)
  })
})

describe('hours, states and months that no rest day moves', () => {
  it('S5: 24 hours run through the holiday', () => {
    expect(addHours('2026-09-30T17:00', 24)).toBe('2026-10-01T17:00')
    expect(addHours('2026-10-01T00:30', -1)).toBe('2026-09-30T23:30')
    expect(() => addHours('2026-09-30T24:00', 1)).toThrow(RangeError)
  })

  it('S6: three months of display end on 30 November, the raw end', () => {
    expect(limit('2026-08-31', { n: 3, unit: 'month' }, china).raw).toBe('2026-11-30')
  })

  it('S7: goods seized for 30 days are decided on before the holiday', () => {
    const seized = limit('2026-09-03', { n: 30, unit: 'calendarDay' }, china)
    expect(seized.raw).toBe('2026-10-03')
    expect(shiftBackToWorkingDay(seized.raw, china)).toMatchObject({ due: '2026-09-30', provisional: false })
  })
})

describe('counting is sound', () => {
  const day = fc.integer({ min: 0, max: 1800 }).map((offset) => addCalendarDays('2023-01-01', offset))
  const n = fc.integer({ min: 1, max: 120 })

  it('what was added is counted between, forwards and backwards', () => {
    fc.assert(
      fc.property(day, n, (from, count) => {
        expect(workingDaysBetween(from, addWorkingDays(from, count, china).due, china)).toBe(count)
        const back = addWorkingDays(from, -count, china).due
        // The day itself lies in the span behind it, and was not counted.
        expect(workingDaysBetween(back, from, china)).toBe(count - 1 + (china.isWorkingDay(from) ? 1 : 0))
      }),
    )
  })

  it('counts between as a walk over each day does', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const [first, last] = from <= to ? [from, to] : [to, from]
        let walked = 0
        for (let at = 1; at <= daysBetween(first, last); at += 1) {
          if (china.isWorkingDay(addCalendarDays(first, at))) walked += 1
        }
        expect(workingDaysBetween(first, last, china)).toBe(walked)
        expect(workingDaysBetween(last, first, china) + walked).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  it('never ends sooner when it starts a day later or is a day longer', () => {
    fc.assert(
      fc.property(day, n, fc.constantFrom('workingDay', 'calendarDay', 'month'), (from, count, unit) => {
        const { due } = limit(from, { n: count, unit }, china)
        expect(due <= limit(addCalendarDays(from, 1), { n: count, unit }, china).due).toBe(true)
        expect(due <= limit(from, { n: count + 1, unit }, china).due).toBe(true)
        expect(china.isWorkingDay(due)).toBe(true)
      }),
    )
  })

  it('a stop that stops nothing changes nothing, and every stop only delays', () => {
    fc.assert(
      fc.property(day, n, day, fc.integer({ min: 0, max: 60 }), (from, count, stopFrom, length) => {
        const stop = { from: stopFrom, to: addCalendarDays(stopFrom, length) }
        for (const unit of ['workingDay', 'calendarDay'] as const) {
          const plain = limit(from, { n: count, unit }, china)
          const stopped = limit(from, { n: count, unit }, china, [stop])
          expect(stopped.due >= plain.due).toBe(true)
          const counted = (at: string) => at > from && at <= stopped.raw && (at < stop.from || at > stop.to)
          let days = 0
          for (let at = from; at <= stopped.raw; at = addCalendarDays(at, 1)) {
            if (counted(at) && (unit === 'calendarDay' || china.isWorkingDay(at))) days += 1
          }
          expect(days).toBe(count)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('a month later and earlier again is never a later day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (from, months) => {
        const there = addMonths(from, months)
        expect(addMonths(there, -months) <= from).toBe(true)
        expect(Number(there.slice(8)) <= Number(from.slice(8))).toBe(true)
      }),
    )
  })
})
