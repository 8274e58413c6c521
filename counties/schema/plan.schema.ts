import { Type } from 'typebox'
import { areas, dateRange, itemCode, key, nullable, plainDate, record, text, unitKey, year } from './base.schema.ts'

const taskNumber = Type.Integer({ minimum: 1 })

/**
 * Where the plan makes a statement: `goals` 工作目标, `task:14` 重点任务第 14 项, `safeguard:4` 保障措施（四）,
 * `phase:2` 时序进度（二）.
 */
export const place = Type.String({ pattern: '^(goals|(task|safeguard|phase):[1-9][0-9]*)$', examples: ['task:14'] })

/**
 * How sure it is that the owner is the one the plan means.
 * `named`: the task that the owner leads names this item; `theme`: only the theme fits, the mapping is ours;
 * `none`: the plan names no unit, the owner is a default. The last two wait for the county's word.
 */
const link = Type.Enum(['named', 'theme', 'none'])

export const planGroup = record({ number: Type.Integer({ minimum: 1 }), title: text, titleEn: Type.Optional(text) })

/** 重点任务: a numbered piece of work with its responsible units. */
export const planTask = record({
  number: taskNumber,
  title: text,
  titleEn: Type.Optional(text),
  /** number of its group */
  group: Type.Integer({ minimum: 1 }),
  /** what has to be done, in the words of whoever entered it, not the document's */
  summary: text,
  /** 牵头单位: keys; more than one lead jointly */
  lead: Type.Array(unitKey, { minItems: 1 }),
  /** 配合单位: keys; a unit that leads does not also support, even when it belongs to a collective listed here */
  support: Type.Array(unitKey),
  responsibilityNote: Type.Optional(text),
})

/** A target of one calendar year. `null` is 未分解: the plan gives no figure and the county has not set one. */
export const yearlyTarget = record({
  year,
  value: nullable(Type.Number()),
  /** who says so, or for null who has to say */
  source: Type.Enum(['plan', 'county']),
})

/** 量化目标: a number that the plan promises to reach. */
export const planTarget = record({
  code: itemCode,
  name: text,
  shortName: text,
  nameEn: Type.Optional(text),
  area: Type.Enum([...areas]),
  /** as shown in column heads, 件/万人 */
  unit: text,
  /** `gte` 达、不低于、不少于、以上 or a bare number; `gt` 超: reached exactly is not met */
  comparator: Type.Enum(['gte', 'gt']),
  /** what the value at a date means */
  kind: Type.Enum(['stock', 'cumulativeSinceStart', 'cumulativeEver', 'annual', 'ratio', 'survey']),
  /**
   * For a ratio, what its parts are counted over: `date` both as they stand at the cut-off, `window` both since the
   * start, `year` both within the calendar year. Absent for the other kinds.
   */
  ratioBasis: Type.Optional(Type.Enum(['date', 'window', 'year'])),
  /** in `unit` */
  value: Type.Number({ exclusiveMinimum: 0 }),
  /** the same quantity in the unit that records are counted in: 30 亿元 is 3 000 000 000 元 */
  normalized: Type.Number({ exclusiveMinimum: 0 }),
  baseUnit: text,
  /** the days that count; an annual target is judged within each calendar year of it */
  window: dateRange,
  /** where the way to the target begins; null until the county enters it */
  baseline: nullable(record({ value: Type.Number(), asOf: plainDate, source: text })),
  yearly: Type.Array(yearlyTarget, { minItems: 1 }),
  owner: Type.Array(unitKey, { minItems: 1 }),
  link,
  /** the tasks that serve it, the closest first */
  tasks: Type.Array(taskNumber),
  /** where the number stands */
  where: Type.Array(place, { minItems: 1 }),
  /** other places that repeat the same number; they are no second target */
  sameStatementIn: Type.Optional(Type.Array(place, { minItems: 1 })),
  /** how it is computed, in words */
  formula: text,
  dataFrom: text,
  pitfall: Type.Optional(text),
  /** how sure the kind is */
  confidence: Type.Enum(['sure', 'medium']),
})

/** 里程碑: something promised or striven for without a number; done when every part has its document and date. */
export const planMilestone = record({
  code: itemCode,
  name: text,
  nameEn: Type.Optional(text),
  area: Type.Enum([...areas]),
  /** `achieve` 建成、建立、成立、出台: late is red; `strive` 争创、争取、探索: not awarded is no failure */
  level: Type.Enum(['achieve', 'strive']),
  /** checklist; absent when the milestone is one thing */
  parts: Type.Optional(Type.Array(record({ label: text, organisation: Type.Optional(unitKey) }), { minItems: 2 })),
  /** `yearly`: one record in each year of the plan */
  recurrence: Type.Enum(['once', 'yearly']),
  where: Type.Array(place, { minItems: 1 }),
  tasks: Type.Array(taskNumber),
  owner: Type.Array(unitKey, { minItems: 1 }),
  link,
  dueOn: nullable(plainDate),
  /** why that day: the end of the phase `duePhase`, the county's own decision, or none (always for `strive`) */
  duePolicy: Type.Enum(['endOfPhase', 'setByCounty', 'none']),
  duePhase: Type.Optional(key),
  note: Type.Optional(text),
})

/** 保障措施 */
export const planSafeguard = record({
  number: Type.Integer({ minimum: 1 }),
  title: text,
  titleEn: Type.Optional(text),
  summary: text,
})

/** 时序进度: neighbouring phases may share a month, as the plan prints them. */
export const planPhase = record({
  number: Type.Integer({ minimum: 1 }),
  key,
  name: text,
  nameEn: Type.Optional(text),
  start: plainDate,
  end: plainDate,
})

/** A question that the county has to settle, and what holds until it does. */
export const openQuestion = record({
  number: Type.Integer({ minimum: 1 }),
  about: Type.Array(itemCode),
  question: text,
  questionEn: text,
  defaultInUse: text,
  defaultInUseEn: text,
  /** keys of the parameters that hold the default */
  parameters: Type.Array(text),
})

export const planHead = {
  title: text,
  titleEn: Type.Optional(text),
  issuer: text,
  /** 发文字号; null when the copy at hand prints none */
  documentNo: nullable(text),
  issuedOn: plainDate,
  period: dateRange,
  source: record({ label: text, note: Type.Optional(text) }),
  /** the goal chapter in our own words */
  goalText: text,
}

export const plan = record({
  ...planHead,
  groups: Type.Array(planGroup, { minItems: 1 }),
  tasks: Type.Array(planTask, { minItems: 1 }),
  targets: Type.Array(planTarget, { minItems: 1 }),
  milestones: Type.Array(planMilestone),
  safeguards: Type.Array(planSafeguard),
  phases: Type.Array(planPhase, { minItems: 1 }),
  questions: Type.Array(openQuestion),
})
