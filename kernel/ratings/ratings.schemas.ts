import Type, { type Static } from 'typebox'
import { Id, Instant, IsoDate, Nullable } from '../plan/programme.schemas.ts'

const Score = Type.Integer({ minimum: 1, maximum: 5 })

/** 好差评: 5 非常满意 4 满意 3 基本满意 2 不满意 1 非常不满意. Only what was answered is given; nothing is assumed. */
export const RateInput = Type.Object({
  level: Score,
  dimensions: Type.Optional(
    Type.Object({
      /** 办事效率 */
      efficiency: Type.Optional(Score),
      /** 指南精确度 */
      accuracy: Type.Optional(Score),
      /** 便捷度 */
      convenience: Type.Optional(Score),
      /** 平台操作性 */
      operation: Type.Optional(Score),
      /** 业务水平 (on site) */
      skill: Type.Optional(Score),
      /** 服务态度 (on site) */
      attitude: Type.Optional(Score),
    }),
  ),
  words: Type.Optional(Type.String({ maxLength: 1_000 })),
})

export const Rated = Type.Object({
  level: Type.Integer(),
  round: Type.Integer(),
  /** of a bad one: until when somebody gets in touch, and until when it is put right */
  contactBy: Nullable(IsoDate),
  rectifyBy: Nullable(IsoDate),
})
export type Rated = Static<typeof Rated>

/** Published figures; those of fewer than the least number are suppressed, and say so by null. */
export const RatingFigures = Type.Object({
  /** of whole months that are over; months of few ratings are published together, so the span may be longer than asked */
  from: IsoDate,
  to: IsoDate,
  /** fewer ratings than this are not shown by level */
  atLeast: Type.Integer(),
  total: Type.Object({
    count: Type.Integer(),
    good: Nullable(Type.Integer()),
    goodRate: Nullable(Type.Number({ description: 'percent; null: suppressed, or nobody rated' })),
    byLevel: Nullable(Type.Array(Type.Integer(), { description: 'counts of level 1 to 5' })),
    average: Nullable(Type.Number()),
  }),
  /** matters ended in the time, and how many of them were rated */
  ended: Type.Integer(),
  ratedMatters: Type.Integer(),
  participationRate: Nullable(Type.Number()),
  /** bad ratings whose time to be put right is over, and those that were */
  badDue: Nullable(Type.Integer({ description: 'null: suppressed' })),
  rectified: Nullable(Type.Integer({ description: 'null: suppressed' })),
  rectificationRate: Nullable(Type.Number()),
  excluded: Type.Integer(),
  dimensions: Type.Array(
    Type.Object({ dimension: Type.String(), count: Type.Integer(), average: Nullable(Type.Number()) }),
  ),
  rows: Type.Array(
    Type.Object({
      by: Type.Enum(['type', 'unit', 'channel']),
      id: Type.String(),
      label: Type.String(),
      count: Type.Integer(),
      goodRate: Nullable(Type.Number()),
      average: Nullable(Type.Number()),
    }),
  ),
})
export type RatingFigures = Static<typeof RatingFigures>

/** A bad rating, as those who settle it see it: what was said, never by whom and of which matter. */
export const BadRating = Type.Object({
  id: Id,
  level: Type.Integer(),
  round: Type.Integer(),
  dimensions: Type.Record(Type.String(), Type.Integer()),
  words: Nullable(Type.String()),
  channel: Type.Enum(['web', 'window', 'code', 'phone']),
  /** null where so few could have rated that it would tell who did */
  typeLabel: Nullable(Type.String()),
  unit: Nullable(Type.Object({ id: Id, name: Type.String() })),
  month: Type.String({ description: 'YYYY-MM' }),
  status: Type.Enum(['open', 'contacted', 'rectified', 'appealed', 'excluded']),
  contactBy: Nullable(IsoDate),
  rectifyBy: Nullable(IsoDate),
  appealBy: Nullable(IsoDate),
  isProvisional: Type.Boolean(),
  light: Type.Enum(['green', 'yellow', 'red', 'done']),
  answer: Nullable(Type.String()),
  acts: Type.Array(
    Type.Object({
      act: Type.Enum(['contact', 'rectify', 'appeal', 'firstCheck', 'secondCheck', 'reject']),
      words: Type.String(),
      at: Instant,
      byLabel: Type.String(),
    }),
  ),
  /** what the reader may do now */
  may: Type.Object({ contact: Type.Boolean(), rectify: Type.Boolean(), appeal: Type.Boolean(), check: Type.Boolean() }),
})
export type BadRating = Static<typeof BadRating>

export const BadRatingWords = Type.Object({ words: Type.String({ minLength: 1, maxLength: 2_000 }) })

/** Of an appeal: whether the rating is unfounded. Two different people must find so before it is left out. */
export const CheckRatingInput = Type.Object({
  unfounded: Type.Boolean(),
  words: Type.String({ minLength: 1, maxLength: 2_000 }),
})
