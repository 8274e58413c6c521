import { stateOf } from '../chart/states.ts'
import type { ActDeclaration, MatterDeclaration } from '../matter.types.ts'

/** One step of the way, for those who applied. */
export interface MatterStep {
  readonly label: string
  readonly state: 'done' | 'now' | 'ahead'
  readonly on: string | null
  readonly words: string | null
}

export interface VisibleAct {
  readonly label: string
  readonly on: string
  readonly opinion: string | null
}

/**
 * What was done, where it stands, and the usual way from here: at each state the main act, to the end or where the way
 * turns back. What is ahead is the usual way and no promise.
 */
export function matterSteps(
  declaration: MatterDeclaration,
  {
    acts,
    phases,
    status,
  }: { readonly acts: readonly VisibleAct[]; readonly phases: readonly string[]; readonly status: string },
): MatterStep[] {
  const done = acts.map(({ label, on, opinion }): MatterStep => ({ label, state: 'done', on, words: opinion }))
  const now = phases.flatMap((phase): MatterStep[] => {
    const state = stateOf(declaration, phase)
    return state === undefined ? [] : [{ label: state.label, state: 'now', on: null, words: state.forApplicant }]
  })
  if (status === 'ended') return [...done, ...now.map((step): MatterStep => ({ ...step, state: 'done' }))]
  const ahead = phases.length === 1 ? wayFrom(declaration, phases[0] ?? '') : []
  return [...done, ...now, ...ahead.map((label): MatterStep => ({ label, state: 'ahead', on: null, words: null }))]
}

function wayFrom(declaration: MatterDeclaration, phase: string): readonly string[] {
  const labels: string[] = []
  const seen = new Set([phase])
  for (let at = nextOf(declaration, phase); at !== undefined && !seen.has(at); at = nextOf(declaration, at)) {
    seen.add(at)
    const state = stateOf(declaration, at)
    if (state === undefined) break
    labels.push(state.label)
  }
  return labels
}

function nextOf(declaration: MatterDeclaration, phase: string): string | undefined {
  const state = stateOf(declaration, phase)
  const acts = Object.values(state?.acts ?? {}) as readonly ActDeclaration[]
  const leading = acts.filter(({ to, by }) => to !== undefined && !by.every((each) => each === 'clock'))
  return (leading.find(({ main }) => main === true) ?? leading[0])?.to ?? state?.then
}
