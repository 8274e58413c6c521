import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Problem, post } from '../../api/client.ts'
import type { DefinitionPreview } from '../../api/indicator.types.ts'

/** Where a definition is tried and saved. */
export interface DefinitionPlace {
  /** what names it in a question to the trial: `{ indicator }`, or `{ register, condition }` */
  readonly subject: Readonly<Record<string, string>>
  /** the name under which its tree is sent: `formula` or `holds` */
  readonly tree: 'formula' | 'holds'
  readonly saveTo: string
}

/** The definition as it would read and what would change, a moment after the last change. */
export function usePreview(place: DefinitionPlace, tree: unknown, changed: boolean) {
  const settled = useSettled(JSON.stringify(tree), 400)
  const query = useQuery<DefinitionPreview, Problem>({
    queryKey: ['indicators', 'preview', place.subject, settled],
    queryFn: () => post('/definition-previews', { ...place.subject, [place.tree]: JSON.parse(settled) }),
    enabled: changed,
    placeholderData: (previous) => previous,
    staleTime: 60_000,
  })
  return { ...query, stale: settled !== JSON.stringify(tree) || query.isFetching }
}

export interface NewVersion {
  readonly validFrom: string
  readonly reason: string
}

/** Saves the tree as a new version; refused when another was saved since the one it is based on. */
export function useSave(
  place: DefinitionPlace,
  tree: unknown,
  basedOn: number,
  onSaved: (saved: number) => Promise<void>,
) {
  return useMutation<{ readonly version: number }, Problem, NewVersion>({
    mutationFn: (version) => post(place.saveTo, { ...version, basedOn, [place.tree]: tree }),
    onSuccess: ({ version }) => onSaved(version),
  })
}

export function isConflict(problem: Error | null): boolean {
  return problem instanceof Problem && problem.status === 409
}

function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(wait)
  }, [value, milliseconds])
  return settled
}
