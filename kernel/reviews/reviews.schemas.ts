import Type, { type Static } from 'typebox'
import { Id, Instant, IsoDate, Nullable } from '../plan/programme.schemas.ts'

/** Reviews 专家评审: blind both ways. An expert's view says nothing of who applied; no applicant sees who reviewed. */
export const CriterionRow = Type.Object({
  id: Type.String(),
  label: Type.String(),
  about: Nullable(Type.String()),
  most: Type.Integer(),
})

const Status = Type.Enum(['asked', 'recused', 'submitted', 'cancelled'])

/** A review in the list of the expert. The code stands for the application and names nobody. */
export const OwnReviewRow = Type.Object({
  id: Id,
  code: Type.String(),
  typeLabel: Type.String(),
  status: Status,
  askedAt: Instant,
  dueOn: Nullable(IsoDate),
  submittedAt: Nullable(Instant),
  total: Nullable(Type.Number()),
})
export type OwnReviewRow = Static<typeof OwnReviewRow>

export const OwnReview = Type.Object({
  ...OwnReviewRow.properties,
  criteria: Type.Array(CriterionRow),
  /** what is to be judged: the fields that the declaration shows, without any that tells who applied */
  shown: Type.Array(Type.Object({ label: Type.String(), words: Type.String() })),
  materials: Type.Array(
    Type.Object({ id: Id, label: Type.String(), fileName: Type.String(), evidenceId: Id, bytes: Type.Integer() }),
  ),
  scores: Nullable(Type.Record(Type.String(), Type.Number())),
  opinion: Nullable(Type.String()),
  recusedReason: Nullable(Type.String()),
})
export type OwnReview = Static<typeof OwnReview>

/** The reviews of a matter, for the unit that handles it. */
export const MatterReviews = Type.Object({
  criteria: Type.Array(CriterionRow),
  reviews: Type.Array(
    Type.Object({
      id: Id,
      expert: Type.String(),
      expertRecord: Id,
      status: Status,
      recusedReason: Nullable(Type.String()),
      dueOn: Nullable(IsoDate),
      submittedAt: Nullable(Instant),
      /** scores are shown when all have submitted: nobody is led by another */
      scores: Nullable(Type.Record(Type.String(), Type.Number())),
      total: Nullable(Type.Number()),
      opinion: Nullable(Type.String()),
    }),
  ),
  drawIds: Type.Array(Id),
  least: Type.Integer(),
  combine: Type.Enum(['mean', 'trimmedMean']),
  /** null until all who were asked and did not recuse have submitted, and at least as many as are needed */
  result: Nullable(
    Type.Object({
      score: Type.Number(),
      of: Type.Integer(),
      counted: Type.Integer(),
      /** how it came: 去掉一个最高分和一个最低分后平均 */
      words: Type.String(),
    }),
  ),
})
export type MatterReviews = Static<typeof MatterReviews>
