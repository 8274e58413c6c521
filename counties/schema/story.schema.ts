import { Type } from 'typebox'
import { itemCode, nullable, plainDate, record, text, unitKey, year } from './base.schema.ts'

/**
 * 演示故事: invented figures and events of the programme's years, told as curves and exceptions.
 *
 * The platform makes reports, values, urgings and the rest from it by its own rules, always the same from one seed. All
 * of it is marked 演示 and can be removed. Values are in the printed unit of their target.
 */

const percent = Type.Number({ minimum: 0, maximum: 100 })
const period = Type.String({ pattern: '^\\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$', examples: ['2026-10', '2026-Q3', '2026'] })
const cycle = Type.Enum(['month', 'quarter', 'year'])

/** How a value runs: along a curve, by steps, or through each year anew. */
const course = Type.Union([
  record({
    kind: Type.Literal('curve'),
    /** at the beginning of the programme and at the last day of the story */
    start: Type.Number(),
    end: Type.Number(),
    /** slow at first, then quick, is `late` */
    shape: Type.Enum(['even', 'early', 'late']),
    /** how far single periods lie off the curve, as part of the way; counts never fall for it */
    noise: Type.Number({ minimum: 0, maximum: 0.2 }),
    decimals: Type.Integer({ minimum: 0, maximum: 4 }),
  }),
  record({
    kind: Type.Literal('steps'),
    /** the value from a day on; nothing before the first step is 0 */
    steps: Type.Array(record({ on: plainDate, value: Type.Number() })),
  }),
  record({
    kind: Type.Literal('yearly'),
    /** the value of each year at its end, or at the last day of the story */
    years: Type.Array(record({ year, value: Type.Number() }), { minItems: 1 }),
    decimals: Type.Integer({ minimum: 0, maximum: 4 }),
    /** `grows`: within a year it runs up from zero; `stands`: the value is the year's own */
    within: Type.Enum(['grows', 'stands']),
  }),
])

/** A period without a figure: 缺数、不适用、不公开, with the reason. */
const absence = record({
  /** null: the county's value */
  organisation: nullable(unitKey),
  /** null: every period */
  period: nullable(period),
  state: Type.Enum(['missing', 'notApplicable', 'suppressed']),
  reason: text,
})

const storyTarget = record({
  code: itemCode,
  cycle,
  baseline: nullable(record({ value: Type.Number(), on: plainDate })),
  /** the level for each year; null is 未分解 */
  years: nullable(Type.Array(record({ year, value: nullable(Type.Number()) }))),
  course,
  /** of a share: what stands below the line, by year or as the value of another target; the quotient is times this */
  denominator: nullable(
    record({
      values: Type.Array(record({ year, value: Type.Number() })),
      of: nullable(itemCode),
      times: Type.Number(),
    }),
  ),
  /** 分解到单位 */
  units: nullable(
    record({
      method: Type.Enum(['equal', 'statistic', 'manual']),
      /** key of a statistic of the story */
      statistic: nullable(text),
      shares: Type.Array(record({ organisation: unitKey, value: nullable(Type.Number()) })),
      reason: nullable(text),
    }),
  ),
  absences: Type.Array(absence),
})

const storyPart = record({
  organisation: unitKey,
  content: text,
  standard: nullable(text),
  person: nullable(text),
  weight: nullable(percent),
  startsOn: nullable(plainDate),
  dueOn: nullable(plainDate),
  /** percent at the last day of the story */
  progress: percent,
  /** how far the acts on it have come: 待签收、办理中、待审核、办结、销号 */
  status: Type.Enum(['waiting', 'ongoing', 'reported', 'done', 'closed']),
  /** the day of the last of these acts; null while it is under way */
  statusOn: nullable(plainDate),
})

const storyTask = record({
  number: Type.Integer({ minimum: 1 }),
  cycle,
  /** percent of each lead unit's part at the last day of the story */
  progress: percent,
  /** weight of the lead units' parts together; null where nobody gave weights */
  leadWeight: nullable(percent),
  parts: Type.Array(storyPart),
})

const storyMilestone = record({
  code: itemCode,
  /** one for each part of the milestone, in their order; one where it has no parts */
  parts: Type.Array(
    record({
      status: Type.Enum(['open', 'applied', 'done']),
      on: nullable(plainDate),
      documentNo: nullable(text),
      documentTitle: nullable(text),
    }),
    { minItems: 1 },
  ),
})

/** What deviates from a unit's habits: a report that did not come, came late, came back, or waits. */
const storyEvent = record({
  /** code of a target or a milestone, or `task:4` */
  item: text,
  organisation: unitKey,
  scope: Type.Enum(['county', 'unit']),
  period: Type.String(),
  what: Type.Enum(['missing', 'drafted', 'submitted', 'checked', 'returned', 'corrected', 'late']),
  /** working days after the due day; of `late` */
  days: nullable(Type.Integer({ minimum: 1 })),
  /** why it came back, why it was corrected, or what the draft lacks */
  reason: nullable(text),
})

const storyExtension = record({
  item: text,
  organisation: unitKey,
  scope: Type.Enum(['county', 'unit']),
  period: Type.String(),
  askedOn: plainDate,
  askedTo: plainDate,
  reason: text,
  /** null: nobody has decided yet */
  decision: nullable(Type.Enum(['granted', 'refused'])),
  grantedTo: nullable(plainDate),
  decidedOn: nullable(plainDate),
  decisionReason: nullable(text),
})

export const demoStory = record({
  /** of the generator of pseudo-random numbers; another seed tells the same story with other noise */
  seed: Type.Integer({ minimum: 0, maximum: 4_294_967_295 }),
  /** the story begins with the plan and ends here, or on the day of the platform's clock if that is earlier */
  until: plainDate,
  statistics: Type.Array(
    record({
      key: text,
      label: text,
      unit: text,
      source: Type.String({ pattern: '演示' }),
      on: plainDate,
      values: Type.Array(record({ organisation: unitKey, value: nullable(Type.Number()) })),
    }),
  ),
  targets: Type.Array(storyTarget),
  tasks: Type.Array(storyTask),
  milestones: Type.Array(storyMilestone),
  /** how units report: how many of a hundred reports come late, and how many come back; the first is everybody's */
  habits: Type.Array(record({ organisation: nullable(unitKey), late: percent, returned: percent }), { minItems: 1 }),
  events: Type.Array(storyEvent),
  extensions: Type.Array(storyExtension),
  /** sentences that reports are made of, picked in turn */
  phrases: record({
    narrative: Type.Array(text, { minItems: 1 }),
    problems: Type.Array(Type.String(), { minItems: 1 }),
    nextSteps: Type.Array(text, { minItems: 1 }),
    returned: Type.Array(text, { minItems: 1 }),
    replies: Type.Array(text, { minItems: 1 }),
  }),
})
