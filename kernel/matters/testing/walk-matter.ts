import { QxError } from '../../errors/define-errors.ts'
import { beginning, moveBy, type Standing } from '../chart/chart.ts'
import { actsIn, statesOf } from '../chart/states.ts'
import type { ActDeclaration, Entrance, MatterDeclaration } from '../matter.types.ts'
import { filledFields, filledForm } from './filled-form.ts'
import type { MatterKernel, Somebody } from './matter-kernel.ts'

/** What the walker cannot know of one matter: values without which its guards never open. */
export interface WalkHints {
  readonly values?: Readonly<Record<string, unknown>>
  /** act → what comes with it */
  readonly input?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** act → form values with which it can be reached, where they differ from the usual ones */
  readonly valuesFor?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** before an act: what has to be there besides (a drawn expert, a session) */
  readonly before?: (kernel: MatterKernel, matterId: string, act: string) => Promise<void>
}

export interface Walk {
  /** `state.act` that was done through the engine */
  readonly done: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
  /** what could not be done whatever was filled in, and why */
  readonly missed: readonly { readonly transition: string; readonly why: string }[]
  /** events for which the declaration writes into a register, and those that did */
  readonly written: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
}

interface Step {
  readonly from: string
  readonly name: string
  readonly act: ActDeclaration
}

/** other choices and numbers in the form, until the guards on the way are content */
const seedsTried = 12

/**
 * Walks every act of a matter through the engine, each by whoever may do it, from the beginning; and compares after each
 * what the database holds with what the chart says.
 */
export async function walkMatter(
  kernel: MatterKernel,
  declaration: MatterDeclaration,
  hints: WalkHints = {},
): Promise<Walk> {
  const done = new Set<string>()
  const ends = new Set<string>()
  const written = new Set<string>()
  const documents = new Set<string>()
  const missed: { transition: string; why: string }[] = []
  const paths = [...pathsTo(declaration)].sort(([, a], [, b]) => b.length - a.length)
  for (const [transition, path] of paths) {
    const isDone = () => done.has(transition) || ends.has(transition.replace('end ', ''))
    let why = ''
    for (let seed = 1; seed <= seedsTried && !isDone(); seed += 1) {
      try {
        await walkPath(kernel, declaration, path, seed, hints, { done, ends, written, documents })
      } catch (error) {
        if (!(error instanceof QxError)) throw error
        why = `${error.code}: ${error.message} ${error.problems.map((each) => `${each.path} ${each.message.zh}`).join(' ')}`
      }
    }
    if (!isDone()) missed.push({ transition, why })
  }
  return { done, ends, missed, written, documents }
}

/** All `state.act` of a declaration. */
export function transitionsOf(declaration: MatterDeclaration): readonly string[] {
  return [...statesOf(declaration).values()].flatMap(({ name, state }) =>
    Object.keys(state.acts ?? {}).map((act) => `${name}.${act}`),
  )
}

/** The shortest way to each act and to each end, found on the chart alone. */
function pathsTo(declaration: MatterDeclaration): ReadonlyMap<string, readonly Step[]> {
  const found = new Map<string, readonly Step[]>()
  const seen = new Set<string>()
  let front: { standing: Standing; path: readonly Step[] }[] = [{ standing: beginning(declaration).standing, path: [] }]
  while (front.length > 0) {
    const next: typeof front = []
    for (const { standing, path } of front) {
      const key = standing.phases.join(' ')
      if (seen.has(key) || standing.status === 'ended') continue
      seen.add(key)
      for (const { name, act, from } of actsIn(declaration, standing.phases)) {
        const longer = [...path, { from, name, act }]
        if (!found.has(`${from}.${name}`)) found.set(`${from}.${name}`, longer)
        const move = moveBy(declaration, standing, 'declared', name, act.to)
        // A supplement is asked for once in a matter: a way that asks twice is none.
        const asks = longer.filter((step) => step.act.asksForSupplement === true).length
        if (move === undefined || asks > 1) continue
        const [end] = move.standing.phases
        // An end that several branches lead to is no end of a single act.
        if (move.standing.status === 'ended' && !found.has(`end ${end}`)) found.set(`end ${end}`, longer)
        next.push({ standing: move.standing, path: longer })
      }
    }
    front = next
  }
  return found
}

async function walkPath(
  kernel: MatterKernel,
  declaration: MatterDeclaration,
  path: readonly Step[],
  seed: number,
  hints: WalkHints,
  walked: { done: Set<string>; ends: Set<string>; written: Set<string>; documents: Set<string> },
): Promise<void> {
  const { registers } = kernel.matters
  const today = new Date(kernel.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const filling = { seed, variant: seed, today, unitId: kernel.units['园林站'] ?? '', evidenceId: 'e-walk' }
  const wanted = { ...hints.values, ...Object.assign({}, ...path.map(({ name }) => hints.valuesFor?.[name] ?? {})) }
  const values = filledForm(registers, declaration, { ...filling, seed: seed * 1000 + serial(), values: wanted })
  const matterId = await beginSomehow(kernel, declaration, path, values)
  let standing = beginning(declaration).standing
  for (const { from, name, act } of path) {
    await hints.before?.(kernel, matterId, name)
    if (act.by.every((by) => by === 'expert')) await drawReviewer(kernel, matterId)
    if (act.guards?.includes('publicity-over') === true) await letTimePass(kernel, matterId, today)
    if (act.guards?.includes('reviews-complete') === true) await letReviewersJudge(kernel, matterId)
    const input = filledFields(
      registers,
      act.fields ?? {},
      { ...filling, ...(hints.input?.[name] === undefined ? {} : { values: hints.input[name] }) },
      values,
    )
    const [who, as] = whoDoes(kernel, act)
    const outcome = await kernel.act(who, {
      ...{ matterId, act: name, as, input },
      ...(act.opinion === undefined ? {} : { opinion: '同意（演示）' }),
    })
    const move = moveBy(declaration, standing, 'declared', name, act.to)
    if (move === undefined) throw new Error(`${declaration.id}: the chart has no ${from}.${name}`)
    standing = move.standing
    // Regions stand beside each other, in no order.
    if ([...outcome.phases].sort().join(' ') !== [...standing.phases].sort().join(' ')) {
      throw new Error(
        `${declaration.id}: ${from}.${name} led to ${outcome.phases.join(' ')}, not ${standing.phases.join(' ')}`,
      )
    }
    walked.done.add(`${from}.${name}`)
    if (outcome.written.length > 0) {
      for (const event of [`act:${name}`, ...move.entered.map((state) => `state:${state}`)]) walked.written.add(event)
    }
    for (const { document } of outcome.documents) walked.documents.add(document)
    if (outcome.status === 'ended') for (const phase of outcome.phases) walked.ends.add(phase)
  }
}

let walks = 0

/** So that no two matters of a walk name the same thing where it must be the only one. */
function serial(): number {
  walks += 1
  return walks
}

async function beginSomehow(
  kernel: MatterKernel,
  { id, entrances, materials }: MatterDeclaration,
  path: readonly Step[],
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const needsWindow = path.some(({ act }) => act.by.every((by) => by === 'window'))
  const order: readonly Entrance[] = needsWindow ? ['window'] : ['account', 'staff', 'window', 'visit', 'anonymous']
  const entrance = order.find((each) => entrances.includes(each)) ?? 'account'
  const who: Somebody = entrance === 'window' ? 'clerk' : entrance === 'staff' ? 'officer' : 'resident'
  const { id: matterId } = await kernel.begin(who, {
    ...{ type: id, entrance, values },
    applicant: { label: '演示*', ...(entrance === 'anonymous' ? {} : { account: `acc-${who}`, phone: '13910000000' }) },
    materials: materials.map(({ id: material }) => ({
      ...{ material, evidenceId: 'e-walk', fileName: 'walk.txt', origin: 'applicant' as const },
    })),
  })
  return matterId
}

function whoDoes(
  kernel: MatterKernel,
  { by }: ActDeclaration,
): readonly [Somebody | ReturnType<MatterKernel['actor']>, ActDeclaration['by'][number]] {
  const [first = 'handler'] = [...by].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  if (first === 'clock')
    return [{ ...kernel.actor('office'), accountId: undefined, label: '时限时钟', via: 'job' }, first]
  const people = { handler: 'officer', head: 'head', applicant: 'resident', window: 'clerk', expert: 'judge' } as const
  return [people[first], first]
}

const order: readonly ActDeclaration['by'][number][] = ['handler', 'head', 'applicant', 'expert', 'window', 'clock']

async function drawReviewer(kernel: MatterKernel, matterId: string): Promise<void> {
  await kernel.test.tamper(
    `insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
     values ('yanshi', 'acc-judge', 'expert', 'walk-expert', '2026-11-25', '演示') on conflict do nothing`,
  )
  await kernel.test.tamper(
    `insert into matter_review (jurisdiction, id, matter_id, expert_record, expert_label, code, status, asked_at)
     values ('yanshi', 'walk-' || $1, $1, 'walk-expert', '演示专家', 'A', 'asked', '2026-11-25') on conflict do nothing`,
    [matterId],
  )
}

/** Enough of them, all with good points. */
async function letReviewersJudge(kernel: MatterKernel, matterId: string): Promise<void> {
  await kernel.test.tamper(
    `insert into matter_review (jurisdiction, id, matter_id, expert_record, expert_label, code, status, scores, total,
       asked_at, submitted_at)
     select 'yanshi', 'judged-' || n || $1, $1, 'judge-' || n, '演示专家' || n, 'A' || n, 'submitted', '{}', 90,
       '2026-11-25', '2026-11-26' from generate_series(1, 7) as n on conflict do nothing`,
    [matterId],
  )
}

/** What ran until some day ran until the day before this one. */
async function letTimePass(kernel: MatterKernel, matterId: string, today: string): Promise<void> {
  await kernel.test.tamper(
    `update matter_limit set due_on = $2::date - 1 where matter_id = $1 and due_on >= $2::date and status = 'running'`,
    [matterId, today],
  )
}
