import { type PlacedState, statesOf } from '../chart/states.ts'
import { reservedActs } from '../common-acts.ts'
import type { MatterDeclaration, StateDeclaration } from '../matter.types.ts'
import { twice } from './declaration-problems.ts'

/** States, acts, and everything that names them: what is unknown, what is never reached, where nobody gets on. */
export function flowProblems(declaration: MatterDeclaration, guards: ReadonlySet<string>): readonly string[] {
  const placed = placedIn(declaration.states)
  const names = placed.map(({ name }) => name)
  if (twice(names).length > 0) {
    // The chart cannot be read while a name stands for two states.
    return twice(names).map((name) => `states.${name}: stands twice; names are unique in the whole matter`)
  }
  const known = new Set(names)
  return [
    ...(declaration.initial in declaration.states ? [] : [`initial: there is no state “${declaration.initial}”`]),
    ...placed.flatMap((each) => stateProblems(each, declaration, guards, known)),
    ...unreached(declaration).map((name) => `states.${name}: nothing leads there`),
    ...deadEnds(declaration).map((name) => `states.${name}: nothing leads from there to an end`),
    ...regionProblems(placed),
    ...(declaration.withdrawal?.in ?? []).flatMap((name) =>
      known.has(name) ? [] : [`withdrawal.in: there is no state “${name}”`],
    ),
    ...reopeningProblems(declaration, known),
    ...eventProblems(declaration),
  ]
}

interface Placed {
  readonly name: string
  readonly state: StateDeclaration
  /** states of the same region or of the main line */
  readonly siblings: Readonly<Record<string, StateDeclaration>>
  readonly isInRegion: boolean
}

function placedIn(states: Readonly<Record<string, StateDeclaration>>, isInRegion = false): readonly Placed[] {
  return Object.entries(states).flatMap(([name, state]): readonly Placed[] => [
    { name, state, siblings: states, isInRegion },
    ...Object.values(state.regions ?? {}).flatMap((region) => placedIn(region.states, true)),
  ])
}

function stateProblems(
  { name, state, siblings, isInRegion }: Placed,
  { documents }: MatterDeclaration,
  guards: ReadonlySet<string>,
  known: ReadonlySet<string>,
): readonly string[] {
  const path = `states.${name}`
  const acts = Object.entries(state.acts ?? {})
  const isEnd = acts.length === 0 && state.regions === undefined && state.then === undefined
  const problems: string[] = []
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) problems.push(`${path}: a state is camelCase`)
  if (name === 'running' || name === 'suspended') problems.push(`${path}: the engine has a state of that name`)
  if (state.label.trim() === '' || state.labelEn.trim() === '') problems.push(`${path}: has no label in both languages`)
  if (isEnd && !isInRegion && state.outcome === undefined) problems.push(`${path}: an end needs an outcome`)
  if (!isEnd && state.outcome !== undefined) problems.push(`${path}.outcome: only an end has one`)
  if (state.then !== undefined && state.regions === undefined) {
    problems.push(`${path}.then: it follows when all regions have ended, and there are none`)
  }
  if (state.then !== undefined && !(state.then in siblings))
    problems.push(`${path}.then: there is no state “${state.then}” beside it`)
  if (state.regions !== undefined && state.then === undefined && acts.length === 0) {
    problems.push(`${path}: nothing follows when its regions have ended; set \`then\``)
  }
  for (const [act, declared] of acts) {
    const at = `${path}.acts.${act}`
    if (!/^[a-z][A-Za-z0-9]*$/.test(act)) problems.push(`${at}: an act is camelCase`)
    if (reservedActs.has(act)) problems.push(`${at}: every matter knows “${act}” already; call it otherwise`)
    if (declared.to !== undefined && !(declared.to in siblings)) {
      problems.push(
        known.has(declared.to)
          ? `${at}.to: “${declared.to}” stands in another region; an act leads to a state beside its own`
          : `${at}.to: there is no state “${declared.to}”`,
      )
    }
    if (declared.by.length === 0) problems.push(`${at}.by: nobody may do it`)
    for (const guard of declared.guards ?? [])
      if (!guards.has(guard)) problems.push(`${at}.guards: there is no guard “${guard}”`)
    if (declared.issues !== undefined && !(declared.issues in documents)) {
      problems.push(`${at}.issues: there is no document “${declared.issues}”`)
    }
    if (declared.asksForSupplement === true && declared.to === undefined) {
      problems.push(`${at}: who asks for a supplement waits for it; set \`to\``)
    }
    if (declared.key !== undefined && [...declared.key].length !== 1) problems.push(`${at}.key: one key`)
  }
  for (const key of twice(acts.flatMap(([, { key }]) => key ?? [])))
    problems.push(`${path}: two acts have the key “${key}”`)
  for (const [region, { initial, states }] of Object.entries(state.regions ?? {})) {
    if (!(initial in states)) problems.push(`${path}.regions.${region}.initial: there is no state “${initial}”`)
    if (known.has(region)) problems.push(`${path}.regions.${region}: a state is called so; call the region otherwise`)
    if (!Object.values(states).some((inner) => isEndState(inner)))
      problems.push(`${path}.regions.${region}: never ends`)
  }
  return problems
}

function isEndState({ acts, regions, then }: StateDeclaration): boolean {
  return Object.keys(acts ?? {}).length === 0 && regions === undefined && then === undefined
}

/** A state and where it leads by itself: its acts, its continuation, and into its regions. */
function leadsTo(state: StateDeclaration): readonly string[] {
  return [
    ...Object.values(state.acts ?? {}).flatMap(({ to }) => to ?? []),
    ...(state.then === undefined ? [] : [state.then]),
    ...Object.values(state.regions ?? {}).map(({ initial }) => initial),
  ]
}

function unreached(declaration: MatterDeclaration): readonly string[] {
  const { states, initial, reopening } = declaration
  const byName = new Map(placedIn(states).map((each) => [each.name, each.state]))
  const reached = new Set<string>()
  const waiting = [initial, ...(reopening === undefined ? [] : [reopening.to])]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const state = byName.get(name)
    if (state === undefined || reached.has(name)) continue
    reached.add(name)
    waiting.push(...leadsTo(state))
  }
  return [...byName.keys()].filter((name) => !reached.has(name))
}

/** States from which no act leads to an end, in the main line and in each region by itself. */
function deadEnds({ states }: MatterDeclaration): readonly string[] {
  const lines = [
    states,
    ...placedIn(states).flatMap(({ state }) => Object.values(state.regions ?? {}).map((each) => each.states)),
  ]
  return lines.flatMap((line) => {
    const good = new Set(Object.entries(line).flatMap(([name, state]) => (isEndState(state) ? [name] : [])))
    for (let before = -1; before !== good.size; ) {
      before = good.size
      for (const [name, state] of Object.entries(line)) {
        const next = [...Object.values(state.acts ?? {}).flatMap(({ to }) => to ?? []), state.then ?? []].flat()
        if (next.some((each) => good.has(each))) good.add(name)
      }
    }
    return Object.keys(line).filter((name) => !good.has(name))
  })
}

/** An act that stands in two regions that run beside each other would be done in both at once. */
function regionProblems(placed: readonly Placed[]): readonly string[] {
  return placed.flatMap(({ name, state }) => {
    const regions = Object.values(state.regions ?? {}).map(({ states }) => [
      ...new Set(placedIn(states).flatMap((inner) => Object.keys(inner.state.acts ?? {}))),
    ])
    const own = Object.keys(state.acts ?? {})
    return twice([...own, ...regions.flat()]).map(
      (act) => `states.${name}: “${act}” stands in two branches that run beside each other; call one of them otherwise`,
    )
  })
}

function reopeningProblems({ reopening, states }: MatterDeclaration, known: ReadonlySet<string>): readonly string[] {
  if (reopening === undefined) return []
  const { from, to } = reopening
  const ends = new Set<string>(['withdrawn', 'terminated'])
  return [
    ...(to in states ? [] : [`reopening.to: there is no state “${to}”`]),
    ...from.flatMap((name) =>
      known.has(name) || ends.has(name) ? [] : [`reopening.from: there is no state “${name}”`],
    ),
  ]
}

/** `act:…` and `state:…` of limits, notices, register entries and publication. */
function eventProblems(declaration: MatterDeclaration): readonly string[] {
  const { limits, notices, writes, publication } = declaration
  const limitIds = new Set(limits.map(({ id }) => id))
  const known = eventsOf(declaration)
  const named = [
    ...limits.flatMap(({ id, startsWith, endsWith }) => [
      ...startsWith.map((event) => ({ path: `limits.${id}.startsWith`, event })),
      ...endsWith.map((event) => ({ path: `limits.${id}.endsWith`, event })),
    ]),
    ...notices.map(({ on }, at) => ({ path: `notices.${at}.on`, event: on })),
    ...writes.map(({ on }, at) => ({ path: `writes.${at}.on`, event: on })),
    ...(publication === undefined ? [] : [{ path: 'publication.on', event: publication.on }]),
  ]
  return named.flatMap(({ path, event }) => {
    const limit = /^limit:([^/]+)\/(warn|missed)$/.exec(event)?.[1]
    if (limit !== undefined && path.startsWith('notices')) {
      return limitIds.has(limit) ? [] : [`${path}: there is no limit “${limit}”`]
    }
    return known.has(event) ? [] : [`${path}: “${event}” is no act and no state of this matter`]
  })
}

/** Everything that can happen in a matter, as declarations name it. */
export function eventsOf(declaration: MatterDeclaration): ReadonlySet<string> {
  const states: readonly PlacedState[] = [...statesOf(declaration).values()]
  return new Set([
    ...[...reservedActs].map((act) => `act:${act}`),
    ...states.flatMap(({ name, state }) => [
      `state:${name}`,
      ...Object.keys(state.acts ?? {}).map((act) => `act:${act}`),
    ]),
  ])
}
