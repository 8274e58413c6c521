import { post } from './client.ts'
import { read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

export const reviewsQuery = read<{ reviews: readonly Api.OwnReviewRow[] }>('/reviews', 'reviews')
export const reviewQuery = (id: string) => read<Api.OwnReview>(`/reviews/${seg(id)}`, 'reviews', id)
export const matterReviewsQuery = (matterId: string) =>
  read<Api.MatterReviews>(`/matters/${seg(matterId)}/reviews`, 'matters', 'one', matterId, 'reviews')
export const drawsQuery = read<{ draws: readonly Api.DrawRow[] }>('/draws', 'draws')
export const drawQuery = (id: string) => read<Api.DrawDetail>(`/draws/${seg(id)}`, 'draws', id)

export function submitScores(
  id: string,
  scores: Readonly<Record<string, number>>,
  opinion: string,
): Promise<Api.OwnReview> {
  return post(`/reviews/${seg(id)}/scores`, { scores, opinion })
}

export function recuse(id: string, reason: string): Promise<Api.OwnReview> {
  return post(`/reviews/${seg(id)}/recusal`, { reason })
}

/** Fixes who may be drawn to review a matter; chance decides after that. */
export function commitReviewDraw(matterId: string): Promise<Api.DrawDetail> {
  return post(`/matters/${seg(matterId)}/review-draws`)
}

/** Fixes a draw among the records of a register: list, who stands aside, commitment. */
export function commitDraw(draw: {
  readonly purpose: string
  readonly register: string
  readonly wanted: number
  readonly reserves: number
  readonly excluded: readonly { readonly id: string; readonly reason: string }[]
}): Promise<Api.DrawDetail> {
  return post('/draws', draw)
}

export function revealDraw(drawId: string, publicValue: string): Promise<Api.DrawDetail> {
  return post(`/draws/${seg(drawId)}/result`, { publicValue })
}
