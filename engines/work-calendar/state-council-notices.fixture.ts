import type { WorkCalendarYear } from './work-calendar.ts'

/** A year in one line of days off and one of worked weekend days, `月-日` each. */
function year(
  of: number,
  status: WorkCalendarYear['status'],
  off: Readonly<Record<string, string>>,
  worked: Readonly<Record<string, string>>,
): WorkCalendarYear {
  return {
    year: of,
    status,
    holidays: Object.entries(off).map(([name, days]) => {
      const [from = '', to = from] = days.split('…')
      return { name, from: `${of}-${from}`, to: `${of}-${to}` }
    }),
    makeUpDays: Object.entries(worked).flatMap(([holiday, days]) =>
      days.split(' ').map((day) => ({ date: `${of}-${day}`, holiday })),
    ),
  }
}

/** 国办发明电〔2023〕7号, 国办发明电〔2024〕12号, the notice of 2025-11-04, and the statutory days of 2027. */
export const notices: readonly WorkCalendarYear[] = [
  year(
    2024,
    'official',
    {
      元旦: '01-01',
      春节: '02-10…02-17',
      清明节: '04-04…04-06',
      劳动节: '05-01…05-05',
      端午节: '06-10',
      中秋节: '09-15…09-17',
      国庆节: '10-01…10-07',
    },
    { 春节: '02-04 02-18', 清明节: '04-07', 劳动节: '04-28 05-11', 中秋节: '09-14', 国庆节: '09-29 10-12' },
  ),
  year(
    2025,
    'official',
    {
      元旦: '01-01',
      春节: '01-28…02-04',
      清明节: '04-04…04-06',
      劳动节: '05-01…05-05',
      端午节: '05-31…06-02',
      '国庆节、中秋节': '10-01…10-08',
    },
    { 春节: '01-26 02-08', 劳动节: '04-27', '国庆节、中秋节': '09-28 10-11' },
  ),
  year(
    2026,
    'official',
    {
      元旦: '01-01…01-03',
      春节: '02-15…02-23',
      清明节: '04-04…04-06',
      劳动节: '05-01…05-05',
      端午节: '06-19…06-21',
      中秋节: '09-25…09-27',
      国庆节: '10-01…10-07',
    },
    { 元旦: '01-04', 春节: '02-14 02-28', 劳动节: '05-09', 国庆节: '09-20 10-10' },
  ),
  year(
    2027,
    'provisional',
    {
      元旦: '01-01',
      春节: '02-05…02-08',
      清明节: '04-05',
      劳动节: '05-01…05-02',
      端午节: '06-09',
      中秋节: '09-15',
      国庆节: '10-01…10-03',
    },
    {},
  ),
]
