import { post } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** Kinds of matters: on which version they run, whether they are taken, and what a version changes. */
export const matterTypesQuery = read<{ rows: readonly Api.MatterTypeRow[] }>('/matter-types', 'matter-types')
export const matterTypeQuery = (type: string) =>
  read<Api.MatterTypeDetail>(`/matter-types/${seg(type)}`, 'matter-types', type)
/** @param version a number, or `next` for what waits to be published */
export const effectQuery = (type: string, version: string) =>
  read<Api.VersionEffectView>(
    `/matter-types/${seg(type)}/versions/${seg(version)}/effect`,
    'matter-types',
    type,
    version,
  )

export function openType(type: string, reason: string): Promise<unknown> {
  return post(`/matter-types/${seg(type)}/openings`, { reason })
}

export function closeType(type: string, reason: string): Promise<unknown> {
  return post(`/matter-types/${seg(type)}/closures`, { reason })
}

/** @param seen of the effect that was read before */
export function publishVersion(type: string, reason: string, seen: string): Promise<{ readonly version: number }> {
  return post(`/matter-types/${seg(type)}/versions`, { reason, seen })
}

export async function refreshTypes(): Promise<void> {
  await Promise.all([['matter-types'], ['services']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
