import { type AnyStateMachine, createMachine } from 'xstate'
import type { MatterDeclaration, StateDeclaration } from '../matter.types.ts'
import { isEnd, ownEnds } from './states.ts'

/**
 * The statechart of a declaration:
 *
 *     matter
 *     ├─ running      the declared states, and where it was before it was suspended (deep history)
 *     ├─ suspended
 *     └─ withdrawn · terminated · joined · transferred
 *
 * It knows which act exists in which state and where it leads, and nothing of who may do it: that is asked before
 * (`../guards.ts`, `../capacities.ts`), so that a refusal can say why.
 */
export function machineOf(declaration: MatterDeclaration): AnyStateMachine {
  const known = machines.get(declaration)
  if (known !== undefined) return known
  const made = createMachine(configOf(declaration))
  machines.set(declaration, made)
  return made
}

const machines = new WeakMap<MatterDeclaration, AnyStateMachine>()

/** The event of an act: those of the declaration and those that every matter knows are kept apart. */
export function eventOf(kind: 'declared' | 'common', act: string): { readonly type: string } {
  return { type: `${kind}.${act}` }
}

function configOf(declaration: MatterDeclaration): Parameters<typeof createMachine>[0] {
  const { initial, states, reopening } = declaration
  const ends = Object.keys(ownEnds).filter((name) => !(name in states))
  const ending = {
    'common.withdraw': '#withdrawn',
    'common.terminate': '#terminated',
    'common.join': '#joined',
    'common.transferAway': '#transferred',
  }
  const reopen = reopening === undefined ? {} : { 'common.reopen': `#${reopening.to}` }
  return {
    id: 'matter',
    initial: 'running',
    states: {
      running: {
        initial,
        states: {
          ...Object.fromEntries(Object.entries(states).map(([name, state]) => [name, nodeOf(name, state, false)])),
          before: { type: 'history', history: 'deep' },
        },
        on: { 'common.suspend': 'suspended', ...ending, ...reopen },
      },
      suspended: { on: { 'common.resume': 'running.before', ...ending } },
      ...Object.fromEntries(ends.map((name) => [name, { id: name, on: reopen }])),
    },
  }
}

interface Node {
  readonly id: string
  readonly [key: string]: unknown
}

function nodeOf(name: string, state: StateDeclaration, isInRegion: boolean): Node {
  const on = Object.fromEntries(
    Object.entries(state.acts ?? {}).map(([act, { to }]) => [
      `declared.${act}`,
      // An act that leads nowhere is still an act of this state.
      to === undefined ? { actions: [] } : { target: `#${to}` },
    ]),
  )
  if (state.regions !== undefined) {
    return {
      id: name,
      type: 'parallel',
      on,
      ...(state.then === undefined ? {} : { onDone: `#${state.then}` }),
      states: Object.fromEntries(
        Object.entries(state.regions).map(([region, { initial, states }]) => [
          region,
          {
            initial,
            states: Object.fromEntries(
              Object.entries(states).map(([inner, each]) => [inner, nodeOf(inner, each, true)]),
            ),
          },
        ]),
      ),
    }
  }
  return { id: name, on, ...(isInRegion && isEnd(state) ? { type: 'final' } : {}) }
}
