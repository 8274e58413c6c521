import Type, { type Static } from 'typebox'
import { CountedDay, SourceRow } from '../matters/matters.schemas.ts'
import { Id, Instant, IsoDate, Nullable } from '../plan/programme.schemas.ts'

/** A length of time as it is in force in this county. */
export const RuleLength = Type.Object({
  n: Type.Integer(),
  unit: Type.Enum(['workingDay', 'calendarDay', 'month', 'year', 'hour']),
  /** 5 个工作日 */
  words: Type.String(),
  /** key of the county's parameter that decides it; null: the law does */
  parameter: Nullable(Type.String()),
})

export const RuleVersionRow = Type.Object({
  from: IsoDate,
  until: Nullable(IsoDate),
  length: RuleLength,
  andAtMost: Nullable(RuleLength),
  extensions: Type.Array(Type.Object({ length: RuleLength, by: Type.String(), byEn: Type.String() })),
  stops: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), labelEn: Type.String() })),
  source: SourceRow,
  isInForce: Type.Boolean({ description: 'today' }),
})
export type RuleVersionRow = Static<typeof RuleVersionRow>

/** A rule of time with all its versions, oldest first. */
export const RuleRow = Type.Object({
  id: Type.String(),
  subject: Type.String(),
  subjectEn: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  startsOn: Type.String({ description: 'the event from which it is counted: 受理之日' }),
  startsOnEn: Type.String(),
  limits: Type.Enum(['act', 'state', 'notice']),
  whose: Type.String(),
  note: Nullable(Type.String()),
  history: Type.Array(RuleVersionRow),
})
export type RuleRow = Static<typeof RuleRow>

/** A rule with its worked cases. */
export const RuleDetail = Type.Object({
  ...RuleRow.properties,
  cases: Type.Array(
    Type.Object({
      from: Type.String(),
      paused: Type.Array(Type.String()),
      extended: Type.Integer(),
      due: Type.String(),
      because: Nullable(Type.String()),
    }),
  ),
})
export type RuleDetail = Static<typeof RuleDetail>

/** When a limit ends, in short: the days that counted, each with its reason. */
export const DueAnswer = Type.Object({
  due: Type.String({ description: 'the last day in time; a moment where hours are counted' }),
  provisional: Type.Boolean({ description: '暂定: rests on a year whose holidays are not published' }),
  counted: Type.Array(
    Type.Object({ day: IsoDate, why: Type.Enum(['start', 'weekday', 'makeUp', 'calendarDay', 'extension']) }),
  ),
  source: SourceRow,
  version: Type.Object({
    from: IsoDate,
    until: Nullable(IsoDate),
    length: RuleLength,
    andAtMost: Nullable(RuleLength),
  }),
})
export type DueAnswer = Static<typeof DueAnswer>

/** The same with everything that a page shows of it. */
export const DueExplanation = Type.Object({
  rule: RuleRow,
  from: Type.String(),
  rawDue: Type.String({ description: 'where counting ends, also on a rest day' }),
  due: Type.String(),
  provisional: Type.Boolean(),
  /** of a state, the last working day not after its end */
  decideBy: Nullable(IsoDate),
  endedBySecond: Type.Boolean({ description: 'the second limit (且不超过…) ended it' }),
  version: RuleVersionRow,
  days: Type.Array(CountedDay),
  /** days that counted, and rest days and stopped days that did not */
  countedDays: Type.Integer(),
  restDays: Type.Integer(),
  stoppedDays: Type.Integer(),
})
export type DueExplanation = Static<typeof DueExplanation>

export const CalendarHoliday = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40 }),
  from: IsoDate,
  to: IsoDate,
})
export const CalendarMakeUpDay = Type.Object({ date: IsoDate, holiday: Type.String({ minLength: 1, maxLength: 40 }) })

/** The holidays of a year as they are in use here. */
export const CalendarYearRow = Type.Object({
  year: Type.Integer(),
  status: Type.Enum(['official', 'provisional']),
  holidays: Type.Array(CalendarHoliday),
  makeUpDays: Type.Array(CalendarMakeUpDay),
  source: Type.String(),
  workingDays: Type.Integer({ description: 'in the whole year' }),
  /** null: it came with the program */
  loaded: Nullable(Type.Object({ id: Id, at: Instant, byLabel: Type.String() })),
})
export type CalendarYearRow = Static<typeof CalendarYearRow>
