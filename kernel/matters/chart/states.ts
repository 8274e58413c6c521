import type { ActDeclaration, MatterDeclaration, StateDeclaration } from '../matter.types.ts'

/** A state of a matter and where it stands: in the main line, or in a region that runs beside others. */
export interface PlacedState {
  readonly name: string
  readonly state: StateDeclaration
  /** the state whose region it stands in; undefined in the main line */
  readonly parent: string | undefined
  readonly region: string | undefined
  readonly isEnd: boolean
}

/** Ends that every matter has, besides its own: drawn back, stopped for good, joined into another, handed to another county. */
export const ownEnds = {
  withdrawn: {
    label: '已撤回',
    labelEn: 'Withdrawn',
    outcome: 'withdrawn',
    forApplicant: '申请已撤回，本件不再办理。',
  },
  terminated: { label: '已终止', labelEn: 'Terminated', outcome: 'terminated', forApplicant: '本件已终止办理。' },
  joined: {
    label: '已并案',
    labelEn: 'Joined',
    outcome: 'done',
    forApplicant: '本件已并入另一件一并办理，结果以那一件为准。',
  },
  transferred: {
    label: '已移送',
    labelEn: 'Handed to another county',
    outcome: 'terminated',
    forApplicant: '本件已移送有管辖权的机关办理。',
  },
} as const satisfies Record<string, StateDeclaration>

const known = new WeakMap<MatterDeclaration, ReadonlyMap<string, PlacedState>>()

/** All states of a matter by name, in the order of the declaration; the ends that every matter has come last. */
export function statesOf(declaration: MatterDeclaration): ReadonlyMap<string, PlacedState> {
  const found = known.get(declaration)
  if (found !== undefined) return found
  const placed = [
    ...place(declaration.states, undefined, undefined),
    ...Object.entries(ownEnds).flatMap(([name, state]) =>
      name in declaration.states ? [] : [{ name, state, parent: undefined, region: undefined, isEnd: true }],
    ),
  ]
  const states = new Map(placed.map((each) => [each.name, each]))
  known.set(declaration, states)
  return states
}

export function stateOf(declaration: MatterDeclaration, name: string): StateDeclaration | undefined {
  return statesOf(declaration).get(name)?.state
}

/** What phases are called: `[{ id: 'mediating', label: '调解中' }]`. */
export function phaseLabels(
  declaration: MatterDeclaration,
  phases: readonly string[],
): { readonly id: string; readonly label: string; readonly labelEn: string }[] {
  return phases.map((id) => {
    const state = stateOf(declaration, id)
    return { id, label: state?.label ?? id, labelEn: state?.labelEn ?? id }
  })
}

/** A state without acts, regions and continuation is an end. */
export function isEnd({ acts, regions, then }: StateDeclaration): boolean {
  return Object.keys(acts ?? {}).length === 0 && regions === undefined && then === undefined
}

/** An act as it stands in the state in which it can be done now. */
export interface PlacedAct {
  readonly name: string
  readonly act: ActDeclaration
  /** the state in which it stands */
  readonly from: string
}

/** The acts of the declaration that stand in the given states or around them; each once. */
export function actsIn(declaration: MatterDeclaration, phases: readonly string[]): readonly PlacedAct[] {
  const states = statesOf(declaration)
  const acts = new Map<string, PlacedAct>()
  for (const phase of phases) {
    for (
      let at = states.get(phase);
      at !== undefined;
      at = at.parent === undefined ? undefined : states.get(at.parent)
    ) {
      for (const [name, act] of Object.entries(at.state.acts ?? {})) {
        if (!acts.has(name)) acts.set(name, { name, act, from: at.name })
      }
    }
  }
  return [...acts.values()]
}

function place(
  states: MatterDeclaration['states'],
  parent: string | undefined,
  region: string | undefined,
): readonly PlacedState[] {
  return Object.entries(states).flatMap(([name, state]): readonly PlacedState[] => [
    { name, state, parent, region, isEnd: isEnd(state) },
    ...Object.entries(state.regions ?? {}).flatMap(([inner, { states: inside }]) => place(inside, name, inner)),
  ])
}
