import { post } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** 好差评: what is published, and what comes back because it was bad. */
export const figuresQuery = read<Api.RatingFigures>('/ratings', 'ratings', 'figures')
export const badRatingsQuery = (open: boolean) =>
  read<{ ratings: readonly Api.BadRating[] }>(`/bad-ratings?status=${open ? 'open' : 'closed'}`, 'ratings', 'bad', open)

type RatingAct = 'contact' | 'rectification' | 'appeal'

export function settleRating(id: string, act: RatingAct, words: string): Promise<unknown> {
  return post(`/bad-ratings/${seg(id)}/${act}`, { words })
}

export function checkAppeal(id: string, unfounded: boolean, words: string): Promise<unknown> {
  return post(`/bad-ratings/${seg(id)}/check`, { unfounded, words })
}

export async function refreshRatings(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['ratings'] })
}
