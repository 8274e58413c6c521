import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate'
import type { MatterDeclaration, StateDeclaration } from '../matter.types.ts'
import { eventOf, machineOf } from './machine.ts'
import { statesOf } from './states.ts'

/** Nothing runs beside the chart: no timers, no other actors. */
const noScope = undefined as never

/** Where a matter stands, derived from its acts alone. */
export interface Standing {
  /** for the row: plain JSON of a few hundred bytes */
  readonly snapshot: unknown
  /** the innermost states; of a suspended matter those in which it was */
  readonly phases: readonly string[]
  /** phases and the states around them */
  readonly active: readonly string[]
  readonly status: 'open' | 'suspended' | 'ended'
  readonly turn: NonNullable<StateDeclaration['turn']> | null
  readonly outcome: NonNullable<StateDeclaration['outcome']> | null
}

export interface Move {
  readonly standing: Standing
  readonly entered: readonly string[]
  readonly left: readonly string[]
}

/** Where a matter stands that has just begun. */
export function beginning(declaration: MatterDeclaration): Move {
  const [snapshot] = initialTransition(machineOf(declaration))
  const standing = standingOf(declaration, snapshot as AnyMachineSnapshot, [])
  return { standing, entered: standing.active, left: [] }
}

/**
 * Where an act leads; undefined when there is no such act in the state in which the matter is.
 *
 * @param to of an act of the declaration: the state that it names, which is entered again also where it is left at once
 */
export function moveBy(
  declaration: MatterDeclaration,
  from: Pick<Standing, 'snapshot' | 'phases'>,
  kind: 'declared' | 'common',
  act: string,
  to?: string,
): Move | undefined {
  const machine = machineOf(declaration)
  const before = machine.restoreSnapshot(from.snapshot as never, noScope) as AnyMachineSnapshot
  const event = eventOf(kind, act)
  if ((machine.getTransitionData(before as never, event as never) ?? []).length === 0) return undefined
  const [after] = transition(machine, before as never, event as never)
  const standing = standingOf(declaration, after as AnyMachineSnapshot, from.phases)
  // Whoever suspends a matter leaves no state: it stands still where it is.
  if (standing.status === 'suspended' || (before.value === 'suspended' && act === 'resume')) {
    return { standing, entered: [], left: [] }
  }
  const wasActive = new Set(
    before.value === 'suspended' ? withParents(declaration, from.phases) : activeIn(declaration, before.value),
  )
  const isActive = new Set(standing.active)
  const entered = standing.active.filter((name) => isActive.has(name) && (!wasActive.has(name) || name === to))
  const through = to === undefined || entered.includes(to) ? [] : [to]
  return {
    standing,
    entered: [...through, ...entered],
    left: [...wasActive].filter((name) => !isActive.has(name)),
  }
}

function standingOf(
  declaration: MatterDeclaration,
  snapshot: AnyMachineSnapshot,
  phasesBefore: readonly string[],
): Standing {
  const kept = keptSnapshot(declaration, snapshot)
  const active = activeIn(declaration, snapshot.value)
  const states = statesOf(declaration)
  if (snapshot.value === 'suspended') {
    return {
      snapshot: kept,
      phases: phasesBefore,
      active: [],
      status: 'suspended',
      turn: turnOf(declaration, phasesBefore),
      outcome: null,
    }
  }
  const parents = new Set(active.flatMap((name) => states.get(name)?.parent ?? []))
  const phases = active.filter((name) => !parents.has(name))
  const [only] = phases
  const placed = phases.length === 1 && only !== undefined ? states.get(only) : undefined
  const hasEnded = placed?.isEnd === true && placed.parent === undefined
  return {
    snapshot: kept,
    phases,
    active,
    status: hasEnded ? 'ended' : 'open',
    turn: hasEnded ? null : turnOf(declaration, phases),
    outcome: hasEnded ? (placed?.state.outcome ?? 'done') : null,
  }
}

/** Whose move it is: of several branches the unit's, since it has something to do in one of them. */
function turnOf(declaration: MatterDeclaration, phases: readonly string[]): NonNullable<StateDeclaration['turn']> {
  const states = statesOf(declaration)
  const turns = phases.flatMap((name) => {
    const placed = states.get(name)
    return placed === undefined || placed.isEnd ? [] : [placed.state.turn ?? 'unit']
  })
  return turns.includes('unit') ? 'unit' : (turns[0] ?? 'unit')
}

/** The names of declared states in a value of the chart, outer ones before inner ones. */
function activeIn(declaration: MatterDeclaration, value: unknown): readonly string[] {
  const states = statesOf(declaration)
  const names: string[] = []
  const walk = (part: unknown): void => {
    if (typeof part === 'string') {
      if (states.has(part)) names.push(part)
    } else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        if (states.has(name)) names.push(name)
        walk(inner)
      }
    }
  }
  walk(value)
  // In the order of the declaration, whichever way the value came back from the database.
  const isActive = new Set(names)
  return [...states.keys()].filter((name) => isActive.has(name))
}

function withParents(declaration: MatterDeclaration, phases: readonly string[]): readonly string[] {
  const states = statesOf(declaration)
  return [...new Set(phases.flatMap((name) => [states.get(name)?.parent ?? [], name].flat()))]
}

function keptSnapshot(declaration: MatterDeclaration, snapshot: AnyMachineSnapshot): unknown {
  const persisted = machineOf(declaration).getPersistedSnapshot(snapshot as never) as unknown as Record<string, unknown>
  const { value, historyValue, status } = persisted
  return JSON.parse(JSON.stringify({ value, historyValue, status, context: {}, children: {} }))
}
